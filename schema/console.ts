/** A person's own Cypher: what is asked, and rows that keep what each value is. */
import { z } from "zod";
import { Subgraph } from "./graph.ts";
import { TextPosition } from "./query-problem.ts";

/** What one query may take; the embedded engine and Neo4j are held to the same. */
export const consoleLimits = {
  /** Rows of an answer; what is beyond them is cut off, and `truncated` says so. */
  rows: 1000,
  /** Bytes of an answer's rows as JSON, cut off likewise. */
  bytes: 4_000_000,
  /** From the moment that the query begins to run. */
  seconds: 10,
  /** Memory that a query may take beyond what the graph itself needs, in bytes. */
  memory: 512_000_000,
  /** Characters of a query. */
  characters: 50_000,
  /** Bytes of a whole request. */
  request: 262_144,
  /** Brackets within brackets, in the query and in its parameters. */
  nesting: 50,
  /** Queries that run at once. */
  running: 2,
  /** Queries that wait for those; one more is turned away. */
  waiting: 8,
} as const;

export const CypherRequest = z.strictObject({
  query: z
    .string()
    .min(1, "is empty")
    .max(consoleLimits.characters, `is longer than ${consoleLimits.characters} characters`),
  /** Filled in for `$name`; plain JSON. */
  parameters: z.record(z.string(), z.unknown()).default({}),
});
export type CypherRequest = z.infer<typeof CypherRequest>;

/** Scalars that JSON has no form for, as text in their usual notation. */
export const scalarKinds = [
  "integer", // beyond 2^53
  "float", // NaN, Infinity, and on Neo4j a whole one: 1.0
  "date",
  "time",
  "local-time",
  "datetime",
  "local-datetime",
  "duration",
  "point",
  "bytes", // base64
  "other",
] as const;

export type CypherScalar = { kind: (typeof scalarKinds)[number]; value: string };
/** `id` is our own; null where the node has none. */
export type CypherNode = {
  kind: "node";
  id: string | null;
  labels: string[];
  properties: Record<string, CypherValue>;
};
/** `start` and `end` are ids of nodes, null where those have none. */
export type CypherRelationship = {
  kind: "relationship";
  id: string | null;
  type: string;
  start: string | null;
  end: string | null;
  properties: Record<string, CypherValue>;
};
/** One more node than relationships. */
export type CypherPath = { kind: "path"; nodes: CypherNode[]; relationships: CypherRelationship[] };
/** In the order of the engine; a name may be anything. */
export type CypherMap = { kind: "map"; entries: [string, CypherValue][] };

/** Plain JSON where that is exact; everything else says its kind. */
export type CypherValue =
  | null
  | boolean
  | number
  | string
  | CypherValue[]
  | CypherScalar
  | CypherNode
  | CypherRelationship
  | CypherPath
  | CypherMap;

const properties = z.lazy(() => z.record(z.string(), CypherValue));
const CypherNode = z.object({
  kind: z.literal("node"),
  id: z.string().nullable(),
  labels: z.array(z.string()),
  properties,
});
const CypherRelationship = z.object({
  kind: z.literal("relationship"),
  id: z.string().nullable(),
  type: z.string(),
  start: z.string().nullable(),
  end: z.string().nullable(),
  properties,
});
export const CypherValue: z.ZodType<CypherValue> = z
  .lazy(() =>
    z.union([
      z.null(),
      z.boolean(),
      z.number(),
      z.string(),
      z.array(CypherValue),
      z.discriminatedUnion("kind", [
        z.object({ kind: z.enum(scalarKinds), value: z.string() }),
        CypherNode,
        CypherRelationship,
        z.object({
          kind: z.literal("path"),
          nodes: z.array(CypherNode),
          relationships: z.array(CypherRelationship),
        }),
        z.object({ kind: z.literal("map"), entries: z.array(z.tuple([z.string(), CypherValue])) }),
      ]),
    ]),
  )
  .meta({ id: "CypherValue" });

/** What the embedded engine answers wrongly without a word, names that the graph does not have, and as `notice` what Neo4j itself says of a query. */
export const warningRules = [
  "relationship-as-number",
  "ids-without-as",
  "shortest-path-filter",
  "optional-collect",
  "text-equals-number",
  "ordering",
  "negative-slice",
  "percentile-parameter",
  "sum-of-nothing",
  "power",
  "type-predicate",
  "pattern-comprehension",
  "descending-bounds",
  "temporal",
  "unknown-label",
  "unknown-type",
  "unknown-property",
  "notice",
] as const;
export const CypherWarning = z.object({
  rule: z.enum(warningRules),
  message: z.string(),
  /** Of a name that there is not: how it is written, and the known one that is most like it. */
  name: z.string().exactOptional(),
  meant: z.string().exactOptional(),
  start: TextPosition,
  end: TextPosition,
});
export type CypherWarning = z.infer<typeof CypherWarning>;

export const CypherAnswer = z.object({
  engine: z.enum(["grafeo", "neo4j"]),
  columns: z.array(z.string()),
  /** As many values in each as there are columns. */
  rows: z.array(z.array(CypherValue)),
  /** Which limit cut the rows off, if one did. */
  truncated: z.enum(["rows", "bytes"]).nullable(),
  milliseconds: z.number(),
  warnings: z.array(CypherWarning),
  /** The entities and relationships in the rows, with both ends of each relationship. */
  subgraph: Subgraph,
  limits: z.object({
    rows: z.int(),
    bytes: z.int(),
    seconds: z.int(),
    memory: z.int(),
    characters: z.int(),
    request: z.int(),
    nesting: z.int(),
    running: z.int(),
    waiting: z.int(),
  }),
});
export type CypherAnswer = z.infer<typeof CypherAnswer>;
