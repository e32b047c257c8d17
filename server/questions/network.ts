/** An answer drawn as a network: its rows hold relationships with their ends, figures, or entities that stand alone. */
import type { Answer } from "../../schema/api.ts";
import type { GraphNode, GraphRelationship } from "../../schema/graph.ts";
import { strengthIn } from "../../schema/strength.ts";
import { Role, type Vocabulary } from "../../schema/vocabulary.ts";
import { documentsOf } from "../queries/index.ts";
import { type Claim, type FoundRow, propertiesOf, unique } from "./rows.ts";
import { type Figures, listOf, same, type Words } from "./wording.ts";

export interface DrawnNetwork extends Pick<Answer, "subgraph" | "figures" | "observations"> {
  /** The rows that are drawn, in order of time. */
  readonly rows: readonly FoundRow[];
  /** `personNames`: those that the rows give as `person`, where they are few; `none` where there are more. */
  readonly names: Words;
}

/** So many are named in a sentence. */
const mostNamed = 3;

/** What answers a question, of which no more is drawn than can be read. */
export interface Found extends DrawnNetwork {
  /** How many rows there are, drawn or not. */
  readonly falling: number;
  /** The ids of whom the rows tell of, or quote. */
  readonly told: ReadonlySet<string>;
  /** Rows of which it is not known whether they fall into the period, and of whom the first of them tell. */
  readonly undecided: { readonly count: number; readonly subjects: readonly GraphNode[] };
}

