/** Packs a presentation: its parts, their relationships, and what the file says of itself. */
import { tag, xmlText } from "../clean.ts";
import { zip } from "../zip.ts";
import {
  type Presentation,
  declaration,
  layout,
  master,
  namespaces,
  notesHeight,
  notesMaster,
  notesSlide,
  notesWidth,
  slide,
} from "./parts.ts";

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
