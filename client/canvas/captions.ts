/** The layer of names: drawn by us after every frame, none over another or over a node. */
import { type Box, type Point, boxAround, contains, controlPoints, overlaps, pointAt } from "../../scene/geometry.ts";
import { type CaptionRequest, type Side, placeCaptions, sideOrder } from "../../scene/captions.ts";
import type { Language } from "../../schema/language.ts";
import type { ExplorerGraph } from "../graph.ts";
import type { ExplorerState } from "../store.ts";
import { mix, tokens } from "../theme.ts";
import type { Appearance } from "./appearance.ts";
import type { Docks } from "./docks.ts";
import { type LineWords, type ScreenLine, captionedLines, lineWords, wordPlaces } from "./line-captions.ts";
import { setLanguage } from "./measure.ts";
import { gapOf, shownText } from "./names.ts";
import { leastStruck, middlePlaces, networkLines, noteOf, piecesOf } from "./network-captions.ts";
import { type Renderer, sizeRatio, toScreen } from "./projection.ts";
import { type Measure, type TextKind, cutTo, fontOf, stageScale, textStyles } from "./text.ts";

export interface Frame {
  sigma: Renderer;
  state: ExplorerState;
  graph: ExplorerGraph;
  appearance: Appearance;
  /** Where a node is drawn now, in graph pixels: on its way while it glides. */
  pointOf: (id: string) => Point;
  docks: Docks;
  isGliding: (id: string) => boolean;
}

export interface Captions {
  draw(frame: Frame): void;
  /** The node whose name lies under a point of the screen. */
  hit(point: Point): string | null;
  /** Forgets on which sides names stood: the nodes have been laid out anew. */
  forget(): void;
}

interface Word {
  text: string;
  language: Language;
  kind: TextKind;
  color: string;
  box: Box;
}

export function createCaptions(context: CanvasRenderingContext2D, measure: Measure): Captions {
  const lastSides = new Map<string, Side>();
  let placed: { id: string; box: Box }[] = [];
  return {
    draw(frame) {
      const { width, height } = frame.sigma.getDimensions();
      context.clearRect(0, 0, width, height);
      const layout = layNames(frame, measure, lastSides);
      placed = layout.names;
      for (const { id, side } of layout.names) if (!frame.isGliding(id)) lastSides.set(id, side);
      const notes = layNotes(frame, layout.names, measure, layout.scale);
      const taken = [...layout.taken, ...notes.map(({ box }) => box)];
      const lines = layLineWords(frame, measure, taken, layout.scale);
      const background = tokens[frame.state.theme].bg;
      for (const word of [...lines, ...notes, ...layout.names.map(({ word }) => word)]) {
        drawWord(context, word, layout.scale, background, frame.sigma);
      }
    },
    forget: () => lastSides.clear(),
    hit: (point) => placed.findLast(({ box }) => contains(box, point))?.id ?? null,
  };
}

interface NameLayout {
  names: { id: string; side: Side; box: Box; word: Word }[];
  taken: Box[];
  scale: number;
}

/** How large text is now: by the stage's size and, within limits, by the camera. */
export function textScale(sigma: Renderer, state: ExplorerState): number {
  return stageScale(state.stage) / sizeRatio(sigma.getCamera().ratio);
}

function layNames(frame: Frame, measure: Measure, lastSides: ReadonlyMap<string, Side>): NameLayout {
  const { sigma, state, appearance } = frame;
  const scale = textScale(sigma, state);
  const { width, height } = sigma.getDimensions();
  const stage = { left: 0, top: 0, right: width, bottom: height };
  const looks = [...appearance.nodes].map((id) => ({
    id,
    look: appearance.node(id),
    at: toScreen(sigma, frame.pointOf(id)),
  }));
  looks.sort((a, b) => b.look.rank - a.look.rank || (a.id < b.id ? -1 : 1));
  const marks = new Map(
    looks.map(({ id, look, at }) => [id, boxAround(at, 2 * look.radius * scale, 2 * look.radius * scale)]),
  );
  const texts = new Map(looks.map(({ id, look }) => [id, shownText(look, measure)]));
  const requests: CaptionRequest[] = looks.map(({ id, look, at }) => ({
    id,
    ...at,
    radius: look.radius * scale,
    width: scale * measure(texts.get(id) ?? "", look.name.kind, look.name.language),
    height: scale * textStyles[look.name.kind].size * 1.2,
    gap: gapOf(look) * scale,
    sides: look.side ? [look.side] : sideOrder(frame.pointOf(id), leavings(frame, id), lastSides.get(id)),
    forced: look.forced,
  }));
  const byId = new Map(looks.map(({ id, look }) => [id, look]));
  const names = placeCaptions(requests, marks, stage).flatMap(({ id, side, box }) => {
    const look = byId.get(id);
    return look ? [{ id, side, box, word: { ...look.name, text: texts.get(id) ?? "", box } }] : [];
  });
  return { names, taken: [...marks.values(), ...names.map(({ box }) => box)], scale };
}

