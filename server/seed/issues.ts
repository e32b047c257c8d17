/** What zod has against a value, in the words of someone who writes seeds. */
import type { z } from "zod";
import { Id, SeedDocument, SeedEntity, SeedObservation, SeedRelationship } from "../../schema/fact.ts";
import {
  SeedDataset,
  SeedLabelForm,
  SeedMeasureForm,
  SeedPropertyForm,
  SeedQuestion,
  SeedRelationshipForm,
} from "../../schema/seed-dataset.ts";
import { meant } from "./nearest.ts";
import type { Path } from "./place.ts";

export interface Described {
  /** The path, within the value, to what it is about. */
  readonly within: Path;
  readonly message: string;
  readonly remedy: string;
}

/** `path` is where the value itself stands in its file. */
export function describeIssue(issue: z.core.$ZodIssue, value: unknown, path: Path): Described {
  const within = issue.path;
  const there = valueAt(value, within);
  // A property's form may be written alone, in place of all that it could have.
  const around = within.at(-1) === "form" ? valueAt(value, within.slice(0, -1)) : undefined;
  const here = there === undefined && typeof around === "string" ? around : there;
  const name = nameOf([...path, ...within]);
  const isShort = typeof here === "string" || typeof here === "number";
  const shown = !isShort ? name : name === String(here) ? `"${here}"` : `${name} "${here}"`;

  if (issue.code === "unrecognized_keys") {
    const key = issue.keys[0] ?? "";
    return {
      within: [...within, key],
      message: `${issue.keys.map((word) => `"${word}"`).join(", ")} is not known here`,
      remedy: `${meant(key, words)}Correct the spelling, or take it out.`,
    };
  }
  if (issue.code === "invalid_type") {
    const kind = kinds[issue.expected] ?? issue.expected;
    return here === undefined
      ? { within, message: `${name} is missing`, remedy: `Write ${name}: with ${kind}.` }
      : { within, message: `${shown} is not ${kind}`, remedy: `Write ${kind}.` };
  }
  if (issue.code === "invalid_value") {
    const choices = issue.values.map(String);
    const remedy = `Write one of ${choices.join(", ")}.`;
    return here === undefined
      ? { within, message: `${name} is missing`, remedy }
      : { within, message: `${shown} is not one of its choices`, remedy: meant(textOf(here), choices) + remedy };
  }
  if (issue.code === "too_small") {
    const least =
      issue.origin === "array"
        ? `at least ${issue.minimum} of them`
        : "something, or leave it out where it may be missing";
    return { within, message: `${shown} is empty or too small`, remedy: `Write ${least}.` };
  }
  if (issue.code === "invalid_union") {
    // It was meant for the form of which only something within is wrong.
    const inner = issue.errors.map(([first]) => first).find((first) => first !== undefined && first.path.length > 0);
    if (inner !== undefined) return describeIssue({ ...inner, path: [...within, ...inner.path] }, value, path);
    const forms = issue.errors.flatMap(([first]) => (first === undefined ? [] : formOf(first)));
    return { within, message: `${shown} has a form that cannot stand here`, remedy: `Write ${forms.join(", or ")}.` };
  }
  const [what, how] = split(issue.code === "invalid_key" ? (issue.issues[0]?.message ?? issue.message) : issue.message);
  const message = `${issue.code === "invalid_key" ? `"${name}"` : shown} ${what}`;
  return { within, message, remedy: issue.message === notAnId ? idFrom(textOf(here)) + how : how };
}

const notAnId = Id.safeParse("").error?.issues[0]?.message;

/** `Ann_Lee` → `Did you mean ann-lee? `, `17` → `Did you mean node-17? `. */
function idFrom(text: string): string {
  const plain = text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
  const id = plain.replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-|-$/g, "");
  const whole = /^\d+$/.test(id) ? `node-${id}` : id;
  return Id.safeParse(whole).success ? `Did you mean ${whole}? ` : "";
}

/** Words that the files of a data set know, to be guessed at. */
const words = [
  SeedRelationship,
  SeedObservation,
  SeedEntity,
  SeedDocument,
  SeedDataset,
  SeedQuestion,
  SeedLabelForm,
  SeedRelationshipForm,
  SeedPropertyForm,
  SeedMeasureForm,
].flatMap(({ shape }) => Object.keys(shape));

const kinds: Partial<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list (each item after a hyphen)",
  object: "names and values under it",
  record: "names and values under it",
};

/** What an option of several wants: in its schema's own words, where it has some. */
function formOf(issue: z.core.$ZodIssue): string {
  const [, words] = /: write (.*)/.exec(issue.message) ?? [];
  return words ?? (issue.code === "invalid_type" ? (kinds[issue.expected] ?? issue.expected) : "another form");
}

/** The schemas' own messages say what is wrong, a colon, and what to write. */
function split(message: string): [what: string, how: string] {
  const colon = message.indexOf(": ");
  if (colon < 0) return [message, "Correct it as schema/fact.ts or schema/vocabulary.ts describes."];
  const how = message.slice(colon + 2);
  return [message.slice(0, colon), `${how.charAt(0).toUpperCase()}${how.slice(1)}.`];
}

/** The innermost name on the way, as in `sources` for sources → 0. */
function nameOf(path: Path): string {
  return path.findLast((segment) => typeof segment === "string") ?? "the file";
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, segment) => (inner as Record<PropertyKey, unknown> | null | undefined)?.[segment],
    value,
  );
}
