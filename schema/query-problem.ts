/** Why a query of a person's own is not answered, and where in its text. Apart from the console, as any problem may tell it. */
import { z } from "zod";

/** A place in a text, both counted from 1; a column is counted in UTF-16 units. */
export const TextPosition = z.object({ line: z.int(), column: z.int() });
export type TextPosition = z.infer<typeof TextPosition>;

/** Why a query was not answered. */
const queryProblemKinds = [
  "syntax", // also unknown names, and a form that the engine lacks
  "data",
  "writes", // writes, or is about indexes, users or settings
  "reads-files",
  "procedure", // or function: not among those allowed
  "statement", // no query: EXPLAIN, SHOW, USE …
  "nesting",
  "parameters",
  "unstoppable", // Neo4j could not be stopped at it
  "time",
  "memory",
  "crash", // the engine gave up on it
  "busy",
] as const;
export const QueryProblemKind = z.enum(queryProblemKinds);
export type QueryProblemKind = z.infer<typeof QueryProblemKind>;
