/** The slide with the drawing: connectors, then nodes with their names, then words, key and text. */
import { type Box, type Point, around, boxAround } from "../../geometry.ts";
import { signs } from "../../review.ts";
import type { Scene, SceneGuide, SceneLine, SceneNode } from "../../scene.ts";
import { isHollow, outlineWidth, ringGap, ringWidth } from "../../shapes.ts";
import {
  type Sheet,
  type SheetText,
  groundOpacity,
  margin,
  textBox as boxOf,
  type Sample,
  sampleRadius,
  sampleReach,
  sampleWidth,
  signLetter,
  signRadius,
} from "../../sheet/forms.ts";
import { markPlaces } from "../../sheet.ts";
import {
  type Ids,
  type Paint,
  alongConnector,
  connector,
  createIds,
  freeCurve,
  group,
  paragraph,
  run,
  shape,
  stroke,
  textBox,
} from "./drawing.ts";
import { type Glued, type Placed, glue, glueTo } from "./glue.ts";
import { pairOf, wordsOnConnectors } from "./line-words.ts";
import { pairSites, presetOf, sitesOf } from "./sites.ts";

interface Drawing {
  sheet: Sheet;
  ids: Ids;
  paint: Paint;
  nodes: ReadonlyMap<string, Placed>;
}

/** The shapes of the slide in the order of drawing. `link` gives the slide's id for an address. */
export function drawSlide(scene: Scene, sheet: Sheet, paint: Paint, link: (address: string) => string): string[] {
  const ids = createIds();
  const names = new Map(sheet.texts.filter(({ role }) => role === "node").map((text) => [text.id ?? "", text]));
  const nodes = new Map(sheet.nodes.map((node) => [node.node.id, placeNode(node, names.get(node.node.id), ids)]));
  const drawing = { sheet, ids, paint, nodes };
  const lanes = new Map<string, number>();
  const joined = sheet.lines.flatMap((line) => {
    const pair = pairOf(line);
    const lane = lanes.get(pair) ?? 0;
    lanes.set(pair, lane + 1);
    const [start, end] = [nodes.get(line.relationship.start), nodes.get(line.relationship.end)];
    return start && end ? [{ ...line, glued: glue(line, start, end, lane) }] : [];
  });
  // A connector runs a little otherwise than the line on screen, and words and signs stand on it.
  const said = wordsOnConnectors(sheet, joined);
  const isMarked = sheet.marks.length > 0;
  const marks = isMarked
    ? markPlaces(joined, { words: said, nodes: sheet.nodes }, sheet.sign, ({ glued }, share) =>
        alongConnector(glued, share),
      )
    : [];
  const texts = (...roles: SheetText["role"][]) => said.filter(({ role }) => roles.includes(role));
  return [
    title(scene, sheet, ids, paint),
    ...sheet.guides.map((guide) => drawGuide(drawing, guide)),
    ...joined.map((line) => drawConnector(drawing, line)),
    ...marks.map(({ mark, at, line }) => drawSign(drawing, { mark, at, size: sheet.sign }, `${mark}: ${line}`)),
    ...sheet.nodes.map((node) => drawNode(drawing, node, names.get(node.node.id))),
    ...texts("relationship").map((text) =>
      word(drawing, text, sheet.background === null ? undefined : sheet.colors.bg),
    ),
    ...drawKey(drawing),
    ...drawNotes(drawing),
    ...texts("standfirst", "head", "caption", "source").map((text) =>
      word(drawing, text, undefined, text.href === undefined ? undefined : link(text.href)),
    ),
  ];
}

function drawGuide({ ids, paint, sheet }: Drawing, guide: SceneGuide): string {
  const line = stroke(sheet.pixel, paint(sheet.colors.line));
  if (guide.kind === "curve") return freeCurve({ id: ids.next(), name: "Guide" }, guide.curve, line);
  const name = guide.kind === "ring" ? "ellipse" : "line";
  const box =
    guide.kind === "ring"
      ? boxAround(guide.at, 2 * guide.rx, 2 * guide.ry)
      : { left: guide.from.x, right: guide.to.x, top: guide.from.y, bottom: guide.to.y };
  return shape({ id: ids.next(), name: "Guide" }, { name, box }, { fill: null, line });
}

