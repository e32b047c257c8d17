/** What the selected node's lines say, at the neighbor's end of each: words and place. Pure. */
import { type Point, controlPoints, pointAt } from "../../scene/geometry.ts";
import type { LineShape } from "../../scene/lines.ts";
import type { GraphRelationship } from "../../schema/graph.ts";
import type { Language } from "../../schema/language.ts";
import type { ExplorerGraph } from "../view/graph.ts";
import { type ExplorerState, isManySelected } from "../store.ts";
import { say } from "../strings/strings.ts";
import { isBundle } from "../view/groups.ts";
import { isDisputed } from "../view/question-view.ts";
import { bundleSizes, drawnAs, parallels } from "../view/visibility.ts";
import { gist } from "../words/wording.ts";

/** Above this many relationships the lines speak only under the pointer. */
export const mostCaptions = 8;
const offDisc = 9;

/** `2014–2020`, `2014–`, `–2024-01`, `2006` for a moment, `from 2006` where no end is told; empty where no date is known. */
export function datesOf(properties: Readonly<Record<string, unknown>>, language: Language): string {
  const { start, end, ongoing } = properties;
  const [from, to] = [start, end].map((date) => (typeof date === "string" ? date : ""));
  if (from && from === to) return from;
  if (from && ongoing === true) return `${from}–`;
  if (from && !to) return say(language, "date.from", { start: from });
  return from || to ? `${from}–${to}` : "";
}

export interface LineWords {
  /** What the line says; the only part that may be cut short. */
  text: string;
  language: Language;
  /** When, and whether it is disputed. */
  rest: string;
  disputed: boolean;
}

/** So many are drawn as one line. */
export const countSign = (count: number): string => `×${count}`;

/** How many relationships a bundle stands for. */
function bundleWords(state: ExplorerState, graph: ExplorerGraph, id: string): LineWords {
  const count = bundleSizes(state, graph).get(id) ?? 0;
  return {
    text: say(state.language, "bundle.caption", { count }),
    language: state.language,
    rest: "",
    disputed: false,
  };
}

/** What a line says: its type, or what tells it apart, with its dates and whether it is disputed. */
export function lineWords(state: ExplorerState, graph: ExplorerGraph, id: string): LineWords {
  const relationship = graph.getEdgeAttribute(id, "relationship");
  if (isBundle(id)) return bundleWords(state, graph, id);
  const { type, properties } = relationship;
  const all = parallels(state, graph).get(id);
  if (all !== undefined) {
    const text = state.vocabulary?.relationships[type]?.caption[state.language] ?? type;
    return { text, language: state.language, rest: ` ${countSign(all.length)}`, disputed: false };
  }
  const isListing = state.vocabulary?.relationships[type]?.role === "listing";
  // What is listed stays so: the day that it began is all there is to say.
  const { start } = properties;
  const told = isListing && start !== undefined ? { start, end: start } : properties;
  const dates = datesOf(told, state.language);
  const disputed = isDisputed(relationship);
  const rest = `${dates && ` ${dates}`}${disputed ? ` · ${say(state.language, "rivals.mark")}` : ""}`;
  return { ...subjectOf(state, graph, id, relationship), rest, disputed };
}

/** A listing's stage, or the post where several are held at one place; else the type's caption. */
function subjectOf(
  state: ExplorerState,
  graph: ExplorerGraph,
  id: string,
  { type, properties }: GraphRelationship,
): { text: string; language: Language } {
  const { vocabulary, language } = state;
  const form = vocabulary?.relationships[type];
  const alike = graph
    .edges(...graph.extremities(id))
    .filter((other) => graph.getEdgeAttribute(other, "relationship").type === type);
  const told =
    vocabulary && (form?.role === "listing" || alike.length > 1) ? gist(vocabulary, type, properties, language) : null;
  return told ?? { text: form?.caption[language] ?? type, language };
}

/** Lines that carry words now: the pointed-at one's, else the pointed-at or selected node's where they are few. */
export function captionedLines(
  state: ExplorerState,
  graph: ExplorerGraph,
  drawn: ReadonlySet<string>,
): { hub: string; lines: string[] } | null {
  const { hovered } = state;
  const selected = isManySelected(state) ? null : state.selected;
  for (const target of [hovered, selected]) {
    const line = target?.kind === "relationship" ? drawnAs(state, graph, target.id) : "";
    if (drawn.has(line)) return { hub: graph.source(line), lines: [line] };
  }
  if (selected?.kind !== "node" || !graph.hasNode(selected.id)) return null;
  if (hovered?.kind === "node" && hovered.id !== selected.id) {
    const between = graph.edges(selected.id, hovered.id).filter((id) => drawn.has(id));
    return between.length > 0 ? { hub: selected.id, lines: between } : null;
  }
  // That a bundle stands for one line needs no saying.
  const sizes = bundleSizes(state, graph);
  const lines = graph.edges(selected.id).filter((id) => drawn.has(id) && sizes.get(id) !== 1);
  return lines.length <= mostCaptions ? { hub: selected.id, lines } : null;
}

/** A line on screen. */
export type ScreenLine = LineShape;

/** Boxes' top left corners to try for the words at the line's far end, best first. */
export function wordPlaces(line: ScreenLine, farEnd: "from" | "to", width: number, height: number): Point[] {
  const shifted = {
    from: { x: line.from.x + line.fromDock, y: line.from.y },
    to: { x: line.to.x + line.toDock, y: line.to.y },
  };
  const points = controlPoints(shifted.from, shifted.to, line.route);
  const dock = farEnd === "from" ? line.fromDock : line.toDock;
  const radius = farEnd === "from" ? line.fromRadius : line.toRadius;
  const end = shifted[farEnd];
  const away = dock > 0 ? offDisc : radius + offDisc;
  const center = { x: end.x, y: end.y };
  const places: Point[] = [];
  for (const further of [0, 24, 60]) {
    const start = walk(points, farEnd, center, away + further);
    const next = walk(points, farEnd, center, away + further + width * 0.7);
    const rightward = next.x >= start.x;
    const left = rightward ? start.x : start.x - width;
    const slope = (next.y - start.y) / (next.x - start.x || 1);
    const rising = slope * (rightward ? 1 : -1) < 0;
    const ends = [start.y, start.y + slope * (rightward ? width : -width)];
    const above = {
      x: left,
      y: Math.min(...ends.map((y) => Math.max(Math.min(y, start.y + 18), start.y - 18))) - height - 2,
    };
    const below = { x: left, y: Math.max(...ends.map((y) => Math.max(Math.min(y, start.y + 18), start.y - 18))) + 2 };
    places.push(...(rising ? [below, above] : [above, below]));
  }
  return places;
}

/** The point of the curve that lies so far from an end. */
function walk(
  points: readonly [Point, Point, Point, Point],
  end: "from" | "to",
  center: Point,
  distance: number,
): Point {
  let [near, far] = end === "from" ? [0, 1] : [1, 0];
  for (let i = 0; i < 12; i++) {
    const middle = (near + far) / 2;
    const { x, y } = pointAt(points, middle);
    if (Math.hypot(x - center.x, y - center.y) < distance) near = middle;
    else far = middle;
  }
  return pointAt(points, (near + far) / 2);
}
