/** A view as it is sent to a worker: plain values, in pieces, since cloning a large one at once would hold up the page. */
import type { Side } from "../../scene/captions.ts";
import type { Box, Point } from "../../scene/geometry.ts";
import type { Ruler } from "../../scene/text.ts";
import type { GraphNode, GraphRelationship } from "../../schema/graph.ts";
import type { Guides } from "../../schema/guides.ts";
import { type NodeAttributes, createGraph } from "../view/graph.ts";
import { restoreGraph, snapshotGraph } from "../view/graph-snapshot.ts";
import type { ExplorerState } from "../store.ts";
import type { Subject } from "./scene-of.ts";

/** Where three points of the graph lie on screen, which tells where all others do. */
interface PackedCamera {
  origin: Point;
  right: Point;
  down: Point;
  scale: number;
  stage: Box;
  sides: ReadonlyMap<string, Side>;
}

interface Head {
  state: ExplorerState;
  camera: PackedCamera | null;
  documents: readonly GraphNode[];
  guides: Guides | null;
}

export type SubjectPiece =
  | { head: Head }
  | { nodes: [id: string, attributes: NodeAttributes][] }
  | { relationships: [id: string, relationship: GraphRelationship][] };

/** So many nodes or relationships go at a time. */
const pieceSize = 500;

function* slices<T>(items: readonly T[]): Generator<T[]> {
  for (let at = 0; at < items.length; at += pieceSize) yield items.slice(at, at + pieceSize);
}

/** What a picture shows nothing of is left behind: some of it is large, and some of it cannot be sent. */
const without = {
  problem: null,
  announcement: null,
  story: null,
  cypherOutcome: null,
  disagreements: null,
  previews: {},
} as const satisfies Partial<ExplorerState>;

function packCamera(camera: Subject["camera"]): PackedCamera | null {
  if (camera === null) return null;
  const { lens, sides } = camera;
  const [origin, right, down] = [
    { x: 0, y: 0 },
    { x: 1, y: 0 },
    { x: 0, y: 1 },
  ].map((point) => lens.toScreen(point)) as [Point, Point, Point];
  return { origin, right, down, scale: lens.scale, stage: lens.stage, sides };
}

function unpackCamera(packed: PackedCamera | null): Subject["camera"] {
  if (packed === null) return null;
  const { origin, right, down, scale, stage, sides } = packed;
  const toScreen = ({ x, y }: Point): Point => ({
    x: origin.x + x * (right.x - origin.x) + y * (down.x - origin.x),
    y: origin.y + x * (right.y - origin.y) + y * (down.y - origin.y),
  });
  return { lens: { toScreen, scale, stage }, sides };
}

/** In the order in which they are to be unpacked; the head first. */
export function packSubject({ state, graph, camera, documents }: Omit<Subject, "ruler">): SubjectPiece[] {
  const { nodes, relationships, guides } = snapshotGraph(graph);
  return [
    { head: { state: { ...state, ...without }, camera: packCamera(camera), documents, guides } },
    ...[...slices([...nodes])].map((piece) => ({ nodes: piece })),
    ...[...slices([...relationships])].map((piece) => ({ relationships: piece })),
  ];
}

/** Puts the pieces together again. */
export function unpackSubject(pieces: readonly SubjectPiece[], ruler: Ruler): Subject {
  const head = pieces.flatMap((piece) => ("head" in piece ? [piece.head] : []))[0];
  if (head === undefined) throw new Error("A view came without its head.");
  const nodes = new Map(pieces.flatMap((piece) => ("nodes" in piece ? piece.nodes : [])));
  const relationships = new Map(pieces.flatMap((piece) => ("relationships" in piece ? piece.relationships : [])));
  const graph = createGraph();
  restoreGraph(graph, { nodes, relationships, guides: head.guides });
  return { state: head.state, graph, ruler, camera: unpackCamera(head.camera), documents: head.documents };
}
