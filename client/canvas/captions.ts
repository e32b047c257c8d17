/** The layer of names: drawn by us after every frame, none over another or over a node. */
import type { Side } from "../../scene/captions.ts";
import { type Box, type Point, contains } from "../../scene/geometry.ts";
import type { ExplorerGraph } from "../view/graph.ts";
import type { ExplorerState } from "../store.ts";
import { type Tokens, tokens } from "../page/theme.ts";
import type { Appearance } from "./appearance-types.ts";
import type { Badges } from "./badges.ts";
import type { sayMore } from "./line-words.ts";
import type { Docks } from "./docks.ts";
import { setLanguage } from "./measure.ts";
import { type Renderer, toScreen } from "./projection.ts";
import { isInColumns } from "../view/question-view.ts";
import { type Measure, fontOf, stageScale, textStyles } from "./text.ts";
import { type Lens, sizeRatio, textRatio, textRatioInColumns } from "./lens.ts";
import { type Drawn, type Word, layWords } from "./words.ts";

export interface Frame {
  sigma: Renderer;
  state: ExplorerState;
  graph: ExplorerGraph;
  appearance: Appearance;
  /** Where a node is drawn now, in graph pixels: on its way while it glides. */
  pointOf: (id: string) => Point;
  docks: Docks;
  isGliding: (id: string) => boolean;
  /** Draws what is leaving, below the words. */
  drawLeaving: ((context: CanvasRenderingContext2D, lens: Lens, colors: Tokens) => void) | undefined;
  /** The marks of dispute, once there are some to draw. */
  badges: Badges | null;
  /** Draws what tells pinned nodes from others, once there are some. */
  drawPins: ((context: CanvasRenderingContext2D, drawn: Drawn) => void) | null;
  /** Places notes and what lines say, once it has been read. */
  sayMore: typeof sayMore | null;
}

export interface Captions {
  draw(frame: Frame): void;
  /** The node whose name lies under a point of the screen. */
  hit(point: Point): string | null;
  /** Where a node's name is written. */
  boxOf(id: string): Box | undefined;
  /** On which side each name stood last. */
  sides(): ReadonlyMap<string, Side>;
  /** Forgets on which sides names stood: the nodes have been laid out anew. */
  forget(): void;
}

export function createCaptions(context: CanvasRenderingContext2D, measure: Measure): Captions {
  const lastSides = new Map<string, Side>();
  let placed: { id: string; box: Box }[] = [];
  return {
    draw(frame) {
      const { sigma, state } = frame;
      const { width, height } = sigma.getDimensions();
      context.clearRect(0, 0, width, height);
      const lens = lensOf(sigma, state);
      const colors = tokens[state.theme];
      const drawn = { ...frame, ...lens, colors };
      frame.drawLeaving?.(context, lens, colors);
      frame.drawPins?.(context, drawn);
      const { names, notes, lines } = layWords(drawn, measure, lastSides, frame.sayMore, frame.badges?.kept(drawn));
      placed = names;
      for (const { id, side } of names) if (!frame.isGliding(id)) lastSides.set(id, side);
      const words = [...lines, ...notes, ...names.map(({ word }) => word)];
      // A line would be seen between the words that stand on it.
      context.fillStyle = colors.bg;
      for (const { box } of lines) context.fillRect(box.left, box.top, box.right - box.left, box.bottom - box.top);
      for (const word of words) drawWord(context, word, lens.scale, colors.bg, sigma);
      frame.badges?.draw(
        context,
        drawn,
        words.map(({ box }) => box),
      );
    },
    boxOf: (id) => placed.find((each) => each.id === id)?.box,
    sides: () => lastSides,
    forget: () => lastSides.clear(),
    hit: (point) => placed.findLast(({ box }) => contains(box, point))?.id ?? null,
  };
}

/** How the camera shows the graph now. Text grows with the stage's size and, within limits, with the camera. */
export function lensOf(sigma: Renderer, state: ExplorerState): Lens {
  const { width, height } = sigma.getDimensions();
  return {
    toScreen: (point) => toScreen(sigma, point),
    scale: stageScale(state.stage) / (isInColumns(state) ? textRatioInColumns : textRatio)(sigma.getCamera().ratio),
    marks: stageScale(state.stage) / sizeRatio(sigma.getCamera().ratio),
    stage: { left: 0, top: 0, right: width, bottom: height },
  };
}

/** A name with a halo of the background, on whole device pixels so that strokes stay sharp. */
function drawWord(
  context: CanvasRenderingContext2D,
  word: Word,
  scale: number,
  background: string,
  sigma: Renderer,
): void {
  const { text, language, kind, color, box } = word;
  const pixel = window.devicePixelRatio || 1;
  const snap = (value: number) => Math.round(value * pixel) / pixel;
  setLanguage(sigma.getCanvases()["captions"] ?? context.canvas, context, language);
  context.font = fontOf(kind, language, scale);
  context.textBaseline = "alphabetic";
  const size = textStyles[kind].size * scale;
  const [x, y] = [snap(box.left), snap((box.top + box.bottom) / 2 + size * 0.355)];
  context.lineJoin = "round";
  context.lineWidth = 4;
  context.strokeStyle = background;
  context.strokeText(text, x, y);
  context.fillStyle = color;
  context.fillText(text, x, y);
}
