/** A sheet as SVG: text as text, a group for each node and relationship, only what every reader of SVG draws alike. */
import type { Point } from "../geometry.ts";
import { type Curve, dashesOf, strokesOf } from "../lines.ts";
import { signs } from "../review.ts";
import type { Scene, SceneGuide, SceneLine, SceneNode } from "../scene.ts";
import { isHollow, outlineOf, outlineWidth, rimWidth, ringGap, ringWidth } from "../shapes.ts";
import {
  type Sheet,
  type SheetFrame,
  type SheetMark,
  type SheetText,
  groundOpacity,
  textBox,
  type Sample,
  sampleRadius,
  sampleReach,
  sampleWidth,
  signLetter,
  signRadius,
} from "../sheet/forms.ts";
import { tag, xmlText } from "./clean.ts";

const round = (value: number) => Math.round(value * 100) / 100;
const at = ({ x, y }: Point) => `${round(x)} ${round(y)}`;
const pathOf = ([a, b, c, d]: Curve) => `M${at(a)}C${at(b)} ${at(c)} ${at(d)}`;

/** Some readers take only the first family: the likeliest stands first. */
const families = {
  sans: {
    en: "Inter, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif",
    "zh-Hant": "'Microsoft JhengHei', 'PingFang TC', 'Noto Sans TC', 'Noto Sans CJK TC', sans-serif",
    "zh-Hans": "'Microsoft YaHei', 'PingFang SC', 'Noto Sans SC', 'Noto Sans CJK SC', sans-serif",
  },
  serif: {
    en: "'Source Serif 4', Georgia, 'Times New Roman', serif",
    "zh-Hant": "'Songti TC', 'Noto Serif TC', 'Noto Serif CJK TC', PMingLiU, serif",
    "zh-Hans": "'Songti SC', 'Noto Serif SC', 'Noto Serif CJK SC', SimSun, serif",
  },
} as const;

/** An id as XML takes it, the same for the same id; other signs are written by their number. */
export const xmlId = (prefix: string, id: string): string =>
  `${prefix}-${id.replace(/[^A-Za-z0-9.-]/gu, (sign) => `_${(sign.codePointAt(0) ?? 0).toString(16)}_`)}`;

