/** How often a graph has changed: what was worked out of it or copied from it holds as long as nothing has. */
import type { ExplorerGraph, NodeAttributes } from "./graph.ts";

export interface Changes {
  /** Changes of nodes, their places included. */
  readonly nodes: number;
  /** Changes of relationships. */
  readonly relationships: number;
  /** Changes of what there is and what is placed, whatever of it lies elsewhere. */
  readonly shown: number;
}

const known = new WeakMap<ExplorerGraph, Changes>();
const ofPlace: ReadonlySet<string> = new Set<keyof NodeAttributes>(["x", "y", "pinned"]);

/** Counted from the first call on; the numbers only say whether anything has changed since. */
export function changesOf(graph: ExplorerGraph): Changes {
  const before = known.get(graph);
  if (before) return before;
  const changes = { nodes: 0, relationships: 0, shown: 0 };
  known.set(graph, changes);
  const grow = (what: "nodes" | "relationships") => () => {
    changes[what] += 1;
    changes.shown += 1;
  };
  for (const event of ["nodeAdded", "nodeDropped", "eachNodeAttributesUpdated", "cleared"] as const)
    graph.on(event, grow("nodes"));
  for (const event of ["edgeAdded", "edgeDropped", "edgesCleared", "edgeAttributesUpdated", "cleared"] as const)
    graph.on(event, grow("relationships"));
  graph.on("attributesUpdated", () => void (changes.shown += 1));
  graph.on("nodeAttributesUpdated", (change) => {
    const changed = change.type === "set" ? [change.name] : change.type === "merge" ? Object.keys(change.data) : [""];
    changes.nodes += 1;
    if (!changed.every((name) => ofPlace.has(name))) changes.shown += 1;
  });
  return changes;
}
