/** What is on screen as a readable query string, and back; what cannot be read is left out and named, never fatal. */
import { Period } from "../schema/as-of.ts";
import { languages, type Language } from "../schema/language.ts";
import {
  type Filter,
  type FilterKind,
  type Filters,
  type DockTab,
  type Layout,
  type Measured,
  type PathOptions,
  type Target,
  dockTabs,
  layouts,
  measuredBy,
  noFilters,
  usualPath,
} from "./store.ts";
import type { TimeView } from "./time.ts";

export interface PlacedId {
  id: string;
  x: number;
  y: number;
}

/** Everything that a link carries. Positions are pixels of a stage as large as `stage`. */
export interface LinkedView {
  question: { id: string; parameters: Readonly<Record<string, readonly string[]>> } | null;
  /** A view of one's own, without a question; else a missing question is the first one. */
  free: boolean;
  added: readonly PlacedId[];
  moved: readonly PlacedId[];
  /** Where the question's own nodes lie, when that cannot be computed again. */
  laid: readonly PlacedId[];
  hidden: readonly string[];
  filters: Filters;
  selected: Target | null;
  /** Of the same kind as what is selected, and selected with it. */
  also: readonly string[];
  path: { ends: readonly string[]; options: PathOptions; shown: number } | null;
  /** Of whom overlaps are drawn. */
  overlaps: readonly string[];
  layout: Layout | null;
  time: TimeView | null;
  /** What of measures sizes and colors show; opening the link works them out. */
  measured: Pick<Measured, "size" | "colors"> | null;
  /** The open panel under the drawing; the console's opens with its query. */
  dock: DockTab | null;
  showUndrawn: boolean;
  /** A query in the console; opening the link does not run it. */
  cypher: { query: string; parameters: string } | null;
  stage: { width: number; height: number } | null;
  language: Language | null;
}

export const emptyView: LinkedView = {
  question: null,
  free: false,
  added: [],
  moved: [],
  laid: [],
  hidden: [],
  filters: noFilters,
  selected: null,
  also: [],
  path: null,
  overlaps: [],
  layout: null,
  time: null,
  measured: null,
  dock: null,
  showUndrawn: false,
  cypher: null,
  stage: null,
  language: null,
};

// Ids are encoded twice, so that a separator inside one survives programs that decode a link before passing it on.
const atom = (id: string) => encodeURIComponent(id);
const readAtom = (text: string) => decodeURIComponent(text);
const encodeValue = (text: string) => encodeURIComponent(text).replace(/%(?:3A|2C|3B)/g, decodeURIComponent);

const filterWords: ReadonlyArray<[FilterKind, string]> = [
  ["labels", "label"],
  ["types", "type"],
  ["certainties", "certainty"],
  ["threads", "thread"],
  ["documents", "source"],
];

const writePlaced = ({ id, x, y }: PlacedId) => `${atom(id)}:${Math.round(x)}:${Math.round(y)}`;

function writeFilters(filters: Filters, wanted: Filter): string {
  return filterWords
    .flatMap(([kind, word]) =>
      Object.entries(filters[kind])
        .filter(([, filter]) => filter === wanted)
        .map(([key]) => `${word}:${atom(key)}`),
    )
    .join(",");
}

function writeQuestion({ id, parameters }: NonNullable<LinkedView["question"]>): string {
  const filled = Object.entries(parameters).map(([name, ids]) => `${atom(name)}:${ids.map(atom).join(",")}`);
  return [atom(id), ...filled].join(";");
}

/** `?ask=alumni-of;companies:nvidia,amd&hide=dell&lang=en` */
export function writeLink(view: LinkedView): string {
  const parts: Array<[string, string]> = [
    ["ask", view.question === null ? "" : writeQuestion(view.question)],
    ["free", view.free ? "1" : ""],
    ["add", view.added.map(writePlaced).join(",")],
    ["move", view.moved.map(writePlaced).join(",")],
    ["lay", view.laid.map(writePlaced).join(",")],
    ["hide", view.hidden.map(atom).join(",")],
    ["dim", writeFilters(view.filters, "dim")],
    ["off", writeFilters(view.filters, "hide")],
    ["least", view.filters.leastDegree === 0 ? "" : String(view.filters.leastDegree)],
    ["path", view.path === null ? "" : [...view.path.ends.map(atom), view.path.shown].join(",")],
    ["by", view.path === null ? "" : writePathOptions(view.path.options)],
    ["overlaps", view.overlaps.map(atom).join(",")],
    ["time", view.time === null ? "" : writeTime(view.time)],
    ["measure", view.measured === null ? "" : writeMeasured(view.measured)],
    ["dock", view.dock ?? ""],
    ["all", view.showUndrawn ? "1" : ""],
    ["layout", view.layout ?? ""],
    ["at", view.stage === null ? "" : `${view.stage.width}x${view.stage.height}`],
    ["node", view.selected?.kind === "node" ? atom(view.selected.id) : ""],
    ["line", view.selected?.kind === "relationship" ? atom(view.selected.id) : ""],
    ["also", view.selected === null ? "" : view.also.map(atom).join(",")],
    ["cypher", writeCypher(view.cypher?.query)],
    ["with", writeCypher(view.cypher?.parameters)],
    ["lang", view.language ?? ""],
  ];
  const filled = parts.filter(([, value]) => value !== "").map(([name, value]) => `${name}=${encodeValue(value)}`);
  return filled.length === 0 ? "" : `?${filled.join("&")}`;
}

