/** Paints a sheet on a canvas: the page's, a worker's or one in Node. */
import type { Point } from "../geometry.ts";
import { dashesOf, strokesOf } from "../lines.ts";
import { signs } from "../review.ts";
import type { SceneGuide, SceneLine, SceneNode } from "../scene.ts";
import { isHollow, outlineOf, outlineWidth, rimWidth, ringGap, ringWidth } from "../shapes.ts";
import {
  type Sheet,
  type SheetFrame,
  type SheetText,
  type Sample,
  sampleRadius,
  sampleReach,
  sampleWidth,
  signLetter,
  signRadius,
  textBox,
} from "../sheet/forms.ts";
import { cssFont } from "../text.ts";
import { clean } from "./clean.ts";

/** What of a canvas is used, which every kind of canvas has. */
export type Painter = Pick<
  CanvasRenderingContext2D,
  | "arc"
  | "beginPath"
  | "bezierCurveTo"
  | "clearRect"
  | "closePath"
  | "fill"
  | "fillRect"
  | "fillStyle"
  | "fillText"
  | "font"
  | "lineCap"
  | "lineJoin"
  | "lineTo"
  | "lineWidth"
  | "moveTo"
  | "scale"
  | "setLineDash"
  | "setTransform"
  | "stroke"
  | "strokeStyle"
  | "strokeText"
  | "textAlign"
> & { lang?: string };

/** What it takes to draw all but text: `fillText` writes the signs on lines alone. */
export type ShapePainter = Omit<Painter, "clearRect" | "scale" | "setTransform" | "strokeText">;

/** Paints the whole sheet, `scale` pixels to each of its own. */
export function paintSheet(painter: Painter, sheet: Sheet, scale: number): void {
  painter.setTransform(scale, 0, 0, scale, 0, 0);
  painter.clearRect(0, 0, sheet.width, sheet.height);
  if (sheet.background !== null) {
    painter.fillStyle = sheet.background;
    painter.fillRect(0, 0, sheet.width, sheet.height);
  }
  paintShapes(painter, sheet);
  for (const text of sheet.texts) paintText(painter, text, sheet);
}

/** Everything of a sheet but its ground and its text. */
export function paintShapes(painter: ShapePainter, sheet: Sheet): void {
  for (const guide of sheet.guides) paintGuide(painter, guide, sheet);
  for (const line of sheet.lines) paintLine(painter, line, sheet.pixel);
  for (const { mark, at } of sheet.marks) paintSign(painter, { mark, at, size: sheet.sign }, sheet);
  for (const node of sheet.nodes) paintNode(painter, node, sheet);
  for (const sample of sheet.samples) paintSample(painter, sample, sheet);
  for (const { curve, head, color, width } of sheet.notes.arrows) {
    stroke(painter, { curve, color, width, pattern: "solid" }, 1);
    if (head === null) continue;
    trace(painter, head);
    painter.fillStyle = color;
    painter.fill();
  }
  for (const frame of sheet.notes.frames) paintFrame(painter, frame, sheet);
}

/** So far from its ends a quarter of a circle has its handles, as a share of the radius. */
const roundness = 0.5523;

function paintGuide(painter: ShapePainter, guide: SceneGuide, { colors, pixel }: Sheet): void {
  painter.beginPath();
  if (guide.kind === "line") {
    painter.moveTo(guide.from.x, guide.from.y);
    painter.lineTo(guide.to.x, guide.to.y);
  } else if (guide.kind === "curve") {
    const [a, b, c, d] = guide.curve;
    painter.moveTo(a.x, a.y);
    painter.bezierCurveTo(b.x, b.y, c.x, c.y, d.x, d.y);
  } else {
    const { at, rx, ry } = guide;
    const on = (x: number, y: number) => [at.x + x * rx, at.y + y * ry] as const;
    painter.moveTo(...on(1, 0));
    for (const [x, y] of [
      [1, 0],
      [0, 1],
      [-1, 0],
      [0, -1],
    ] as const) {
      const first = on(x - roundness * y, y + roundness * x);
      const second = on(roundness * x - y, x + roundness * y);
      painter.bezierCurveTo(...first, ...second, ...on(-y, x));
    }
  }
  painter.strokeStyle = colors.line;
  painter.lineWidth = pixel;
  painter.lineCap = "butt";
  painter.setLineDash([]);
  painter.stroke();
}

function paintFrame(painter: ShapePainter, { box, fill, dashed }: SheetFrame, { colors }: Sheet): void {
  const { left, top, right, bottom } = box;
  trace(painter, [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ]);
  if (fill !== null) {
    painter.fillStyle = fill;
    painter.fill();
  }
  painter.strokeStyle = colors.accent;
  painter.lineWidth = dashed ? 1.6 : 1;
  painter.lineCap = "butt";
  painter.setLineDash(dashed ? [6, 4] : []);
  painter.stroke();
  painter.setLineDash([]);
}

function paintLine(painter: ShapePainter, line: SceneLine, pixel: number): void {
  stroke(painter, line, pixel);
  if (line.head === null) return;
  trace(painter, line.head);
  painter.fillStyle = line.color;
  painter.fill();
}

type Stroke = Pick<SceneLine, "curve" | "color" | "width" | "pattern">;

