/** The port for files of views. Server and client never import each other, so who starts both hands in what makes them. */
import type { Palette } from "../scene/colors.ts";
import type { PageSize, SheetPart } from "../scene/sheet/forms.ts";
import type { FormatId } from "../scene/writers/formats.ts";
import type { Language } from "../schema/language.ts";

/** Pixels of a PNG to each of the page. */
export const scales = [1, 2, 3, 4] as const;

/** A view, and how it is to become a file. */
export interface ExportRequest {
  /** A view's link, in place of a question. */
  readonly link: string | null;
  /** The data set's first question where neither is given. */
  readonly question: string | null;
  /** What fills the question's blanks. */
  readonly parameters: Readonly<Record<string, readonly string[]>>;
  /** Null for that of the link, and English without one. */
  readonly language: Language | null;
  readonly format: FormatId;
  readonly size: PageSize;
  readonly palette: Palette;
  readonly scale: (typeof scales)[number];
  readonly without: readonly SheetPart[];
  readonly transparent: boolean;
  /** Whether claims about persons that have no source may leave. */
  readonly allowUncited: boolean;
}

export interface ExportedFile {
  /** Says what is inside. */
  readonly name: string;
  readonly content: string | Uint8Array<ArrayBuffer>;
}

/** Answers as the server's own routes do. */
export type Ask = (path: string) => Response | Promise<Response>;

export interface Exports {
  /**
   * Throws `NotFound` and `InvalidRequest` for a view that cannot be opened, `Unfit` for one that may not leave or is
   * too large, `Busy` where too many are written already, `Unavailable` once it is closed. An aborted signal ends the
   * work at once.
   */
  writeExport(request: ExportRequest, ask: Ask, signal: AbortSignal): Promise<ExportedFile>;
  /** Ends what is under way. */
  close(): Promise<void>;
}

/**
 * What one export may take, and how many may be written at once. `memory`: bytes of its process, canvases and buffers
 * included; a picture with as many `pixels` takes some 0.6 GB of them.
 */
export const exportLimits = { running: 2, seconds: 60, memory: 1_500_000_000, pixels: 100_000_000 } as const;
