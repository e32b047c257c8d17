/** A view as shapes and words: all that a picture or a file of it needs, in pixels of the drawing with y downward. */
import type { GraphNode, GraphRelationship } from "../schema/graph.ts";
import type { Language } from "../schema/language.ts";
import type { Annotation } from "../schema/story.ts";
import type { Shape } from "../schema/vocabulary.ts";
import type { Palette } from "./colors.ts";
import type { Box, Point, Route } from "./geometry.ts";
import type { Curve, DrawnLine, Pattern } from "./lines.ts";
import type { Mark, Review } from "./review.ts";
import type { TextKind } from "./text.ts";

export interface Worded {
  text: string;
  language: Language;
}

export interface SceneNode {
  node: GraphNode;
  /** Its full name, and what it is. */
  name: Worded;
  label: string;
  at: Point;
  radius: number;
  shape: Shape;
  color: string;
  /** Color of the ring around what is selected. */
  ring: string | null;
}

/** What is known of a relationship, in words. */
export interface Evidence {
  /** `Ada worked at Analytical Society` */
  sentence: string;
  /** Properties, dates, certainty and who said it, in words. */
  details: string;
  /** Where it was read: a document's title with the place in it. */
  citations: { document: string; text: string }[];
}

export interface SceneLine extends DrawnLine {
  relationship: GraphRelationship;
  color: string;
  width: number;
  pattern: Pattern;
  arrow: boolean;
  /** How it runs, and whether it leaves its ends after their names. */
  route: Route["kind"];
  docked: { start: boolean; end: boolean };
  marks: readonly Mark[];
  evidence: Evidence;
  /** All that it stands for, where it is drawn for several parallel relationships. */
  parallels?: readonly { id: string; evidence: Evidence }[];
}

/** What is known of each relationship that a line stands for. */
export const evidencesOf = ({ relationship: { id }, evidence, parallels }: SceneLine) =>
  parallels ?? [{ id, evidence }];

/** A name, or what a line says, in its place. */
export interface SceneWord extends Worded {
  kind: TextKind;
  color: string;
  box: Box;
  of: "node" | "relationship";
  id: string;
}

/** Words over a column, or among guides where their middle lies at `y`: `share` of their width lies left of `x`. */
export interface SceneHead {
  text: string;
  x: number;
  y?: number;
  share: number;
}

/** What is drawn behind nodes so that their places can be read. */
export type GuideLine = { kind: "line"; from: Point; to: Point } | { kind: "ring"; at: Point; rx: number; ry: number };

/** The same in a picture, where of a ring that goes on beyond the drawing only pieces are seen. */
export type SceneGuide = GuideLine | { kind: "curve"; curve: Curve };

export type KeyEntry =
  | { kind: "color"; color: string; caption: string }
  /** With `isDouble` a ring lies around it, as around what stands for several. */
  | { kind: "shape"; shape: Shape; color: string; caption: string; isDouble?: boolean }
  | { kind: "size"; radius: number; color: string; caption: string }
  /** Without a width, that of a sample of its pattern. */
  | { kind: "line"; pattern: Pattern; color: string; caption: string; width?: number }
  | { kind: "mark"; mark: Mark; caption: string };

export interface KeyGroup {
  caption: string;
  entries: KeyEntry[];
}

export interface SceneSource extends Worded {
  id: string;
  /** Its address, where one is known. */
  url: string | null;
}

/** What stands around a drawing, in the language of the view. */
export interface SceneText {
  title: string;
  standfirst: string;
  /** So many lines of it are shown; three when left out. */
  standfirstLines?: number;
  key: KeyGroup[];
  /** The date shown, filters in force, what a drawing does and does not say. */
  caption: string[];
  /** What is said where signs are wanted and too many to be drawn. */
  unsigned?: string;
  sourcesTitle: string;
  sources: SceneSource[];
  /** For sources that have no room: `and {count} more`. */
  more: string;
}

export interface Scene {
  language: Language;
  palette: Palette;
  /** What the drawing covers, names included. */
  box: Box;
  /** Size of text and marks against the screen's usual. */
  scale: number;
  nodes: SceneNode[];
  lines: SceneLine[];
  words: SceneWord[];
  heads: SceneHead[];
  guides: SceneGuide[];
  text: SceneText;
  /** What a step of a story has drawn over its view. */
  annotations?: readonly Annotation[];
  review: Review;
  /** What the view is of, for names of files and for their metadata. */
  about: { dataset: string; version: string; question: string | null; parameters: readonly string[]; date: string };
}
