/** Pointer and finger on the stage, told to the explorer: select, hover, expand, drag. */
import type { MouseCoords } from "sigma/types";
import type { Point } from "../../scene/geometry.ts";
import type { Explorer } from "../explorer.ts";
import type { Target } from "../store.ts";
import { meantBy } from "../view/visibility.ts";
import type { Marquee } from "./marquee.ts";
import { type Renderer, toGraph, toScreen } from "./projection.ts";

interface Pointing {
  /** The node whose name lies under a point. */
  nameAt(point: Point): string | null;
  /** What the mark of dispute is of that is at most so many pixels from a point. */
  signAt(point: Point, slack: number): Target | null;
  /** Nodes that are drawn, for a finger that meets none. */
  drawn(): ReadonlySet<string>;
}

/** How far a finger may miss a node. */
const fingerReach = 24;
/** How far the pointer, and a finger that meets neither node nor name, may miss a mark of dispute. */
const signReach = { pointer: 2, finger: 14 } as const;
/** How near each other two clicks are one double click. */
const sameSpot = 12;

const isFar = (one: Point, other: Point) => Math.hypot(one.x - other.x, one.y - other.y) > sameSpot;

/** How far the pointer goes before a press becomes a drag. */
const dragStart = 4;

export function listen(sigma: Renderer, explorer: Explorer, pointing: Pointing): () => void {
  const under = trackUnder(sigma);
  const drag = createDrag(sigma, explorer);
  const marquee = readMarquee(sigma, explorer, () => pointing.drawn());
  const cursor = (shape: string) => {
    const canvas = sigma.getCanvases()["mouse"];
    if (canvas) canvas.style.cursor = shape;
  };
  let hovered: string | null = null;
  const targetAt = (at: Point): Target | null => {
    const sign = pointing.signAt(at, signReach.pointer);
    if (sign) return sign;
    const node = under.node ?? pointing.nameAt(at);
    if (node) return { kind: "node", id: node };
    return under.edge ? { kind: "relationship", id: under.edge } : null;
  };
  const hover = (target: Target | null) => {
    const key = target && `${target.kind} ${target.id}`;
    if (key === hovered) return;
    hovered = key;
    cursor(target ? "pointer" : "default");
    explorer.hover(target);
  };

  sigma.getMouseCaptor().on("mousemove", (at) => {
    if (!drag.active() && !marquee.active() && !sigma.getMouseCaptor().isMouseDown) hover(targetAt(at));
  });
  sigma.on("leaveStage", () => {
    under.clear();
    hover(null);
  });
  let clicked: Point = { x: NaN, y: NaN };
  const click = (target: Target | null, at: MouseCoords) => {
    clicked = { x: at.x, y: at.y };
    if (drag.justEnded()) return;
    if (adds(at)) return target === null ? undefined : explorer.toggleSelected(target);
    explorer.select(target ?? (isMouse(at.original) ? null : nearestNode(sigma, explorer, pointing, at)));
  };
  /** What is meant where Sigma finds a node: marks of dispute stand above all. */
  const meant = (at: MouseCoords, node: string): Target =>
    pointing.signAt(at, signReach.pointer) ?? { kind: "node", id: node };
  /** What is meant where it finds a line, or nothing. */
  const named = (at: MouseCoords, otherwise: Target | null): Target | null => {
    const sign = pointing.signAt(at, signReach.pointer);
    const name = pointing.nameAt(at);
    if (sign || name) return sign ?? { kind: "node", id: name as string };
    return (isMouse(at.original) ? null : pointing.signAt(at, signReach.finger)) ?? otherwise;
  };
  sigma.on("clickNode", ({ node, event }) => click(meant(event, node), event));
  sigma.on("clickEdge", ({ edge, event }) => {
    const id = meantBy(explorer.store.getState(), explorer.graph, edge);
    click(named(event, { kind: "relationship", id }), event);
  });
  sigma.on("clickStage", ({ event }) => click(named(event, null), event));
  // Sigma takes any two quick clicks for a double one, also where the second meets another node.
  const expand = (target: Target | null, event: MouseCoords) => {
    event.preventSigmaDefault();
    if (isFar(clicked, event)) return click(target, event);
    if (adds(event)) return;
    if (target?.kind === "node") void explorer.expandNode(target.id);
  };
  sigma.on("doubleClickNode", ({ node, event }) => expand(meant(event, node), event));
  sigma.on("doubleClickEdge", ({ edge, event }) => expand(named(event, { kind: "relationship", id: edge }), event));
  sigma.on("doubleClickStage", ({ event }) => expand(named(event, null), event));
  const press = (node: string | null, event: MouseCoords) => {
    drag.forgetEnd();
    const { lassoing } = explorer.store.getState();
    if (lassoing && isOneFinger(event)) marquee.begin(event, true, !adds(event));
    else if (drawsAround(event)) marquee.begin(event, event.original.altKey, false);
    else drag.start(node, event);
  };
  sigma.on("downNode", ({ node, event }) => press(node, event));
  sigma.on("downStage", ({ event }) => press(pointing.nameAt(event), event));
  sigma.on("downEdge", ({ event }) => press(pointing.nameAt(event), event));
  sigma.on("moveBody", ({ event }) => {
    if (marquee.active()) event.preventSigmaDefault();
    marquee.move(event);
    drag.move(event);
  });
  return followEnd(marquee, drag, explorer);
}