/** What the rows hold, each once and no more than `most` claims, and the entities asked about even where nothing answers. */
export function drawNetwork(
  found: readonly FoundRow[],
  vocabulary: Vocabulary,
  asked: readonly GraphNode[],
  { most, keepOrder = false }: { readonly most: number; readonly keepOrder?: boolean },
): DrawnNetwork {
  const rows = keepOrder ? found : inOrderOfTime(found, vocabulary);
  const all = gather(rows, asked);
  const shown = all.claims.length <= most ? rows : cut(rows, most);
  const drawn = shown === rows ? all : gather(shown, asked);
  const byName = nodesByName(rows);
  return {
    rows: shown,
    subgraph: {
      nodes: withoutLooseDocuments(drawn, asked).toSorted(byId),
      relationships: relationshipsIn(drawn.claims),
    },
    observations: observationsIn(drawn.claims),
    figures: count(rows, byName, all, vocabulary, all.claims.length - drawn.claims.length),
    names: namesOfFew(byName),
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

/** A question joined of several parts has no order of its own. At one time, and of what has none, the strongest tie is first. */
function inOrderOfTime(rows: readonly FoundRow[], { relationships }: Vocabulary): FoundRow[] {
  const strengthOf = strengthIn(relationships);
  const time = ({ claims: [claim] }: FoundRow) => {
    const { startEarliest, endEarliest } = claim ? propertiesOf(claim) : {};
    return Number(startEarliest ?? endEarliest ?? Infinity);
  };
  const strength = ({ claims }: FoundRow) => {
    const [tie] = relationshipsIn(claims.slice(0, 1));
    return tie === undefined ? -Infinity : strengthOf(tie);
  };
  const id = ({ claims: [claim], nodes: [node] }: FoundRow) => claim?.id ?? node?.id ?? "";
  return rows
    .map((row) => ({ row, time: time(row), strength: strength(row), id: id(row) }))
    .sort((a, b) => {
      if (a.time !== b.time) return a.time - b.time;
      if (a.strength !== b.strength) return b.strength - a.strength;
      return a.id < b.id ? -1 : 1;
    })
    .map(({ row }) => row);
}

const byId = (a: GraphNode, b: GraphNode) => (a.id < b.id ? -1 : 1);

function cut(rows: readonly FoundRow[], most: number): FoundRow[] {
  const kept = new Set<string>();
  return rows.filter(({ claims }) => {
    if (kept.size < most) for (const { id } of claims) kept.add(id);
    return claims.length === 0 ? kept.size < most : claims.every(({ id }) => kept.has(id));
  });
}

const isDated = ({ properties }: GraphRelationship) =>
  properties["start"] !== undefined || properties["end"] !== undefined;

/** What is counted of a claim; of a figure, `start` is its entity and the rest is left out. */
export interface CountedClaim {
  readonly type: string | undefined;
  readonly start: string;
  readonly end: string;
  readonly dated: boolean;
  /** The ids of those that it cites. */
  readonly documents: readonly string[];
}

export interface Counted {
  readonly rows: number;
  /** Rows that stand for a figure and are drawn as the entity that it is about. */
  readonly alone: number;
  readonly nodes: number;
  readonly claims: readonly CountedClaim[];
  readonly notDrawn: number;
}

export function countClaims({ rows, alone, nodes, claims, notDrawn }: Counted, vocabulary: Vocabulary): Figures {
  const byRole = new Map(Role.options.map((role): [Role, CountedClaim[]] => [role, []]));
  const figured: string[] = [];
  const documents = new Set<string>();
  for (const claim of claims) {
    for (const id of claim.documents) documents.add(id);
    if (claim.type === undefined) figured.push(claim.start);
    else byRole.get(vocabulary.relationships[claim.type]?.role as Role)?.push(claim);
  }
  const relationships = claims.length - figured.length;
  const figures: Figures = {
    rows,
    nodes,
    relationships,
    observations: figured.length,
    /** Entities that the figures are of. */
    figured: new Set(figured).size,
    alone,
    rivals: relationships + alone,
    documents: documents.size,
    /** Claims that cite nothing. */
    uncited: claims.filter((claim) => claim.documents.length === 0).length,
    dated: claims.filter(({ type, dated }) => type !== undefined && dated).length,
    notDrawn,
  };
  for (const [role, own] of byRole) {
    figures[role] = own.length;
    figures[`${role}Starts`] = new Set(own.map(({ start }) => start)).size;
    figures[`${role}Ends`] = new Set(own.map(({ end }) => end)).size;
    figures[`${role}Dated`] = own.filter(({ dated }) => dated).length;
  }
  return figures;
}

function count(
  rows: readonly FoundRow[],
  byName: NodesByName,
  { nodes, claims }: ReturnType<typeof gather>,
  vocabulary: Vocabulary,
  notDrawn: number,
): Figures {
  const alone = rows.filter((row) => !row.claims.some(({ kind }) => kind === "relationship")).length;
  const figures = countClaims(
    { rows: rows.length, alone, nodes: nodes.length, claims: claims.map(counted), notDrawn },
    vocabulary,
  );
  for (const [name, nodes] of byName) figures[`${name}Count`] = nodes.size;
  for (const [name, { scalar }] of rows[0]?.parts ?? [])
    if (isFigure(name) && typeof scalar === "number") figures[name] = scalar;
  return figures;
}

/** Whether what a query returns under this name, the same in all rows, is a figure of the whole answer. */
export const isFigure = (name: string) => name.endsWith("InAll");

function counted(claim: Claim): CountedClaim {
  const documents = documentsOf(propertiesOf(claim));
  if (claim.kind === "observation")
    return { type: undefined, start: claim.observation.entity, end: "", dated: false, documents };
  const { type, start, end } = claim.relationship;
  return { type, start, end, dated: isDated(claim.relationship), documents };
}

type NodesByName = ReadonlyMap<string, ReadonlyMap<string, GraphNode>>;

/** The nodes that the query gives under each name. */
function nodesByName(rows: readonly FoundRow[]): NodesByName {
  const found = new Map<string, Map<string, GraphNode>>();
  for (const { parts } of rows)
    for (const [name, { nodes }] of parts) {
      const known = found.get(name) ?? new Map<string, GraphNode>();
      for (const node of nodes) known.set(node.id, node);
      found.set(name, known);
    }
  return found;
}

const namesOfFew = (byName: NodesByName): Words =>
  Object.fromEntries(
    Array.from(byName, ([name, nodes]) => [
      `${name}Names`,
      nodes.size > mostNamed ? same("none") : listOf([...nodes.values()]),
    ]),
  );
