/** What can be laid out, as plain values, so that a worker can be asked for it; each layout is read when first needed. */
import type { Columns } from "../../schema/api.ts";
import type { ColumnLink, ColumnRows } from "./columns.ts";
import type { Laid } from "./laid.ts";
import type { LayeredInput } from "./layered.ts";
import type { OrganicInput } from "./organic.ts";
import type { RuledJob } from "./ruled.ts";

export type LayoutJob =
  | { layout: "organic"; input: OrganicInput }
  | { layout: "layered"; input: LayeredInput }
  | RuledJob;

/** The order of the rows of a question's columns, which asks for no measured text. */
export interface OrderJob {
  layout: "columns";
  input: { columns: Columns; links: readonly ColumnLink[] };
}

/** Here and now. */
export async function orderRows({ input: { columns, links } }: OrderJob): Promise<ColumnRows> {
  return (await import("./order-columns.ts")).orderColumns(columns, links);
}

/** Here and now. */
export async function layOut(job: LayoutJob): Promise<Laid> {
  if (job.layout === "organic") return { points: (await import("./organic.ts")).layOrganic(job.input), guides: null };
  if (job.layout === "layered") return (await import("./layered.ts")).layLayered(job.input);
  return (await import("./ruled.ts")).layRuled(job);
}
