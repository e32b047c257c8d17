/** What is on screen as a readable query string, and back; what cannot be read is left out and named, never fatal. */
import { languages, type Language } from "../schema/language.ts";
import { readExpansions, writeExpansions } from "./permalink/expansions.ts";
import { readDegree, readFilters, readRanges, writeFilters, writeRanges } from "./permalink/filters.ts";
import { type LinkedGroup, readGroups, writeGroups } from "./permalink/groups.ts";
import {
  type LinkedQuestion,
  type LinkedStage,
  readCypher,
  readQuestion,
  readOldStyle,
  readStage,
  readOwn,
  readStyle,
  readTime,
  writeCypher,
  writeQuestion,
  writeOwn,
  writeStyle,
  writeTime,
} from "./permalink/parts.ts";
import { type LinkedPath, readPath, readPathOptions, writePath, writePathOptions } from "./permalink/path.ts";
import {
  type PlacedId,
  Unreadable,
  atom,
  encodeValue,
  readChoice,
  readIds,
  readOne,
  readPlaced,
  writePlaced,
} from "./permalink/pieces.ts";
import {
  type DockTab,
  type ExplorerState,
  type Filters,
  type Layout,
  type Style,
  type Target,
  dockTabs,
  layouts,
  noFilters,
  usualStyle,
  type TimeView,
} from "./store.ts";

/** Everything that a link carries. Positions are pixels of a stage as large as `stage`. */
export interface LinkedView {
  question: LinkedQuestion | null;
  /** A view of one's own, without a question; else a missing question is the first one. */
  free: boolean;
  /** What was too much for a link is not in it, and only the browser that wrote it has kept the rest. */
  partly: boolean;
  added: readonly PlacedId[];
  moved: readonly PlacedId[];
  /** Where the question's own nodes lie, when that cannot be computed again. */
  laid: readonly PlacedId[];
  hidden: readonly string[];
  filters: Filters;
  selected: Target | null;
  /** Of the same kind as what is selected, and selected with it. */
  also: readonly string[];
  path: LinkedPath | null;
  expansions: ExplorerState["expansions"];
  /** Nodes that are drawn as one. */
  groups: readonly LinkedGroup[];
  /** Of whom overlaps are drawn. */
  overlaps: readonly string[];
  layout: Layout | null;
  /** What the rings of a radial layout are around. */
  around: readonly string[];
  time: TimeView | null;
  style: Style;
  /** The open panel under the drawing; the console's opens with its query. */
  dock: DockTab | null;
  showUndrawn: boolean;
  /** A query in the console; opening the link does not run it. */
  cypher: { query: string; parameters: string } | null;
  stage: LinkedStage | null;
  language: Language | null;
}

export const emptyView: LinkedView = {
  question: null,
  free: false,
  partly: false,
  added: [],
  moved: [],
  laid: [],
  hidden: [],
  filters: noFilters,
  selected: null,
  also: [],
  path: null,
  expansions: {},
  groups: [],
  overlaps: [],
  layout: null,
  around: [],
  time: null,
  style: usualStyle,
  dock: null,
  showUndrawn: false,
  cypher: null,
  stage: null,
  language: null,
};

const written = new WeakMap<LinkedView["added"], string>();

/** Ready for a link; written once for each list, as it may have thousands. */
function writePlaces(places: LinkedView["added"]): string {
  const text = written.get(places) ?? encodeValue(places.map(writePlaced).join(","));
  written.set(places, text);
  return text;
}
const encoded: ReadonlySet<string> = new Set(["add", "move", "lay"]);

