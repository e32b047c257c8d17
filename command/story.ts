/** A story's file as pages for its writers; each fault names the place in the file where a person can correct it. */
import { readFile } from "node:fs/promises";
import { LineCounter, type Node, parseDocument } from "yaml";
import type { Explorer } from "../client/explorer.ts";
import type { ExportOptions } from "../client/export/compose.ts";
import { wordChanges } from "../client/story/change-words.ts";
import { composePages } from "../client/story/compose-pages.ts";
import {
  type PageTools,
  type StoryFormat,
  type StoryPage,
  composeStep,
  pageFor,
  storyFormats,
} from "../client/story/pages.ts";
import { say } from "../client/strings/strings.ts";
import type { Page, Pages } from "../scene/page.ts";
import { type Story, type StoryStep, readStory } from "../schema/story.ts";
import { Refused } from "../server/errors.ts";
import type { Language } from "../schema/language.ts";
import { nodeRuler } from "./headless.ts";

const again = "Correct that place, or save the story in the explorer again.";

/** `12:5`, where a part of a JSON text begins, or the part around it that is there. */
function placeOf(text: string, path: readonly (string | number)[]): string {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true) as Node | undefined;
    const range = node?.range;
    if (!range) continue;
    const { line, col } = lines.linePos(range[0]);
    return `${line}:${col}`;
  }
  return "1:1";
}

/** A path as readStory tells it, in its parts. */
const partsOf = (path: string): (string | number)[] =>
  [...path.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, index, name]) => (index === undefined ? (name ?? "") : +index));

/** Throws Refused where the file is not there, or is no story. */
export async function readStoryFile(file: string): Promise<Story> {
  const text = await readFile(file, "utf8").catch((error: Error) => {
    throw new Refused(`The story ${file} cannot be read: ${error.message}.`, "Name the file that the page saved.");
  });
  const read = readStory(text);
  if ("fault" in read && read.fault === "") throw new Refused(`${file} is no story: ${read.reason}.`, again);
  if ("fault" in read) {
    throw new Refused(`${file}:${placeOf(text, partsOf(read.fault))} ${read.fault}: ${read.reason}.`, again);
  }
  if (read.story.steps.length === 0)
    throw new Refused(`${file}:${placeOf(text, ["steps"])} steps: the story has none.`, "Add a step in the explorer.");
  return read.story;
}

const isStoryFormat = (format: string): format is StoryFormat => storyFormats.some((each) => each === format);

const nameOf = (step: StoryStep, at: number): string => `steps[${at}] “${step.title}”`;

/** All pages, and what has changed in the facts since they were kept. Throws Refused where a step cannot be opened. */
export async function composeStory(
  story: Story,
  { options, file }: { options: ExportOptions; file: string },
  explorer: Explorer,
): Promise<{ pages: Pages; remarks: string[] }> {
  const { store } = explorer;
  const { language, dataset, documents } = store.getState();
  const { format } = options;
  if (!isStoryFormat(format))
    throw new Refused(`A story cannot become ${format}.`, `Choose --format ${storyFormats.join(", ")}.`);
  if (story.dataset.id !== dataset?.id) {
    throw new Refused(
      `${file} was made from the data set ${story.dataset.id}, and this one is ${dataset?.id}.`,
      "Name the folder of the story's data set in SEEDS.",
    );
  }
  const stories = await explorer.stories();
  const ruler = nodeRuler();
  const tools: PageTools = {
    stories,
    compose: (subject, order) => composePages({ ...subject, ruler }, order),
    documents: Object.values(documents ?? {}),
  };
  const shown = { ...pageFor(format), ...options, ...(format === "html" ? { title: false } : {}) };
  const pages: Page[] = [];
  const remarks: string[] = [];
  for (const [at, step] of story.steps.entries()) {
    const page = await composeStep(story, step, shown, tools);
    if (!("scene" in page)) {
      throw new Refused(`${file}: ${nameOf(step, at)}: its view cannot be opened. ${page.detail}`, page.remedy);
    }
    pages.push(page);
    remarks.push(...remarkOn(page, nameOf(step, at), language));
  }
  const [first, ...more] = pages;
  if (first === undefined) throw new Refused(`${file} has no steps.`, "Add a step in the explorer.");
  return { pages: [first, ...more], remarks };
}

const remarkOn = ({ changes }: StoryPage, title: string, language: Language): string[] =>
  changes === null ? [] : [say(language, "story.stepChanges", { title, changes: wordChanges(changes, language) })];
