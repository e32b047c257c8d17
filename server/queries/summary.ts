/** How much there is of everything. */
import { z } from "zod";
import type { DatasetSummary } from "../../schema/api.ts";
import { entityLabel } from "../../schema/graph.ts";
import type { GraphDatabase } from "../database/database.ts";
import { bind } from "./bind.ts";

const labels = bind("count-labels", {}, { label: z.string(), nodes: z.int() });
const types = bind("count-types", {}, { type: z.string(), relationships: z.int() });
const observations = bind("count-observations", {}, { observations: z.int() });

/** Entities by label (documents are entities too), relationships by type, and figures. */
export async function summarizeDataset(database: GraphDatabase): Promise<DatasetSummary["counts"]> {
  const [labelRows, typeRows, [figures]] = await Promise.all([
    labels.run(database, {}),
    types.run(database, {}),
    observations.run(database, {}),
  ]);
  const byLabel = Object.fromEntries(labelRows.map(({ label, nodes }) => [label, nodes]));
  const { [entityLabel]: entities = 0, ...own } = byLabel;
  return {
    entities,
    relationships: typeRows.reduce((sum, row) => sum + row.relationships, 0),
    observations: figures?.observations ?? 0,
    documents: own["Document"] ?? 0,
    labels: own,
    types: Object.fromEntries(typeRows.map(({ type, relationships }) => [type, relationships])),
  };
}
