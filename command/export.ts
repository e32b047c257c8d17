/** Makes the file of an errand: the same explorer, scene and writers as on the page, without a browser. */
import { readFile } from "node:fs/promises";
import { createCanvas } from "@napi-rs/canvas";
import { compose, composeTranslations } from "../client/export/compose.ts";
import { faceFiles } from "../client/export/face-files.ts";
import type { Explorer } from "../client/explorer.ts";
import { writeLink, emptyView } from "../client/permalink.ts";
import { withMeasures } from "../client/measures/measure.ts";
import { readStrings } from "../client/strings/strings.ts";
import type { Pages } from "../scene/page.ts";
import { type Writer, type WriterInput, fileName, formats } from "../scene/writers/formats.ts";
import { paintSheet } from "../scene/writers/paint.ts";
import { Refused } from "../server/errors.ts";
import type { Language } from "../schema/language.ts";
import type { Errand } from "./arguments.ts";
import { nodeRuler, openHeadless } from "./headless.ts";
import { composeStory, readStoryFile } from "./story.ts";

export interface Written {
  name: string;
  content: string | Uint8Array;
  /** What is to be known of it: the steps of a story whose facts have changed. */
  remarks: string[];
}

/** Throws Refused where the view or the story cannot be opened, or may not leave. `request` answers as the server would. */
export async function writeErrand(
  errand: Errand,
  request: (path: string) => Response | Promise<Response>,
): Promise<Written> {
  const story = errand.story === null ? null : await readStoryFile(errand.story);
  const explorer = openHeadless(request);
  await open(explorer, errand);
  await explorer.listDocuments();
  await readStrings(explorer.store.getState().language);
  const { pages, remarks } =
    story === null
      ? { pages: await composeView(errand, explorer), remarks: [] }
      : await composeStory(story, errand, explorer);
  guard(pages, errand);
  const title = story?.title.trim() ?? null;
  const content = await write({ pages, story: title, view: explorer.keepView() }, errand);
  return { name: fileName(pages[0].scene, errand.options.format), content, remarks };
}

async function composeView({ options }: Errand, { store, graph }: Explorer): Promise<Pages> {
  const state = await withMeasures(store.getState(), graph);
  const documents = Object.values(state.documents ?? {});
  const subject = { state, graph, ruler: nodeRuler(), camera: null, documents };
  return [{ ...compose(subject, options), translations: await composeTranslations(subject, options) }];
}

/** A link with the language that was asked for in place of its own. */
function linkIn(language: Language | null, link: string): string {
  if (language === null) return link;
  const parts = new URLSearchParams(link);
  parts.set("lang", language);
  return `?${parts.toString()}`;
}

async function open(explorer: Explorer, { link, question, parameters, language }: Errand): Promise<void> {
  const asked = question === null ? null : { id: question, parameters };
  await explorer.start(linkIn(language, link ?? writeLink(emptyView)));
  if (asked !== null && link === null) await explorer.openQuestion(asked.id, asked.parameters);
  const { problem, announcement } = explorer.store.getState();
  if (problem !== null) throw new Refused(problem.detail, problem.remedy);
  if (announcement?.id === "said.linkInPart")
    throw new Refused(
      "The link holds parts that cannot be read, or asks a question that there is not.",
      "Open it in the explorer, and copy the address that it shows then.",
    );
}

function guard(pages: Pages, { allowUncited }: Errand): void {
  const refused = [...new Set(pages.flatMap(({ scene }) => scene.review.refused))];
  if (refused.length === 0 || allowUncited) return;
  throw new Refused(
    `${refused.length} claims about persons have no source: ${refused.slice(0, 5).join(", ")}.`,
    "Add their sources, or pass --allow-uncited.",
  );
}

async function write(input: Omit<WriterInput, "size" | "faces">, { options }: Errand): Promise<string | Uint8Array> {
  if (options.format !== "png") {
    const writer: Writer = await formats[options.format].load();
    return writer({ ...input, size: options.size, faces: (id) => readFile(faceFiles[id]) });
  }
  const [{ sheet }] = input.pages;
  const canvas = createCanvas(Math.round(sheet.width * options.scale), Math.round(sheet.height * options.scale));
  paintSheet(canvas.getContext("2d"), sheet, options.scale);
  return canvas.toBuffer("image/png");
}
