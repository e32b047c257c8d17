/** The words of a drawing and where they stand: names, what lines say, notes. Pure; screen and exports share it. */
import { scaledRoute } from "./routes.ts";
import { type Box, type Point, boxAround, contains, controlPoints, overlaps, pointAt } from "../../scene/geometry.ts";
import { type CaptionRequest, type Side, captionBox, placeCaptions, sideOrder } from "../../scene/captions.ts";
import type { Tokens } from "../../scene/colors.ts";
import { type Measure, type TextKind, textStyles } from "../../scene/text.ts";
import type { Language } from "../../schema/language.ts";
import type { ExplorerGraph } from "../view/graph.ts";
import { isGroup } from "../view/groups.ts";
import type { ExplorerState } from "../store.ts";
import type { Appearance, NodeAppearance } from "./appearance-types.ts";
import type { Docks } from "./docks.ts";
import type { Lens } from "./lens.ts";
import type { LineShape } from "../../scene/lines.ts";
import type { sayMore } from "./line-words.ts";
import { inOrder, seenThrough } from "./name-order.ts";
import { gapOf, shownText } from "./names.ts";
import { isVeiled } from "./spotlight.ts";
import { widestName } from "./text.ts";

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

/** Places all words: names first, then notes and what lines say, once these have been read; none over another, the latter not over `kept` either. */
export function layWords(
  drawn: Drawn,
  measure: Measure,
  lastSides: ReadonlyMap<string, Side>,
  say: typeof sayMore | null,
  kept: readonly Box[] = [],
): Words {
  const laid = layNames(drawn, measure, lastSides);
  laid.taken.push(...kept);
  return { names: laid.names, ...(say?.(drawn, laid, measure) ?? { notes: [], lines: [] }) };
}

export interface NameLayout extends Pick<Words, "names"> {
  /** Where names and marks are. */
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
  const texts = new Map(inSight.map((each) => [each.id, textIn(each, marks, drawn, measure)]));
  const requests = inSight.map(({ id, look, at: { x, y } }): CaptionRequest => {
    const asked = {
      id,
      x,
      y,
      radius: look.radius * markScale,
      width: scale * measure(texts.get(id) ?? "", look.name.kind, look.name.language),
      height: scale * textStyles[look.name.kind].size * 1.2,
      gap: gapOf(look) * markScale,
      forced: look.forced,
    };
    const sides = look.side
      ? fixedSides(look.side, asked, drawn)
      : sideOrder(drawn.pointOf(id), leavingsOf(drawn, id), lastSides.get(id));
    return Object.assign(asked, { sides });
  });
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

/** A name shorter than so many pixels tells nothing. */
const leastName = 60;

/** What is shown of a name. A group of a column is named longer than its members were, for which the columns have room. */
function textIn(
  { id, look, at }: { id: string; look: NodeAppearance; at: Point },
  marks: ReadonlyMap<string, Box>,
  { scale, marks: markScale = scale }: Lens,
  measure: Measure,
): string {
  if (!isGroup(id) || look.side !== "right") return shownText(look, measure);
  const { kind, language, tail = "" } = look.name;
  const half = 0.6 * textStyles[kind].size * scale;
  const beyond = [...marks].filter(
    ([other, { left, top, bottom }]) => other !== id && left > at.x && top < at.y + half && bottom > at.y - half,
  );
  const begin = at.x + (look.radius + gapOf(look)) * markScale;
  const free = (Math.min(...beyond.map(([, { left }]) => left)) - begin) / scale - measure(tail, kind, language) - 2;
  return shownText(look, measure, free < leastName ? widestName : Math.min(free, widestName));
}

/** A name's own side; where all is seen from so far that marks shrink, the other one before the stage's edge would cut it. */
function fixedSides(side: Side, asked: Omit<CaptionRequest, "sides">, { stage, marks, scale }: Lens): Side[] {
  const isFar = marks !== undefined && marks < scale;
  if (!isFar || (side !== "right" && side !== "left")) return [side];
  const { left, right } = captionBox(asked, side);
  if (left >= stage.left && right <= stage.right) return [side];
  return [side === "right" ? "left" : "right"];
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
  graph.someEdge(id, (edge, _attributes, source, target) => {
    if (!appearance.relationships.has(edge)) return false;
    const curve = controlPoints(pointOf(source), pointOf(target), docks.lineOf(edge).route);
    points.push(pointAt(curve, source === id ? 0.2 : 0.8));
    return points.length >= most;
  });
  return points;
}

export function screenLine(drawn: Drawn, id: string): LineShape {
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
