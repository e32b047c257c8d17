/** What a person can choose of a view: its theme, layout, panels, style and filters, and what paths and expansions go by. */
import type { Hue } from "../scene/hues.ts";
import type { Period } from "../schema/as-of.ts";

export type Theme = "light" | "dark";
export const layouts = ["columns", "organic", "layered", "radial", "timeline", "grid"] as const;
export type Layout = (typeof layouts)[number];

/** What the dock can hold, in the order of its tabs. */
export const dockTabs = ["table", "careers", "disagreements", "measures", "story", "cypher"] as const;
export type DockTab = (typeof dockTabs)[number];

/** The measures by which nodes can be sized. */
export const measuredBy = ["degree", "betweenness", "pagerank"] as const;

/** What sizes, widths and colors show: fields as style/fields.ts names them; null is the usual look. */
export const styleParts = ["nodeColor", "nodeSize", "lineColor", "lineWidth"] as const;
export type StylePart = (typeof styleParts)[number];
/** A color and a name that a person gave a category of the key. */
export interface OwnLook {
  readonly hue?: Hue;
  readonly name?: string;
}
/** What is to become of a category's own look: what is left out stays, null is the usual again. */
export type OwnChange = { readonly [Part in keyof OwnLook]?: OwnLook[Part] | null };
/** By what the key lists: `thread=nvidia`, `label=v:Person`, `type=v:FOUNDED`, `community=v:3`, `property/technique=v:oil`. */
export type OwnLooks = Readonly<Record<string, OwnLook>>;
export type Style = Readonly<Record<StylePart, string | null>> & { readonly own: OwnLooks };
export const usualStyle: Style = { nodeColor: null, nodeSize: null, lineColor: null, lineWidth: null, own: {} };

export const isUsualStyle = ({ own, ...parts }: Style): boolean =>
  Object.values(parts).every((field) => field === null) && Object.keys(own).length === 0;

/** A node's or a relationship's id. */
export type Target = { kind: "node" | "relationship"; id: string };

/** How a key entry filters: shown, dimmed or hidden; left out means shown. */
export type Filter = "dim" | "hide";

/** From which number or year to which, both included; `without` keeps what has no value. */
export interface Range {
  from?: number;
  to?: number;
  without: boolean;
}
export interface Filters {
  labels: Readonly<Record<string, Filter>>;
  types: Readonly<Record<string, Filter>>;
  certainties: Readonly<Record<string, Filter>>;
  /** By thread: an origin's id, `both` or `neither`. */
  threads: Readonly<Record<string, Filter>>;
  /** By document: a relationship goes when all documents that it cites do. */
  documents: Readonly<Record<string, Filter>>;
  /** By a field and a class of its values, as style/engine.ts writes them. */
  values: Readonly<Record<string, Filter>>;
  /** By field: what lies beyond is hidden. */
  ranges: Readonly<Record<string, Range>>;
  /** Nodes with fewer relationships in the view are hidden. */
  leastDegree: number;
}
export type FilterKind = Exclude<keyof Filters, "leastDegree" | "ranges">;
export const noFilters: Filters = {
  labels: {},
  types: {},
  certainties: {},
  threads: {},
  documents: {},
  values: {},
  ranges: {},
  leastDegree: 0,
};

/** What a path may go along and pass through; an empty list lets everything through. */
export interface PathOptions {
  /** All of the shortest paths, or longer ones too; among several ends always the shortest. */
  which: "shortest" | "best";
  maxLength: number;
  /** Whether people whom a path joins at an organization must have been there together. */
  dates: "any" | "possible" | "certain";
  certainties: readonly string[];
  types: readonly string[];
  labels: readonly string[];
  withoutTypes: readonly string[];
  withoutLabels: readonly string[];
  /** Ids of nodes to keep away from. */
  without: readonly string[];
}
export const usualPath: PathOptions = {
  which: "shortest",
  maxLength: 6,
  dates: "any",
  certainties: [],
  types: [],
  labels: [],
  withoutTypes: [],
  withoutLabels: [],
  without: [],
};

/** What expanding a node brings. */
export interface ExpansionChoice {
  /** Kinds of neighbors that are not wanted; see `kindOf`. */
  withoutKinds: readonly string[];
  /** How many neighbors at most at a time. */
  most: number;
}
export const expansionSizes = [10, 20, 50, 100] as const;
export const usualExpansion: ExpansionChoice = { withoutKinds: [], most: 20 };

/** The slider's state: no ends show all time. */
export interface TimeView extends Period {
  /** Whether what carries no date is drawn. */
  undated: boolean;
}