/** `?ask=alumni-of;companies:nvidia,amd&hide=dell&lang=en` */
export function writeLink(view: LinkedView): string {
  const parts: Array<[string, string]> = [
    ["ask", view.question === null ? "" : writeQuestion(view.question)],
    ["free", view.free ? "1" : ""],
    ["partly", view.partly ? "1" : ""],
    ["add", writePlaces(view.added)],
    ["move", writePlaces(view.moved)],
    ["lay", writePlaces(view.laid)],
    ["hide", view.hidden.map(atom).join(",")],
    ["dim", writeFilters(view.filters, "dim")],
    ["off", writeFilters(view.filters, "hide")],
    ["range", writeRanges(view.filters)],
    ["least", view.filters.leastDegree === 0 ? "" : String(view.filters.leastDegree)],
    ["path", view.path === null ? "" : writePath(view.path)],
    ["by", view.path === null ? "" : writePathOptions(view.path.options)],
    ["expand", writeExpansions(view.expansions)],
    ["group", writeGroups(view.groups)],
    ["overlaps", view.overlaps.map(atom).join(",")],
    ["time", view.time === null ? "" : writeTime(view.time)],
    ["style", writeStyle(view.style)],
    ["own", writeOwn(view.style.own)],
    ["dock", view.dock ?? ""],
    ["all", view.showUndrawn ? "1" : ""],
    ["layout", view.layout ?? ""],
    ["around", view.around.map(atom).join(",")],
    ["at", view.stage === null ? "" : `${view.stage.width}x${view.stage.height}`],
    ["node", view.selected?.kind === "node" ? atom(view.selected.id) : ""],
    ["line", view.selected?.kind === "relationship" ? atom(view.selected.id) : ""],
    ["also", view.selected === null ? "" : view.also.map(atom).join(",")],
    ["cypher", writeCypher(view.cypher?.query)],
    ["with", writeCypher(view.cypher?.parameters)],
    ["lang", view.language ?? ""],
  ];
  const filled = parts
    .filter(([, value]) => value !== "")
    .map(([name, value]) => `${name}=${encoded.has(name) ? value : encodeValue(value)}`);
  return filled.length === 0 ? "" : `?${filled.join("&")}`;
}

const readers: Record<string, (text: string, view: LinkedView) => Partial<LinkedView>> = {
  ask: (text) => ({ question: readQuestion(text) }),
  free: (text) => ({ free: readChoice(text, ["1"]) === "1" }),
  partly: (text) => ({ partly: readChoice(text, ["1"]) === "1" }),
  add: (text) => ({ added: readPlaced(text) }),
  move: (text) => ({ moved: readPlaced(text) }),
  lay: (text) => ({ laid: readPlaced(text) }),
  hide: (text) => ({ hidden: readIds(text) }),
  dim: (text, { filters }) => ({ filters: readFilters(text, "dim", filters) }),
  least: (text, { filters }) => ({ filters: { ...filters, leastDegree: readDegree(text) } }),
  range: (text, { filters }) => ({ filters: { ...filters, ranges: readRanges(text) } }),
  off: (text, { filters }) => ({ filters: readFilters(text, "hide", filters) }),
  path: (text, { path }) => ({ path: readPath(text, path) }),
  by: (text, { path }) => {
    if (path === null) throw new Unreadable();
    return { path: { ...path, options: readPathOptions(text) } };
  },
  expand: (text) => ({ expansions: readExpansions(text) }),
  group: (text) => ({ groups: readGroups(text) }),
  overlaps: (text) => ({ overlaps: readIds(text) }),
  time: (text) => ({ time: readTime(text) }),
  style: (text, { style }) => ({ style: readStyle(text, style) }),
  own: (text, { style }) => ({ style: { ...style, own: readOwn(text) } }),
  measure: (text) => ({ style: readOldStyle(text) }),
  dock: (text) => ({ dock: readChoice(text, dockTabs) }),
  all: (text) => ({ showUndrawn: readChoice(text, ["1"]) === "1" }),
  layout: (text) => ({ layout: readChoice(text, layouts) }),
  around: (text) => ({ around: readIds(text) }),
  at: (text) => ({ stage: readStage(text) }),
  node: (text) => ({ selected: { kind: "node", id: readOne(text) } }),
  line: (text) => ({ selected: { kind: "relationship", id: readOne(text) } }),
  also: (text, { selected }) => {
    if (selected === null) throw new Unreadable();
    return { also: readIds(text) };
  },
  cypher: (query, { cypher }) => ({ cypher: { parameters: "", ...cypher, query: readCypher(query) } }),
  with: (text, { cypher }) => ({ cypher: { query: "", ...cypher, parameters: readCypher(text) } }),
  lang: (text) => ({ language: readChoice(text, languages) }),
};

/** Whether a link tells its view in part. */
export const isPartly = (link: string): boolean => /[?&]partly=1(?:&|$)/.test(link);

/** Whether some of a link has to be unpacked before it can be read. */
export const isPacked = (link: string): boolean => /(?:^|[?&])z=/.test(link);

/** The view that a query string describes, and the names of the parts that could not be read. */
export function readLink(link: string): { view: LinkedView; ignored: string[] } {
  const view = { ...emptyView };
  const ignored: string[] = [];
  for (const [name, text] of new URLSearchParams(link)) {
    try {
      const read = Object.hasOwn(readers, name) ? readers[name] : undefined;
      if (read === undefined) throw new Unreadable();
      Object.assign(view, read(text, view));
    } catch (error) {
      // A URIError comes from a broken escape, which is as unreadable as the rest.
      if (!(error instanceof Unreadable) && !(error instanceof URIError)) throw error;
      ignored.push(name);
    }
  }
  return { view, ignored };
}
