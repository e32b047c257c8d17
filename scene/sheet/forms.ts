/** What a page is made of, and which parts it may have. */
import type { Tokens } from "../colors.ts";
import { type Box, type Point, boxAround } from "../geometry.ts";
import { type DrawnLine, type Pattern, isDouble } from "../lines.ts";
import type { Mark } from "../review.ts";
import type { SceneGuide, SceneLine, SceneNode } from "../scene.ts";
import type { Shape } from "../../schema/vocabulary.ts";
import type { Font } from "../text.ts";

export const pageSizes = {
  "16:9": { width: 1280, height: 720 },
  "4:3": { width: 960, height: 720 },
  a4: { width: 1123, height: 794 },
  phone: { width: 400, height: 760 },
} as const;
export type PageSize = keyof typeof pageSizes | "free";

/** Those that a file may have; the others are for a screen. */
export const fileSizes = ["16:9", "4:3", "a4", "free"] as const satisfies readonly PageSize[];

/** The parts around a drawing that may be left out, and the signs in it. */
export const sheetParts = ["title", "key", "caption", "sources", "marks"] as const;
export type SheetPart = (typeof sheetParts)[number];

export interface SheetOptions {
  size: PageSize;
  title: boolean;
  key: boolean;
  caption: boolean;
  sources: boolean;
  /** Signs on lines that are uncited, disputed or undated. */
  marks: boolean;
  transparent: boolean;
}

export const usualSheet: SheetOptions = {
  size: "16:9",
  title: true,
  key: true,
  caption: true,
  sources: true,
  marks: true,
  transparent: false,
};

export type TextRole =
  | "title"
  | "standfirst"
  | "head"
  | "node"
  | "relationship"
  | "key"
  | "caption"
  | "source"
  | "note";

/** A line of text from its left end, on its baseline. */
export interface SheetText extends Font {
  role: TextRole;
  text: string;
  x: number;
  y: number;
  width: number;
  color: string;
  /** The node or relationship that it belongs to, or the document. */
  id?: string;
  href?: string;
}

export interface SheetMark {
  line: string;
  mark: Mark;
  at: Point;
}

/** A frame over the drawing: around a note, or around some nodes. */
export interface SheetFrame {
  id: string;
  box: Box;
  /** Null lets the drawing through. */
  fill: string | null;
  dashed: boolean;
  /** What it stands around. */
  nodes: string[];
}

/** An arrow between two nodes, or the line from a note's frame to its node. */
export interface SheetArrow extends DrawnLine {
  id: string;
  from: string;
  to: string;
  width: number;
  color: string;
}

/** What a step of a story has drawn over its view. */
export interface SheetNotes {
  frames: SheetFrame[];
  arrows: SheetArrow[];
  texts: SheetText[];
}

/** Everything in pixels of the page, at 96 to the inch. */
export interface Sheet {
  width: number;
  height: number;
  /** Null when transparent. */
  background: string | null;
  colors: Tokens;
  /** What the page leaves to the drawing, width by height. */
  room: number;
  /** Size of a stage pixel on the page. */
  pixel: number;
  /** How large signs on lines are, against those in the key: they grow and shrink with text, and stay legible. */
  sign: number;
  guides: SceneGuide[];
  nodes: SceneNode[];
  lines: SceneLine[];
  marks: SheetMark[];
  texts: SheetText[];
  samples: Sample[];
  notes: SheetNotes;
}

export const margin = 32;

/** How opaque the ground is on which a name stands over lines. */
export const groundOpacity = 0.82;

/** A piece of the key that is drawn; `at` is its middle. */
export type Sample = { at: Point } & (
  | { kind: "color"; color: string }
  | { kind: "shape"; shape: Shape; color: string; isDouble?: boolean }
  | { kind: "size"; radius: number; color: string }
  | { kind: "line"; pattern: Pattern; color: string; width?: number }
  | { kind: "mark"; mark: Mark }
);

/** A double line is two with room between them. */
export const sampleWidth = ({ pattern, width }: { pattern: Pattern; width?: number }): number =>
  width ?? (isDouble(pattern) ? 4 : 1.5);

/** Radius of a shape in the key, and of one within a ring and of that ring. */
export const sampleRadius = { alone: 6, inner: 3.8, outer: 6.8 } as const;

/** Radius of a sign on a line, of the dot for what has no date, and the size of the letter in a sign. */
export const signRadius = { sign: 5.2, dot: 2.2 } as const;
export const signLetter = 8.5;

/** Half of a sample's length, by which lines in the key are drawn. */
export const sampleReach = 13;

/** What a text covers. */
export const textBox = ({ x, y, width, size }: SheetText): Box =>
  boxAround({ x: x + width / 2, y: y - size * 0.355 }, width, size * 1.2);
