/** A drawing by forces (ForceAtlas2) from seeded starts: it runs a number of steps chosen by size, and stops. */
import { UndirectedGraph } from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";
import { hash, seededRandom } from "../random.ts";
import { mirrored, opensLeft } from "../captions.ts";
import type { Box, Point } from "../geometry.ts";
import { layRows } from "./alone.ts";
import { separate } from "./separate.ts";

export interface OrganicInput {
  /** `radius` of the mark, and `box` of mark and name around the node's center, in pixels. */
  nodes: readonly { id: string; radius: number; box: Box }[];
  links: readonly { source: string; target: string }[];
  /** What is pinned: it stays, and the others make room for it. */
  fixed?: Readonly<Record<string, Point>>;
  width: number;
  height: number;
  /** Free band around the drawing: for names and column heads. */
  margin: { top: number; right: number; bottom: number; left: number };
}

/** From so many nodes on, far ones push together (Barnes and Hut). */
const manyNodes = 800;
/** What a drawing may cost, counted in pushes of one node by another: some 300 ms. */
const budget = 20_000_000;

/** Steps of the first pass, and half as many of the second, in which discs push each other. */
export function stepsFor(nodes: number): number {
  const pushes = nodes < manyNodes ? nodes * nodes : nodes * 12 * Math.log2(nodes);
  return Math.round(Math.min(600, Math.max(30, budget / (pushes + 1))));
}

/** Positions in stage pixels by id; the same input gives the same drawing. */
export function layOrganic(input: OrganicInput): Record<string, Point> {
  const { joined, alone } = part(input);
  const room = roomFor(input);
  if (joined.length === 0) return { ...layRows(alone, room, "middle").points, ...input.fixed };
  const foot = layRows(alone, room, "foot");
  const points = layJoined({ ...input, nodes: joined }, { ...room, bottom: foot.top });
  Object.assign(points, foot.points, input.fixed);
  separate(points, itemsToSeparate(input, points), room);
  return points;
}

/** What lines join, and what stands alone; what is pinned stays among the joined, where it is no bother. */
function part({ nodes, links, fixed = {} }: OrganicInput) {
  const linked = new Set(
    links.filter(({ source, target }) => source !== target).flatMap((link) => Object.values(link)),
  );
  const isJoined = ({ id }: { id: string }) => linked.has(id) || fixed[id] !== undefined;
  return { joined: nodes.filter(isJoined), alone: nodes.filter((node) => !isJoined(node)) };
}

function layJoined(input: OrganicInput, room: Box): Record<string, Point> {
  const graph = startingGraph(input);
  const steps = stepsFor(graph.order);
  const settings = { ...forceAtlas2.inferSettings(graph), barnesHutOptimize: graph.order >= manyNodes };
  forceAtlas2.assign(graph, { iterations: steps, settings });
  forceAtlas2.assign(graph, { iterations: Math.ceil(steps / 2), settings: { ...settings, adjustSizes: true } });
  const laid = new Map<string, Point>();
  graph.forEachNode((id, { x, y }) => laid.set(id, { x: Number(x), y: Number(y) }));
  const upright = room.bottom - room.top > 1.15 * (room.right - room.left);
  return fitted(onPrincipalAxis(laid, upright), room, input);
}

/** Marks with their names, each name on the side where fewer lines are. */
function itemsToSeparate({ nodes, links, fixed = {} }: OrganicInput, points: Record<string, Point>) {
  const origin = { x: 0, y: 0 };
  const ends = new Map(nodes.map(({ id }) => [id, new Set<string>()]));
  for (const { source, target } of links) {
    ends.get(source)?.add(target);
    ends.get(target)?.add(source);
  }
  return [...nodes]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, box }) => {
      const neighbors = [...(ends.get(id) ?? [])].map((other) => points[other] ?? origin);
      const left = opensLeft(points[id] ?? origin, neighbors);
      return { id, box: left ? mirrored(box) : box, fixed: fixed[id] !== undefined };
    });
}

