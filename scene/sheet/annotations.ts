/** Notes, arrows and boxes over a drawing, each placed by the nodes that it is anchored to. */
import type { Annotation } from "../../schema/story.ts";
import type { Language } from "../../schema/language.ts";
import type { Tokens } from "../colors.ts";
import { type Box, type Point, around, boxAround, contains, overlaps, pointAt } from "../geometry.ts";
import { type LineShape, drawLine } from "../lines.ts";
import type { SceneNode } from "../scene.ts";
import { type Font, type Ruler, wrapText } from "../text.ts";
import { type SheetFrame, type SheetNotes, type SheetText, textBox } from "./forms.ts";

interface Ground {
  nodes: readonly SceneNode[];
  /** Names and other words that are there already. */
  texts: readonly SheetText[];
  room: Box;
  language: Language;
  ruler: Ruler;
  colors: Tokens;
}

const [size, leading, pad, widest] = [12.5, 16, 7, 190];

/** Annotations whose nodes are not there are left out. */
export function placeAnnotations(annotations: readonly Annotation[], ground: Ground): SheetNotes {
  const notes: SheetNotes = { frames: [], arrows: [], texts: [] };
  const nodes = new Map(ground.nodes.map((node) => [node.node.id, node]));
  const taken = ground.texts.map(textBox);
  const ordered = annotations.toSorted((a, b) => order[a.kind] - order[b.kind]);
  for (const annotation of ordered) {
    if (annotation.kind === "note") placeNote(annotation, nodes.get(annotation.node), ground, notes, taken);
    else if (annotation.kind === "arrow")
      placeArrow(annotation, [nodes.get(annotation.from), nodes.get(annotation.to)], ground, notes, taken);
    else
      placeBox(
        annotation,
        annotation.nodes.flatMap((id) => nodes.get(id) ?? []),
        ground,
        notes,
        taken,
      );
  }
  return notes;
}

/** Boxes and arrows have one place; notes take what is free. */
const order = { box: 0, arrow: 1, note: 2 } as const;

const fontOf = (language: Language): Font => ({ size, weight: 500, face: "sans", language });

/** A text in lines, and what it takes; nothing for no text. */
function lay(text: string, { language, ruler }: Ground): { lines: string[]; width: number; height: number } {
  const width = (words: string) => ruler(words, fontOf(language));
  const lines = text.trim() === "" ? [] : wrapText(text.trim(), widest, width).slice(0, 8);
  return { lines, width: Math.max(0, ...lines.map(width)), height: lines.length * leading };
}

function write(lines: readonly string[], box: Box, id: string, { language, ruler, colors }: Ground): SheetText[] {
  const font = fontOf(language);
  return lines.map((text, i) => ({
    ...font,
    role: "note",
    id,
    text,
    x: box.left + pad,
    y: box.top + pad + i * leading + (leading + size * 0.71) / 2,
    width: ruler(text, font),
    color: colors.ink,
  }));
}

/** A framed text around a place. */
function framed(id: string, text: string, at: Point, ground: Ground): { frame: SheetFrame; texts: SheetText[] } | null {
  const { lines, width, height } = lay(text, ground);
  if (lines.length === 0) return null;
  const box = boxAround(at, width + 2 * pad, height + 2 * pad);
  const frame = { id, box, fill: ground.colors.surface, dashed: false, nodes: [] };
  return { frame, texts: write(lines, box, id, ground) };
}

const inside = (box: Box, room: Box) =>
  contains(room, { x: box.left, y: box.top }) && contains(room, { x: box.right, y: box.bottom });

/** Directions to look for a free place in, nearest first. */
const ways = Array.from({ length: 48 }, (_, i) => ({
  angle: ((i % 12) * Math.PI) / 6 - Math.PI / 4,
  far: 46 + 34 * Math.floor(i / 12),
}));

type Of<K extends Annotation["kind"]> = Extract<Annotation, { kind: K }>;

