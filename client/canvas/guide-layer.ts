/** Draws the guides under lines and nodes; read when a layout first has some. */
import { type Box, type Point, overlaps } from "../../scene/geometry.ts";
import type { GuideLine } from "../../scene/scene.ts";
import { cssFont, headFont } from "../../scene/text.ts";
import { type ExplorerGraph, guidesOf } from "../view/graph.ts";
import type { ExplorerState } from "../store.ts";
import { readLaterStrings } from "../strings/strings.ts";
import { tokens } from "../page/theme.ts";
import type { Appearance } from "./appearance-types.ts";
import { type GuideDrawing, type GuideWord, drawGuides, liftOf } from "./guides.ts";
import { readRowLooks } from "./later-looks.ts";
import { setLanguage } from "./measure.ts";
import { type Renderer, toScreen } from "./projection.ts";
import { stageScale } from "./text.ts";

export interface GuideLayer {
  draw(state: ExplorerState, graph: ExplorerGraph, appearance: Appearance): void;
}

/** Where words that stay in sight stand at the head of the stage, and how much of it they take. */
const [headMiddle, headHeight] = [16, 30];

const nothing: GuideDrawing = { lines: [], words: [] };

/** What guides are worded and placed by, which has to be read before they are drawn. */
export const readGuideWords = () => Promise.all([readLaterStrings(), readRowLooks()]);

/** A canvas below everything else of the drawing, and one over it for words that stay in sight or stand amid lines. */
export function createGuideLayer(sigma: Renderer): GuideLayer {
  const [below, over] = [layer(sigma, "guides", "edges"), layer(sigma, "axis", "hovers")];
  sigma.resize(true); // the new canvases have no size before
  let known: { keys: readonly unknown[]; drawing: GuideDrawing | null } = { keys: [], drawing: null };
  return {
    draw(state, graph, appearance) {
      const { width, height } = sigma.getDimensions();
      for (const { context } of [below, over]) context.clearRect(0, 0, width, height);
      const zoom = toScreen(sigma, { x: 1, y: 0 }).x - toScreen(sigma, { x: 0, y: 0 }).x;
      const keys = [appearance, graph.getAttribute("guides"), state.language, zoom];
      if (keys.some((key, i) => key !== known.keys[i]))
        known = { keys, drawing: drawGuides(state, graph, appearance, zoom) };
      const { lines, words } = known.drawing ?? nothing;
      const colors = tokens[state.theme];
      below.context.strokeStyle = colors.line;
      below.context.lineWidth = 1;
      for (const line of lines) trace(below.context, sigma, line);
      const kind = guidesOf(graph)?.kind;
      const lift = liftOf(kind, stageScale(state.stage), zoom);
      const placed = words.map((word) => {
        const { x, y } = toScreen(sigma, word);
        return { word, at: { x, y: y - lift } };
      });
      const isAbove = placed.some(({ word, at }) => word.sticky && at.y < headMiddle);
      if (isAbove) {
        over.context.fillStyle = colors.bg;
        over.context.fillRect(0, 0, width, headHeight);
      }
      const used = new Set(isAbove ? [over] : []);
      if (lines.length > 0) used.add(below);
      const taken: Box[] = [];
      let isFirstWritten = true;
      for (const { word, at } of placed) {
        const isFirst = word.below === undefined;
        // A second line alone would seem to belong to its neighbor.
        if (!isFirst && !isFirstWritten) continue;
        const stays = word.sticky && isAbove;
        // Lines to the blocks further down pass between them.
        const layer = stays || kind === "grid" ? over : below;
        used.add(layer);
        const isWritten = write(layer, word, stays ? { x: at.x, y: headMiddle } : at, state, taken);
        if (isFirst) isFirstWritten = isWritten;
      }
      // Chromium at times goes on showing what a canvas held when it is cleared and nothing is drawn on it after.
      for (const each of [below, over]) each.canvas.style.visibility = used.has(each) ? "" : "hidden";
    },
  };
}

interface Layer {
  canvas: HTMLCanvasElement;
  context: CanvasRenderingContext2D;
}

function layer(sigma: Renderer, name: string, beforeLayer: string): Layer {
  const place: { style?: Partial<CSSStyleDeclaration>; beforeLayer: string } = { beforeLayer };
  sigma.createCanvasContext(name, place);
  const canvas = sigma.getCanvases()[name];
  const context = canvas?.getContext("2d");
  if (!canvas || !context) throw new Error("The browser gives no 2D canvas, which the guides need.");
  return { canvas, context };
}

/** With a halo of the background, as lines pass below; left out where another word has been written, as seen from afar. */
function write({ canvas, context }: Layer, word: GuideWord, at: Point, state: ExplorerState, taken: Box[]): boolean {
  const { language, theme, stage } = state;
  const colors = tokens[theme];
  setLanguage(canvas, context, language);
  context.font = cssFont({ ...headFont, size: headFont.size * stageScale(stage), language });
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.lineWidth = 4;
  context.strokeStyle = colors.bg;
  context.fillStyle = word.quiet ? colors.ink3 : colors.ink2;
  const { width } = context.measureText(word.text);
  const x = Math.round(at.x - word.share * width);
  const y = Math.round(at.y + (word.below ?? 0) * stageScale(stage));
  const box = { left: x, right: x + width + 4, top: y - 5, bottom: y + 5 };
  if (taken.some((other) => overlaps(box, other))) return false;
  taken.push(box);
  context.strokeText(word.text, x, y);
  context.fillText(word.text, x, y);
  return true;
}

function trace(context: CanvasRenderingContext2D, sigma: Renderer, line: GuideLine): void {
  context.beginPath();
  if (line.kind === "ring") {
    const at = toScreen(sigma, line.at);
    const edge = toScreen(sigma, { x: line.at.x + line.rx, y: line.at.y + line.ry });
    context.ellipse(at.x, at.y, edge.x - at.x, edge.y - at.y, 0, 0, 2 * Math.PI);
  } else {
    const [from, to] = [toScreen(sigma, line.from), toScreen(sigma, line.to)];
    context.moveTo(from.x, from.y);
    context.lineTo(to.x, to.y);
  }
  context.stroke();
}
