/** What every node and line looks like, in the words that drawing, names and exports share. */
import type { Side } from "../../scene/captions.ts";
import type { Route } from "../../scene/geometry.ts";
import type { Pattern } from "../../scene/lines.ts";
import type { Language } from "../../schema/language.ts";
import type { Shape } from "../../schema/vocabulary.ts";
import type { Focus } from "./focus.ts";
import type { TextKind } from "./text.ts";

export interface NodeAppearance {
  hidden: boolean;
  shape: Shape;
  color: string;
  radius: number;
  /** Color of the ring around what is selected. */
  ring: string | null;
  zIndex: number;
  name: { text: string; tail?: string | undefined; language: Language; kind: TextKind; color: string };
  /** Where the name stands in columns; free otherwise. */
  side: Side | undefined;
  /** Order in which names are placed: higher first. */
  rank: number;
  /** The name is drawn whatever it hits. */
  forced: boolean;
}

/** What only few lines are asked for is worked out when it is. */
export interface EdgeAppearance {
  hidden: boolean;
  color: string;
  width: number;
  pattern: Pattern;
  /** An arrowhead at the target. */
  readonly arrow: boolean;
  readonly route: Route;
  zIndex: number;
  dimmed: boolean;
  /** How many relationships it stands for. */
  count: number;
}

export interface Appearance {
  node(id: string): NodeAppearance;
  edge(id: string): EdgeAppearance;
  nodes: ReadonlySet<string>;
  relationships: ReadonlySet<string>;
  /** All that a line stands for, where it is drawn for several parallel relationships. */
  parallels: ReadonlyMap<string, readonly string[]>;
  focus: Focus | null;
  /** Where what stands out is drawn apart: the look without it, and what it is. */
  apart?: { base: Appearance; nodes: ReadonlySet<string>; relationships: ReadonlySet<string> };
}
