/** The parts of a presentation that show something: slides, their notes, and the masters and layout under them. */
import { tag } from "../clean.ts";

export interface SlideParts {
  /** Shapes of the slide, and of its notes page. */
  shapes: string[];
  notes: string;
  /** Addresses that the slide and its notes link to, by relationship id. */
  links: ReadonlyMap<string, string>;
  noteLinks: ReadonlyMap<string, string>;
  background: string | null;
}

export interface Presentation {
  title: string;
  author: string;
  /** Day of the data, `YYYY-MM-DD`. */
  date: string;
  width: number;
  height: number;
  /** Named where it is one of PowerPoint's own. */
  sizeName?: "screen4x3" | undefined;
  theme: string;
  slides: SlideParts[];
}

export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const namespaces = {
  "xmlns:a": "http://schemas.openxmlformats.org/drawingml/2006/main",
  "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
  "xmlns:p": "http://schemas.openxmlformats.org/presentationml/2006/main",
};

const tree = (shapes: readonly string[]) =>
  tag(
    "p:spTree",
    {},
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>',
    '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>',
    shapes,
  );

const mapped = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>";
const colorMap =
  '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>';
const themed = '<p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>';

const placeholder = (id: number, name: string, type: string, index: number | null, box: readonly number[]) =>
  tag(
    "p:sp",
    {},
    tag(
      "p:nvSpPr",
      {},
      tag("p:cNvPr", { id: String(id), name }),
      `<p:cNvSpPr><a:spLocks noGrp="1"${type === "sldImg" ? ' noRot="1" noChangeAspect="1"' : ""}/></p:cNvSpPr>`,
      tag("p:nvPr", {}, tag("p:ph", { type, idx: index === null ? undefined : String(index) })),
    ),
    `<p:spPr><a:xfrm><a:off x="${box[0]}" y="${box[1]}"/><a:ext cx="${box[2]}" cy="${box[3]}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>`,
    type === "sldImg" ? "" : '<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en-GB"/></a:p></p:txBody>',
  );

export function master({ width }: Presentation): string {
  const style = (name: string, size: number, font: string) =>
    `<p:${name}><a:lvl1pPr algn="l"><a:defRPr sz="${size}"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+${font}-lt"/><a:ea typeface="+${font}-ea"/><a:cs typeface="+${font}-cs"/></a:defRPr></a:lvl1pPr></p:${name}>`;
  const title = placeholder(2, "Title", "title", null, [304_800, 228_600, Math.round(width * 9525) - 609_600, 609_600]);
  return (
    declaration +
    tag(
      "p:sldMaster",
      namespaces,
      tag("p:cSld", {}, themed, tree([title])),
      colorMap,
      '<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst>',
      tag(
        "p:txStyles",
        {},
        style("titleStyle", 1900, "mj"),
        style("bodyStyle", 1200, "mn"),
        style("otherStyle", 1200, "mn"),
      ),
    )
  );
}

export function layout({ width }: Presentation): string {
  const title = placeholder(2, "Title", "title", null, [304_800, 228_600, Math.round(width * 9525) - 609_600, 609_600]);
  return (
    declaration +
    tag(
      "p:sldLayout",
      { ...namespaces, type: "titleOnly", preserve: "1" },
      tag("p:cSld", { name: "Title only" }, tree([title])),
      mapped,
    )
  );
}

export const [notesWidth, notesHeight] = [6_858_000, 9_144_000];
const slideImage = placeholder(2, "Slide", "sldImg", null, [685_800, 685_800, 5_486_400, 3_086_100]);

export const notesMaster = (): string =>
  declaration +
  tag(
    "p:notesMaster",
    namespaces,
    tag(
      "p:cSld",
      {},
      themed,
      tree([slideImage, placeholder(3, "Notes", "body", 1, [685_800, 4_343_400, 5_486_400, 4_114_800])]),
    ),
    colorMap,
  );

export const slide = ({ shapes, background }: SlideParts): string =>
  declaration +
  tag(
    "p:sld",
    namespaces,
    tag(
      "p:cSld",
      {},
      background === null
        ? ""
        : tag("p:bg", {}, tag("p:bgPr", {}, tag("a:solidFill", {}, background), tag("a:effectLst", {}))),
      tree(shapes),
    ),
    mapped,
  );

export const notesSlide = ({ notes }: SlideParts): string => {
  const body = tag(
    "p:sp",
    {},
    '<p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/>',
    tag("p:txBody", {}, "<a:bodyPr/><a:lstStyle/>", notes),
  );
  const image =
    '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>';
  return declaration + tag("p:notes", namespaces, tag("p:cSld", {}, tree([image, body])), mapped);
};
