/** A question with blanks, declared beside its query: cypher/questions/<id>.yaml and <id>.cypher. */
import { z } from "zod";
import { LocalizedText } from "./language.ts";

/** `entity` is one entity's id, `entities` several; each becomes the Cypher parameter of the same name. */
export const QuestionParameter = z.strictObject({
  form: z.enum(["entity", "entities"]),
  caption: LocalizedText,
  /** Labels that make sense here, by family, so that another data set's labels fit too. */
  families: z.array(z.enum(["people", "orgs", "money", "made", "context"])).optional(),
});
export type QuestionParameter = z.infer<typeof QuestionParameter>;

/**
 * How the answer is drawn, which is also what its query returns.
 * `columns`: rows `{origin, person, destination, founded}` of ids, drawn as origins → people → destinations.
 * `network`: rows `{relationship, startNode, endNode}` in portable form, drawn by forces.
 */
export const Drawing = z.enum(["columns", "network"]);
export type Drawing = z.infer<typeof Drawing>;

export const QuestionForm = z.strictObject({
  /** ICU messages; a parameter's name in braces stands for its entities' names. */
  title: LocalizedText,
  /** ICU messages over the names of the parameters and the answer's figures (`{people}`, `{destinations}` …). */
  standfirst: LocalizedText,
  /** What is said, in place of the standfirst, when nothing answers. */
  empty: LocalizedText,
  parameters: z.record(z.string(), QuestionParameter).default({}),
  drawing: Drawing,
});
export type QuestionForm = z.infer<typeof QuestionForm>;
