/** The words after `npm run export --`, checked: each fault names the option and what it may be. */
import { parseArgs } from "node:util";
import { palettes } from "../scene/colors.ts";
import { fileSizes, sheetParts } from "../scene/sheet/forms.ts";
import { formatIds } from "../scene/writers/formats.ts";
import { storyFormats } from "../client/story/pages.ts";
import { languages } from "../schema/language.ts";
import { Refused } from "../server/errors.ts";
import { type ExportRequest, scales } from "../server/exports.ts";

export interface Errand extends ExportRequest {
  /** A story's file; its steps take the place of one view. */
  readonly story: string | null;
  /** Where the file goes; a name that says what is inside when left out. */
  readonly out: string | null;
}

export const usage = `npm run export -- --question alumni-of --companies nvidia,amd --format pptx --out file.pptx

  --question ID       a question of the data set; the first one when left out
  --PARAMETER IDS     what the question is asked of, joined by commas
  --link QUERY        a view's address after the question mark, in place of a question
  --story FILE        a story that the page saved, as ${storyFormats.join(", ")}; says which steps' facts changed since
  --format FORMAT     ${formatIds.join(", ")}
  --out FILE          where to write; "-" writes to standard output
  --language LANGUAGE ${languages.join(", ")}
  --size SIZE         16:9, 4:3, a4, free
  --palette PALETTE   light, dark, print
  --scale N           1 to 4, for PNG
  --without PARTS     title, key, caption, sources, marks, joined by commas
  --transparent       no ground
  --allow-uncited     write claims about persons that have no source`;

function oneOf<T extends string>(name: string, value: string | undefined, choices: readonly T[], usual: T): T {
  if (value === undefined) return usual;
  const choice = choices.find((each) => each === value);
  if (choice !== undefined) return choice;
  throw new Refused(`--${name} is ${value}.`, `Choose one of ${choices.join(", ")}.`);
}

function scaleOf(value: string | undefined): ExportRequest["scale"] {
  const scale = scales.find((each) => String(each) === (value ?? "2"));
  if (scale !== undefined) return scale;
  throw new Refused(`--scale is ${value}.`, "Choose 1, 2, 3 or 4.");
}

const known = [
  "link",
  "question",
  "story",
  "format",
  "out",
  "language",
  "size",
  "palette",
  "scale",
  "without",
] as const;

/** `--name value` and `--name=value`; every option that is not known is a parameter of the question. */
function split(words: readonly string[]) {
  const { tokens } = parseArgs({ args: [...words], strict: false, allowPositionals: true, tokens: true });
  const values: Record<string, string> = {};
  const flags = new Set<string>();
  for (const token of tokens) {
    if (token.kind === "positional") {
      const before = tokens[tokens.indexOf(token) - 1];
      if (before?.kind !== "option" || before.value !== undefined || values[before.name] !== undefined)
        throw new Refused(`“${token.value}” belongs to no option.`, usage);
      values[before.name] = token.value;
      flags.delete(before.name);
    } else if (token.kind === "option") {
      if (token.value === undefined) flags.add(token.name);
      else values[token.name] = token.value;
    }
  }
  return { values, flags };
}

export function readArguments(words: readonly string[]): Errand {
  const { values, flags } = split(words);
  for (const flag of flags) {
    if (flag === "transparent" || flag === "allow-uncited") continue;
    throw new Refused(`--${flag} has no value.`, usage);
  }
  const without = (values["without"] ?? "")
    .split(",")
    .filter((part) => part !== "")
    .map((part) => oneOf("without", part, sheetParts, "title"));
  const isParameter = (name: string) => !known.some((each) => each === name);
  const parameters = Object.entries(values)
    .filter(([name]) => isParameter(name))
    .map(([name, ids]): [string, string[]] => [name, ids.split(",")]);
  if (parameters.length > 0 && values["question"] === undefined)
    throw new Refused(
      `--${parameters[0]?.[0] ?? ""} is no option, and there is no question that it could belong to.`,
      usage,
    );
  const story = values["story"] ?? null;
  if (story !== null && (values["link"] ?? values["question"]) !== undefined)
    throw new Refused("--story has views of its own.", "Leave out --link and --question, or --story.");
  if (story !== null && values["size"] === "free")
    throw new Refused("The pages of a story are of one size.", `Choose --size ${fileSizes.slice(0, -1).join(", ")}.`);
  if (values["link"] !== undefined && values["question"] !== undefined)
    throw new Refused("--link is a view already.", "Leave out --question, or --link.");
  return {
    story,
    link: values["link"] ?? null,
    question: values["question"] ?? null,
    parameters: Object.fromEntries(parameters),
    language: values["language"] === undefined ? null : oneOf("language", values["language"], languages, "en"),
    format: oneOf("format", values["format"], formatIds, "pptx"),
    size: oneOf("size", values["size"], fileSizes, "16:9"),
    palette: oneOf("palette", values["palette"], palettes, "light"),
    scale: scaleOf(values["scale"]),
    without,
    transparent: flags.has("transparent"),
    out: values["out"] ?? null,
    allowUncited: flags.has("allow-uncited"),
  };
}
