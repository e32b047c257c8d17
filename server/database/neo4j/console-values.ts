/** Neo4j's values as they go over the wire. */
import neo4j, { type Node, type Path, type Relationship, type Session } from "neo4j-driver";
import type { CypherNode, CypherRelationship, CypherValue } from "../../../schema/console.ts";
import { propertiesOf, type Recognize } from "../../console/wire.ts";

/** What was met in the rows of one run: nodes by the server's own ids, and relationships whose ends are to be found. */
export interface Met {
  readonly ids: Map<string, string | null>;
  readonly loose: { relationship: CypherRelationship; start: string; end: string }[];
}

export function recognizeWith(met: Met): Recognize {
  return (value, convert) => {
    if (neo4j.isNode(value)) {
      const node = nodeOf(value, convert);
      met.ids.set(value.elementId, node.id);
      return node;
    }
    if (neo4j.isRelationship(value)) return relationshipOf(value, met, convert);
    if (neo4j.isPath(value)) return pathOf(value, met, convert);
    return scalarOf(value);
  };
}

function nodeOf({ labels, properties }: Node, convert: (value: unknown) => CypherValue): CypherNode {
  return { kind: "node", id: ownId(properties), labels, properties: propertiesOf(Object.entries(properties), convert) };
}

const ownId = ({ id }: Record<string, unknown>) => (typeof id === "string" ? id : null);

function relationshipOf(
  { type, properties, startNodeElementId, endNodeElementId }: Relationship,
  met: Met,
  convert: (value: unknown) => CypherValue,
): CypherRelationship {
  const relationship: CypherRelationship = {
    kind: "relationship",
    id: ownId(properties),
    type,
    start: null,
    end: null,
    properties: propertiesOf(Object.entries(properties), convert),
  };
  met.loose.push({ relationship, start: startNodeElementId, end: endNodeElementId });
  return relationship;
}

function pathOf({ start, segments }: Path, met: Met, convert: (value: unknown) => CypherValue): CypherValue {
  const nodes = [start, ...segments.map(({ end }) => end)];
  return {
    kind: "path",
    nodes: nodes.map((node) => convert(node) as CypherNode),
    relationships: segments.map(({ relationship }) => convert(relationship) as CypherRelationship),
  };
}

function scalarOf(value: object): CypherValue | undefined {
  const kind = neo4j.isDate(value)
    ? "date"
    : neo4j.isTime(value)
      ? "time"
      : neo4j.isLocalTime(value)
        ? "local-time"
        : neo4j.isDateTime(value)
          ? "datetime"
          : neo4j.isLocalDateTime(value)
            ? "local-datetime"
            : neo4j.isDuration(value)
              ? "duration"
              : undefined;
  if (kind !== undefined) return { kind, value: inWords(value) };
  if (neo4j.isPoint(value)) {
    const { srid, x, y, z } = value;
    const third = z === undefined ? "" : `, z: ${z}`;
    return { kind: "point", value: `point({srid: ${String(srid)}, x: ${x}, y: ${y}${third}})` };
  }
  if (value instanceof Int8Array) return { kind: "bytes", value: Buffer.from(value.buffer).toString("base64") };
  return Object.getPrototypeOf(value) === Object.prototype ? undefined : { kind: "other", value: inWords(value) };
}

/** The driver's own types say what they are. */
function inWords(value: { toString(): string }): string {
  return value.toString();
}

/** Gives relationships their ends, which the server tells by ids of its own. */
export async function settleEnds(session: Session, { ids, loose }: Met, timeout: number): Promise<void> {
  const elements = [...new Set(loose.flatMap(({ start, end }) => [start, end]))].filter((element) => !ids.has(element));
  if (elements.length > 0) {
    const found = await session.run(
      "MATCH (n) WHERE elementId(n) IN $elements RETURN elementId(n) AS element, n.id AS id",
      { elements },
      { timeout },
    );
    for (const row of found.records) {
      const id: unknown = row.get("id");
      ids.set(String(row.get("element")), typeof id === "string" ? id : null);
    }
  }
  for (const { relationship, start, end } of loose) {
    relationship.start = ids.get(start) ?? null;
    relationship.end = ids.get(end) ?? null;
  }
}
