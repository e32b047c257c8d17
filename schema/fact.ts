/** Facts as a person writes them in seeds/: entities with their claims and figures, documents, citations, rivals. */
import { z } from "zod";
import { languages, LocalizedText } from "./language.ts";
import { PartialDate } from "./date.ts";

/** How the source says it; where two fit, the weaker, which is the later of these. */
export const Certainty = z.enum(["stated", "reported", "planned", "opinion"]);
export type Certainty = z.infer<typeof Certainty>;

export const Id = z
  .string()
  .regex(
    /^(?!\d+$)[a-z0-9]+(?:-[a-z0-9]+)*$/,
    "is not an id: write lower-case words joined by hyphens, not a number alone",
  );

/** A place in a document, `document-id#start-end`: offsets in Unicode code points from 0, `end` excluded. */
export const Citation = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*#\d+-\d+$/, {
    message: "is not a citation: write document-id#start-end, as in annual-report#120-164",
    abort: true,
  })
  .refine((text) => {
    const { start, end } = parseCitation(text);
    return start < end;
  }, "ends before it starts");
export type Citation = z.infer<typeof Citation>;

/** `parseCitation("annual-report#120-164")` → `{document: "annual-report", start: 120, end: 164}` */
export function parseCitation(citation: Citation): { document: string; start: number; end: number } {
  const [document = "", place = ""] = citation.split("#");
  const [start = NaN, end = NaN] = place.split("-").map(Number);
  return { document, start, end };
}

/** Text that may be missing in a language; traditional Chinese alone is enough, simplified is converted from it. */
export const SeedText = z
  .strictObject({
    en: z.string().min(1).optional(),
    "zh-Hant": z.string().min(1).optional(),
    "zh-Hans": z.string().min(1).optional(),
  })
  .refine((text) => Object.keys(text).length > 0, "has no language: write en, zh-Hant or zh-Hans");
export type SeedText = z.infer<typeof SeedText>;

/** What every claim carries, whether a relationship or a figure. */
const claim = {
  /** Needed only where the same two ends have several claims of one type: a short word or a number, never a date or a value. */
  key: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "is not a key: write lower-case words joined by hyphens, or a number")
    .optional(),
  /** Left out only in a data set without documents; an empty list where none is known. */
  sources: z.array(Citation).optional(),
  certainty: Certainty.optional(),
  /** A plan that is itself hearsay is `planned` with `reported: true`. */
  reported: z.literal(true).optional(),
  /** An entity's id or a name: who holds the opinion or made the statement, where it is not the document's author. */
  saidBy: z.string().min(1).optional(),
  start: PartialDate.optional(),
  end: PartialDate.optional(),
  ongoing: z.literal(true).optional(),
  /** A year that comes from the document's context. */
  inferred: z.literal(true).optional(),
  /** Remark for readers of the seeds; not loaded. */
  note: z.string().optional(),
};

/** A relationship from the entity under which it stands; other keys are the type's own properties. */
export const SeedRelationship = z.looseObject({ to: Id, ...claim });
export type SeedRelationship = z.infer<typeof SeedRelationship>;

/** A figure of the entity under which it stands. `start`/`end` are its period; `asOf` the day for which it holds. */
export const SeedObservation = z
  .strictObject({
    measure: Id,
    value: z.union([z.number(), PartialDate]).optional(),
    text: SeedText.optional(),
    unit: z.string().min(1).optional(),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, "is not a currency: write its three letters, as in CNY")
      .optional(),
    /** `over`, `under`, `about`, `nearly`: how exact the source is; left out when it is plain. */
    qualifier: z.enum(["over", "under", "about", "nearly"]).optional(),
    asOf: PartialDate.optional(),
    ...claim,
  })
  .refine((o) => o.value !== undefined || o.text !== undefined, "has neither value nor text");
export type SeedObservation = z.infer<typeof SeedObservation>;

/**
 * An entity. Under its names stand its properties, its `figures`, and a list of claims under each relationship type,
 * so the rest of its keys are checked against the vocabulary.
 */
export const SeedEntity = z
  .looseObject({
    en: z.string().min(1).optional(),
    "zh-Hant": z.string().min(1).optional(),
    "zh-Hans": z.string().min(1).optional(),
    /** Shorter names for the drawing, only where a name is long; the full one is shown everywhere else. */
    short: SeedText.optional(),
    aliases: z.array(z.string().min(1)).optional(),
    figures: z.array(SeedObservation).optional(),
  })
  .refine(
    (names) => languages.some((language) => names[language] !== undefined),
    "has no name: write en:, zh-Hant: or zh-Hans: with it, in quotes where it begins with a sign such as #",
  );
export type SeedEntity = z.infer<typeof SeedEntity>;

/** A file of entities: label → id → entity. */
export const SeedFile = z.record(z.string(), z.record(Id, SeedEntity));
export type SeedFile = z.infer<typeof SeedFile>;

/** documents.yaml: id → what is known of each document; they become nodes with the label Document. */
export const SeedDocument = z.strictObject({
  /** The title as printed. */
  title: z.string().min(1),
  en: z.string().min(1),
  "zh-Hant": z.string().min(1).optional(),
  "zh-Hans": z.string().min(1).optional(),
  publisher: z.string().min(1),
  language: z.string().min(2),
  characters: z.int().positive(),
  published: PartialDate.nullable().optional(),
  url: z.url().nullable().optional(),
  /** The latest past day that the document itself tells: what is `ongoing` held then. */
  writtenAfter: PartialDate.optional(),
  /** Name of the text's file in the ARTICLES folder. */
  file: z.string().optional(),
});
export type SeedDocument = z.infer<typeof SeedDocument>;
export const SeedDocuments = z.record(Id, SeedDocument);

/** rivals.yaml: claims that cannot hold together, and about what. */
export const SeedRivals = z.array(z.strictObject({ about: LocalizedText, claims: z.array(z.string()).min(2) }));
export type SeedRivals = z.infer<typeof SeedRivals>;

/** The id of a claim, from its type and ends and never from a date or a value, so that a correction keeps it. */
export function relationshipId(start: string, type: string, end: string, key?: string): string {
  return [start, type.toLowerCase().replaceAll("_", "-"), end, ...(key === undefined ? [] : [key])].join(".");
}

export function observationId(entity: string, measure: string, key?: string): string {
  return [entity, "figure", measure, ...(key === undefined ? [] : [key])].join(".");
}