function stroke(painter: ShapePainter, { curve, color, width, pattern }: Stroke, pixel: number): void {
  for (const part of strokesOf(curve, width, pattern)) {
    const dashes = dashesOf(pattern, part.width, pixel);
    const [a, b, c, d] = part.curve;
    painter.beginPath();
    painter.moveTo(a.x, a.y);
    painter.bezierCurveTo(b.x, b.y, c.x, c.y, d.x, d.y);
    painter.strokeStyle = color;
    painter.lineWidth = part.width * (dashes?.widthFactor ?? 1);
    painter.lineCap = dashes?.cap ?? "butt";
    painter.setLineDash([...(dashes?.lengths ?? [])]);
    painter.stroke();
  }
  painter.setLineDash([]);
}

function trace(painter: ShapePainter, points: readonly Point[]): void {
  painter.beginPath();
  for (const [i, { x, y }] of points.entries()) {
    if (i === 0) painter.moveTo(x, y);
    else painter.lineTo(x, y);
  }
  painter.closePath();
}

function traceMark(painter: ShapePainter, shape: SceneNode["shape"], at: Point, radius: number): void {
  const corners = outlineOf(shape, at, radius);
  if (corners.length > 0) return trace(painter, corners);
  painter.beginPath();
  painter.arc(at.x, at.y, Math.max(radius, 0), 0, 2 * Math.PI);
}

function paintNode(
  painter: ShapePainter,
  { shape, at, radius, color, ring }: SceneNode,
  { pixel, colors }: Sheet,
): void {
  painter.lineJoin = "round";
  traceMark(painter, shape, at, radius);
  painter.strokeStyle = colors.bg;
  painter.lineWidth = 2 * rimWidth * pixel;
  painter.stroke();
  paintMark(painter, { shape, at, radius, color, pixel, ground: colors.bg });
  if (ring === null) return;
  painter.beginPath();
  painter.arc(at.x, at.y, radius + ringGap * pixel, 0, 2 * Math.PI);
  painter.strokeStyle = ring;
  painter.lineWidth = ringWidth * pixel;
  painter.stroke();
}

interface Look {
  shape: SceneNode["shape"];
  at: Point;
  radius: number;
  color: string;
  pixel: number;
  ground: string;
}

function paintMark(painter: ShapePainter, { shape, at, radius, color, pixel, ground }: Look): void {
  const hollow = isHollow(shape);
  traceMark(painter, shape, at, hollow ? radius - (outlineWidth * pixel) / 2 : radius);
  painter.fillStyle = hollow ? ground : color;
  painter.fill();
  if (!hollow) return;
  painter.strokeStyle = color;
  painter.lineWidth = outlineWidth * pixel;
  painter.stroke();
}

/** A name or what a line says has a halo of the background, and words on a line a ground, as on screen. */
function paintText(painter: Painter, text: SheetText, { background, pixel }: Sheet): void {
  if ("lang" in painter) painter.lang = text.language;
  painter.font = cssFont(text);
  const words = clean(text.text);
  if (background !== null && (text.role === "node" || text.role === "relationship")) {
    const { left, right, top, bottom } = textBox(text);
    painter.fillStyle = background;
    if (text.role === "relationship") painter.fillRect(left, top, right - left, bottom - top);
    painter.lineJoin = "round";
    painter.lineWidth = 4 * pixel;
    painter.strokeStyle = background;
    painter.strokeText(words, text.x, text.y);
  }
  painter.fillStyle = text.color;
  painter.fillText(words, text.x, text.y);
}

interface Sign {
  mark: keyof typeof signs;
  at: Point;
  size: number;
}

function paintSign(painter: ShapePainter, { mark, at, size }: Sign, { colors }: Sheet): void {
  const small = mark === "undated";
  painter.beginPath();
  painter.arc(at.x, at.y, size * (small ? signRadius.dot : signRadius.sign), 0, 2 * Math.PI);
  painter.fillStyle = colors.bg;
  painter.fill();
  painter.lineWidth = size;
  painter.strokeStyle = small ? colors.ink3 : colors.family.people;
  painter.stroke();
  if (small) return;
  painter.font = `700 ${signLetter * size}px Arial, sans-serif`;
  painter.fillStyle = colors.family.people;
  painter.textAlign = "center";
  painter.fillText(signs[mark], at.x, at.y + 3.1 * size);
  painter.textAlign = "start";
}

function paintShapeSample(painter: ShapePainter, sample: Sample & { kind: "shape" }, ground: string): void {
  const { at, shape, color, isDouble } = sample;
  const look = { at, color, pixel: 1, ground };
  if (isDouble) paintMark(painter, { ...look, shape: "circle-hollow", radius: sampleRadius.outer });
  paintMark(painter, { ...look, shape, radius: isDouble ? sampleRadius.inner : sampleRadius.alone });
}

function paintSample(painter: ShapePainter, sample: Sample, sheet: Sheet): void {
  const { at } = sample;
  const ends = { from: { x: at.x - sampleReach, y: at.y }, to: { x: at.x + sampleReach, y: at.y } };
  if (sample.kind === "mark") paintSign(painter, { mark: sample.mark, at, size: 1 }, sheet);
  else if (sample.kind === "shape") paintShapeSample(painter, sample, sheet.colors.bg);
  else if (sample.kind === "size")
    paintMark(painter, {
      shape: "circle",
      at,
      radius: sample.radius,
      color: sample.color,
      pixel: 1,
      ground: sheet.colors.bg,
    });
  else if (sample.kind === "line")
    stroke(painter, { ...sample, curve: [ends.from, ends.from, ends.to, ends.to], width: sampleWidth(sample) }, 1);
  else {
    painter.fillStyle = sample.color;
    painter.fillRect(at.x - 8, at.y - 2, 16, 4);
  }
}