/** The stage, or more where marks and names would fill it: the camera shows the rest. */
function roomFor({ nodes, width, height }: OrganicInput): Box {
  const area = nodes.reduce((sum, { box }) => sum + (box.right - box.left + 8) * (box.bottom - box.top + 8), 0);
  const grow = Math.sqrt(Math.max(1, (area * 3.2) / (width * height)));
  const [spareX, spareY] = [((grow - 1) * width) / 2, ((grow - 1) * height) / 2];
  return { left: 8 - spareX, top: 8 - spareY, right: width - 8 + spareX, bottom: height - 8 + spareY };
}

/** Starts depend on ids alone, and nodes are added in the order of their ids. */
function startingGraph({ nodes, links }: OrganicInput): UndirectedGraph {
  const graph = new UndirectedGraph();
  const spread = 10 * Math.sqrt(nodes.length);
  for (const { id, radius } of [...nodes].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const random = seededRandom(hash(id));
    const [x, y] = [(random() - 0.5) * spread, (random() - 0.5) * spread];
    graph.addNode(id, { x, y, size: radius * 2 });
  }
  const pairs = links.map(({ source, target }) =>
    source < target ? ([source, target] as const) : ([target, source] as const),
  );
  for (const [a, b] of pairs.sort((p, q) => (p.join("\n") < q.join("\n") ? -1 : 1))) {
    if (a !== b && graph.hasNode(a) && graph.hasNode(b)) graph.mergeEdge(a, b, { weight: 1 });
  }
  return graph;
}

/** Turns the drawing so that its longest extent lies level, or stands where the room does. */
function onPrincipalAxis(points: ReadonlyMap<string, Point>, upright: boolean): Map<string, Point> {
  const n = points.size;
  let [mx, my, xx, yy, xy] = [0, 0, 0, 0, 0];
  for (const { x, y } of points.values()) [mx, my] = [mx + x / n, my + y / n];
  for (const { x, y } of points.values()) {
    xx += (x - mx) ** 2;
    yy += (y - my) ** 2;
    xy += (x - mx) * (y - my);
  }
  const angle = (upright ? Math.PI / 2 : 0) - 0.5 * Math.atan2(2 * xy, xx - yy);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return new Map(
    [...points].map(([id, { x, y }]) => [
      id,
      { x: (x - mx) * cos - (y - my) * sin, y: (x - mx) * sin + (y - my) * cos },
    ]),
  );
}

/** How much more one way may be stretched than the other. */
const mostStretch = 1.9;
/** So few nodes do not fill the stage: their usual step is this share of its shorter side. */
const few = { nodes: 12, step: 0.3 } as const;

/** Scales to the room, within limits, and centers. */
function fitted(points: Map<string, Point>, room: Box, { nodes, margin }: OrganicInput): Record<string, Point> {
  const xs = [...points.values()].map(({ x }) => x);
  const ys = [...points.values()].map(({ y }) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const [roomX, roomY] = [
    Math.max(room.right - room.left - margin.left - margin.right, 1),
    Math.max(room.bottom - room.top - margin.top - margin.bottom, 1),
  ];
  const scaleX = roomX / Math.max(right - left, 1);
  const scaleY = roomY / Math.max(bottom - top, 1);
  const most = nodes.length < few.nodes ? (few.step * Math.min(roomX, roomY)) / meanStep(points) : Infinity;
  const least = Math.min(scaleX, scaleY, most);
  const [sx, sy] = [Math.min(scaleX, least * mostStretch), Math.min(scaleY, least * mostStretch)];
  const center = { x: room.left + margin.left + roomX / 2, y: room.top + margin.top + roomY / 2 };
  return Object.fromEntries(
    [...points].map(([id, { x, y }]) => [
      id,
      { x: center.x + (x - (left + right) / 2) * sx, y: center.y + (y - (top + bottom) / 2) * sy },
    ]),
  );
}

/** The usual distance between neighbors of a small drawing, so that three nodes do not fill the stage. */
function meanStep(points: ReadonlyMap<string, Point>): number {
  const all = [...points.values()];
  const nearest = all.map((a) => Math.min(...all.filter((b) => b !== a).map((b) => Math.hypot(a.x - b.x, a.y - b.y))));
  const finite = nearest.filter(Number.isFinite);
  return finite.length === 0 ? 1 : Math.max(finite.reduce((sum, d) => sum + d, 0) / finite.length, 1e-6);
}