const isMouse = (original: MouseEvent | TouchEvent): original is MouseEvent => original instanceof MouseEvent;

const isOneFinger = ({ original }: MouseCoords): boolean => isMouse(original) || original.touches.length === 1;

/** Read at once, and not with the first view's script: nobody draws a line within its first moments. */
function readMarquee(sigma: Renderer, explorer: Explorer, drawn: () => ReadonlySet<string>): Marquee {
  let read: Marquee | undefined;
  const arrive = async () => {
    const { createMarquee } = await import("./marquee.ts");
    read = createMarquee(sigma, explorer, drawn);
  };
  // Where it cannot be had, lines cannot be drawn; all else works.
  arrive().catch(() => {});
  return {
    active: () => read?.active() ?? false,
    begin: (...on) => read?.begin(...on),
    move: (...on) => read?.move(...on),
    end: () => read?.end() ?? false,
    cancel: () => read?.cancel(),
  };
}

/** A click with one of these keys held adds to what is selected. */
const adds = ({ original }: MouseCoords): boolean =>
  isMouse(original) && (original.shiftKey || original.ctrlKey || original.metaKey);

const drawsAround = ({ original }: MouseCoords): boolean =>
  isMouse(original) && original.button === 0 && original.shiftKey;

/** What is dragged ends where the button is let go, also outside the stage; Escape gives a marquee up. */
function followEnd(marquee: Marquee, drag: ReturnType<typeof createDrag>, explorer: Explorer): () => void {
  const end = () => {
    if (marquee.end()) drag.markEnd();
    drag.end();
  };
  /** A finger that has drawn a line pans again. */
  const lift = () => {
    if (marquee.active()) explorer.setLassoing(false);
    end();
  };
  const cancel = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !marquee.active()) return;
    event.preventDefault();
    marquee.cancel();
  };
  document.addEventListener("mouseup", end);
  document.addEventListener("touchend", lift);
  document.addEventListener("keydown", cancel, true);
  return () => {
    document.removeEventListener("mouseup", end);
    document.removeEventListener("touchend", lift);
    document.removeEventListener("keydown", cancel, true);
  };
}

/** What Sigma's picking finds under the pointer: its handlers run before ours, as they were added first. */
function trackUnder(sigma: Renderer) {
  const under = {
    node: null as string | null,
    edge: null as string | null,
    clear() {
      under.node = null;
      under.edge = null;
    },
  };
  sigma.on("enterNode", ({ node }) => (under.node = node));
  sigma.on("leaveNode", () => (under.node = null));
  sigma.on("enterEdge", ({ edge }) => (under.edge = edge));
  sigma.on("leaveEdge", () => (under.edge = null));
  return under;
}

/** Rows are close together on a phone: a touch picks the nearest node. */
function nearestNode(sigma: Renderer, explorer: Explorer, pointing: Pointing, at: Point): Target | null {
  let best: { id: string; distance: number } | undefined;
  for (const id of pointing.drawn()) {
    const { x, y } = toScreen(sigma, explorer.graph.getNodeAttributes(id));
    const distance = Math.hypot(x - at.x, y - at.y);
    if (distance <= fingerReach && (!best || distance < best.distance)) best = { id, distance };
  }
  return best ? { kind: "node", id: best.id } : null;
}

/** A node follows the mouse once it has moved a little; a finger pans instead, as rows leave it no room. */
function createDrag(sigma: Renderer, explorer: Explorer) {
  let dragged: { id: string; from: Point; offset: Point; moved: boolean } | null = null;
  let ended = false;
  return {
    active: () => dragged?.moved === true,
    /** A drag ends in a click, which is none, however long a busy page takes to hear of it. */
    justEnded: () => ended,
    markEnd: () => {
      ended = true;
    },
    forgetEnd: () => {
      ended = false;
    },
    start(id: string | null, event: MouseCoords) {
      if (!id || !(event.original instanceof MouseEvent) || event.original.button !== 0) return;
      const { x, y } = explorer.graph.getNodeAttributes(id);
      const at = toGraph(sigma, event);
      dragged = { id, from: { x: event.x, y: event.y }, offset: { x: x - at.x, y: y - at.y }, moved: false };
    },
    move(event: MouseCoords) {
      if (!dragged || !explorer.graph.hasNode(dragged.id)) return;
      event.preventSigmaDefault();
      dragged.moved ||= Math.hypot(event.x - dragged.from.x, event.y - dragged.from.y) > dragStart;
      if (!dragged.moved) return;
      const at = toGraph(sigma, event);
      explorer.graph.mergeNodeAttributes(dragged.id, { x: at.x + dragged.offset.x, y: at.y + dragged.offset.y });
    },
    end() {
      const last = dragged;
      dragged = null;
      if (!last?.moved || !explorer.graph.hasNode(last.id)) return;
      ended = true;
      const { x, y } = explorer.graph.getNodeAttributes(last.id);
      explorer.moveNode(last.id, x, y);
    },
  };
}
