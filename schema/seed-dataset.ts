/** A data set's dataset.yaml and vocabulary.yaml as they are written: what can be told from the rest may be left out. */
import { z } from "zod";
import { Id, SeedText } from "./fact.ts";
import {
  Family,
  LabelName,
  MeasureForm,
  MeasureName,
  PropertyForm,
  PropertyName,
  Role,
  Shape,
  TypeName,
} from "./vocabulary.ts";

/** Words of a data set: by language, as few as one, or plain, which is what every language then shows. */
export const SeedWords = z.preprocess((words) => (typeof words === "string" ? { en: words } : words), SeedText);

/** Without the entries that hold nothing. */
const withoutEmpty = (written: unknown): unknown =>
  typeof written === "object" && written !== null && !Array.isArray(written)
    ? Object.fromEntries(Object.entries(written).filter(([, value]) => value !== null))
    : written;

/** A question that a data set asks, with its blanks filled; one with nothing after it is left open. */
export const SeedQuestion = z.strictObject({
  question: Id,
  parameters: z.preprocess(withoutEmpty, z.record(z.string(), z.union([z.string(), z.array(z.string())]))).default({}),
  /** Replaces the question's own headline. */
  headline: SeedWords.optional(),
});
export type SeedQuestion = z.infer<typeof SeedQuestion>;

/** dataset.yaml: what the data set is, and the question that opens it. */
export const SeedDataset = z.strictObject({
  id: Id,
  title: SeedWords,
  /** One or two sentences beside the first view; the title where it is left out. */
  description: SeedWords.optional(),
  /** Where it is left out, the first view shows what is best connected. */
  firstQuestion: SeedQuestion.optional(),
  /** More questions offered beside it, in this order; where they are left out, some that every data set can answer. */
  questions: z.array(SeedQuestion).optional(),
});
export type SeedDataset = z.infer<typeof SeedDataset>;

/** Nothing stands for an empty form, and words alone for a form with this caption. */
const orCaption = <Form extends z.ZodType>(form: Form) =>
  z.preprocess((written) => (typeof written === "string" ? { caption: written } : (written ?? {})), form);

export const SeedPropertyForm = z.strictObject({
  ...PropertyForm.shape,
  caption: SeedWords.optional(),
  choices: z.record(z.string(), SeedWords).optional(),
});

/** The name of a form alone stands for a property of that form. */
const SeedProperties = z.record(
  PropertyName,
  z.preprocess((written) => (typeof written === "string" ? { form: written } : (written ?? {})), SeedPropertyForm),
);

export const SeedLabelForm = z.strictObject({
  caption: SeedWords.optional(),
  plural: SeedWords.optional(),
  also: z.array(z.string().min(1)).optional(),
  family: Family.optional(),
  shape: Shape.optional(),
  properties: SeedProperties.optional(),
});

export const SeedRelationshipForm = z.strictObject({
  caption: SeedWords.optional(),
  inverse: SeedWords.optional(),
  /** Where they are left out, the labels that its relationships start and end at. */
  start: z.array(z.string()).min(1).optional(),
  end: z.array(z.string()).min(1).optional(),
  role: Role.default("other"),
  directed: z.boolean().default(true),
  descent: z.boolean().optional(),
  properties: SeedProperties.optional(),
});

export const SeedMeasureForm = z.strictObject({ ...MeasureForm.shape, caption: SeedWords.optional() });

export const SeedVocabulary = z.strictObject({
  labels: z.record(LabelName, orCaption(SeedLabelForm)),
  relationships: z.record(TypeName, orCaption(SeedRelationshipForm)).default({}),
  measures: z.record(MeasureName, SeedMeasureForm).default({}),
  units: z.record(z.string(), SeedWords).default({}),
});
export type SeedVocabulary = z.infer<typeof SeedVocabulary>;
