/** A question with blanks, declared beside its query: cypher/questions/<id>.yaml and <id>.cypher. */
import { z } from "zod";
import { LocalizedText } from "./language.ts";
import { CellKind } from "./table.ts";
import { Family, Role } from "./vocabulary.ts";

/** What one would type, in three languages. */
export const PhraseForm = z.strictObject({
  en: z.array(z.string().min(1)),
  "zh-Hant": z.array(z.string().min(1)),
  "zh-Hans": z.array(z.string().min(1)),
});
export type PhraseForm = z.infer<typeof PhraseForm>;

/**
 * What fills a blank, and what the query gets under the blank's name: `entity` one entity's id, `entities` a list of
 * them; `label` a label; `measure` a measure; `certainty` a list of certainties; `choice` a list of the choices of a
 * relationship's property. `period` is one partial date or two, and no parameter of the query: the server keeps the
 * rows that fall into it and counts those of which that is not known. Left out, a single one is null and a list empty.
 */
export const ParameterForm = z.enum(["entity", "entities", "label", "measure", "certainty", "choice", "period"]);
export type ParameterForm = z.infer<typeof ParameterForm>;

export const QuestionParameter = z.strictObject({
  form: ParameterForm,
  caption: LocalizedText,
  /** Labels that make sense here, by family, so that another data set's labels fit too. */
  families: z.array(Family).optional(),
  /** Only labels that the vocabulary allows at this end of a relationship of one of these roles. */
  starts: z.array(Role).optional(),
  ends: z.array(Role).optional(),
  /** For `entity` and `entities`: only documents. */
  documents: z.literal(true).optional(),
  /** For `choice`: which property of the relationship types of which role. */
  role: Role.optional(),
  property: z.string().optional(),
  /** May be left blank. */
  optional: z.boolean().default(false),
  /** For `entities`: how many at least. */
  least: z.int().positive().optional(),
  /** For `choice`: words that mean a choice, beside its caption, as one types them. */
  words: z.record(z.string(), PhraseForm).optional(),
  /** Only narrows the answer, which need not tell of it. */
  narrows: z.literal(true).optional(),
  /** Only forms of figures, for `measure`. */
  measures: z.array(z.enum(["money", "quantity", "ratio", "date", "text"])).optional(),
});
export type QuestionParameter = z.infer<typeof QuestionParameter>;

/**
 * How the answer is drawn, which is also what its query returns.
 * `columns`: rows `{origin, person, destination, founded}` of ids, drawn as origins → people → destinations.
 * `network`: rows of nodes, relationships and observations in portable form under any names, or lists of them, drawn by
 * forces; `{relationship, startNode, endNode}` and `{observation, startNode}` need no columns of their own.
 * `layered`: the same rows, drawn in layers from the earlier generation to the later.
 */
export const Drawing = z.enum(["columns", "network", "layered"]);
export type Drawing = z.infer<typeof Drawing>;

/** A column of the answer's table: what of the row it shows, by the name or names that the query returns. */
export const ColumnForm = z.strictObject({
  caption: LocalizedText,
  kind: CellKind,
  of: z.union([z.string(), z.array(z.string()).min(1)]),
});
export type ColumnForm = z.infer<typeof ColumnForm>;

/** The headings of the catalogue, in its order. */
export const QuestionGroup = z.enum(["people", "companies", "products", "money", "figures", "sources"]);
export type QuestionGroup = z.infer<typeof QuestionGroup>;

/** What of a data set a question may be about: without any of it the question is not offered, with it whatever its roles. */
export const QuestionNeed = z.enum(["figures", "doubts", "rivals", "speakers", "sources"]);
export type QuestionNeed = z.infer<typeof QuestionNeed>;

export const QuestionForm = z.strictObject({
  /**
   * ICU messages; a parameter's name in braces stands for what fills it, joined by "or", its name with `All` for the same
   * joined by "and", and its name with `Count` for how many do, which is 0 where it was left blank.
   */
  title: LocalizedText,
  /** ICU messages over the names of the parameters and the answer's figures (`{people}`, `{destinations}` …). */
  standfirst: LocalizedText,
  /** What colors mean, said after the standfirst while they mean that; over the same figures. */
  colors: LocalizedText.optional(),
  /** What is said, in place of the standfirst, when nothing answers. */
  empty: LocalizedText,
  group: QuestionGroup.default("sources"),
  needs: QuestionNeed.optional(),
  parameters: z.record(z.string(), QuestionParameter).default({}),
  drawing: Drawing,
  /**
   * Its rows name claims and entities only by their ids, since there can be more than can be read: `{id, type, startId,
   * endId}` for a relationship, `{id, startId}` for a figure of an entity, `{id}` for an entity alone, with `degree` where the best connected are drawn; with `time`,
   * `dated`, `citations`, `saidBy`, `noEarlier` and the bounds that a period is compared with. All are counted, those shown fetched.
   */
  brief: z.boolean().default(false),
  /** How many relationships are drawn at most; the figures count all. */
  most: z.int().positive().default(400),
  /** The columns of its table, where those that every answer has would not do. */
  columns: z.array(ColumnForm).optional(),
  /**
   * With a `period`: a claim falls into it when it began then (`start`, the usual), held at some time of it (`any`), or
   * at no time outside it (`within`, for figures).
   */
  falls: z.enum(["start", "any", "within"]).default("start"),
  /**
   * Phrases by which it is offered as one types. A blank's name in braces stands for what fills it; `…` for a gap, whose
   * two sides may come in either order.
   */
  phrases: PhraseForm.optional(),
  /** Offered for a name alone that can fill its one needed blank. */
  alone: z.boolean().default(false),
});
export type QuestionForm = z.infer<typeof QuestionForm>;
