/** A scene composed on a page: title, drawing, key, caption and sources, each in its place; pictures are drawn from it. */
import { type Tokens, tokens } from "./colors.ts";
import { type Box, type Point, boxAround, overlaps, pointAt } from "./geometry.ts";
import type { Curve } from "./lines.ts";
import { signsLeftOut } from "./review.ts";
import type { Scene, SceneGuide, SceneLine, SceneNode } from "./scene.ts";
import {
  type Sheet,
  type SheetMark,
  type SheetOptions,
  type SheetText,
  margin,
  pageSizes,
  textBox,
} from "./sheet/forms.ts";
import { placeAnnotations } from "./sheet/annotations.ts";
import { type KeyPlace, keyAtFoot, keyAtSide, sideWidth } from "./sheet/key.ts";
import { foot, head } from "./sheet/text.ts";
import { type Font, type Ruler, headFont, textStyles } from "./text.ts";

/** Composes a page. Text is measured by `ruler`, which must be the one that the scene was measured with. */
export function composeSheet(scene: Scene, options: SheetOptions, ruler: Ruler): Sheet {
  const colors = tokens[scene.palette];
  const drawing = { width: scene.box.right - scene.box.left, height: scene.box.bottom - scene.box.top };
  const page =
    options.size === "free"
      ? { width: Math.max(drawing.width, 480) + 2 * margin, height: Infinity }
      : pageSizes[options.size];
  const top = options.title ? head(scene, page.width, ruler, colors) : { texts: [], height: 0 };
  const bottom = foot(scene, options, page.width, ruler, colors);
  const groups = options.key ? scene.text.key : [];
  const isSigned = options.marks && signsLeftOut(scene.lines) === null;
  const keys = [
    ...(options.size === "free" ? [] : [keyAtSide(groups, scene.language, ruler, colors, isSigned)]),
    keyAtFoot(groups, scene.language, page.width - 2 * margin, ruler, colors, isSigned),
  ];
  const roomOf = (key: KeyPlace): Box => ({
    left: margin,
    right: page.width - margin - (key.side && groups.length > 0 ? sideWidth : 0),
    top: margin + top.height,
    bottom: page.height - margin - bottom.height - (key.side ? 0 : key.height),
  });
  const scaleIn = ({ left, right, top, bottom }: Box) =>
    Math.min((right - left) / drawing.width, (bottom - top) / drawing.height, options.size === "free" ? 1 : 1.6);
  const fits = keys.filter((each) => !each.side || each.height <= roomOf(each).bottom - roomOf(each).top);
  const key = fits.reduce((best, each) => (scaleIn(roomOf(each)) > scaleIn(roomOf(best)) ? each : best));
  const room = roomOf(key);
  const scale = scaleIn(room);
  const height =
    options.size === "free" ? room.top + drawing.height + key.height + bottom.height + margin : page.height;
  if (options.size === "free") room.bottom = room.top + drawing.height;
  const at = place(scene, room, scale);
  const words = at.texts(ruler, colors);
  const sign = Math.min(Math.max(scene.scale * scale, leastSign), mostSign);
  const keyTop = key.side ? room.top + 14 : height - margin - bottom.height - key.height;
  const keyLeft = key.side ? room.right + 24 : margin;
  const moved = key.draw({ x: keyLeft, y: keyTop });
  const notes = placeAnnotations(scene.annotations ?? [], {
    nodes: at.nodes,
    texts: words,
    room,
    language: scene.language,
    ruler,
    colors,
  });
  return {
    width: page.width,
    height,
    background: options.transparent ? null : colors.bg,
    colors,
    room: (room.right - room.left) / (room.bottom - room.top),
    pixel: scale,
    sign,
    guides: at.guides,
    nodes: at.nodes,
    lines: at.lines,
    marks: isSigned
      ? markPlaces(at.lines, { words, nodes: at.nodes }, sign, ({ curve }, share) => pointAt(curve, share))
      : [],
    texts: [
      ...top.texts,
      ...words,
      ...moved.texts,
      ...lowered(bottom.texts, height - margin - bottom.height),
      ...notes.texts,
    ],
    notes,
    samples: moved.samples,
  };
}

