/** The form of a data set's vocabulary: which labels, relationship types, properties and measures there are, in words. */
import { z } from "zod";
import { LocalizedText } from "./language.ts";

/** What a label is in the drawing: its color family. */
export const Family = z.enum(["people", "orgs", "money", "made", "context"]);
export type Family = z.infer<typeof Family>;

export const Shape = z.enum([
  "circle",
  "square",
  "square-hollow",
  "triangle",
  "diamond",
  "bar",
  "hexagon",
  "hexagon-hollow",
  "triangle-down",
  "cross",
  "circle-hollow",
  "diamond-hollow",
  "triangle-down-hollow",
  "bar-hollow",
]);
export type Shape = z.infer<typeof Shape>;

/** What a relationship type is for; questions, columns and filters go by it and never by a type's name. */
export const Role = z.enum([
  "career", // person → organization: had a job there
  "founding", // person → organization: founded or co-founded it
  "education", // person → school
  "acquaintance", // person → person: recruited, mentored …
  "making", // organization → what it developed
  "lineage", // made → made: based on, succeeded, compatible, supports …
  "rivalry", // like → like: competes with, benchmarked against
  "money", // who invested in or acquired whom
  "listing", // company → exchange
  "membership", // part of, member of
  "contribution", // person → what they worked on or helped to set up
  "trade", // organization → organization: partners, suppliers, customers
  "restriction", // who was restricted or cleared by whom
  "recommendation", // who recommended whom
  "event", // what was shown where, who came
  "place", // where it is, or was born
  "other",
]);
export type Role = z.infer<typeof Role>;

/**
 * `text` is given per language, `date` is a partial date, `choice` one of `choices`, `ratio` a fraction (0.41 = 41 %),
 * `money` an amount of the property `currency` beside it; the rest are plain.
 */
export const PropertyForm = z.strictObject({
  form: z.enum(["text", "string", "number", "ratio", "money", "boolean", "date", "choice"]),
  caption: LocalizedText,
  choices: z.record(z.string(), LocalizedText).optional(),
  /**
   * Of a number: what it counts. A choice named like it with `Qualifier` after it (`years`, `yearsQualifier`) stands
   * before it: *over 10 years*.
   */
  unit: z.enum(["year", "month", "week", "day", "hour"]).optional(),
  required: z.boolean().optional(),
  /** For a job's title: words that mark a post at the head of the house, in any language. */
  leading: z.array(z.string().min(1)).optional(),
});
export type PropertyForm = z.infer<typeof PropertyForm>;

export const LabelName = z
  .string()
  .regex(/^[A-Z][A-Za-z0-9]*$/, "is not a label: write PascalCase in Latin letters, as in TradeUnion");
export const TypeName = z
  .string()
  .regex(/^[A-Z][A-Z0-9_]*$/, "is not a relationship type: write UPPER_SNAKE in Latin letters, as in WORKED_AT");
export const PropertyName = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*$/, "is not a property: write camelCase in Latin letters, as in firstDay");
export const MeasureName = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, "is not a measure: write kebab-case in Latin letters, as in founding-date");

const Properties = z.record(PropertyName, PropertyForm);

export const LabelForm = z.strictObject({
  caption: LocalizedText,
  plural: LocalizedText,
  /** Other words for it, as one types them, in any language. */
  also: z.array(z.string().min(1)).optional(),
  family: Family,
  shape: Shape,
  properties: Properties.optional(),
});
export type LabelForm = z.infer<typeof LabelForm>;

export const RelationshipForm = z.strictObject({
  /** Reads from start to end: *Zhang Jianzhong* worked at *NVIDIA*. */
  caption: LocalizedText,
  /** Reads from end to start: *NVIDIA* employed *Zhang Jianzhong*. */
  inverse: LocalizedText,
  start: z.array(z.string()).min(1),
  end: z.array(z.string()).min(1),
  role: Role,
  /** `false`: holds both ways (competes with) and is never drawn with an arrow. */
  directed: z.boolean().default(true),
  /** Whether its start comes of its end, as of a forebear; by default it does where its role is lineage. */
  descent: z.boolean().optional(),
  properties: Properties.optional(),
});
export type RelationshipForm = z.infer<typeof RelationshipForm>;

/** What an observation measures: revenue, headcount, founding date … */
export const MeasureForm = z.strictObject({
  caption: LocalizedText,
  /** Other words for it, as one types them, in any language. */
  also: z.array(z.string().min(1)).optional(),
  /** `money` wants a currency, `quantity` a unit where one applies, `ratio` is a fraction (0.41 = 41 %), `date` a partial date, `text` words. */
  form: z.enum(["money", "quantity", "ratio", "date", "text"]),
  /** Of a date: that the entity did not exist before, so that nothing that joins it began before either. */
  begins: z.literal(true).optional(),
});
export type MeasureForm = z.infer<typeof MeasureForm>;

export const Vocabulary = z.strictObject({
  labels: z.record(LabelName, LabelForm),
  relationships: z.record(TypeName, RelationshipForm),
  measures: z.record(MeasureName, MeasureForm),
  units: z.record(z.string(), LocalizedText).default({}),
});
export type Vocabulary = z.infer<typeof Vocabulary>;

/** What stands under a name, and not what every object has under it, as under `constructor`. */
export function own<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

/** The relationship types that have one of the roles, in the vocabulary's order. */
export function typesWithRole(vocabulary: Vocabulary, ...roles: readonly Role[]): string[] {
  return Object.entries(vocabulary.relationships)
    .filter(([, form]) => roles.includes(form.role))
    .map(([type]) => type);
}

/** The words by which a job's title is known for a leading one, in lower case. */
export function leadingWords(vocabulary: Vocabulary): string[] {
  const properties = Object.values(vocabulary.relationships)
    .filter(({ role }) => role === "career")
    .flatMap((form) => Object.values(form.properties ?? {}));
  return [...new Set(properties.flatMap(({ leading = [] }) => leading.map((text) => text.toLowerCase())))];
}
