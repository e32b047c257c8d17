/** What a question's query answers, row by row: nodes, relationships and figures under the names that the query gives. */
import type { Observation } from "../../schema/api.ts";
import type { GraphNode, GraphRelationship, Properties } from "../../schema/graph.ts";
import type { Row } from "../database/database.ts";
import { Figure, Node, Relationship } from "../queries/bind.ts";

/** A relationship or a figure, as what it is. */
export type Claim =
  | { readonly kind: "relationship"; readonly id: string; readonly relationship: GraphRelationship }
  | { readonly kind: "observation"; readonly id: string; readonly observation: Observation };

export const propertiesOf = (claim: Claim): Properties =>
  claim.kind === "relationship" ? claim.relationship.properties : claim.observation.properties;

/** What a row has under one name. */
export interface Part {
  readonly nodes: readonly GraphNode[];
  readonly claims: readonly Claim[];
  readonly scalar?: string | number | boolean;
  readonly texts?: readonly string[];
}

export interface FoundRow {
  readonly parts: ReadonlyMap<string, Part>;
  readonly nodes: readonly GraphNode[];
  readonly claims: readonly Claim[];
}

export function readRows(rows: readonly Row[]): FoundRow[] {
  return rows.map((row) => {
    return rowOf(Object.entries(row).map(([name, value]) => [name, readPart(value)]));
  });
}

/** A row of these parts by their names. */
export function rowOf(named: readonly (readonly [string, Part])[]): FoundRow {
  const parts = new Map(named);
  const all = [...parts.values()];
  return {
    parts,
    nodes: unique(all.flatMap(({ nodes }) => nodes)),
    claims: unique(all.flatMap(({ claims }) => claims)),
  };
}

export const unique = <T extends { readonly id: string }>(items: readonly T[]): T[] => [
  ...new Map(items.map((item) => [item.id, item])).values(),
];

function readPart(value: unknown): Part {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    return { nodes: [], claims: [], scalar: value };
  const list = Array.isArray(value) ? value : [value];
  const items = list.filter(isMap);
  const texts = list.filter((item): item is string => typeof item === "string");
  return {
    ...(texts.length === 0 ? {} : { texts }),
    nodes: items.filter((item) => "labels" in item).map((item) => Node.parse(item)),
    claims: items.filter((item) => !("labels" in item)).map(readClaim),
  };
}

const isMap = (value: unknown): value is object => typeof value === "object" && value !== null;

function readClaim(item: object): Claim {
  if ("type" in item) {
    const relationship = Relationship.parse(item);
    return { kind: "relationship", id: relationship.id, relationship };
  }
  const observation = Figure.parse(item);
  return { kind: "observation", id: observation.id, observation };
}