function placeNote(
  note: Of<"note">,
  node: SceneNode | undefined,
  ground: Ground,
  notes: SheetNotes,
  taken: Box[],
): void {
  if (node === undefined) return;
  const { width, height, lines } = lay(note.text, ground);
  if (lines.length === 0) return;
  const marks = ground.nodes.map(({ at, radius }) => boxAround(at, 2 * radius, 2 * radius));
  const places = ways.map(({ angle, far }) => ({
    x: node.at.x + Math.cos(angle) * (far + width / 2),
    y: node.at.y + Math.sin(angle) * (far + height / 2),
  }));
  const boxAt = (place: Point) => boxAround(place, width + 2 * pad, height + 2 * pad);
  const isFree = (place: Point) =>
    inside(boxAt(place), ground.room) && ![...taken, ...marks].some((box) => overlaps(box, boxAt(place), 6));
  const at = places.find(isFree) ?? places.find((place) => inside(boxAt(place), ground.room)) ?? node.at;
  const placed = framed(note.id, note.text, at, ground);
  if (placed === null) return;
  notes.frames.push(placed.frame);
  notes.texts.push(...placed.texts);
  taken.push(placed.frame.box);
  const { box } = placed.frame;
  const end = {
    x: Math.min(Math.max(node.at.x, box.left), box.right),
    y: Math.min(Math.max(node.at.y, box.top), box.bottom),
  };
  notes.arrows.push({
    ...arrowBetween(end, 0, node.at, node.radius, 0, false, ground),
    id: note.id,
    from: note.id,
    to: note.node,
  });
}

function arrowBetween(
  from: Point,
  fromRadius: number,
  to: Point,
  toRadius: number,
  bend: number,
  head: boolean,
  { colors }: Ground,
) {
  const width = head ? 2.4 : 1;
  const route = { kind: "arc", bend, fan: 0 } as const;
  const line: LineShape = { from, to, fromRadius, toRadius, fromDock: 0, toDock: 0, route };
  return { ...drawLine(line, width, head), width, color: colors.accent };
}

type Ends = readonly [SceneNode | undefined, SceneNode | undefined];

function placeArrow(arrow: Of<"arrow">, [from, to]: Ends, ground: Ground, notes: SheetNotes, taken: Box[]): void {
  if (from === undefined || to === undefined) return;
  const drawn = arrowBetween(from.at, from.radius + 3, to.at, to.radius + 3, 0.18, true, ground);
  notes.arrows.push({ ...drawn, id: arrow.id, from: arrow.from, to: arrow.to });
  const placed = framed(arrow.id, arrow.text, pointAt(drawn.curve, 0.5), ground);
  if (placed === null) return;
  notes.frames.push(placed.frame);
  notes.texts.push(...placed.texts);
  taken.push(placed.frame.box);
}

function placeBox(box: Of<"box">, nodes: readonly SceneNode[], ground: Ground, notes: SheetNotes, taken: Box[]): void {
  if (nodes.length === 0) return;
  const ids = new Set(nodes.map(({ node }) => node.id));
  const names = ground.texts.filter(({ role, id }) => role === "node" && id !== undefined && ids.has(id)).map(textBox);
  const marks = nodes.map(({ at, radius }) => boxAround(at, 2 * radius, 2 * radius));
  const whole = [...marks, ...names].reduce(around);
  const frame = { left: whole.left - 9, top: whole.top - 9, right: whole.right + 9, bottom: whole.bottom + 9 };
  notes.frames.push({ id: box.id, box: frame, fill: null, dashed: true, nodes: [...ids] });
  const { lines, width, height } = lay(box.text, ground);
  if (lines.length === 0) return;
  const [wide, high] = [width / 2 + pad, height / 2 + pad];
  const middle = { x: (frame.left + frame.right) / 2, y: (frame.top + frame.bottom) / 2 };
  const places = [
    { x: frame.left + wide, y: frame.top - high - 4 },
    { x: frame.left + wide, y: frame.bottom + high + 4 },
    { x: frame.right + wide + 4, y: middle.y },
    { x: frame.left - wide - 4, y: middle.y },
    { x: middle.x, y: frame.top - high - 24 },
    { x: middle.x, y: frame.bottom + high + 24 },
  ];
  const others = ground.nodes.map(({ at, radius }) => boxAround(at, 2 * radius, 2 * radius));
  const boxAt = (place: Point) => boxAround(place, 2 * wide, 2 * high);
  const isInside = (place: Point) => inside(boxAt(place), { ...ground.room, top: ground.room.top - 30 });
  const isFree = (place: Point) =>
    isInside(place) && ![...taken, ...others].some((each) => overlaps(each, boxAt(place)));
  const at = places.find(isFree) ?? places.find(isInside) ?? middle;
  const placed = framed(`${box.id}-text`, box.text, at, ground);
  if (placed === null) return;
  notes.frames.push(placed.frame);
  notes.texts.push(...placed.texts);
  taken.push(placed.frame.box);
}
