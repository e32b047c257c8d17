/** An entity's neighbors: how many there are before anything is drawn, then page by page. */
import { z } from "zod";
import { Direction, type NeighborCounts, type Neighbors } from "../../schema/api.ts";
import type { GraphDatabase } from "../database/database.ts";
import { InvalidRequest } from "../errors.ts";
import { bind, Node, Relationship } from "./bind.ts";
import { getNode } from "./nodes.ts";

const filters = { id: z.string(), types: z.array(z.string()), direction: Direction, labels: z.array(z.string()) };
const page = bind(
  "expand-node",
  { ...filters, afterDegree: z.int(), afterId: z.string().nullable(), limit: z.int() },
  { node: Node, degree: z.int(), id: z.string(), relationships: z.array(Relationship) },
);
const fitting = bind("count-expansion", filters, { total: z.int() });
const counts = bind(
  "count-neighbors",
  { id: z.string() },
  { type: z.string(), direction: z.enum(["out", "in"]), label: z.string(), neighbors: z.int(), relationships: z.int() },
);

export interface Expansion {
  readonly id: string;
  /** Empty lets every type through; so does an empty list of labels. */
  readonly types: string[];
  readonly labels: string[];
  readonly direction: Direction;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** The next neighbors, the best connected first, with the relationships to them that pass the filters. */
export async function expandNode(
  database: GraphDatabase,
  { limit, cursor, ...filters }: Expansion,
): Promise<Neighbors> {
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

/** How many neighbors there are, by type, direction and label. */
export async function countNeighbors(database: GraphDatabase, id: string): Promise<NeighborCounts> {
  await getNode(database, id);
  const [rows, [count]] = await Promise.all([
    counts.run(database, { id }),
    fitting.run(database, { id, types: [], direction: "both", labels: [] }),
  ]);
  return { total: count?.total ?? 0, counts: rows };
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
