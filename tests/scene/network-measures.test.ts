import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type MeasuredNetwork, findCommunities, measureNetwork } from "../../scene/network-measures.ts";

const network = (...links: [string, string][]): MeasuredNetwork => ({ nodes: [...new Set(links.flat())], links });
const measuresOf = (given: MeasuredNetwork) => new Map(measureNetwork(given).map((row) => [row.id, row]));

/** Brandes' sums said plainly: every pair, every shortest path, by breadth-first search from each node. */
function plainBetweenness({ nodes, links }: MeasuredNetwork): Map<string, number> {
  const neighbors = new Map(nodes.map((id) => [id, new Set<string>()]));
  for (const [a, b] of links) {
    if (a === b) continue;
    neighbors.get(a)?.add(b);
    neighbors.get(b)?.add(a);
  }
  const from = new Map(nodes.map((id) => [id, search(id)]));
  function search(start: string) {
    const distance = new Map([[start, 0]]);
    const ways = new Map([[start, 1]]);
    const queue = [start];
    for (const id of queue) {
      for (const next of neighbors.get(id) ?? []) {
        if (!distance.has(next)) {
          distance.set(next, (distance.get(id) ?? 0) + 1);
          queue.push(next);
        }
        if (distance.get(next) === (distance.get(id) ?? 0) + 1)
          ways.set(next, (ways.get(next) ?? 0) + (ways.get(id) ?? 0));
      }
    }
    return { distance, ways };
  }
  const pairs = ((nodes.length - 1) * (nodes.length - 2)) / 2;
  const share = (middle: string) => {
    let sum = 0;
    for (const [i, a] of nodes.entries()) {
      for (const b of nodes.slice(i + 1)) {
        const [one, other] = [from.get(a), from.get(b)];
        const whole = one?.distance.get(b);
        if (a === middle || b === middle || whole === undefined) continue;
        const through = (one?.distance.get(middle) ?? Infinity) + (other?.distance.get(middle) ?? Infinity);
        if (through === whole)
          sum += ((one?.ways.get(middle) ?? 0) * (other?.ways.get(middle) ?? 0)) / (one?.ways.get(b) ?? 1);
      }
    }
    return pairs === 0 ? 0 : sum / pairs;
  };
  return new Map(nodes.map((id) => [id, share(id)]));
}

/** A walk that follows a line 85 times of 100, and else begins anywhere; iterated until it rests. */
function plainPagerank({ nodes, links }: MeasuredNetwork): Map<string, number> {
  const neighbors = new Map(nodes.map((id) => [id, new Set<string>()]));
  for (const [a, b] of links) {
    if (a === b) continue;
    neighbors.get(a)?.add(b);
    neighbors.get(b)?.add(a);
  }
  let ranks = new Map(nodes.map((id) => [id, 1 / nodes.length]));
  for (let i = 0; i < 500; i++) {
    const loose = nodes.reduce((sum, id) => sum + (neighbors.get(id)?.size === 0 ? (ranks.get(id) ?? 0) : 0), 0);
    ranks = new Map(
      nodes.map((id) => {
        const come = [...(neighbors.get(id) ?? [])].reduce(
          (sum, other) => sum + (ranks.get(other) ?? 0) / (neighbors.get(other)?.size ?? 1),
          0,
        );
        return [id, 0.15 / nodes.length + 0.85 * (come + loose / nodes.length)];
      }),
    );
  }
  return ranks;
}

const anyNetwork = fc
  .tuple(fc.integer({ min: 1, max: 14 }), fc.array(fc.tuple(fc.nat(13), fc.nat(13)), { maxLength: 30 }))
  .map(([count, pairs]): MeasuredNetwork => ({
    nodes: Array.from({ length: count }, (_, i) => `n${i}`),
    links: pairs.filter(([a, b]) => a < count && b < count).map(([a, b]) => [`n${a}`, `n${b}`]),
  }));

describe("measures", () => {
  it("of a star: all paths lead through its middle", () => {
    const star = measuresOf(network(["hub", "a"], ["hub", "b"], ["hub", "c"]));
    expect(star.get("hub")).toMatchObject({ degree: 3, betweenness: 1 });
    expect(star.get("a")).toMatchObject({ degree: 1, betweenness: 0 });
  });

  it("of a chain of five: 0, 1/2, 2/3, 1/2, 0", () => {
    const chain = measuresOf(network(["a", "b"], ["b", "c"], ["c", "d"], ["d", "e"]));
    expect(["a", "b", "c", "d", "e"].map((id) => chain.get(id)?.betweenness)).toEqual(
      [0, 1 / 2, 2 / 3, 1 / 2, 0].map((value) => expect.closeTo(value, 10)),
    );
  });

  it("count parallel lines and both directions once, and a line to itself not at all", () => {
    const once = measureNetwork(network(["a", "b"], ["b", "c"]));
    expect(measureNetwork(network(["a", "b"], ["b", "a"], ["a", "b"], ["c", "c"], ["c", "b"]))).toEqual(once);
  });

  it("find two cliques that one line joins, and number the larger first", () => {
    const cliques = measuresOf(
      network(
        ["a", "b"],
        ["a", "c"],
        ["b", "c"],
        ["p", "q"],
        ["p", "r"],
        ["p", "s"],
        ["q", "r"],
        ["q", "s"],
        ["r", "s"],
        ["c", "p"],
      ),
    );
    const of = (...ids: string[]) => ids.map((id) => cliques.get(id)?.community);
    expect(of("p", "q", "r", "s")).toEqual([0, 0, 0, 0]);
    expect(of("a", "b", "c")).toEqual([1, 1, 1]);
  });

  it("agree with betweenness and PageRank worked out plainly", () => {
    fc.assert(
      fc.property(anyNetwork, (given) => {
        const measures = measuresOf(given);
        const [between, ranks] = [plainBetweenness(given), plainPagerank(given)];
        for (const id of given.nodes) {
          expect(measures.get(id)?.betweenness).toBeCloseTo(between.get(id) ?? NaN, 8);
          expect(measures.get(id)?.pagerank).toBeCloseTo(ranks.get(id) ?? NaN, 6);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("have the same communities where only these are asked for", () => {
    fc.assert(
      fc.property(anyNetwork, (given) => {
        const all = measureNetwork(given).map(({ id, community }) => [id, community] as const);
        expect(new Map(findCommunities(given))).toEqual(new Map(all));
      }),
      { numRuns: 30 },
    );
  });

  it("are the same in whatever order the network comes, and none of nothing", () => {
    fc.assert(
      fc.property(anyNetwork, ({ nodes, links }) => {
        expect(measureNetwork({ nodes: nodes.toReversed(), links: links.toReversed() })).toEqual(
          measureNetwork({ nodes, links }),
        );
      }),
      { numRuns: 30 },
    );
    expect(measureNetwork({ nodes: [], links: [] })).toEqual([]);
  });
});
