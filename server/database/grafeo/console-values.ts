/** Grafeo's values as they go over the wire. */
import type { GrafeoDB } from "@grafeo-db/js";
import type { CypherNode, CypherRelationship, CypherValue } from "../../../schema/console.ts";
import { propertiesOf, type Recognize } from "../../console/wire.ts";

type Flat = Record<string, unknown>;

/** The engine gives nodes and relationships as maps that show its internal ids; a map that only looks so is none. */
export function recognizeIn(database: GrafeoDB): Recognize {
  const idOf = (internal: unknown): string | null => {
    const id = typeof internal === "number" ? database.getNode(internal)?.get("id") : undefined;
    return typeof id === "string" ? id : null;
  };

  function node(flat: Flat, convert: (value: unknown) => CypherValue): CypherNode | undefined {
    const { _id, _labels, ...properties } = flat;
    if (typeof _id !== "number" || !Array.isArray(_labels) || database.getNode(_id) === null) return undefined;
    const { id } = properties;
    return {
      kind: "node",
      id: typeof id === "string" ? id : null,
      labels: _labels.map(String),
      properties: propertiesOf(Object.entries(properties), convert),
    };
  }

  function relationship(flat: Flat, convert: (value: unknown) => CypherValue): CypherRelationship | undefined {
    const { _id, _type, _source, _target, ...properties } = flat;
    if (typeof _id !== "number" || typeof _type !== "string" || _source === undefined) return undefined;
    if (database.getEdge(_id) === null) return undefined;
    const { id } = properties;
    return {
      kind: "relationship",
      id: typeof id === "string" ? id : null,
      type: _type,
      start: idOf(_source),
      end: idOf(_target),
      properties: propertiesOf(Object.entries(properties), convert),
    };
  }

  function path({ nodes, edges }: Flat, convert: (value: unknown) => CypherValue): CypherValue | undefined {
    if (!Array.isArray(nodes) || !Array.isArray(edges) || nodes.length !== edges.length + 1) return undefined;
    const walked = nodes.map((flat: Flat) => node(flat, convert));
    const steps = edges.map((flat: Flat) => relationship(flat, convert));
    if (walked.includes(undefined) || steps.includes(undefined)) return undefined;
    return { kind: "path", nodes: walked as CypherNode[], relationships: steps as CypherRelationship[] };
  }

  return (value, convert) => {
    if (value instanceof Date) return { kind: "datetime", value: value.toISOString() };
    if (Buffer.isBuffer(value)) return { kind: "bytes", value: value.toString("base64") };
    if (value instanceof Float32Array) return [...value];
    const flat = value as Flat;
    if ("_labels" in flat) return node(flat, convert);
    if ("_type" in flat) return relationship(flat, convert);
    return "edges" in flat && Object.keys(flat).length === 2 ? path(flat, convert) : undefined;
  };
}