/** The whole file; `isInPage` leaves out what only drawing programs read, as HTML takes no names of theirs. */
export function writeSvg(scene: Scene, sheet: Sheet, isInPage = false): string {
  const { width, height, background } = sheet;
  const names = new Map<string, SheetText[]>();
  for (const text of sheet.texts) {
    if (text.role === "node" && text.id !== undefined) names.set(text.id, [...(names.get(text.id) ?? []), text]);
  }
  const texts = (...roles: SheetText["role"][]) => sheet.texts.filter(({ role }) => roles.includes(role));
  const layer = (id: string, content: string[]) =>
    content.length === 0 ? "" : tag("g", { id, ...(isInPage ? {} : layerNamed(id)) }, `\n${content.join("\n")}\n`);
  const root = {
    xmlns: "http://www.w3.org/2000/svg",
    "xmlns:inkscape": isInPage ? null : "http://www.inkscape.org/namespaces/inkscape",
    width,
    height,
    viewBox: `0 0 ${round(width)} ${round(height)}`,
    role: "img",
    "aria-labelledby": "title description",
    "xml:lang": scene.language,
  };
  const content = [
    tag("title", { id: "title" }, xmlText(scene.text.title)),
    tag("desc", { id: "description" }, xmlText(scene.text.standfirst)),
    background === null ? "" : tag("rect", { id: "background", width, height, fill: background }),
    layer(
      "guides",
      sheet.guides.map((guide) => drawGuide(guide, sheet)),
    ),
    layer(
      "relationships",
      sheet.lines.map((line) => drawRelationship(line, sheet)),
    ),
    layer(
      "marks",
      sheet.marks.map((mark) => drawSign(mark, sheet)),
    ),
    layer(
      "nodes",
      sheet.nodes.map((node) => drawNode(node, names.get(node.node.id) ?? [], sheet)),
    ),
    layer(
      "words",
      texts("relationship").map((text) => tag("g", { "data-relationship": text.id }, onGround(text, sheet))),
    ),
    layer("key", [...sheet.samples.map((sample) => drawSample(sample, sheet)), ...texts("key").map(drawText)]),
    layer("notes", [
      ...sheet.notes.arrows.map(({ curve, head, color, width }) =>
        [
          strokeOf({ curve, color, width, pattern: "solid" }, 1),
          head === null ? "" : tag("path", { d: `M${head.map(at).join("L")}Z`, fill: color }),
        ].join(""),
      ),
      ...sheet.notes.frames.map((frame) => drawFrame(frame, sheet)),
      ...texts("note").map(drawText),
    ]),
    layer("text", texts("title", "standfirst", "head", "caption", "source").map(drawText)),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n${tag("svg", root, content.filter((part) => part !== "").join("\n"))}\n`;
}

const layerNamed = (name: string) => ({ "inkscape:groupmode": "layer", "inkscape:label": name });

function drawGuide(guide: SceneGuide, { colors, pixel }: Sheet): string {
  const drawn = { fill: "none", stroke: colors.line, "stroke-width": round(pixel) };
  if (guide.kind === "ring") {
    const { at, rx, ry } = guide;
    return tag("ellipse", { cx: round(at.x), cy: round(at.y), rx: round(rx), ry: round(ry), ...drawn });
  }
  if (guide.kind === "curve") return tag("path", { d: pathOf(guide.curve), ...drawn });
  const { from, to } = guide;
  return tag("line", { x1: round(from.x), y1: round(from.y), x2: round(to.x), y2: round(to.y), ...drawn });
}

function drawFrame({ box, fill, dashed }: SheetFrame, { colors }: Sheet): string {
  return tag("rect", {
    x: box.left,
    y: box.top,
    width: box.right - box.left,
    height: box.bottom - box.top,
    fill: fill ?? "none",
    stroke: colors.accent,
    "stroke-width": dashed ? 1.6 : 1,
    "stroke-dasharray": dashed ? "6 4" : null,
  });
}

function drawText({ text, x, y, size, weight, face, language, color, href }: SheetText): string {
  const written = tag(
    "text",
    {
      x,
      y,
      "font-family": families[face][language],
      "font-size": size,
      "font-weight": weight,
      fill: color,
      "xml:lang": language,
    },
    xmlText(text),
  );
  return href === undefined ? written : tag("a", { href }, written);
}

/** A ground of the background's color keeps lines off a name; a halo would hide the text in some readers. */
function onGround(text: SheetText, { background }: Sheet): string {
  const { left, top, right, bottom } = textBox(text);
  const ground =
    background === null
      ? ""
      : tag("rect", {
          x: left - 1,
          y: top,
          width: right - left + 2,
          height: bottom - top,
          fill: background,
          "fill-opacity": groundOpacity,
        });
  return ground + drawText(text);
}

function drawRelationship(line: SceneLine, sheet: Sheet): string {
  const { relationship, evidence } = line;
  const { id, type, start, end } = relationship;
  return tag(
    "g",
    {
      id: xmlId("relationship", id),
      role: "img",
      "aria-label": evidence.sentence,
      "data-type": type,
      "data-start": start,
      "data-end": end,
    },
    tag("title", {}, xmlText(evidence.sentence)),
    tag(
      "desc",
      {},
      xmlText([evidence.details, ...evidence.citations.map(({ text }) => text)].filter(Boolean).join("; ")),
    ),
    strokeOf(line, sheet.pixel),
    line.head === null ? "" : tag("path", { d: `M${line.head.map(at).join("L")}Z`, fill: line.color }),
  );
}

function strokeOf(
  { curve, color, width, pattern }: Pick<SceneLine, "curve" | "color" | "width" | "pattern">,
  pixel: number,
): string {
  return strokesOf(curve, width, pattern)
    .map(({ curve, width }) => {
      const dashes = dashesOf(pattern, width, pixel);
      return tag("path", {
        d: pathOf(curve),
        fill: "none",
        stroke: color,
        "stroke-width": width * (dashes?.widthFactor ?? 1),
        "stroke-dasharray": dashes?.lengths.map(round).join(" "),
        "stroke-linecap": dashes?.cap === "round" ? "round" : null,
      });
    })
    .join("");
}

function outline(
  shape: SceneNode["shape"],
  center: Point,
  radius: number,
  paint: Record<string, string | number>,
): string {
  const corners = outlineOf(shape, center, radius);
  return corners.length === 0
    ? tag("circle", { cx: center.x, cy: center.y, r: radius, ...paint })
    : tag("path", { d: `M${corners.map(at).join("L")}Z`, ...paint });
}

function drawNode(node: SceneNode, texts: readonly SheetText[], sheet: Sheet): string {
  const { id } = node.node;
  const { shape, radius, color, ring, name, label, at: center } = node;
  const { pixel, colors } = sheet;
  const rim = { fill: colors.bg, stroke: colors.bg, "stroke-width": 2 * rimWidth * pixel, "stroke-linejoin": "round" };
  return tag(
    "g",
    { id: xmlId("node", id), role: "img", "aria-label": `${name.text}, ${label}`, "data-id": id },
    tag("title", {}, xmlText(name.text)),
    tag("desc", {}, xmlText(label)),
    outline(shape, center, radius, rim),
    isHollow(shape)
      ? outline(shape, center, radius - (outlineWidth * pixel) / 2, {
          fill: colors.bg,
          stroke: color,
          "stroke-width": outlineWidth * pixel,
        })
      : outline(shape, center, radius, { fill: color }),
    ring === null
      ? ""
      : tag("circle", {
          cx: center.x,
          cy: center.y,
          r: radius + ringGap * pixel,
          fill: "none",
          stroke: ring,
          "stroke-width": ringWidth * pixel,
        }),
    ...texts.map((text) => onGround(text, sheet)),
  );
}

function drawSign({ mark, at: center, line }: SheetMark, sheet: Sheet): string {
  return tag("g", { "data-relationship": line, "data-mark": mark }, sign(mark, center, sheet, sheet.sign));
}

function sign(mark: SheetMark["mark"], center: Point, { colors }: Sheet, size: number): string {
  if (mark === "undated") {
    const paint = { fill: colors.bg, stroke: colors.ink3, "stroke-width": size };
    return tag("circle", { cx: center.x, cy: center.y, r: signRadius.dot * size, ...paint });
  }
  const disc = { fill: colors.bg, stroke: colors.family.people, "stroke-width": size };
  return (
    tag("circle", { cx: center.x, cy: center.y, r: signRadius.sign * size, ...disc }) +
    tag(
      "text",
      {
        x: center.x,
        y: center.y + 3.1 * size,
        "text-anchor": "middle",
        "font-family": "Arial, sans-serif",
        "font-size": signLetter * size,
        "font-weight": 700,
        fill: colors.family.people,
      },
      signs[mark],
    )
  );
}

function drawSample(sample: Sample, sheet: Sheet): string {
  const { at: center } = sample;
  if (sample.kind === "mark") return sign(sample.mark, center, sheet, 1);
  if (sample.kind === "color")
    return tag("rect", { x: center.x - 8, y: center.y - 2, width: 16, height: 4, fill: sample.color });
  if (sample.kind === "shape") {
    const radius = sample.isDouble ? sampleRadius.inner : sampleRadius.alone;
    const line = { fill: sheet.colors.bg, stroke: sample.color, "stroke-width": outlineWidth };
    const ring = sample.isDouble ? outline("circle", center, sampleRadius.outer - outlineWidth / 2, line) : "";
    return (
      ring +
      (isHollow(sample.shape)
        ? outline(sample.shape, center, radius - outlineWidth / 2, line)
        : outline(sample.shape, center, radius, { fill: sample.color }))
    );
  }
  if (sample.kind === "size") return outline("circle", center, sample.radius, { fill: sample.color });
  const [a, d] = [
    { x: center.x - sampleReach, y: center.y },
    { x: center.x + sampleReach, y: center.y },
  ];
  return strokeOf({ curve: [a, a, d, d], width: sampleWidth(sample), pattern: sample.pattern, color: sample.color }, 1);
}
