/** Shortest paths by trying every walk, the shortest first. */
import type { PathSearch } from "../../server/queries/paths.ts";
import type { Paths } from "../../schema/api.ts";
import type { ModelGraph, ModelRelationship } from "./graph.ts";
import { fits, View } from "./view.ts";

export interface ModelPaths {
  readonly answer: Omit<Paths, "subgraph">;
  /** Ids of what lies on the paths that are given. */
  readonly nodes: string[];
  readonly relationships: string[];
}

export function shortestPaths(graph: ModelGraph, { from, to, maxLength, limit, types }: PathSearch): ModelPaths {
  const view = new View(graph);
  const steps = (id: string) => view.around(id).filter(({ claim }) => fits(types, [claim.type]));
  const between = (a: string, b: string): ModelRelationship[] =>
    steps(a)
      .filter(({ other }) => other.id === b)
      .map(({ claim }) => claim)
      .sort((x, y) => (x.id < y.id ? -1 : 1));

  const distances = distancesTo(to, (id) => steps(id).map(({ other }) => other.id));
  const length = distances.get(from) ?? Infinity;
  let walks = length <= maxLength ? [[from]] : [];
  for (let step = 1; step <= length && walks.length > 0; step++) {
    walks = walks.flatMap((walk) => {
      const next = new Set(steps(walk.at(-1) ?? "").map(({ other }) => other.id));
      return [...next].filter((id) => distances.get(id) === length - step).map((id) => walk.concat(id));
    });
  }
  const all = walks.sort((a, b) => (a.join(" ") < b.join(" ") ? -1 : 1));
  const shown = all.slice(0, limit);
  const pairs = shown.map((walk) => walk.slice(1).map((id, index) => between(walk[index] ?? "", id)));
  return {
    answer: {
      paths: shown.map((nodes, index) => ({
        nodes,
        relationships: (pairs[index] ?? []).map((claims) => claims[0]?.id ?? ""),
      })),
      maxLength,
      more: all.length > limit,
    },
    nodes: [...new Set(shown.flat())].sort(),
    relationships: [...new Set(pairs.flat(2).map(({ id }) => id))].sort(),
  };
}

/** How far each node is from this one. */
function distancesTo(id: string, next: (id: string) => readonly string[]): Map<string, number> {
  const distances = new Map([[id, 0]]);
  for (const [reached, distance] of distances) {
    for (const other of next(reached)) if (!distances.has(other)) distances.set(other, distance + 1);
  }
  return distances;
}
