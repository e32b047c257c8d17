/** The words of a drawing and where they stand: names, what lines say, notes. Pure; screen and exports share it. */
import { scaledRoute } from "./routes.ts";
import { type Box, type Point, boxAround, contains, controlPoints, overlaps, pointAt } from "../../scene/geometry.ts";
import { type CaptionRequest, type Side, placeCaptions, sideOrder } from "../../scene/captions.ts";
import { type Tokens, mix } from "../../scene/colors.ts";
import { type Measure, type TextKind, cutTo, textStyles } from "../../scene/text.ts";
import type { Language } from "../../schema/language.ts";
import type { ExplorerGraph } from "../view/graph.ts";
import type { ExplorerState } from "../store.ts";
import type { Appearance, NodeAppearance } from "./appearance-types.ts";
import type { Docks } from "./docks.ts";
import type { Lens } from "./lens.ts";
import { type LineWords, type ScreenLine, captionedLines, countSign, lineWords, wordPlaces } from "./line-captions.ts";
import { inOrder, seenThrough } from "./name-order.ts";
import { gapOf, shownText } from "./names.ts";
import { isVeiled } from "./spotlight.ts";
import { leastStruck, middlePlaces, networkLines, noteOf, piecesOf } from "./network-captions.ts";

/** What is drawn, and with which colors. */
export interface Drawn extends Lens {
  state: ExplorerState;
  graph: ExplorerGraph;
  colors: Tokens;
  appearance: Appearance;
  docks: Docks;
  /** Where a node is, in graph pixels: on its way while it glides. */
  pointOf: (id: string) => Point;
}

export interface Word {
  text: string;
  language: Language;
  kind: TextKind;
  color: string;
  box: Box;
  /** The node or relationship that it belongs to. */
  id: string;
}

export interface Words {
  names: { id: string; side: Side; box: Box; word: Word }[];
  notes: Word[];
  lines: Word[];
}

/** Places all words: names first, then notes, then what lines say, none over another. */
export function layWords(drawn: Drawn, measure: Measure, lastSides: ReadonlyMap<string, Side>): Words {
  const { names, taken } = layNames(drawn, measure, lastSides);
  const notes = layNotes(drawn, names, measure);
  return { names, notes, lines: layLineWords(drawn, measure, [...taken, ...notes.map(({ box }) => box)]) };
}

interface NameLayout extends Pick<Words, "names"> {
  taken: Box[];
}

/** With more nodes than these, names give way only to the nodes that are named: else there would be none. */
const mostNamed = 600;
/** So many names of those in sight are tried then. */
const mostTried = 240;

/** The nodes whose names may be shown, the important ones first. */
function looksOf(drawn: Drawn) {
  const { appearance, graph, stage } = drawn;
  const isFew = appearance.nodes.size <= mostNamed;
  const looks: { id: string; look: NodeAppearance; at: Point }[] = [];
  for (const id of inOrder(appearance, graph, isFew ? undefined : seenThrough(drawn))) {
    if (!isFew && looks.length >= mostTried) break;
    const at = drawn.toScreen(drawn.pointOf(id));
    if (isFew || contains(stage, at)) looks.push({ id, look: appearance.node(id), at });
  }
  return looks;
}

