/** What can be read of places in a picture: the heads of columns, or a layout's guides as far as the drawing goes. */
import { type Box, type Point, around, boxAround, contains, overlaps, shift } from "../../scene/geometry.ts";
import type { Curve } from "../../scene/lines.ts";
import type { SceneGuide, SceneHead } from "../../scene/scene.ts";
import type { Measure } from "../../scene/text.ts";
import { columnHeadPlaces, headWords } from "../canvas/column-heads.ts";
import { type GuideDrawing, drawGuides, liftOf } from "../canvas/guides.ts";
import { stageOf } from "../canvas/node-boxes.ts";
import type { Drawn } from "../canvas/words.ts";
import { guidesOf } from "../view/graph.ts";
import { say } from "../strings/strings.ts";

interface Places {
  heads: SceneHead[];
  guides: SceneGuide[];
  /** What the drawing covers with them. */
  box: Box;
}

interface Content {
  /** What nodes, lines and words cover together. */
  bounds: Box;
  /** What marks and words cover. */
  taken: readonly Box[];
}

/** Columns get room for their heads above. */
export function withHeads(drawn: Drawn, content: Content, measure: Measure): Places {
  const { state, graph, appearance, scale } = drawn;
  const { bounds } = content;
  const zoom = drawn.toScreen({ x: 1, y: 0 }).x - drawn.toScreen({ x: 0, y: 0 }).x;
  const drawing = drawGuides(state, graph, appearance, zoom);
  if (drawing !== null) return withGuides(drawn, drawing, content, measure);
  const heads = [...columnHeadPlaces(state, graph, appearance)].map(([name, { x, before, share }]) => ({
    text: say(state.language, headWords(name)),
    x: drawn.toScreen({ x, y: 0 }).x + before,
    share,
  }));
  return { heads, guides: [], box: heads.length === 0 ? bounds : { ...bounds, top: bounds.top - 26 * scale } };
}

/** So far beyond nodes and names rings are seen, and whole as far as the stage would show them so. */
const reach = 46;

/** Bounds grow by words and lines, as they must not be cut, but not by rings that go far beyond what is in them. */
function withGuides(drawn: Drawn, drawing: GuideDrawing, { bounds, taken }: Content, measure: Measure): Places {
  const { scale, state } = drawn;
  const toScreen = (point: Point) => drawn.toScreen(point);
  const { width, height } = stageOf(state);
  const [first, last] = [toScreen({ x: 0, y: 0 }), toScreen({ x: width, y: height })];
  const stage = { left: first.x, top: first.y, right: last.x, bottom: last.y };
  const edge = grown(bounds, reach * scale);
  const guides = drawing.lines.flatMap((line): SceneGuide[] => {
    if (line.kind === "line") return [{ kind: "line", from: toScreen(line.from), to: toScreen(line.to) }];
    const { at, rx, ry } = line;
    const [center, far] = [toScreen(at), toScreen({ x: at.x + rx, y: at.y + ry })];
    return ringWithin({ kind: "ring", at: center, rx: far.x - center.x, ry: far.y - center.y }, [edge, stage]);
  });
  const zoom = toScreen({ x: 0, y: 1 }).y - first.y;
  const lift = liftOf(guidesOf(drawn.graph)?.kind, scale, zoom);
  const heads = drawing.words.map(({ text, share, below = 0, ...at }) => {
    const { x, y } = toScreen(at);
    return { text, share, x, y: y + below * scale - lift };
  });
  const headBox = ({ text, x, y, share }: (typeof heads)[number]) => {
    const width = scale * measure(text, "hub", state.language);
    return shift({ left: -share * width, right: (1 - share) * width, top: -9 * scale, bottom: 9 * scale }, { x, y });
  };
  const isCut = guides.some(({ kind }) => kind === "curve");
  const shown = isCut
    ? heads.filter((head) => contains(edge, head) && !taken.some((box) => overlaps(box, headBox(head))))
    : heads;
  const boxes = [...guides.map(boxOfGuide), ...shown.map(headBox)];
  return { heads: shown, guides, box: boxes.reduce(around, bounds) };
}

const grown = ({ left, right, top, bottom }: Box, by: number): Box => ({
  left: left - by,
  right: right + by,
  top: top - by,
  bottom: bottom + by,
});

function boxOfGuide(guide: SceneGuide): Box {
  if (guide.kind === "ring") return boxAround(guide.at, 2 * guide.rx, 2 * guide.ry);
  const points = guide.kind === "line" ? [guide.from, guide.to] : guide.curve;
  return points.map((point) => boxAround(point, 0, 0)).reduce(around);
}

/** A ring is looked at in so many pieces. */
const pieces = 180;

/** The ring where one of the boxes holds it, else those pieces of it that lie within the first. */
function ringWithin(ring: SceneGuide & { kind: "ring" }, [edge, stage]: readonly [Box, Box]): SceneGuide[] {
  const { at, rx, ry } = ring;
  const { left, right, top, bottom } = boxOfGuide(ring);
  const isWhole = (box: Box) => contains(box, { x: left, y: top }) && contains(box, { x: right, y: bottom });
  if (isWhole(edge) || isWhole(stage)) return [ring];
  const step = (2 * Math.PI) / pieces;
  const isIn = (i: number) => contains(edge, { x: at.x + rx * Math.cos(i * step), y: at.y + ry * Math.sin(i * step) });
  const curves: SceneGuide[] = [];
  let from: number | null = null;
  for (let i = 0; i <= pieces; i++) {
    if (isIn(i)) from ??= i;
    const isLong = from !== null && i - from >= pieces / 8;
    if (from === null || (isIn(i) && !isLong && i < pieces)) continue;
    const to = isIn(i) ? i : i - 1;
    if (to > from) curves.push({ kind: "curve", curve: arcOf(ring, from * step, to * step) });
    from = isIn(i) ? i : null;
  }
  return curves;
}

/** A piece of a ring between two angles that are at most an eighth of the way around apart. */
function arcOf({ at, rx, ry }: SceneGuide & { kind: "ring" }, from: number, to: number): Curve {
  const handle = (4 / 3) * Math.tan((to - from) / 4);
  const on = (angle: number, along: number): Point => ({
    x: at.x + rx * (Math.cos(angle) - along * Math.sin(angle)),
    y: at.y + ry * (Math.sin(angle) + along * Math.cos(angle)),
  });
  return [on(from, 0), on(from, handle), on(to, -handle), on(to, 0)];
}