const lowered = (texts: readonly SheetText[], by: number): SheetText[] =>
  texts.map((text) => Object.assign(text, { y: text.y + by }));

/** The drawing in the middle of its room. */
function place(scene: Scene, room: Box, scale: number) {
  const { box } = scene;
  const dx = (room.left + room.right - (box.left + box.right) * scale) / 2;
  const dy = (room.top + room.bottom - (box.top + box.bottom) * scale) / 2;
  const move = ({ x, y }: Point): Point => ({ x: x * scale + dx, y: y * scale + dy });
  const head3 = (points: SceneLine["head"]): SceneLine["head"] =>
    points && [move(points[0]), move(points[1]), move(points[2])];
  const curve4 = ([a, b, c, d]: Curve): Curve => [move(a), move(b), move(c), move(d)];
  return {
    guides: scene.guides.map((guide): SceneGuide => {
      if (guide.kind === "curve") return { kind: "curve", curve: curve4(guide.curve) };
      if (guide.kind === "line") return { kind: "line", from: move(guide.from), to: move(guide.to) };
      return { kind: "ring", at: move(guide.at), rx: guide.rx * scale, ry: guide.ry * scale };
    }),
    nodes: scene.nodes.map((node) => ({ ...node, at: move(node.at), radius: node.radius * scale })),
    lines: scene.lines.map((line) => ({
      ...line,
      curve: curve4(line.curve),
      head: head3(line.head),
      width: line.width * scale,
    })),
    texts: (ruler: Ruler, colors: Tokens): SheetText[] => [
      ...headTexts(scene, scale, move, ruler, colors),
      ...wordTexts(scene, scale, move, ruler),
    ],
  };
}

function headTexts(
  scene: Scene,
  scale: number,
  move: (point: Point) => Point,
  ruler: Ruler,
  colors: Tokens,
): SheetText[] {
  return scene.heads.map(({ text, x, y, share }) => {
    const font: Font = { ...headFont, size: headFont.size * scene.scale * scale, language: scene.language };
    const width = ruler(text, font);
    const at = move({ x, y: y ?? scene.box.top });
    const left = Math.max(at.x - share * width, 4);
    const baseline = at.y + font.size * (y === undefined ? 1.1 : 0.355);
    return { ...font, role: "head", text, x: left, y: baseline, width, color: colors.ink2 };
  });
}

function wordTexts(scene: Scene, scale: number, move: (point: Point) => Point, ruler: Ruler): SheetText[] {
  return scene.words.map(({ text, language, kind, color, box, of, id }) => {
    const { size, weight } = textStyles[kind];
    const font: Font = { size: size * scene.scale * scale, weight, face: "sans", language };
    const at = move({ x: box.left, y: (box.top + box.bottom) / 2 });
    return { ...font, role: of, id, text, x: at.x, y: at.y + font.size * 0.355, width: ruler(text, font), color };
  });
}

/** Where along a line its signs may stand, best first. */
const shares = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.2, 0.8] as const;
const signSize = 12;
const [leastSign, mostSign] = [0.8, 1.5];

/** Signs stand on their lines, clear of words, of nodes and of each other where there is room. `along` tells how a line is drawn. */
export function markPlaces<L extends Pick<SceneLine, "marks" | "relationship">>(
  lines: readonly L[],
  { words, nodes }: { words: readonly SheetText[]; nodes: readonly Pick<SceneNode, "at" | "radius">[] },
  sign: number,
  along: (line: L, share: number) => Point,
): SheetMark[] {
  const taken = [...words.map(textBox), ...nodes.map(({ at, radius }) => boxAround(at, 2 * radius, 2 * radius))];
  return lines.flatMap((line) =>
    line.marks.map((mark): SheetMark => {
      const places = shares.map((share) => along(line, share));
      const isFree = (place: Point) =>
        !taken.some((box) => overlaps(box, boxAround(place, signSize * sign, signSize * sign)));
      const at = places.find(isFree) ?? along(line, 0.5);
      taken.push(boxAround(at, signSize * sign, signSize * sign));
      return { line: line.relationship.id, mark, at };
    }),
  );
}
