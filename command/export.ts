/** Makes the file of an errand: the same explorer, scene and writers as on the page, without a browser. */
import { readFile } from "node:fs/promises";
import { type ExportOptions, compose, composeTranslations } from "../client/export/compose.ts";
import { faceFiles } from "../client/export/face-files.ts";
import type { Explorer } from "../client/explorer.ts";
import { writeLink, emptyView } from "../client/permalink.ts";
import { withMeasures } from "../client/measures/measure.ts";
import { readStrings } from "../client/strings/strings.ts";
import type { Pages } from "../scene/page.ts";
import { usualSheet } from "../scene/sheet/forms.ts";
import { type Writer, type WriterInput, fileName, formats } from "../scene/writers/formats.ts";
import { paintSheet } from "../scene/writers/paint.ts";
import type { Language } from "../schema/language.ts";
import { InvalidRequest, NotFound, Unavailable, Unfit } from "../server/errors.ts";
import type { Ask } from "../server/exports.ts";
import type { Errand } from "./arguments.ts";
import { createPaper } from "./canvas.ts";
import { nodeRuler, openHeadless } from "./headless.ts";
import { composeStory, readStoryFile } from "./story.ts";

export interface Written {
  name: string;
  content: string | Uint8Array;
  /** What is to be known of it: the steps of a story whose facts have changed. */
  remarks: string[];
}

/** How many pixels a canvas may have here: as many as in a browser. */
const usualPixels = 16_384 ** 2;

/**
 * Throws `NotFound`, `InvalidRequest` and `Unavailable` for a view that cannot be opened, `Unfit` for one that may not
 * leave or is too large, `Refused` for a story that cannot be read. `ask` answers as the server would.
 */
export async function writeErrand(errand: Errand, ask: Ask, mostPixels = usualPixels): Promise<Written> {
  const story = errand.story === null ? null : await readStoryFile(errand.story);
  const explorer = openHeadless(ask);
  await open(explorer, errand);
  await explorer.listDocuments();
  await readStrings(explorer.store.getState().language);
  const options = optionsOf(errand);
  const { pages, remarks } =
    story === null
      ? { pages: await composeView(options, explorer), remarks: [] }
      : await composeStory(story, { options, file: errand.story ?? "" }, explorer);
  guard(pages, errand);
  const title = story?.title.trim() ?? null;
  const content = await write({ pages, story: title, view: explorer.keepView() }, options, mostPixels);
  return { name: fileName(pages[0].scene, errand.format), content, remarks };
}

const optionsOf = ({ format, size, palette, scale, without, transparent }: Errand): ExportOptions => ({
  ...usualSheet,
  ...Object.fromEntries(without.map((part) => [part, false])),
  format,
  size,
  palette,
  scale,
  transparent,
  scope: "whole",
});

async function composeView(options: ExportOptions, { store, graph }: Explorer): Promise<Pages> {
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
  await explorer.start(linkIn(language, link ?? writeLink(emptyView)));
  const blanks = Object.fromEntries(Object.entries(parameters).map(([name, values]) => [name, [...values]]));
  if (question !== null && link === null) await explorer.openQuestion(question, blanks);
  const { problem, announcement } = explorer.store.getState();
  if (problem !== null) {
    const Kind = problem.kind === "missing" ? NotFound : problem.kind === "invalid" ? InvalidRequest : Unavailable;
    throw new Kind(problem.detail, problem.remedy);
  }
  if (announcement?.id === "said.linkInPart")
    throw new InvalidRequest(
      "The link holds parts that cannot be read, or asks a question that there is not.",
      "Open it in the explorer, and copy the address that it shows then.",
    );
}

function guard(pages: Pages, { allowUncited }: Errand): void {
  const refused = [...new Set(pages.flatMap(({ scene }) => scene.review.refused))];
  if (refused.length === 0 || allowUncited) return;
  throw new Unfit(
    `${refused.length} claims about persons have no source: ${refused.slice(0, 5).join(", ")}.`,
    "Add their sources, or set allow-uncited.",
  );
}

async function write(
  input: Omit<WriterInput, "size" | "faces">,
  { format, size, scale }: ExportOptions,
  mostPixels: number,
): Promise<string | Uint8Array> {
  if (format === "png") return paint(input.pages, scale, mostPixels);
  const writer: Writer = await formats[format].load();
  return writer({ ...input, size, faces: (id) => readFile(faceFiles[id]) });
}

function paint([{ sheet }]: Pages, scale: number, mostPixels: number): Uint8Array {
  const [width, height] = [Math.round(sheet.width * scale), Math.round(sheet.height * scale)];
  if (width * height > mostPixels)
    throw new Unfit(
      `The picture would have ${width} × ${height} pixels, more than ${mostPixels / 1e6} million.`,
      "Choose a smaller scale, or another size than free.",
    );
  const { canvas, context } = createPaper(width, height);
  paintSheet(context, sheet, scale);
  return canvas.toBuffer("image/png");
}
