/** Figures of several entities. */
import { z } from "zod";
import type { FigureList } from "../../schema/api.ts";
import type { GraphDatabase } from "../database/database.ts";
import { bind, Figure } from "./bind.ts";

const figuresOf = bind("list-figures", { ids: z.array(z.string()) }, { observation: Figure });

/** The figures of these entities that are a number or a date; an id that nothing has is passed over. */
export async function listFigures(database: GraphDatabase, ids: readonly string[]): Promise<FigureList> {
  const rows = await figuresOf.run(database, { ids: [...new Set(ids)] });
  return { observations: rows.map(({ observation }) => observation) };
}