function layNames(drawn: Drawn, measure: Measure, lastSides: ReadonlyMap<string, Side>): NameLayout {
  const { scale, stage } = drawn;
  const markScale = drawn.marks ?? scale;
  const looks = looksOf(drawn);
  const marks = new Map(
    looks.map(({ id, look, at }) => [id, boxAround(at, 2 * look.radius * markScale, 2 * look.radius * markScale)]),
  );
  // Of what is out of sight only the marks count.
  const inSight = looks.filter(({ id }) => overlaps(marks.get(id) as Box, stage));
  const texts = new Map(inSight.map(({ id, look }) => [id, shownText(look, measure)]));
  const requests: CaptionRequest[] = inSight.map(({ id, look, at: { x, y } }) => ({
    id,
    x,
    y,
    radius: look.radius * markScale,
    width: scale * measure(texts.get(id) ?? "", look.name.kind, look.name.language),
    height: scale * textStyles[look.name.kind].size * 1.2,
    gap: gapOf(look) * markScale,
    sides: look.side ? [look.side] : sideOrder(drawn.pointOf(id), leavingsOf(drawn, id), lastSides.get(id)),
    forced: look.forced,
  }));
  const byId = new Map(looks.map(({ id, look }) => [id, look]));
  const { apart } = drawn.appearance;
  const faint = isVeiled(drawn.appearance) ? looks.filter(({ id }) => !apart?.nodes.has(id)) : [];
  const names = placeCaptions(requests, marks, stage, new Set(faint.map(({ id }) => id))).flatMap(
    ({ id, side, box }) => {
      const look = byId.get(id);
      return look ? [{ id, side, box, word: { ...look.name, text: texts.get(id) ?? "", box, id } }] : [];
    },
  );
  return { names, taken: [...marks.values(), ...names.map(({ box }) => box)] };
}

/** So many lines of a hub tell on which side its name has room. */
const mostAsked = 48;

const knownLeavings = new WeakMap<Appearance, Map<string, Point[]>>();

/** Among thousands worked out once for each look, as a frame has no time for it; what is on its way moves none of it. */
function leavingsOf(drawn: Drawn, id: string): Point[] {
  const { appearance } = drawn;
  if (appearance.nodes.size <= mostNamed) return leavings(drawn, id);
  const look = appearance.apart?.base ?? appearance;
  const known = knownLeavings.get(look) ?? new Map<string, Point[]>();
  knownLeavings.set(look, known);
  const before = known.get(id);
  if (before !== undefined) return before;
  const now = leavings(drawn, id, mostAsked);
  known.set(id, now);
  return now;
}

/** Points a little way along each line that leaves a node: curves leave otherwise than their ends lie. */
function leavings({ graph, appearance, docks, pointOf }: Drawn, id: string, most = Infinity): Point[] {
  const points: Point[] = [];
  for (const { edge, source, target } of graph.edgeEntries(id)) {
    if (points.length >= most) break;
    if (!appearance.relationships.has(edge)) continue;
    const curve = controlPoints(pointOf(source), pointOf(target), docks.lineOf(edge).route);
    points.push(pointAt(curve, source === id ? 0.2 : 0.8));
  }
  return points;
}

/** Words on lines, in the order given, none over a name, a mark or another's words. */
function layLineWords(drawn: Drawn, measure: Measure, taken: readonly Box[]): Word[] {
  const network = networkLines(drawn.state, drawn.appearance);
  if (network !== null) return layNetworkWords(drawn, network, measure, taken);
  const words = layEgoWords(drawn, measure, taken);
  return [...words, ...layCounts(drawn, measure, taken, words)];
}

/** So many lines say how many relationships they stand for, those that stand for the most. */
const mostCounted = 60;

/** In the middle of lines for several relationships that say nothing else: how many those are. */
function layCounts(drawn: Drawn, measure: Measure, taken: readonly Box[], said: readonly Word[]): Word[] {
  const { state, appearance, colors, scale, stage } = drawn;
  const sets = [...new Set(appearance.parallels.values())].toSorted((a, b) => b.length - a.length);
  const { language } = state;
  const words: Word[] = [];
  for (const [id = "", ...others] of sets.slice(0, mostCounted)) {
    if (appearance.edge(id).dimmed || said.some((word) => word.id === id)) continue;
    const text = countSign(others.length + 1);
    const [width, height] = [scale * measure(text, "line", language), scale * textStyles.line.size * 1.2];
    const boxes = middlePlaces(screenLine(drawn, id), width, height).filter((box) => overlaps(box, stage));
    const [box] = freeOf(boxes, taken, [...said, ...words]);
    if (box) words.push({ text, language, kind: "line", color: colors.ink2, box, id });
  }
  return words;
}

