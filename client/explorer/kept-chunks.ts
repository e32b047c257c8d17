/** Snapshots cut into pieces that stay the same objects as long as nothing in them changes, so that each is written once. */
import type { GraphNode, GraphRelationship } from "../../schema/graph.ts";
import type { ViewSnapshot } from "./context.ts";

/** So many items go together: copying them takes a few milliseconds. */
const chunkSize = 1000;
/** Of lists that begin with the same item, so many are remembered. */
const remembered = 8;

/** Where a node lies: x, y, whether it is placed, whether it is pinned. */
export type Place = [x: number, y: number, placed: boolean, pinned: boolean];

export interface GraphChunks {
  nodes: readonly GraphNode[][];
  /** Of the nodes, chunk by chunk. */
  places: readonly Place[][];
  relationships: readonly GraphRelationship[][];
}

/** Cuts lists of objects that never change; what was cut before is given back, whichever list it stands in. */
function cutter<Item extends object, Kept>(keep: (items: readonly Item[]) => Kept[]) {
  const known = new WeakMap<Item, { items: readonly Item[]; kept: Kept[] }[]>();
  const cut = new WeakMap<readonly Item[], Kept[][]>();
  return (all: readonly Item[]): Kept[][] => {
    const before = cut.get(all);
    if (before) return before;
    const chunks: Kept[][] = [];
    for (let at = 0; at < all.length; at += chunkSize) {
      const items = all.slice(at, at + chunkSize);
      const [first] = items;
      if (first === undefined) break;
      const alike = known.get(first) ?? [];
      const same = alike.find(
        (each) => each.items.length === items.length && each.items.every((item, i) => item === items[i]),
      );
      const chunk = same ?? { items, kept: keep(items) };
      known.set(first, [...alike.filter((each) => each !== chunk), chunk].slice(-remembered));
      chunks.push(chunk.kept);
    }
    cut.set(all, chunks);
    return chunks;
  };
}

type Attributes = ViewSnapshot["graph"]["nodes"] extends ReadonlyMap<string, infer A> ? A : never;

export const cutNodes = cutter((nodes: readonly GraphNode[]) => [...nodes]);
export const cutRelationships = cutter((relationships: readonly GraphRelationship[]) => [...relationships]);
const cutPlaces = cutter((all: readonly (Attributes & object)[]) =>
  all.map(({ x, y, placed, pinned }): Place => [x, y, placed, pinned]),
);

const known = new WeakMap<ViewSnapshot["graph"], GraphChunks>();

export function chunksOf(graph: ViewSnapshot["graph"]): GraphChunks {
  const before = known.get(graph);
  if (before) return before;
  const attributes = [...graph.nodes.values()];
  const chunks = {
    nodes: cutNodes(attributes.map(({ node }) => node)),
    places: cutPlaces(attributes),
    relationships: cutRelationships([...graph.relationships.values()]),
  };
  known.set(graph, chunks);
  return chunks;
}
