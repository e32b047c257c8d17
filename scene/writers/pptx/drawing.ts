/** Shapes, texts and connectors in DrawingML; lengths come in as pixels of the sheet. */
import { type Box, type Point, pointAt } from "../../geometry.ts";
import { type Curve, type Pattern, isDouble } from "../../lines.ts";
import type { Font } from "../../text.ts";
import { tag, xmlText } from "../clean.ts";

/** A pixel at 96 to the inch in English Metric Units, which must be whole. */
export const emu = (pixels: number): number => Math.round(pixels * 9525);

/** Names the theme's color where it is one, so that recoloring the theme recolors the drawing. */
export type Paint = (color: string, opacity?: number) => string;

export interface Ids {
  next(): number;
}

/** Ids of shapes start at 2, as 1 is the slide's own tree of shapes. */
export function createIds(): Ids {
  let last = 1;
  return { next: () => (last += 1) };
}

export const frame = ({ left, top, right, bottom }: Box, flips: Record<string, string | undefined> = {}): string =>
  tag(
    "a:xfrm",
    flips,
    tag("a:off", { x: emu(left), y: emu(top) }),
    tag("a:ext", { cx: Math.max(emu(right) - emu(left), 0), cy: Math.max(emu(bottom) - emu(top), 0) }),
  );

export const solid = (color: string): string => tag("a:solidFill", {}, color);

const dashes: Readonly<Record<Pattern, string | null>> = {
  solid: null,
  dashed: "dash",
  dotted: "sysDot",
  "dash-dot": "dashDot",
  double: null,
  "double-dashed": "dash",
};

/** A line's properties, in the order that the schema wants. */
export function stroke(width: number, color: string, pattern: Pattern = "solid", arrow?: boolean): string {
  const dash = dashes[pattern];
  return tag(
    "a:ln",
    {
      w: emu(width),
      cmpd: isDouble(pattern) ? "dbl" : undefined,
      ...(arrow === undefined ? {} : { cap: pattern === "dotted" ? "rnd" : "flat" }),
    },
    solid(color),
    dash === null ? "" : tag("a:prstDash", { val: dash }),
    tag("a:round", {}),
    arrow === undefined ? "" : tag("a:headEnd", { type: "none" }),
    arrow === undefined ? "" : tag("a:tailEnd", { type: arrow ? "triangle" : "none" }),
  );
}

const languageCodes = { en: "en-GB", "zh-Hant": "zh-TW", "zh-Hans": "zh-CN" } as const;

export interface Run extends Font {
  text: string;
  color: string;
  /** Id of a link among the slide's relationships. */
  link?: string | undefined;
}

/** A run in the theme's fonts, Latin and East Asian. */
export function run({ text, size, weight, face, language, color, link }: Run): string {
  const theme = face === "serif" ? "mj" : "mn";
  const words = xmlText(text.replace(/[\t\n\r]+/g, " "));
  return tag(
    "a:r",
    {},
    tag(
      "a:rPr",
      {
        lang: languageCodes[language],
        altLang: language === "en" ? "zh-TW" : "en-GB",
        sz: String(Math.max(Math.round(size * 75), 100)),
        b: weight >= 600 ? "1" : "0",
        dirty: "0",
      },
      solid(color),
      tag("a:latin", { typeface: `+${theme}-lt` }),
      tag("a:ea", { typeface: `+${theme}-ea` }),
      tag("a:cs", { typeface: `+${theme}-cs` }),
      link === undefined ? "" : tag("a:hlinkClick", { "r:id": link }),
    ),
    tag("a:t", {}, words),
  );
}

/** `after` is free room below it, in points. */
export const paragraph = (align: "l" | "ctr" | "r", runs: readonly string[], after = 0): string => {
  const space = after === 0 ? [] : [tag("a:spcAft", {}, tag("a:spcPts", { val: after * 100 }))];
  return tag("a:p", {}, tag("a:pPr", { algn: align }, ...space), ...runs);
};

