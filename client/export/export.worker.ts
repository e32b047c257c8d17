/** Composes a view and writes it, or composes and writes the pages of a story, away from the page; tells how far it is. */
import type { Composed, Page, Pages } from "../../scene/page.ts";
import { type FormatId, type Writer, type WriterInput, formats, isPicture } from "../../scene/writers/formats.ts";
import type { FaceSource } from "../../scene/writers/pdf/faces.ts";
import { keepView } from "../explorer/keep-view.ts";
import { type ExportOptions, compose, composeTranslations } from "./compose.ts";
import { type Composition, compositionOf } from "./composition.ts";
import { faceFiles } from "./face-files.ts";
import { type PageOrder, composePages } from "../story/compose-pages.ts";
import { type SubjectPiece, unpackSubject } from "./packed-subject.ts";
import { paintPng, paintPreview } from "./paint-png.ts";
import { readSceneParts } from "./read-parts.ts";
import type { Subject } from "./scene-of.ts";
import { TooLarge } from "./too-large.ts";
import { createWorkerRuler, loadFaces } from "./worker-faces.ts";

/** How pages become a file. */
export interface Form extends Pick<WriterInput, "size" | "story" | "view"> {
  format: FormatId;
  /** Pixels of a PNG to each of the page. */
  scale: number;
}

/** Pieces of a view come first, then what is asked about it. */
export type Task =
  | { piece: SubjectPiece }
  /** `painted`: with a picture of it, where it is one. */
  | { compose: ExportOptions; painted: boolean }
  | { write: ExportOptions }
  | { order: PageOrder }
  | { pages: Pages; form: Form };

export type Reply =
  | { progress: number }
  /** A blob, since a long string would have to be copied by the page. */
  | { content: Blob }
  | { composed: readonly [Composed, ...Composed[]] }
  | { composition: Composition; picture: ImageBitmap | null }
  /** `tooLarge`: no canvas here has so many pixels. */
  | { error: string; tooLarge: boolean };

const fetchFace: FaceSource = async (id) => {
  const answer = await fetch(faceFiles[id]);
  if (!answer.ok) throw new Error(`The face ${id} could not be read: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
};

const pieces: SubjectPiece[] = [];
let subject: Promise<Subject> | undefined;
let unfoldedSubject: Promise<Subject> | undefined;
let last: { asked: string; composed: Composed } | undefined;

async function open(): Promise<Subject> {
  await loadFaces();
  const opened = unpackSubject(pieces.splice(0), createWorkerRuler());
  await readSceneParts(opened.state.language);
  return opened;
}

/** The view that is asked for. */
async function subjectFor({ unfolded = false, format }: ExportOptions): Promise<Subject> {
  const opened = (subject ??= open());
  // A view file is the view as it is on screen.
  if (!unfolded || format === "view") return opened;
  const read = async () => (await import("./unfold.ts")).unfold(await opened);
  return (unfoldedSubject ??= read().catch((error: unknown) => {
    unfoldedSubject = undefined;
    throw error;
  }));
}

/** What was composed last serves again. */
async function composeAs(options: ExportOptions): Promise<Composed> {
  const asked = JSON.stringify(options);
  const opened = await subjectFor(options);
  if (last?.asked !== asked) last = { asked, composed: compose(opened, options) };
  return last.composed;
}

async function write(pages: Pages, { format, scale, ...form }: Form): Promise<Reply> {
  if (format === "png") return { content: await paintPng(pages[0].sheet, scale) };
  const writer: Writer = await formats[format].load();
  const progress = (share: number) => postMessage({ progress: share } satisfies Reply);
  const content = await writer({ ...form, pages, faces: fetchFace, progress });
  return { content: new Blob([content as string | Uint8Array<ArrayBuffer>], { type: formats[format].mime }) };
}

async function answer(task: Exclude<Task, { piece: SubjectPiece }>): Promise<Reply> {
  if ("pages" in task) return write(task.pages, task.form);
  if ("order" in task) return { composed: await composePages(await (subject ??= open()), task.order) };
  if ("compose" in task) {
    const composed = await composeAs(task.compose);
    const picture = task.painted && isPicture(task.compose.format) ? await paintPreview(composed.sheet) : null;
    return { composition: compositionOf(composed, task.compose.format), picture };
  }
  const { write: options } = task;
  const opened = await subjectFor(options);
  const page: Page = { ...(await composeAs(options)), translations: await composeTranslations(opened, options) };
  const { state, graph } = opened;
  const view = options.format === "view" ? keepView({ store: { getState: () => state }, graph }) : null;
  return write([page], { ...options, story: null, view });
}

async function reply(task: Exclude<Task, { piece: SubjectPiece }>): Promise<void> {
  try {
    const told = await answer(task);
    postMessage(told, { transfer: "picture" in told && told.picture !== null ? [told.picture] : [] });
  } catch (error) {
    const told = error instanceof Error ? error.message : String(error);
    postMessage({ error: told, tooLarge: error instanceof TooLarge } satisfies Reply);
  }
}

/** One thing after another, in the order in which they were asked. */
let work = Promise.resolve();

addEventListener("message", ({ data }: MessageEvent<Task>) => {
  if ("piece" in data) {
    // A head begins another view.
    if ("head" in data.piece) subject = unfoldedSubject = last = undefined;
    pieces.push(data.piece);
  } else work = work.then(() => reply(data));
});
