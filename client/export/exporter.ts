/** What is exported, by the worker that makes it, and handed to the browser. */
import { fileName } from "../../scene/writers/formats.ts";
import type { Pages } from "../../scene/page.ts";
import type { Progress } from "../../scene/writers/progress.ts";
import type { ComposePages } from "../story/compose-pages.ts";
import type { ExportOptions } from "./compose.ts";
import type { Composition } from "./composition.ts";
import { openDesk } from "./desk.ts";
import type { Form, Reply } from "./export.worker.ts";
import { packSubject } from "./packed-subject.ts";
import type { Subject } from "./scene-of.ts";

export interface ExportedFile {
  name: string;
  blob: Blob;
}

/** Writes the pages of a story. Rejects with the signal's reason when it is given up. */
export async function writePages(
  pages: Pages,
  form: Form,
  signal: AbortSignal,
  progress: Progress,
): Promise<ExportedFile> {
  const desk = openDesk();
  try {
    const told = await desk.ask([], { pages, form }, { wanted: signal, progress });
    if (!("content" in told)) throw new Error("The writer gave back no file.");
    return { name: fileName(pages[0].scene, form.format), blob: told.content };
  } finally {
    desk.close();
  }
}

/** Composes the pages of a story, one view after another. */
export interface PageComposer {
  /** Rejects when it is closed meanwhile. */
  readonly compose: ComposePages;
  /** Gives up what is under way; the next view may be asked for all the same. */
  close(): void;
}

export function createPageComposer(): PageComposer {
  const desk = openDesk();
  return {
    async compose(subject, order) {
      const told = await desk.ask(packSubject(subject), { order });
      if (!("composed" in told)) throw new Error("The writer gave back no pages.");
      return told.composed;
    },
    close: () => desk.close(),
  };
}

/** A view that is being exported: it is sent to a worker once, then composed and written there as it is asked for. */
export interface Exporting {
  /**
   * What it would be; `painted` with a picture of it where it is one. Rejects when `wanted` ends, unless it is nearly
   * there then.
   */
  compose(options: ExportOptions, painted: boolean, wanted: AbortSignal): Promise<Composing>;
  /** Rejects with the signal's reason when it is given up, and with TooLarge. */
  write(options: ExportOptions, signal: AbortSignal, progress: Progress): Promise<Blob>;
  /** Gives up what is under way. */
  close(): void;
}

export type Composing = Extract<Reply, { composition: Composition }>;

/** A composition that is no longer wanted may go on for so long, in milliseconds. */
const patience = 300;

export function beginExport(subject: Omit<Subject, "ruler">): Exporting {
  const desk = openDesk();
  const pieces = packSubject(subject);
  return {
    async compose(options, painted, wanted) {
      const told = await desk.ask(pieces, { compose: options, painted }, { wanted, patience });
      if (!("composition" in told)) throw new Error("The writer gave back no composition.");
      return told;
    },
    async write(options, signal, progress) {
      const told = await desk.ask(pieces, { write: options }, { wanted: signal, progress });
      if (!("content" in told)) throw new Error("The writer gave back no file.");
      return told.content;
    },
    close: () => desk.close(),
  };
}

/** Hands a file to the browser's downloads. */
export function download({ name, blob }: ExportedFile): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  Object.assign(link, { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
