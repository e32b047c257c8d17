/** What lies behind the nodes of a drawing in which places mean something, in words and lines; screen and exports share it. Pure. */
import type { GuideLine } from "../../scene/scene.ts";
import { mainLabel } from "../../schema/graph.ts";
import type { Guides } from "../../schema/guides.ts";
import type { Language } from "../../schema/language.ts";
import { type ExplorerGraph, guidesOf } from "../graph.ts";
import type { ExplorerState } from "../store.ts";
import { say } from "../strings/strings.ts";
import type { Appearance } from "./appearance.ts";

/** Words among the guides, in graph pixels: their middle lies at `y`, and this share of their width left of `x`. */
export interface GuideWord {
  text: string;
  x: number;
  y: number;
  share: number;
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

/** Null where the layout drew none. */
export function drawGuides(
  state: ExplorerState,
  graph: ExplorerGraph,
  appearance: Drawn["appearance"],
): GuideDrawing | null {
  const guides = guidesOf(graph);
  if (guides === null) return null;
  const drawn = { state, graph, appearance };
  return guides.kind === "grid" ? drawGrid(guides, drawn) : drawRings(guides, drawn);
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