export const noBody = '<a:bodyPr rtlCol="0" anchor="ctr"/><a:lstStyle/><a:p><a:endParaRPr lang="en-GB"/></a:p>';

interface Named {
  id: number;
  name: string;
  /** Read out in place of the shape. */
  description?: string;
}

const named = ({ id, name, description }: Named) =>
  tag("p:cNvPr", { id: String(id), name: name.slice(0, 250), descr: description });

/** A preset shape without text. */
export function shape(
  what: Named,
  preset: { name: string; adjust?: readonly [string, number]; box: Box },
  paint: { fill: string | null; line?: string | undefined },
): string {
  const adjust =
    preset.adjust === undefined ? "" : tag("a:gd", { name: preset.adjust[0], fmla: `val ${preset.adjust[1]}` });
  return tag(
    "p:sp",
    {},
    tag("p:nvSpPr", {}, named(what), tag("p:cNvSpPr", {}), tag("p:nvPr", {})),
    tag(
      "p:spPr",
      {},
      frame(preset.box),
      tag("a:prstGeom", { prst: preset.name }, tag("a:avLst", {}, adjust)),
      paint.fill === null ? tag("a:noFill", {}) : solid(paint.fill),
      paint.line ?? "<a:ln><a:noFill/></a:ln>",
    ),
    `<p:txBody>${noBody}</p:txBody>`,
  );
}