/** `2020` as of a date, `2018..2020-06` between two, `2018..` and `..2020` open at an end, `all`; `-undated` without what has no date. */
function writeTime({ from, to, undated }: TimeView): string {
  const period = from === undefined && to === undefined ? "all" : from === to ? from : `${from ?? ""}..${to ?? ""}`;
  return `${period}${undated ? "" : "-undated"}`;
}

/** `pagerank`, `colors` or `pagerank,colors`. */
const writeMeasured = ({ size, colors }: NonNullable<LinkedView["measured"]>): string =>
  [...(size === null ? [] : [size]), ...(colors ? ["colors"] : [])].join(",");

function readMeasured(text: string): NonNullable<LinkedView["measured"]> {
  const words = text.split(",").map((word) => readChoice(word, [...measuredBy, "colors"]));
  const [size = null, ...rest] = words.filter((word) => word !== "colors");
  if (rest.length > 0) throw new Unreadable();
  return { size, colors: words.includes("colors") };
}

/** A longer one would make no address that other programs take. */
const longestCypher = 3000;
const writeCypher = (text = "") => (text.length > longestCypher ? "" : text);

class Unreadable extends Error {}

function readPlaced(text: string): PlacedId[] {
  return text.split(",").map((part) => {
    const [id = "", x = NaN, y = NaN] = part
      .split(":")
      .map((piece, index) => (index === 0 ? readAtom(piece) : Number(piece)));
    if (typeof id !== "string" || id === "" || !Number.isFinite(x) || !Number.isFinite(y)) throw new Unreadable();
    return { id, x: Number(x), y: Number(y) };
  });
}

function readIds(text: string): string[] {
  const ids = text.split(",").map(readAtom);
  if (ids.some((id) => id === "")) throw new Unreadable();
  return ids;
}

function readOne(text: string): string {
  const [id, ...rest] = readIds(text);
  if (id === undefined || rest.length > 0) throw new Unreadable();
  return id;
}

function readQuestion(text: string): NonNullable<LinkedView["question"]> {
  const [id = "", ...parameters] = text.split(";");
  const filled = parameters.map((parameter): [string, string[]] => {
    const [name = "", ids = "", ...rest] = parameter.split(":");
    if (name === "" || rest.length > 0) throw new Unreadable();
    return [readAtom(name), readIds(ids)];
  });
  return { id: readOne(id), parameters: Object.fromEntries(filled) };
}

function readFilters(text: string, filter: Filter, into: Filters): Filters {
  const read = text.split(",").map((part) => {
    const [word, key = "", ...rest] = part.split(":");
    const kind = filterWords.find(([, name]) => name === word)?.[0];
    if (kind === undefined || key === "" || rest.length > 0) throw new Unreadable();
    return { kind, key: readAtom(key) };
  });
  // An object made from entries takes any key; assigning `__proto__` would be swallowed.
  const merge = (kind: FilterKind): Filters[FilterKind] =>
    Object.fromEntries([
      ...Object.entries(into[kind]),
      ...read.filter((each) => each.kind === kind).map(({ key }): [string, Filter] => [key, filter]),
    ]);
  return {
    labels: merge("labels"),
    types: merge("types"),
    certainties: merge("certainties"),
    threads: merge("threads"),
    documents: merge("documents"),
    leastDegree: into.leastDegree,
  };
}

function readDegree(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new Unreadable();
  return Number(text);
}

