/** The parts of a presentation that hold its slides: masters, layout, relationships, content types. */
import { tag, xmlText } from "../clean.ts";
import { zip } from "../zip.ts";

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

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const namespaces = {
  "xmlns:a": "http://schemas.openxmlformats.org/drawingml/2006/main",
  "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
  "xmlns:p": "http://schemas.openxmlformats.org/presentationml/2006/main",
};
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const types = "application/vnd.openxmlformats-officedocument";

type Link = [id: string, type: string, target: string, external?: boolean];

const relationships = (...links: Link[]): string =>
  declaration +
  tag(
    "Relationships",
    { xmlns: "http://schemas.openxmlformats.org/package/2006/relationships" },
    ...links.map(([Id, type, Target, external]) =>
      tag("Relationship", {
        Id,
        Type: type.includes("/") ? type : `${office}/${type}`,
        Target,
        TargetMode: external ? "External" : undefined,
      }),
    ),
  );

const hyperlinks = (links: ReadonlyMap<string, string>): Link[] =>
  [...links].map(([id, address]) => [id, "hyperlink", address, true]);

const tree = (...shapes: string[]) =>
  tag(
    "p:spTree",
    {},
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>',
    '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>',
    ...shapes,
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

function master({ width }: Presentation): string {
  const style = (name: string, size: number, font: string) =>
    `<p:${name}><a:lvl1pPr algn="l"><a:defRPr sz="${size}"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+${font}-lt"/><a:ea typeface="+${font}-ea"/><a:cs typeface="+${font}-cs"/></a:defRPr></a:lvl1pPr></p:${name}>`;
  const title = placeholder(2, "Title", "title", null, [304_800, 228_600, Math.round(width * 9525) - 609_600, 609_600]);
  return (
    declaration +
    tag(
      "p:sldMaster",
      namespaces,
      tag("p:cSld", {}, themed, tree(title)),
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

function layout({ width }: Presentation): string {
  const title = placeholder(2, "Title", "title", null, [304_800, 228_600, Math.round(width * 9525) - 609_600, 609_600]);
  return (
    declaration +
    tag(
      "p:sldLayout",
      { ...namespaces, type: "titleOnly", preserve: "1" },
      tag("p:cSld", { name: "Title only" }, tree(title)),
      mapped,
    )
  );
}

const [notesWidth, notesHeight] = [6_858_000, 9_144_000];
const slideImage = placeholder(2, "Slide", "sldImg", null, [685_800, 685_800, 5_486_400, 3_086_100]);

const notesMaster = (): string =>
  declaration +
  tag(
    "p:notesMaster",
    namespaces,
    tag(
      "p:cSld",
      {},
      themed,
      tree(slideImage, placeholder(3, "Notes", "body", 1, [685_800, 4_343_400, 5_486_400, 4_114_800])),
    ),
    colorMap,
  );

const slide = ({ shapes, background }: SlideParts): string =>
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
      tree(...shapes),
    ),
    mapped,
  );

const notesSlide = ({ notes }: SlideParts): string => {
  const body = tag(
    "p:sp",
    {},
    '<p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/>',
    tag("p:txBody", {}, "<a:bodyPr/><a:lstStyle/>", notes),
  );
  const image =
    '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>';
  return declaration + tag("p:notes", namespaces, tag("p:cSld", {}, tree(image, body)), mapped);
};

const contentTypes = (count: number): string => {
  const part = (name: string, type: string) =>
    tag("Override", { PartName: `/${name}`, ContentType: `${types}.${type}+xml` });
  const each = (make: (number: number) => string) => Array.from({ length: count }, (_, i) => make(i + 1)).join("");
  return (
    declaration +
    tag(
      "Types",
      { xmlns: "http://schemas.openxmlformats.org/package/2006/content-types" },
      tag("Default", { Extension: "rels", ContentType: "application/vnd.openxmlformats-package.relationships+xml" }),
      tag("Default", { Extension: "xml", ContentType: "application/xml" }),
      part("ppt/presentation.xml", "presentationml.presentation.main"),
      part("ppt/presProps.xml", "presentationml.presProps"),
      part("ppt/viewProps.xml", "presentationml.viewProps"),
      part("ppt/tableStyles.xml", "presentationml.tableStyles"),
      part("ppt/slideMasters/slideMaster1.xml", "presentationml.slideMaster"),
      part("ppt/slideLayouts/slideLayout1.xml", "presentationml.slideLayout"),
      part("ppt/notesMasters/notesMaster1.xml", "presentationml.notesMaster"),
      part("ppt/theme/theme1.xml", "theme"),
      part("ppt/theme/theme2.xml", "theme"),
      each((i) => part(`ppt/slides/slide${i}.xml`, "presentationml.slide")),
      each((i) => part(`ppt/notesSlides/notesSlide${i}.xml`, "presentationml.notesSlide")),
      tag("Override", {
        PartName: "/docProps/core.xml",
        ContentType: "application/vnd.openxmlformats-package.core-properties+xml",
      }),
      part("docProps/app.xml", "extended-properties"),
    )
  );
};

const presentation = ({ slides, width, height, sizeName }: Presentation): string =>
  declaration +
  tag(
    "p:presentation",
    { ...namespaces, saveSubsetFonts: "1" },
    '<p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>',
    '<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>',
    tag("p:sldIdLst", {}, ...slides.map((_, i) => tag("p:sldId", { id: String(256 + i), "r:id": `rId${i + 10}` }))),
    tag("p:sldSz", { cx: String(Math.round(width * 9525)), cy: String(Math.round(height * 9525)), type: sizeName }),
    tag("p:notesSz", { cx: String(notesWidth), cy: String(notesHeight) }),
  );

const core = ({ title, author, date }: Presentation): string => {
  const time = `${date.length === 10 ? date : `${date}-01-01`.slice(0, 10)}T00:00:00Z`;
  const when = (name: string) => tag(`dcterms:${name}`, { "xsi:type": "dcterms:W3CDTF" }, time);
  return (
    declaration +
    tag(
      "cp:coreProperties",
      {
        "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
        "xmlns:dc": "http://purl.org/dc/elements/1.1/",
        "xmlns:dcterms": "http://purl.org/dc/terms/",
        "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
      },
      tag("dc:title", {}, xmlText(title)),
      tag("dc:creator", {}, xmlText(author)),
      when("created"),
      when("modified"),
    )
  );
};

/** The whole file. */
export function packPresentation(what: Presentation): Uint8Array {
  const numbered = what.slides.map((each, i) => ({ each, number: i + 1 }));
  const parts: Record<string, string> = {
    "[Content_Types].xml": contentTypes(what.slides.length),
    "_rels/.rels": relationships(
      ["rId1", "officeDocument", "ppt/presentation.xml"],
      [
        "rId2",
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
        "docProps/core.xml",
      ],
      ["rId3", "extended-properties", "docProps/app.xml"],
    ),
    "docProps/core.xml": core(what),
    "docProps/app.xml": `${declaration}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Alumnigraph</Application></Properties>`,
    "ppt/presentation.xml": presentation(what),
    "ppt/_rels/presentation.xml.rels": relationships(
      ["rId1", "slideMaster", "slideMasters/slideMaster1.xml"],
      ["rId2", "notesMaster", "notesMasters/notesMaster1.xml"],
      ["rId3", "theme", "theme/theme1.xml"],
      ["rId4", "presProps", "presProps.xml"],
      ["rId5", "viewProps", "viewProps.xml"],
      ["rId6", "tableStyles", "tableStyles.xml"],
      ...numbered.map(({ number }): Link => [`rId${number + 9}`, "slide", `slides/slide${number}.xml`]),
    ),
    "ppt/presProps.xml": declaration + tag("p:presentationPr", namespaces),
    "ppt/viewProps.xml": declaration + tag("p:viewPr", namespaces),
    "ppt/tableStyles.xml": `${declaration}<a:tblStyleLst xmlns:a="${namespaces["xmlns:a"]}" def="{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"/>`,
    "ppt/theme/theme1.xml": declaration + what.theme,
    "ppt/theme/theme2.xml": declaration + what.theme,
    "ppt/slideMasters/slideMaster1.xml": master(what),
    "ppt/slideMasters/_rels/slideMaster1.xml.rels": relationships(
      ["rId1", "slideLayout", "../slideLayouts/slideLayout1.xml"],
      ["rId2", "theme", "../theme/theme1.xml"],
    ),
    "ppt/slideLayouts/slideLayout1.xml": layout(what),
    "ppt/slideLayouts/_rels/slideLayout1.xml.rels": relationships([
      "rId1",
      "slideMaster",
      "../slideMasters/slideMaster1.xml",
    ]),
    "ppt/notesMasters/notesMaster1.xml": notesMaster(),
    "ppt/notesMasters/_rels/notesMaster1.xml.rels": relationships(["rId1", "theme", "../theme/theme2.xml"]),
  };
  for (const { each, number } of numbered) {
    parts[`ppt/slides/slide${number}.xml`] = slide(each);
    parts[`ppt/slides/_rels/slide${number}.xml.rels`] = relationships(
      ["rId1", "slideLayout", "../slideLayouts/slideLayout1.xml"],
      ["rId2", "notesSlide", `../notesSlides/notesSlide${number}.xml`],
      ...hyperlinks(each.links),
    );
    parts[`ppt/notesSlides/notesSlide${number}.xml`] = notesSlide(each);
    parts[`ppt/notesSlides/_rels/notesSlide${number}.xml.rels`] = relationships(
      ["rId1", "notesMaster", "../notesMasters/notesMaster1.xml"],
      ["rId2", "slide", `../slides/slide${number}.xml`],
      ...hyperlinks(each.noteLinks),
    );
  }
  return zip(parts);
}
