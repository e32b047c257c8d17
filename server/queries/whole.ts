/** All names and the lines between them, by their ids alone: entities that are no documents, and their relationships. */
import { z } from "zod";
import type { GraphDatabase } from "../database/database.ts";
import { bind } from "./bind.ts";

/** What a network is made of, in order of id. */
export interface Whole {
  readonly names: readonly string[];
  readonly lines: readonly Line[];
}

export interface Line {
  readonly id: string;
  readonly type: string;
  readonly start: string;
  readonly end: string;
}

const counts = {
  names: bind("count-names", {}, { names: z.int() }),
  lines: bind("count-lines", {}, { lines: z.int() }),
};
const lists = {
  names: bind("list-names", {}, { id: z.string() }),
  lines: bind("list-lines", {}, { id: z.string(), type: z.string(), start: z.string(), end: z.string() }),
};
const dated = bind("find-dated", {}, { dated: z.literal(true) });

/** How many names and lines there are, whoever put them into the graph. */
export async function countWhole(database: GraphDatabase): Promise<{ names: number; lines: number }> {
  const [[names], [lines]] = await Promise.all([counts.names.run(database, {}), counts.lines.run(database, {})]);
  return { names: names?.names ?? 0, lines: lines?.lines ?? 0 };
}

/** All of them; of 100,000 names with 235,000 lines it takes seconds. */
export async function listWhole(database: GraphDatabase): Promise<Whole> {
  const [names, lines] = await Promise.all([lists.names.run(database, {}), lists.lines.run(database, {})]);
  return {
    names: names.map(({ id }) => id).sort(),
    lines: lines.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)),
  };
}

/** Whether any relationship has a date. */
export async function hasDates(database: GraphDatabase): Promise<boolean> {
  return (await dated.run(database, {})).length > 0;
}
