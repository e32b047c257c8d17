/** An entity's neighbors: how many there are before anything is drawn, then page by page. */
import { z } from "zod";
import { type Period, daysOfPeriod } from "../../schema/as-of.ts";
import { Direction, NeighborCount, type NeighborCounts, type Neighbors, kindOf } from "../../schema/api.ts";
import type { GraphDatabase } from "../database/database.ts";
import { InvalidRequest } from "../errors.ts";
import { bind, Node, Relationship } from "./bind.ts";
import { getNode } from "./nodes.ts";

const time = { first: z.int(), last: z.int(), undated: z.boolean() };
const filters = {
  id: z.string(),
  types: z.array(z.string()),
  direction: Direction,
  labels: z.array(z.string()),
  withoutKinds: z.array(z.string()),
  ...time,
};
const page = bind(
  "expand-node",
  { ...filters, afterDegree: z.int(), afterId: z.string().nullable(), limit: z.int() },
  { node: Node, degree: z.int(), id: z.string(), relationships: z.array(Relationship) },
);
const fitting = bind("count-expansion", filters, { total: z.int() });
const counts = bind("count-neighbors", { id: z.string(), ...time }, NeighborCount.shape);

/** The time at which neighbors are looked for: what is over by then, or still to come, is left out. */
export interface AtTime extends Period {
  /** Whether relationships without a date take part. */
  readonly undated?: boolean;
}

const days = ({ undated = true, ...period }: AtTime) => ({ ...daysOfPeriod(period), undated });

export interface Expansion {
  readonly id: string;
  /** Empty lets every type through; so does an empty list of labels. */
  readonly types: string[];
  readonly labels: string[];
  readonly direction: Direction;
  /** What is left out; see `kindOf`. */
  readonly withoutKinds?: string[];
  readonly time?: AtTime;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** The next neighbors, the best connected first, with the relationships to them that pass the filters. */
export async function expandNode(
  database: GraphDatabase,
  { limit, cursor, time = {}, withoutKinds = [], ...rest }: Expansion,
): Promise<Neighbors> {
  const filters = { ...rest, withoutKinds, ...days(time) };
  const after = cursor === undefined ? { degree: 0, id: null } : readCursor(cursor);
  const [node, rows] = await Promise.all([
    getNode(database, filters.id),
    page.run(database, { ...filters, afterDegree: after.degree, afterId: after.id, limit: limit + 1 }),
  ]);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const isWhole = cursor === undefined && rows.length <= limit;
  const [count] = isWhole ? [{ total: rows.length }] : await fitting.run(database, filters);
  return {
    subgraph: {
      nodes: [node, ...shown.map((row) => row.node)],
      relationships: shown.flatMap(({ relationships }) => relationships).sort((a, b) => (a.id < b.id ? -1 : 1)),
    },
    total: count?.total ?? 0,
    nextCursor: rows.length > limit && last ? writeCursor(last) : null,
  };
}

/** How many neighbors there are, by kind; those of the kinds left out are not counted. */
export async function countNeighbors(
  database: GraphDatabase,
  id: string,
  { withoutKinds = [], ...time }: AtTime & Pick<Expansion, "withoutKinds"> = {},
): Promise<NeighborCounts> {
  await getNode(database, id);
  const [rows, [count]] = await Promise.all([
    counts.run(database, { id, ...days(time) }),
    fitting.run(database, { id, types: [], direction: "both", labels: [], withoutKinds, ...days(time) }),
  ]);
  return { total: count?.total ?? 0, counts: rows.filter((row) => !withoutKinds.includes(kindOf(row))) };
}

const Cursor = z.tuple([z.int(), z.string()]);

function writeCursor({ degree, id }: { degree: number; id: string }): string {
  return Buffer.from(JSON.stringify([degree, id])).toString("base64url");
}

function readCursor(cursor: string): { degree: number; id: string } {
  try {
    const [degree, id] = Cursor.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
    return { degree, id };
  } catch (cause) {
    throw new InvalidRequest(
      "This cursor was not given by an earlier page.",
      "Leave it out to begin with the first page.",
      { cause },
    );
  }
}