/** The title in one box, whatever its lines on the sheet; beside the slide where none is wanted. */
function title(scene: Scene, sheet: Sheet, ids: Ids, paint: Paint): string {
  const lines = sheet.texts.filter(({ role }) => role === "title");
  const { ink: color } = sheet.colors;
  const font = lines[0] ?? { size: 25, weight: 600, face: "serif" as const, language: scene.language };
  const beside = { left: 0, right: sheet.width, top: -60, bottom: -20 };
  const box = lines.length === 0 ? beside : { ...lines.map(boxOf).reduce(around), right: sheet.width - margin };
  const words = run({ ...font, text: scene.text.title, color: paint(color) });
  return textBox({ id: ids.next(), name: "Title" }, box, [paragraph("l", [words])], {
    wrap: true,
    top: true,
    title: true,
  });
}

function placeNode(node: SceneNode, name: SheetText | undefined, ids: Ids): Placed {
  const preset = presetOf(node.shape, node.at, node.radius);
  return {
    id: ids.next(),
    preset,
    sites: sitesOf(preset),
    name: name === undefined ? null : { id: ids.next(), box: nameBox(name, node) },
  };
}

/** A name with free room on the side where its lines leave it. */
function nameBox(name: SheetText, node: SceneNode): Box {
  const box = boxOf(name);
  return alignOf(box, node) === "l" ? { ...box, right: box.right + name.size * 0.45 } : box;
}

/** Where a name stands beside its mark is how it is aligned, so that another font keeps it there. */
function alignOf(box: Box, { at }: SceneNode): "l" | "ctr" | "r" {
  if (box.left > at.x) return "l";
  return box.right < at.x ? "r" : "ctr";
}

function drawNode({ sheet, ids, paint, nodes }: Drawing, node: SceneNode, name: SheetText | undefined): string {
  const placed = nodes.get(node.node.id);
  if (placed === undefined) return "";
  const { pixel, colors } = sheet;
  const { id, preset } = placed;
  const hollow = isHollow(node.shape);
  const mark = shape({ id, name: node.name.text, description: `${node.name.text}, ${node.label}` }, preset, {
    fill: paint(hollow ? colors.bg : node.color),
    line: stroke(outlineWidth * pixel, paint(hollow ? node.color : colors.bg)),
  });
  const ring = node.ring === null ? "" : drawRing(ids, node, paint(node.ring), pixel);
  if (name === undefined || placed.name === null) return ring + mark;
  const { box } = placed.name;
  const words = paragraph(alignOf(box, node), [run({ ...name, color: paint(name.color) })]);
  // Lines that pass behind a name are dimmed there, as in the other formats.
  const ground = sheet.background === null ? {} : { ground: paint(colors.bg, groundOpacity) };
  const caption = textBox({ id: placed.name.id, name: `${node.name.text}: name` }, box, [words], ground);
  return ring + group({ id: ids.next(), name: node.name.text }, around(preset.box, box), mark, caption);
}

function drawRing(ids: Ids, { at, radius, name }: SceneNode, color: string, pixel: number): string {
  const far = radius + ringGap * pixel;
  const box = { left: at.x - far, right: at.x + far, top: at.y - far, bottom: at.y + far };
  return shape(
    { id: ids.next(), name: `${name.text}: chosen` },
    { name: "ellipse", box },
    { fill: null, line: stroke(ringWidth * pixel, color) },
  );
}

/** Lines that leave a name are glued to it; between columns they curve as on screen, elsewhere they are straight. */
function drawConnector({ ids, paint }: Drawing, { glued, ...line }: SceneLine & { glued: Glued }): string {
  const { evidence, color, width, pattern, arrow } = line;
  return connector(
    { id: ids.next(), name: evidence.sentence, description: evidence.details },
    glued.from,
    glued.to,
    glued.way,
    stroke(width, paint(color), pattern, arrow),
  );
}

function word({ ids, paint }: Drawing, text: SheetText, ground?: string, link?: string): string {
  const box = boxOf(text);
  const words = paragraph("l", [run({ ...text, color: paint(text.color), link })]);
  return textBox(
    { id: ids.next(), name: text.text },
    box,
    [words],
    ground === undefined ? {} : { ground: paint(ground) },
  );
}

function drawSign(
  { ids, paint, sheet }: Drawing,
  { mark, at, size }: { mark: keyof typeof signs; at: Point; size: number },
  name: string,
): string {
  const small = mark === "undated";
  const color = small ? sheet.colors.ink3 : sheet.colors.family.people;
  const radius = size * (small ? signRadius.dot : signRadius.sign);
  const box = { left: at.x - radius, right: at.x + radius, top: at.y - radius, bottom: at.y + radius };
  const disc = shape(
    { id: ids.next(), name },
    { name: "ellipse", box },
    { fill: paint(sheet.colors.bg), line: stroke(size, paint(color)) },
  );
  if (small) return disc;
  const font = { size: signLetter * size, weight: 700, face: "sans", language: "en" } as const;
  const sign = paragraph("ctr", [run({ ...font, text: signs[mark], color: paint(color) })]);
  return disc + textBox({ id: ids.next(), name: signs[mark] }, box, [sign]);
}

