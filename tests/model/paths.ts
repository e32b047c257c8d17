/** Paths by trying every walk, the shortest first. */
import type { RankedPath } from "../../schema/api.ts";
import { Certainty } from "../../schema/fact.ts";
import type { PathSearch } from "../../server/queries/paths.ts";
import type { ModelGraph, ModelRelationship } from "./graph.ts";
import { mayStep } from "./model.ts";
import { View } from "./view.ts";

export interface ModelPaths {
  readonly paths: RankedPath[];
  readonly more: boolean;
  /** Ids of what lies on the paths that are given. */
  readonly nodes: string[];
  readonly relationships: string[];
}

const weakness = ({ properties }: ModelRelationship) =>
  Certainty.options.indexOf((properties["certainty"] ?? "stated") as Certainty);

/** Dates aside: these graphs have bounds that no interval could have. */
export function modelPaths(graph: ModelGraph, search: PathSearch): ModelPaths {
  const { from, to, maxLength, limit, which } = search;
  const view = new View(graph);
  const given = { ...search, ends: [from, to] };
  const steps = (id: string) => view.around(id).filter(({ claim, other }) => mayStep(claim, other, given));
  const between = (a: string, b: string): ModelRelationship[] =>
    steps(a)
      .filter(({ other }) => other.id === b)
      .map(({ claim }) => claim)
      .sort((x, y) => (x.id < y.id ? -1 : 1));

  const away = distancesTo(to, (id) => steps(id).map(({ other }) => other.id));
  const mostAway = which === "shortest" ? Math.min(away.get(from) ?? -1, maxLength) : maxLength;
  const found: { path: RankedPath; rank: number[]; key: string }[] = [];
  let walks = [[from]];
  for (let length = 1; length <= maxLength && walks.length > 0; length++) {
    walks = walks.flatMap((walk) => {
      const next = new Set(steps(walk.at(-1) ?? "").map(({ other }) => other.id));
      return [...next]
        .filter((id) => !walk.includes(id) && (away.get(id) ?? Infinity) <= mostAway - length)
        .map((id) => walk.concat(id));
    });
    const arrived = walks.filter((walk) => walk.at(-1) === to);
    walks = walks.filter((walk) => walk.at(-1) !== to);
    for (const nodes of arrived) {
      const claims = nodes.slice(1).map((id, index) => {
        const [best] = between(nodes[index] ?? "", id).sort((a, b) => weakness(a) - weakness(b));
        if (best === undefined) throw new Error("The model walked where nothing leads.");
        return best;
      });
      const worst = Math.max(...claims.map(weakness));
      found.push({
        path: {
          nodes,
          relationships: claims.map(({ id }) => id),
          certainty: Certainty.options[worst] ?? "stated",
          inferred: false,
          meetings: [],
        },
        rank: [length, worst],
        key: nodes.join(" "),
      });
    }
    if (which === "shortest" && found.length > 0) break;
  }
  found.sort(
    (a, b) => (a.rank[0] ?? 0) - (b.rank[0] ?? 0) || (a.rank[1] ?? 0) - (b.rank[1] ?? 0) || (a.key < b.key ? -1 : 1),
  );
  const shown = found.slice(0, limit).map(({ path }) => path);
  const pairs = shown.flatMap(({ nodes }) => nodes.slice(1).map((id, index) => between(nodes[index] ?? "", id)));
  return {
    paths: shown,
    more: found.length > limit,
    nodes: [...new Set(shown.flatMap(({ nodes }) => nodes))].sort(),
    relationships: [...new Set(pairs.flat().map(({ id }) => id))].sort(),
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
