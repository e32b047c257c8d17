/** An answer drawn as a network: its rows are relationships with their ends, or an entity that stands alone. */
import { z } from "zod";
import type { Answer } from "../../schema/api.ts";
import type { GraphNode, GraphRelationship } from "../../schema/graph.ts";
import { Role, type Vocabulary } from "../../schema/vocabulary.ts";
import type { Row } from "../database/database.ts";
import { Node, Relationship } from "../queries/bind.ts";
import { documentsOf } from "../queries/index.ts";
import type { Figures } from "./wording.ts";

const Rows = z.array(z.object({ relationship: Relationship.nullable(), startNode: Node, endNode: Node.nullable() }));

/** More would not be read; the figures count all. */
export const mostRelationships = 400;

/** The relationships of the rows with their ends, each once, and the entities asked about even where nothing answers. */
export function drawNetwork(
  rows: readonly Row[],
  vocabulary: Vocabulary,
  asked: readonly GraphNode[],
): Pick<Answer, "subgraph" | "figures"> {
  const found = inOrderOfTime(Rows.parse(rows));
  const all = gather(found, asked);
  const shown = all.relationships.length <= mostRelationships ? found : cut(found);
  const drawn = gather(shown, asked);
  return {
    subgraph: drawn,
    figures: count(found, all, vocabulary, all.relationships.length - drawn.relationships.length),
  };
}

type Found = z.infer<typeof Rows>;

function gather(rows: Found, asked: readonly GraphNode[]): { nodes: GraphNode[]; relationships: GraphRelationship[] } {
  const nodes = new Map(asked.map((node) => [node.id, node]));
  const relationships = new Map<string, GraphRelationship>();
  for (const { relationship, startNode, endNode } of rows) {
    for (const node of [startNode, endNode]) if (node) nodes.set(node.id, node);
    if (relationship) relationships.set(relationship.id, relationship);
  }
  return { nodes: [...nodes.values()].sort(byId), relationships: [...relationships.values()] };
}

/** A question joined of several parts has no order of its own. */
function inOrderOfTime(rows: Found): Found {
  const time = ({ relationship }: Found[number]) =>
    Number(relationship?.properties["startEarliest"] ?? relationship?.properties["endEarliest"] ?? Infinity);
  const id = ({ relationship, startNode }: Found[number]) => relationship?.id ?? startNode.id;
  return rows
    .map((row) => ({ row, time: time(row), id: id(row) }))
    .sort((a, b) => (a.time === b.time ? (a.id < b.id ? -1 : 1) : a.time - b.time))
    .map(({ row }) => row);
}

const byId = (a: GraphNode, b: GraphNode) => (a.id < b.id ? -1 : 1);

function cut(rows: Found): Found {
  const kept = new Set<string>();
  return rows.filter(({ relationship }) => {
    if (relationship && kept.size < mostRelationships) kept.add(relationship.id);
    return relationship === null ? kept.size < mostRelationships : kept.has(relationship.id);
  });
}

const isDated = ({ properties }: GraphRelationship) =>
  properties["start"] !== undefined || properties["end"] !== undefined;

function count(
  rows: Found,
  { nodes, relationships }: ReturnType<typeof gather>,
  vocabulary: Vocabulary,
  notDrawn: number,
): Figures {
  const alone = rows.filter(({ relationship }) => relationship === null).length;
  const figures: Figures = {
    nodes: nodes.length,
    relationships: relationships.length,
    /** Rows that stand for a figure and are drawn as the entity that it is about. */
    alone,
    rivals: relationships.length + alone,
    documents: new Set(relationships.flatMap(({ properties }) => documentsOf(properties))).size,
    dated: relationships.filter(isDated).length,
    notDrawn,
  };
  for (const role of Role.options) {
    const own = relationships.filter(({ type }) => vocabulary.relationships[type]?.role === role);
    figures[role] = own.length;
    figures[`${role}Starts`] = new Set(own.map(({ start }) => start)).size;
    figures[`${role}Ends`] = new Set(own.map(({ end }) => end)).size;
    figures[`${role}Dated`] = own.filter(isDated).length;
  }
  return figures;
}
