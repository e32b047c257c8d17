/** Which node is reached through which, from some in the middle outward. */

export interface Tree {
  /** Ids by distance: those in the middle first. */
  levels: readonly (readonly string[])[];
  /** What is reached through a node, in order of id. */
  children: ReadonlyMap<string, readonly string[]>;
  /** Links that the tree does not tell, both of whose ends are reached and none in the middle. */
  others: readonly (readonly [string, string])[];
}

/** Of several ways the one through the node with the most common neighbors counts, then through the least loaded. */
export function growTree(
  nodes: readonly { id: string }[],
  links: readonly { source: string; target: string }[],
  middle: readonly string[],
): Tree {
  const neighbors = new Map(nodes.map(({ id }) => [id, new Set<string>()]));
  for (const { source, target } of links) {
    if (source === target || !neighbors.has(source) || !neighbors.has(target)) continue;
    neighbors.get(source)?.add(target);
    neighbors.get(target)?.add(source);
  }
  const of = (id: string) => neighbors.get(id) ?? new Set<string>();
  const distance = new Map(middle.map((id) => [id, 0]));
  const parent = new Map<string, string>();
  const children = new Map<string, string[]>();
  const levels: string[][] = [[...middle]];
  for (let level = levels[0] ?? []; level.length > 0; level = levels.at(-1) ?? []) {
    const reached = new Set<string>();
    for (const id of level) for (const other of of(id)) if (!distance.has(other)) reached.add(other);
    const next = [...reached].toSorted();
    if (next.length === 0) break;
    for (const id of next) distance.set(id, levels.length);
    for (const id of next) {
      const ways = [...of(id)].filter((other) => distance.get(other) === levels.length - 1).toSorted();
      const weight = (way: string) => {
        const common = [...of(way)].reduce((sum, other) => sum + (of(id).has(other) ? 1 : 0), 0);
        return common * 1000 - (children.get(way)?.length ?? 0);
      };
      const way = ways.reduce((best, each) => (weight(each) > weight(best) ? each : best), ways[0] ?? "");
      parent.set(id, way);
      children.set(way, [...(children.get(way) ?? []), id]);
    }
    levels.push(next);
  }
  const others = [...distance.keys()].flatMap((id) =>
    [...of(id)].flatMap((other): (readonly [string, string])[] => {
      const isOther = parent.get(id) !== other && parent.get(other) !== id && distance.has(other);
      return isOther && id < other && distance.get(id) !== 0 && distance.get(other) !== 0 ? [[id, other]] : [];
    }),
  );
  return { levels, children, others: others.toSorted(([a, b], [c, d]) => (a + b < c + d ? -1 : 1)) };
}
