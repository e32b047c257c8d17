/** An answer as a table: typed columns with captions, and rows of cells that carry what they show and what it rests on. */
import { z } from "zod";
import { PartialDate } from "./date.ts";
import { Certainty } from "./fact.ts";
import { LocalizedText } from "./language.ts";

/**
 * What a column's cells hold. `node`: entities. `claim`: what is said, in the words of a relationship's type or a
 * figure's measure. `details`: the claims' own properties, such as a title. `figure`: a value. `date`: when it held.
 * `certainty`, `sources`: how and where it is said, of all claims that the row rests on. `text` and `number`: as they are.
 */
export const CellKind = z.enum([
  "node",
  "claim",
  "details",
  "figure",
  "date",
  "certainty",
  "sources",
  "text",
  "number",
]);
export type CellKind = z.infer<typeof CellKind>;

export const TableColumn = z.object({ id: z.string(), caption: LocalizedText, kind: CellKind });
export type TableColumn = z.infer<typeof TableColumn>;

/** Dates as they are given, of one claim; `asOf` is the day for which a figure holds. */
export const CellDates = z.object({
  claim: z.string(),
  start: PartialDate.optional(),
  end: PartialDate.optional(),
  ongoing: z.literal(true).optional(),
  asOf: PartialDate.optional(),
  inferred: z.literal(true).optional(),
});
export type CellDates = z.infer<typeof CellDates>;

/** A value with its unit, or words; either may be missing, never both. */
export const CellFigure = z.object({
  claim: z.string(),
  measure: z.string(),
  value: z.union([z.number(), z.string()]).optional(),
  text: LocalizedText.partial().optional(),
  unit: z.string().optional(),
  currency: z.string().optional(),
  qualifier: z.string().optional(),
});
export type CellFigure = z.infer<typeof CellFigure>;

/** Ids of nodes are among the nodes of the answer's subgraph or its documents, ids of claims among its relationships or its observations. */
export const TableCell = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("node"), nodes: z.array(z.string()).min(1) }),
  z.object({ kind: z.literal("claim"), claims: z.array(z.string()).min(1) }),
  z.object({ kind: z.literal("details"), claims: z.array(z.string()).min(1) }),
  z.object({ kind: z.literal("figure"), figures: z.array(CellFigure).min(1) }),
  z.object({ kind: z.literal("date"), dates: z.array(CellDates).min(1) }),
  z.object({
    kind: z.literal("certainty"),
    /** The weakest of the row's claims. */
    certainty: Certainty,
    reported: z.literal(true).optional(),
    /** Who holds it, where that is not the document's author: an entity's id or a name. */
    saidBy: z.array(z.string()).optional(),
  }),
  z.object({ kind: z.literal("sources"), citations: z.array(z.string()).min(1) }),
  z.object({ kind: z.literal("text"), text: LocalizedText.partial() }),
  z.object({ kind: z.literal("number"), number: z.number() }),
]);
export type TableCell = z.infer<typeof TableCell>;

export const TableRow = z.object({
  id: z.string(),
  /** The relationships and figures that the row rests on. */
  claims: z.array(z.string()),
  /** One for each column, in their order; null where it is not known, or is nothing that the row has. */
  cells: z.array(TableCell.nullable()),
});
export type TableRow = z.infer<typeof TableRow>;

export const AnswerTable = z.object({
  columns: z.array(TableColumn),
  rows: z.array(TableRow),
  /** Rows that there are beside those given. */
  more: z.int(),
});
export type AnswerTable = z.infer<typeof AnswerTable>;
