/**
 * Groups: several nodes drawn as one. A group is a node of the graph on screen and of no database; its members stay
 * where they are and are not drawn. Lines to members are bundled into one derived relationship for each other end. Pure.
 */
import { type GraphRelationship, isDerived } from "../../schema/graph.ts";
import { type ExplorerGraph, createGraph } from "./graph.ts";

/** An entity's id has no colon. */
export const isGroup = (id: string): boolean => id.startsWith("group:");
export const isBundle = (id: string): boolean => id.startsWith("bundle:");

const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** The ids of a group's members that are on screen. */
export const membersOf = (graph: ExplorerGraph, group: string): string[] =>
  listOf(graph.getNodeAttribute(group, "node").properties["members"]).filter((id) => graph.hasNode(id));

/** The ids of the relationships that a bundle stands for. */
export const bundledIn = ({ properties }: Pick<GraphRelationship, "properties">): string[] =>
  listOf(properties["bundled"]);

export const hasGroups = (graph: ExplorerGraph): boolean => graph.getAttribute("hasGroups") === true;

export const groupsIn = (graph: ExplorerGraph): string[] => (hasGroups(graph) ? graph.filterNodes(isGroup) : []);

/** The group of each node that is in one. */
export function foldedIn(graph: ExplorerGraph): Map<string, string> {
  return new Map(groupsIn(graph).flatMap((group) => membersOf(graph, group).map((id) => [id, group] as const)));
}

/** The group in whose place a node is drawn, or the node itself. */
export const standIn = (graph: ExplorerGraph, id: string): string =>
  hasGroups(graph) ? (foldedIn(graph).get(id) ?? id) : id;

const bundleOf = (ends: readonly [string, string]): string => `bundle:${ends.join("|")}`;

/** The bundle in whose place a relationship is drawn, or the relationship itself. */
export function lineStandIn(graph: ExplorerGraph, id: string): string {
  if (!hasGroups(graph) || isBundle(id) || !graph.hasEdge(id)) return id;
  const [a = "", b = ""] = graph
    .extremities(id)
    .map((end) => standIn(graph, end))
    .toSorted();
  const bundled = bundleOf([a, b]);
  return graph.hasEdge(bundled) ? bundled : id;
}

/** How many relationships a node has; bundles are none. */
export const degreeIn = (graph: ExplorerGraph, id: string): number =>
  hasGroups(graph) ? graph.filterEdges(id, (edge) => !isBundle(edge)).length : graph.degree(id);

/** How many nodes and relationships there are, groups and bundles aside. */
export const factsIn = (graph: ExplorerGraph): { nodes: number; lines: number } => ({
  nodes: graph.order - groupsIn(graph).length,
  lines: hasGroups(graph) ? graph.filterEdges((id) => !isBundle(id)).length : graph.size,
});

/** Lets go of what no group holds any more, and bundles anew what leads to members. */
export function bundle(graph: ExplorerGraph): void {
  // Without a group there is no bundle either: one of its ends always is.
  if (!hasGroups(graph) && !graph.someNode(isGroup)) return;
  graph.setAttribute("hasGroups", graph.someNode(isGroup));
  for (const group of groupsIn(graph)) if (membersOf(graph, group).length < 2) graph.dropNode(group);
  const folded = foldedIn(graph);
  graph.setAttribute("hasGroups", folded.size > 0);
  const bundles = new Map<string, { ends: [string, string]; ids: string[] }>();
  graph.forEachEdge((id, { relationship }, source, target) => {
    const [start, end] = [folded.get(source) ?? source, folded.get(target) ?? target];
    if (isDerived(relationship) || start === end || (start === source && end === target)) return;
    const ends: [string, string] = start < end ? [start, end] : [end, start];
    const key = bundleOf(ends);
    const known = bundles.get(key) ?? { ends, ids: [] };
    known.ids.push(id);
    bundles.set(key, known);
  });
  for (const id of graph.edges()) if (isBundle(id) && !bundles.has(id)) graph.dropEdge(id);
  for (const [id, { ends, ids }] of bundles) {
    const [start, end] = ends;
    const properties = { derived: true, bundled: ids.toSorted() };
    const relationship = { id, type: "BUNDLED", start, end, properties };
    if (graph.hasEdge(id)) graph.setEdgeAttribute(id, "relationship", relationship);
    else graph.addDirectedEdgeWithKey(id, start, end, { relationship });
  }
}

/** The same graph with every group open; itself where there is none. */
export function opened(graph: ExplorerGraph): ExplorerGraph {
  if (!hasGroups(graph)) return graph;
  const copy = createGraph();
  graph.forEachNode((id, attributes) => {
    if (!isGroup(id)) copy.addNode(id, { ...attributes });
  });
  graph.forEachEdge((id, attributes, source, target) => {
    if (!isBundle(id)) copy.addDirectedEdgeWithKey(id, source, target, attributes);
  });
  copy.setAttribute("guides", graph.getAttribute("guides") ?? null);
  return copy;
}

/** The middle of a group's members. */
export function middleOf(graph: ExplorerGraph, members: readonly string[]): { x: number; y: number } {
  const sum = { x: 0, y: 0 };
  for (const id of members) {
    const { x, y } = graph.getNodeAttributes(id);
    sum.x += x;
    sum.y += y;
  }
  return { x: sum.x / members.length, y: sum.y / members.length };
}

/** What an open view's ids stand for: groups are their members. */
export const withMembers = (graph: ExplorerGraph, ids: Iterable<string>): string[] => [
  ...new Set([...ids].flatMap((id) => (isGroup(id) && graph.hasNode(id) ? membersOf(graph, id) : [id]))),
];
