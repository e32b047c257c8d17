/** What lies behind the nodes of a drawing in which places mean something, in words and lines; screen and exports share it. Pure. */
import { overRows } from "../../scene/text.ts";
import type { GuideLine } from "../../scene/scene.ts";
import { mainLabel } from "../../schema/graph.ts";
import type { Guides } from "../../schema/guides.ts";
import type { Language } from "../../schema/language.ts";
import { type ExplorerGraph, guidesOf } from "../view/graph.ts";
import type { ExplorerState } from "../store.ts";
import { say } from "../strings/strings.ts";
import type { Appearance } from "./appearance-types.ts";
import { areGenerations, shownYears } from "./layered.ts";
import { firstYearsIn } from "./years.ts";

/** Words among the guides, in graph pixels: their middle lies at `y`, and this share of their width left of `x`. */
export interface GuideWord {
  text: string;
  x: number;
  y: number;
  share: number;
  /** Stays in sight at the head of the stage while its guide is. */
  sticky?: boolean;
  quiet?: boolean;
  /** So many pixels lower than its place, whatever the zoom: a second line. */
  below?: number;
}

export interface GuideDrawing {
  lines: GuideLine[];
  words: GuideWord[];
}

interface Drawn {
  state: ExplorerState;
  graph: ExplorerGraph;
  appearance: Pick<Appearance, "nodes">;
}

/** Null where the layout drew none; `zoom` tells how many pixels one of the graph is drawn with. */
export function drawGuides(
  state: ExplorerState,
  graph: ExplorerGraph,
  appearance: Drawn["appearance"],
  zoom = 1,
): GuideDrawing | null {
  const guides = guidesOf(graph);
  if (guides === null) return null;
  const drawn = { state, graph, appearance };
  if (guides.kind === "timeline") return drawYears(guides, drawn, zoom);
  if (guides.kind === "layered") return drawLayers(guides, drawn);
  return guides.kind === "grid" ? drawGrid(guides, drawn) : drawRings(guides, drawn);
}

/** From what a layer is called down to its years, in pixels. */
const lineHeight = 15;

/** Each layer's number, and the years of what the layout put there where each of it has one. */
function drawLayers(
  { layers, further, y }: Guides & { kind: "layered" },
  { state, graph, appearance }: Drawn,
): GuideDrawing {
  const years = shownYears(state, graph);
  const told = areGenerations(state, graph);
  const known = new Map<number, (number | undefined)[]>();
  const columns = [...layers, ...further];
  for (const id of appearance.nodes) {
    const { x, pinned } = graph.getNodeAttributes(id);
    // A newcomer stands beside what brought it, in no layer.
    if (pinned || !columns.some((each) => Math.abs(each - x) < 0.5)) continue;
    const [layer, year] = [layers.findLastIndex((each) => each < x + 0.5), years.get(id)];
    if (layer >= 0) known.set(layer, [...(known.get(layer) ?? []), year]);
  }
  const words = layers.flatMap((x, i): GuideWord[] => {
    const all = known.get(i) ?? [];
    const own = all.filter((year) => year !== undefined);
    const [first, last] = [Math.min(...own), Math.max(...own)];
    const name = {
      text: say(state.language, "arrange.generation", { told, number: i + 1 }),
      x,
      y,
      share: 0,
    };
    // What has no date is of no year that stands over it.
    if (own.length === 0 || own.length < all.length) return [name];
    return [
      name,
      { text: first === last ? `${first}` : `${first}–${last}`, x, y, below: lineHeight, share: 0, quiet: true },
    ];
  });
  return { lines: [], words };
}

/**
 * How many pixels the words over rows stand higher than their place: where distances shrink and text of this scale does
 * not, they keep theirs from the row that they stand over.
 */
export const liftOf = (kind: Guides["kind"] | undefined, scale: number, zoom: number): number =>
  kind === "layered" || kind === "grid" ? Math.max(0, overRows[kind] * (scale - zoom)) : 0;

/** How many years lie between two that are named, fewest first, and the least pixels that one needs. */
const steps = [1, 2, 5, 10, 20, 50, 100, 200, 500];
const yearWidth = 46;
/** Pixels from the axis up to the middle of its years, and how far lines go on below the last row. */
const [overAxis, belowRows] = [13, 8];

function drawYears(
  { first, last, x, perYear, top, bottom, undated }: Guides & { kind: "timeline" },
  { state, graph, appearance }: Drawn,
  zoom: number,
): GuideDrawing {
  const step = steps.find((each) => each * perYear * zoom >= yearWidth) ?? 1000;
  const axis = top - 6;
  const years: number[] = [];
  // Without any date there is no axis.
  if (first > 0) for (let year = Math.ceil(first / step) * step; year <= last; year += step) years.push(year);
  const at = (year: number) => x + (year - first) * perYear;
  const known = firstYearsIn(state, graph);
  const without = [...appearance.nodes].filter((id) => !known.has(id)).length;
  const words: GuideWord[] = years.map((year) => ({
    text: String(year),
    x: at(year),
    y: axis - overAxis,
    share: 0.5,
    sticky: true,
  }));
  if (undated !== null && without > 0) {
    const text = say(state.language, "arrange.undated", { count: without });
    words.push({ text, x: undated, y: axis - overAxis, share: 0, sticky: true });
  }
  return {
    lines: [
      ...(first > 0 ? [{ kind: "line" as const, from: { x: at(first), y: axis }, to: { x: at(last), y: axis } }] : []),
      ...years.map((year): GuideLine => {
        return { kind: "line", from: { x: at(year), y: axis }, to: { x: at(year), y: bottom + belowRows } };
      }),
    ],
    words,
  };
}

/** Free pixels between a ring and what is said of it, over it. */
const overRing = 9;

function drawRings({ at, rings, unreached }: Guides & { kind: "radial" }, { state }: Drawn): GuideDrawing {
  const { language } = state;
  const words = rings.map(({ ry }, i) => ({
    text: say(language, "arrange.ring", { count: i + 1 }),
    x: at.x,
    y: at.y - ry - overRing,
    share: 0.5,
  }));
  if (unreached) words.push({ text: say(language, "arrange.unreached"), ...unreached, share: 0.5 });
  return { lines: rings.map((ring) => ({ kind: "ring", at, ...ring })), words };
}

/** `1,204` */
const numeral = (count: number, language: Language) => new Intl.NumberFormat(language).format(count);

function drawGrid({ blocks }: Guides & { kind: "grid" }, { state, graph, appearance }: Drawn): GuideDrawing {
  const { language, vocabulary } = state;
  const counts = new Map<string, number>();
  for (const id of appearance.nodes) {
    const label = mainLabel(graph.getNodeAttribute(id, "node"));
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  const words = blocks.flatMap(({ label, x, y }) => {
    const count = counts.get(label);
    if (count === undefined) return [];
    const form = vocabulary?.labels[label];
    const name = (count === 1 ? form?.caption : form?.plural)?.[language] ?? label;
    return [{ text: `${name} · ${numeral(count, language)}`, x, y, share: 0 }];
  });
  return { lines: [], words };
}