/** Frames, then arrows that are glued to nodes and to the frames of notes, then their words, one box a note. */
function drawNotes({ ids, paint, sheet, nodes }: Drawing): string[] {
  const { frames, arrows, texts } = sheet.notes;
  const accent = paint(sheet.colors.accent);
  const placed = new Map(frames.map(({ id, box }) => [id, { id: ids.next(), sites: sitesOf({ name: "rect", box }) }]));
  const drawn = frames.map(({ id, box, fill, dashed }) =>
    shape(
      { id: placed.get(id)?.id ?? ids.next(), name: dashed ? "Box" : "Note" },
      { name: "rect", box },
      {
        fill: fill === null ? null : paint(fill),
        line: stroke(dashed ? 1.6 : 1, accent, dashed ? "dashed" : "solid"),
      },
    ),
  );
  const joined = arrows.map(({ from, to, head, width }) => {
    const [start, end] = [nodes.get(from) ?? placed.get(from), nodes.get(to) ?? placed.get(to)];
    const pair = start && end && pairSites(start.sites, end.sites, 0);
    if (!start || !end || !pair) return "";
    const way = { form: "straight" } as const;
    const line = stroke(width, accent, "solid", head !== null);
    return connector({ id: ids.next(), name: "Arrow" }, glueTo(start.id, pair[0]), glueTo(end.id, pair[1]), way, line);
  });
  const words = [...new Set(texts.map(({ id }) => id))].map((id) => {
    const lines = texts.filter((text) => text.id === id);
    const box = lines.map(boxOf).reduce(around);
    const paragraphs = lines.map((text) => paragraph("l", [run({ ...text, color: paint(text.color) })]));
    return textBox({ id: ids.next(), name: lines.map(({ text }) => text).join(" ") }, box, paragraphs);
  });
  return [...drawn, ...joined, ...words];
}

function drawKey(drawing: Drawing): string[] {
  const { ids, sheet } = drawing;
  const texts = sheet.texts.filter(({ role }) => role === "key");
  if (texts.length === 0) return [];
  const box = texts.map(boxOf).reduce(around);
  const whole = { ...box, left: Math.min(box.left, ...sheet.samples.map(({ at }) => at.x - sampleReach)) };
  const members = [
    ...sheet.samples.map((sample) => drawSample(drawing, sample)),
    ...texts.map((text) => word(drawing, text)),
  ];
  return [group({ id: ids.next(), name: "Key" }, whole, ...members)];
}

function drawSample(drawing: Drawing, sample: Sample): string {
  const { ids, paint, sheet } = drawing;
  const { at } = sample;
  const name = "Key: sample";
  if (sample.kind === "mark") return drawSign(drawing, { mark: sample.mark, at, size: 1 }, name);
  if (sample.kind === "shape") {
    const { isDouble, color, shape: form } = sample;
    const draw = (form: SceneNode["shape"], radius: number) => {
      const hollow = isHollow(form);
      return shape({ id: ids.next(), name }, presetOf(form, at, hollow ? radius - outlineWidth / 2 : radius), {
        fill: paint(hollow ? sheet.colors.bg : color),
        line: hollow ? stroke(outlineWidth, paint(color)) : undefined,
      });
    };
    return isDouble
      ? draw("circle-hollow", sampleRadius.outer) + draw(form, sampleRadius.inner)
      : draw(form, sampleRadius.alone);
  }
  if (sample.kind === "size")
    return shape({ id: ids.next(), name }, presetOf("circle", at, sample.radius), { fill: paint(sample.color) });
  const half = sample.kind === "line" ? 0 : 2;
  const reach = sample.kind === "line" ? sampleReach : 8;
  const box = { left: at.x - reach, right: at.x + reach, top: at.y - half, bottom: at.y + half };
  const line = sample.kind === "line" ? stroke(sampleWidth(sample), paint(sample.color), sample.pattern) : undefined;
  return shape(
    { id: ids.next(), name },
    { name: sample.kind === "line" ? "line" : "rect", box },
    { fill: sample.kind === "line" ? null : paint(sample.color), line },
  );
}