/** Words at the far ends of the lines of what is selected or pointed at. */
function layEgoWords(drawn: Drawn, measure: Measure, taken: readonly Box[]): Word[] {
  const { state, graph, appearance } = drawn;
  const captioned = captionedLines(state, graph, appearance.relationships);
  const words: Word[] = [];
  for (const id of captioned?.lines ?? []) {
    const said = wordsOf(drawn, id, measure);
    const farEnd = graph.source(id) === captioned?.hub ? "to" : "from";
    const boxes = wordPlaces(screenLine(drawn, id), farEnd, said.width, said.height).map(({ x, y }) => ({
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
function layNetworkWords(drawn: Drawn, lines: readonly string[], measure: Measure, taken: readonly Box[]): Word[] {
  const shapes = new Map([...drawn.appearance.relationships].map((id) => [id, screenLine(drawn, id)]));
  const pieces = new Map([...shapes].map(([id, shape]) => [id, piecesOf(shape)]));
  const words: Word[] = [];
  for (const id of lines) {
    const shape = shapes.get(id);
    if (!shape) continue;
    const said = wordsOf(drawn, id, measure);
    const others = [...pieces].flatMap(([other, own]) => (other === id ? [] : own));
    const box = leastStruck(freeOf(middlePlaces(shape, said.width, said.height), taken, words), others);
    // Quieter than the names, as there are many of them.
    const color = said.disputed ? said.word.color : drawn.colors.ink3;
    if (box) words.push({ ...said.word, color, box });
  }
  return words;
}

const freeOf = (boxes: readonly Box[], taken: readonly Box[], words: readonly Word[]): Box[] =>
  boxes.filter((box) => ![...taken, ...words.map((word) => word.box)].some((other) => overlaps(box, other, 2)));

/** Widest words on a line before its dates; a post's title may be long. */
const widestWords = 140;

function wordsOf({ state, graph, colors, scale }: Drawn, id: string, measure: Measure) {
  const said: LineWords = lineWords(state, graph, id);
  const width = (text: string) => measure(text, "line", said.language);
  const text = cutTo(said.text, widestWords, width) + said.rest;
  const color = said.disputed ? colors.family.people : mix(colors.ink2, colors.ink, 0.2);
  return {
    disputed: said.disputed,
    word: { text, language: said.language, kind: "line" as const, color, id },
    width: scale * width(text),
    height: scale * textStyles.line.size * 1.2,
  };
}

/** What a name that stands alone is there for, under it. */
function layNotes({ state, graph, colors, scale }: Drawn, names: NameLayout["names"], measure: Measure): Word[] {
  const { language } = state;
  return names.flatMap(({ id, box }) => {
    const text = noteOf(state, graph, id);
    if (text === null) return [];
    const [width, height] = [scale * measure(text, "line", language), scale * textStyles.line.size * 1.2];
    const at = { left: box.left, right: box.left + width, top: box.bottom, bottom: box.bottom + height };
    return [{ text, language, kind: "line" as const, color: colors.family.people, box: at, id }];
  });
}

export function screenLine(drawn: Drawn, id: string): ScreenLine {
  const { graph, appearance, docks } = drawn;
  const scale = drawn.marks ?? drawn.scale;
  const [source, target] = graph.extremities(id);
  const { route, dockSource, dockTarget } = docks.lineOf(id);
  return {
    from: drawn.toScreen(drawn.pointOf(source)),
    to: drawn.toScreen(drawn.pointOf(target)),
    fromRadius: appearance.node(source).radius * scale,
    toRadius: appearance.node(target).radius * scale,
    fromDock: dockSource * scale,
    toDock: dockTarget * scale,
    route: scaledRoute(route, scale),
  };
}
