/** Who is central in a network, and which nodes belong together: degree, betweenness, PageRank and communities. */
import { UndirectedGraph } from "graphology";
import louvain from "graphology-communities-louvain";
import betweenness from "graphology-metrics/centrality/betweenness.js";
import pagerank from "graphology-metrics/centrality/pagerank.js";
import { seededRandom } from "./random.ts";

export interface MeasuredNetwork {
  nodes: readonly string[];
  links: readonly (readonly [string, string])[];
}

export interface NodeMeasures {
  id: string;
  /** Distinct neighbors. */
  degree: number;
  /** The share of shortest paths between two others that lead through it, 0 to 1. */
  betweenness: number;
  /** The share of a random walk's time that is spent at it; all shares make 1. */
  pagerank: number;
  /** Communities are numbered from 0, the largest first. */
  community: number;
}

/** Direction is passed over, lines between the same two count once, and lines of a node with itself not at all. */
function simpleGraph({ nodes, links }: MeasuredNetwork): UndirectedGraph {
  const graph = new UndirectedGraph();
  for (const id of [...nodes].toSorted()) graph.mergeNode(id);
  const pairs = links.map(([a, b]) => (a < b ? ([a, b] as const) : ([b, a] as const)));
  for (const [a, b] of pairs.toSorted((p, q) => (p.join("\n") < q.join("\n") ? -1 : 1))) {
    if (a !== b && graph.hasNode(a) && graph.hasNode(b)) graph.mergeEdge(a, b);
  }
  return graph;
}

/** The measures of every node; the same for the same network, whatever its order. */
export function measureNetwork(network: MeasuredNetwork): NodeMeasures[] {
  const graph = simpleGraph(network);
  if (graph.order === 0) return [];
  const between = graph.order < 3 ? {} : betweenness(graph, { getEdgeWeight: null, normalized: true });
  const ranks = pagerank(graph, { getEdgeWeight: null, maxIterations: 1000, tolerance: 1e-10 });
  const communities = communitiesOf(graph);
  return graph.mapNodes((id) => ({
    id,
    degree: graph.degree(id),
    betweenness: between[id] ?? 0,
    pagerank: ranks[id] ?? 0,
    community: communities.get(id) ?? 0,
  }));
}

/** The community of every node, as `measureNetwork` tells it, in a fraction of the time. */
export const findCommunities = (network: MeasuredNetwork): Map<string, number> => communitiesOf(simpleGraph(network));

const communitiesOf = (graph: UndirectedGraph): Map<string, number> =>
  numbered(graph.size === 0 ? {} : louvain(graph, { getEdgeWeight: null, rng: seededRandom(1) }), graph);

/** Communities by size, then by their first member; what nothing joins is one by itself. */
function numbered(found: Readonly<Record<string, number>>, graph: UndirectedGraph): Map<string, number> {
  const members = new Map<string, string[]>();
  graph.forEachNode((id) => {
    const key = found[id] === undefined ? `alone ${id}` : String(found[id]);
    members.set(key, [...(members.get(key) ?? []), id]);
  });
  const ordered = [...members.values()].toSorted(
    (a, b) => b.length - a.length || ((a[0] ?? "") < (b[0] ?? "") ? -1 : 1),
  );
  return new Map(ordered.flatMap((ids, i) => ids.map((id) => [id, i] as const)));
}