function readPath(text: string, { path }: LinkedView): NonNullable<LinkedView["path"]> {
  const pieces = text.split(",");
  const shown = Number(pieces.at(-1));
  const ends = pieces.slice(0, -1).map(readAtom);
  const isFine = ends.length >= 2 && ends.length <= 6 && !ends.includes("") && Number.isInteger(shown) && shown >= 0;
  if (!isFine) throw new Unreadable();
  return { ends, options: path?.options ?? usualPath, shown };
}

/** Lists among the conditions of a path, by the words that stand for them. */
const pathLists = [
  ["certainty", "certainties"],
  ["type", "types"],
  ["label", "labels"],
  ["no-type", "withoutTypes"],
  ["no-label", "withoutLabels"],
  ["not", "without"],
] as const satisfies ReadonlyArray<[string, keyof PathOptions]>;

function writePathOptions(options: PathOptions): string {
  const lists = pathLists.flatMap(([word, name]) => options[name].map((item) => `${word}:${atom(item)}`));
  const plain = [
    ...(options.which === usualPath.which ? [] : [`which:${options.which}`]),
    ...(options.maxLength === usualPath.maxLength ? [] : [`most:${options.maxLength}`]),
    ...(options.dates === usualPath.dates ? [] : [`dates:${options.dates}`]),
  ];
  return [...plain, ...lists].join(",");
}

function readPathOptions(text: string): PathOptions {
  const options: PathOptions = { ...usualPath };
  for (const part of text.split(",")) {
    const [word = "", value = "", ...rest] = part.split(":");
    const list = pathLists.find(([name]) => name === word)?.[1];
    if (value === "" || rest.length > 0) throw new Unreadable();
    if (list !== undefined) options[list] = [...options[list], readAtom(value)];
    else if (word === "which") options.which = readChoice(value, ["shortest", "best"]);
    else if (word === "dates") options.dates = readChoice(value, ["any", "possible", "certain"]);
    else if (word === "most") options.maxLength = Number(readChoice(value, ["1", "2", "3", "4", "5", "6", "7", "8"]));
    else throw new Unreadable();
  }
  return options;
}

function readTime(text: string): TimeView {
  const undated = !text.endsWith("-undated");
  const period = undated ? text : text.slice(0, -"-undated".length);
  if (period === "all") return { undated };
  const [from = "", to = from, ...rest] = period.split("..");
  const read = Period.safeParse({ ...(from === "" ? {} : { from }), ...(to === "" ? {} : { to }) });
  if (!read.success || rest.length > 0 || (from === "" && to === "")) throw new Unreadable();
  return { ...read.data, undated };
}

function readStage(text: string): NonNullable<LinkedView["stage"]> {
  const [, width, height] = /^([1-9]\d{0,4})x([1-9]\d{0,4})$/.exec(text) ?? [];
  if (width === undefined || height === undefined) throw new Unreadable();
  return { width: Number(width), height: Number(height) };
}

function readCypher(text: string): string {
  if (text.length > longestCypher) throw new Unreadable();
  return text;
}

function readChoice<const T extends string>(text: string, choices: readonly T[]): T {
  const choice = choices.find((each) => each === text);
  if (choice === undefined) throw new Unreadable();
  return choice;
}

const readers: Record<string, (text: string, view: LinkedView) => Partial<LinkedView>> = {
  ask: (text) => ({ question: readQuestion(text) }),
  free: (text) => ({ free: readChoice(text, ["1"]) === "1" }),
  add: (text) => ({ added: readPlaced(text) }),
  move: (text) => ({ moved: readPlaced(text) }),
  lay: (text) => ({ laid: readPlaced(text) }),
  hide: (text) => ({ hidden: readIds(text) }),
  dim: (text, { filters }) => ({ filters: readFilters(text, "dim", filters) }),
  least: (text, { filters }) => ({ filters: { ...filters, leastDegree: readDegree(text) } }),
  off: (text, { filters }) => ({ filters: readFilters(text, "hide", filters) }),
  path: (text, view) => ({ path: readPath(text, view) }),
  by: (text, { path }) => {
    if (path === null) throw new Unreadable();
    return { path: { ...path, options: readPathOptions(text) } };
  },
  overlaps: (text) => ({ overlaps: readIds(text) }),
  time: (text) => ({ time: readTime(text) }),
  measure: (text) => ({ measured: readMeasured(text) }),
  dock: (text) => ({ dock: readChoice(text, dockTabs) }),
  all: (text) => ({ showUndrawn: readChoice(text, ["1"]) === "1" }),
  layout: (text) => ({ layout: readChoice(text, layouts) }),
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