/** Points a little way along each line that leaves a node: curves leave otherwise than their ends lie. */
function leavings({ graph, appearance, docks, pointOf }: Frame, id: string): Point[] {
  return graph
    .edges(id)
    .filter((line) => appearance.relationships.has(line))
    .map((line) => {
      const [source, target] = graph.extremities(line);
      const points = controlPoints(pointOf(source), pointOf(target), docks.lineOf(line).route);
      return pointAt(points, source === id ? 0.2 : 0.8);
    });
}

/** Words on lines, in the order given, none over a name, a mark or another's words. */
function layLineWords(frame: Frame, measure: Measure, taken: readonly Box[], scale: number): Word[] {
  const network = networkLines(frame.state, frame.appearance);
  return network === null
    ? layEgoWords(frame, measure, taken, scale)
    : layNetworkWords(frame, network, measure, taken, scale);
}

/** Words at the far ends of the lines of what is selected or pointed at. */
function layEgoWords(frame: Frame, measure: Measure, taken: readonly Box[], scale: number): Word[] {
  const { state, graph, appearance } = frame;
  const captioned = captionedLines(state, graph, appearance.relationships);
  const words: Word[] = [];
  for (const id of captioned?.lines ?? []) {
    const said = wordsOf(frame, id, measure, scale);
    const farEnd = graph.source(id) === captioned?.hub ? "to" : "from";
    const boxes = wordPlaces(screenLine(frame, id, scale), farEnd, said.width, said.height).map(({ x, y }) => ({
      left: x,
      top: y,
      right: x + said.width,
      bottom: y + said.height,
    }));
    const box = freeOf(boxes, taken, words)[0] ?? (captioned?.lines.length === 1 ? boxes[0] : undefined);
    if (box) words.push({ ...said.word, box });
  }
  return words;
}

/** Words in the middle of every line of a small network. */
function layNetworkWords(
  frame: Frame,
  lines: readonly string[],
  measure: Measure,
  taken: readonly Box[],
  scale: number,
): Word[] {
  const shapes = new Map([...frame.appearance.relationships].map((id) => [id, screenLine(frame, id, scale)]));
  const pieces = new Map([...shapes].map(([id, shape]) => [id, piecesOf(shape)]));
  const words: Word[] = [];
  for (const id of lines) {
    const shape = shapes.get(id);
    if (!shape) continue;
    const said = wordsOf(frame, id, measure, scale);
    const others = [...pieces].flatMap(([other, own]) => (other === id ? [] : own));
    const box = leastStruck(freeOf(middlePlaces(shape, said.width, said.height), taken, words), others);
    // Quieter than the names, as there are many of them.
    const color = said.disputed ? said.word.color : tokens[frame.state.theme].ink3;
    if (box) words.push({ ...said.word, color, box });
  }
  return words;
}

const freeOf = (boxes: readonly Box[], taken: readonly Box[], words: readonly Word[]): Box[] =>
  boxes.filter((box) => ![...taken, ...words.map((word) => word.box)].some((other) => overlaps(box, other, 2)));

/** Widest words on a line before its dates; a post's title may be long. */
const widestWords = 140;

function wordsOf({ state, graph }: Frame, id: string, measure: Measure, scale: number) {
  const said: LineWords = lineWords(state, graph, id);
  const colors = tokens[state.theme];
  const width = (text: string) => measure(text, "line", said.language);
  const text = cutTo(said.text, widestWords, width) + said.rest;
  const color = said.disputed ? colors.family.people : mix(colors.ink2, colors.ink, 0.2);
  return {
    disputed: said.disputed,
    word: { text, language: said.language, kind: "line" as const, color },
    width: scale * width(text),
    height: scale * textStyles.line.size * 1.2,
  };
}

/** What a name that stands alone is there for, under it. */
function layNotes({ state, graph }: Frame, names: NameLayout["names"], measure: Measure, scale: number): Word[] {
  const { language, theme } = state;
  return names.flatMap(({ id, box }) => {
    const text = noteOf(state, graph, id);
    if (text === null) return [];
    const [width, height] = [scale * measure(text, "line", language), scale * textStyles.line.size * 1.2];
    const at = { left: box.left, right: box.left + width, top: box.bottom, bottom: box.bottom + height };
    return [{ text, language, kind: "line" as const, color: tokens[theme].family.people, box: at }];
  });
}

function screenLine({ sigma, graph, appearance, docks, pointOf }: Frame, id: string, scale: number): ScreenLine {
  const [source, target] = graph.extremities(id);
  const { route, dockSource, dockTarget } = docks.lineOf(id);
  return {
    from: toScreen(sigma, pointOf(source)),
    to: toScreen(sigma, pointOf(target)),
    fromRadius: appearance.node(source).radius * scale,
    toRadius: appearance.node(target).radius * scale,
    fromDock: dockSource * scale,
    toDock: dockTarget * scale,
    route: { ...route, bend: route.kind === "arc" ? route.bend : route.bend * scale, fan: route.fan * scale },
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
