/** An answer drawn as a network: its rows hold relationships with their ends, figures, or entities that stand alone. */
import type { Answer } from "../../schema/api.ts";
import type { GraphNode, GraphRelationship } from "../../schema/graph.ts";
import { Role, type Vocabulary } from "../../schema/vocabulary.ts";
import { documentsOf } from "../queries/index.ts";
import { type Claim, type FoundRow, propertiesOf, unique } from "./rows.ts";
import type { Figures } from "./wording.ts";

/** More would not be read; the figures count all. */
export const mostRelationships = 400;

export interface DrawnNetwork extends Pick<Answer, "subgraph" | "figures" | "observations"> {
  /** The rows that are drawn, in order of time. */
  readonly rows: readonly FoundRow[];
}

/** What the rows hold, each once, and the entities asked about even where nothing answers. */
export function drawNetwork(
  found: readonly FoundRow[],
  vocabulary: Vocabulary,
  asked: readonly GraphNode[],
  keepOrder = false,
): DrawnNetwork {
  const rows = keepOrder ? found : inOrderOfTime(found);
  const all = gather(rows, asked);
  const shown = all.claims.length <= mostRelationships ? rows : cut(rows);
  const drawn = shown === rows ? all : gather(shown, asked);
  return {
    rows: shown,
    subgraph: {
      nodes: withoutLooseDocuments(drawn, asked).toSorted(byId),
      relationships: relationshipsIn(drawn.claims),
    },
    observations: observationsIn(drawn.claims),
    figures: count(rows, all, vocabulary, all.claims.length - drawn.claims.length),
  };
}

const gather = (rows: readonly FoundRow[], asked: readonly GraphNode[]) => ({
  nodes: unique([...asked, ...rows.flatMap(({ nodes }) => nodes)]),
  claims: unique(rows.flatMap(({ claims }) => claims)),
});

/** A document that a row names as its source stands with the documents, unless it was asked about or is drawn to. */
function withoutLooseDocuments({ nodes, claims }: ReturnType<typeof gather>, asked: readonly GraphNode[]): GraphNode[] {
  const kept = new Set([
    ...asked.map(({ id }) => id),
    ...relationshipsIn(claims).flatMap(({ start, end }) => [start, end]),
  ]);
  return nodes.filter(({ id, labels }) => !labels.includes("Document") || kept.has(id));
}

const relationshipsIn = (claims: readonly Claim[]): GraphRelationship[] =>
  claims.flatMap((claim) => (claim.kind === "relationship" ? [claim.relationship] : []));
const observationsIn = (claims: readonly Claim[]) =>
  claims.flatMap((claim) => (claim.kind === "observation" ? [claim.observation] : []));

/** A question joined of several parts has no order of its own. */
function inOrderOfTime(rows: readonly FoundRow[]): FoundRow[] {
  const time = ({ claims: [claim] }: FoundRow) => {
    const { startEarliest, endEarliest } = claim ? propertiesOf(claim) : {};
    return Number(startEarliest ?? endEarliest ?? Infinity);
  };
  const id = ({ claims: [claim], nodes: [node] }: FoundRow) => claim?.id ?? node?.id ?? "";
  return rows
    .map((row) => ({ row, time: time(row), id: id(row) }))
    .sort((a, b) => (a.time === b.time ? (a.id < b.id ? -1 : 1) : a.time - b.time))
    .map(({ row }) => row);
}

const byId = (a: GraphNode, b: GraphNode) => (a.id < b.id ? -1 : 1);

function cut(rows: readonly FoundRow[]): FoundRow[] {
  const kept = new Set<string>();
  return rows.filter(({ claims }) => {
    if (kept.size < mostRelationships) for (const { id } of claims) kept.add(id);
    return claims.length === 0 ? kept.size < mostRelationships : claims.every(({ id }) => kept.has(id));
  });
}

const isDated = ({ properties }: GraphRelationship) =>
  properties["start"] !== undefined || properties["end"] !== undefined;

function count(
  rows: readonly FoundRow[],
  { nodes, claims }: ReturnType<typeof gather>,
  vocabulary: Vocabulary,
  notDrawn: number,
): Figures {
  const relationships = relationshipsIn(claims);
  const observations = observationsIn(claims);
  const alone = rows.filter((row) => !row.claims.some(({ kind }) => kind === "relationship")).length;
  const figures: Figures = {
    rows: rows.length,
    nodes: nodes.length,
    relationships: relationships.length,
    observations: observations.length,
    /** Entities that the figures are of. */
    figured: new Set(observations.map(({ entity }) => entity)).size,
    /** Rows that stand for a figure and are drawn as the entity that it is about. */
    alone,
    rivals: relationships.length + alone,
    documents: new Set(claims.flatMap((claim) => documentsOf(propertiesOf(claim)))).size,
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
  for (const [name, ids] of nodesByName(rows)) figures[`${name}Count`] = ids.size;
  return figures;
}

/** The nodes that the query gives under each name. */
function nodesByName(rows: readonly FoundRow[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { parts } of rows)
    for (const [name, { nodes }] of parts) {
      const ids = found.get(name) ?? new Set();
      for (const { id } of nodes) ids.add(id);
      found.set(name, ids);
    }
  return found;
}