/** A curve as a form of its own, to which nothing is glued. */
export function freeCurve(what: Named, curve: Curve, line: string): string {
  const [xs, ys] = [curve.map(({ x }) => x), curve.map(({ y }) => y)];
  const box = { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
  const [start, ...rest] = curve.map(({ x, y }) => tag("a:pt", { x: emu(x - box.left), y: emu(y - box.top) }));
  const size = { w: emu(box.right) - emu(box.left), h: emu(box.bottom) - emu(box.top), fill: "none" };
  const path = tag("a:path", size, tag("a:moveTo", {}, start ?? ""), tag("a:cubicBezTo", {}, ...rest));
  const form = ["a:avLst", "a:gdLst", "a:ahLst", "a:cxnLst"].map((name) => tag(name, {})).join("");
  return tag(
    "p:sp",
    {},
    tag("p:nvSpPr", {}, named(what), tag("p:cNvSpPr", {}), tag("p:nvPr", {})),
    tag(
      "p:spPr",
      {},
      frame(box),
      tag("a:custGeom", {}, form, tag("a:rect", { l: "0", t: "0", r: "r", b: "b" }), tag("a:pathLst", {}, path)),
      tag("a:noFill", {}),
      line,
    ),
    `<p:txBody>${noBody}</p:txBody>`,
  );
}

const plainText = [tag("p:cNvSpPr", { txBox: "1" }), tag("p:nvPr", {})];
/** The layout's own title, so that the outline and screen readers have it. */
const titlePlaceholder = [
  tag("p:cNvSpPr", {}, tag("a:spLocks", { noGrp: "1" })),
  tag("p:nvPr", {}, tag("p:ph", { type: "title" })),
];

/** A box of text that neither wraps nor pads; long text is made smaller to fit. */
export function textBox(
  what: Named,
  box: Box,
  paragraphs: string[],
  options: { ground?: string; wrap?: boolean; top?: boolean; title?: boolean } = {},
): string {
  const body = tag(
    "a:bodyPr",
    {
      wrap: options.wrap ? "square" : "none",
      lIns: "0",
      tIns: "0",
      rIns: "0",
      bIns: "0",
      rtlCol: "0",
      anchor: options.top ? "t" : "ctr",
    },
    options.wrap ? tag("a:normAutofit", {}) : tag("a:noAutofit", {}),
  );
  return tag(
    "p:sp",
    {},
    tag("p:nvSpPr", {}, named(what), ...(options.title ? titlePlaceholder : plainText)),
    tag(
      "p:spPr",
      {},
      frame(box),
      '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>',
      options.ground === undefined ? tag("a:noFill", {}) : solid(options.ground),
    ),
    tag("p:txBody", {}, body, "<a:lstStyle/>", ...paragraphs),
  );
}

export function group(what: Named, box: Box, ...members: string[]): string {
  const size = { cx: emu(box.right) - emu(box.left), cy: emu(box.bottom) - emu(box.top) };
  const at = { x: emu(box.left), y: emu(box.top) };
  return tag(
    "p:grpSp",
    {},
    tag("p:nvGrpSpPr", {}, named(what), tag("p:cNvGrpSpPr", {}), tag("p:nvPr", {})),
    tag(
      "p:grpSpPr",
      {},
      tag("a:xfrm", {}, tag("a:off", at), tag("a:ext", size), tag("a:chOff", at), tag("a:chExt", size)),
    ),
    ...members,
  );
}

export interface Glue extends Point {
  shape: number;
  site: number;
}

/** How a connector runs; `middle` is the share of the way at which an `s` turns, `bow` is how far a curve goes out to the right of its start, negative to the left. */
export type Way = { form: "straight" } | { form: "s"; middle: number } | { form: "bow"; bow: number };

/** A point of a connector at a share of its way. */
export function alongConnector({ from, to, way }: { from: Glue; to: Glue; way: Way }, share: number): Point {
  const between = (a: number, b: number, t: number) => a + (b - a) * t;
  if (way.form === "straight") return { x: between(from.x, to.x, share), y: between(from.y, to.y, share) };
  // Office's curved connector is two curves, which meet in the middle of its height.
  const turn = way.form === "bow" ? from.x + way.bow : between(from.x, to.x, way.middle);
  const half = (end: Glue, t: number): Point => {
    const middle = (from.y + to.y) / 2;
    const near = { x: (end.x + turn) / 2, y: end.y };
    const far = { x: turn, y: (end.y + middle) / 2 };
    return pointAt([end, near, far, { x: turn, y: middle }], t);
  };
  return share <= 0.5 ? half(from, 2 * share) : half(to, 2 - 2 * share);
}

/** A connector glued at both ends. */
export function connector(
  what: Named & { link?: string | undefined },
  from: Glue,
  to: Glue,
  way: Way,
  line: string,
): string {
  const box = {
    left: Math.min(from.x, to.x),
    right: Math.max(from.x, to.x),
    top: Math.min(from.y, to.y),
    bottom: Math.max(from.y, to.y),
  };
  // A bow is measured in widths of the box, which must not be nothing.
  if (way.form === "bow") box.right = Math.max(box.right, box.left + 2);
  const flipH = from.x > to.x;
  const reach =
    way.form === "bow" ? (flipH ? -1 : 1) * (way.bow / (box.right - box.left)) : way.form === "s" ? way.middle : 0.5;
  const guide = tag("a:gd", { name: "adj1", fmla: `val ${Math.round(reach * 100_000)}` });
  const straight = way.form === "straight";
  const end = ({ shape, site }: Glue) => ({ id: String(shape), idx: String(site) });
  return tag(
    "p:cxnSp",
    {},
    tag(
      "p:nvCxnSpPr",
      {},
      named(what),
      tag("p:cNvCxnSpPr", {}, tag("a:stCxn", end(from)), tag("a:endCxn", end(to))),
      tag("p:nvPr", {}),
    ),
    tag(
      "p:spPr",
      {},
      frame(box, { flipH: flipH ? "1" : undefined, flipV: from.y > to.y ? "1" : undefined }),
      tag(
        "a:prstGeom",
        { prst: straight ? "straightConnector1" : "curvedConnector3" },
        straight ? tag("a:avLst", {}) : tag("a:avLst", {}, guide),
      ),
      line,
    ),
  );
}
