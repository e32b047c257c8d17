/** A workbook: nodes, relationships, sources, and what the view is of. Text is never a formula. */
import type { PropertyValue } from "../../schema/graph.ts";
import type { Scene } from "../scene.ts";
import { clean, tag, xmlText } from "./clean.ts";
import { columnsOf, plainText } from "./table.ts";
import { zip } from "./zip.ts";

type Cell = PropertyValue | undefined;
interface Table {
  name: string;
  rows: Cell[][];
}

/** As much text as a cell holds. */
const mostText = 32_767;

/** Excel reads `_x0041_` as an escape; a text that has one must say so. */
const escaped = (text: string) =>
  clean(text)
    .slice(0, mostText)
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");

function column(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? column(rest - 1) : "") + String.fromCharCode(65 + (index % 26));
}

/** Styles by their place in styles.xml: usual, head, and text that begins like a formula. */
const [usual, head, quotedText] = [undefined, "1", "2"];

function writeCell(value: Cell, at: string, isHead: boolean): string {
  if (value === undefined) return "";
  if (typeof value === "number" && Number.isFinite(value)) return tag("c", { r: at }, tag("v", {}, String(value)));
  if (typeof value === "boolean") return tag("c", { r: at, t: "b" }, tag("v", {}, value ? "1" : "0"));
  const text = escaped(plainText(value));
  const style = isHead ? head : /^[=+\-@]/.test(text) ? quotedText : usual;
  return tag(
    "c",
    { r: at, t: "inlineStr", s: style },
    tag("is", {}, tag("t", { "xml:space": "preserve" }, xmlText(text))),
  );
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

function worksheet({ rows }: Table): string {
  const written = rows.map((row, y) =>
    tag("row", { r: String(y + 1) }, ...row.map((value, x) => writeCell(value, `${column(x)}${y + 1}`, y === 0))),
  );
  return (
    declaration +
    tag(
      "worksheet",
      { xmlns: main },
      '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
      `<cols><col min="1" max="${Math.max(rows[0]?.length ?? 1, 1)}" width="22" customWidth="1"/></cols>`,
      tag("sheetData", {}, written),
    )
  );
}

const styles =
  declaration +
  `<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Arial"/></font><font><b/><sz val="11"/><name val="Arial"/></font></fonts>` +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>' +
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

function tables(scene: Scene): Table[] {
  const nodeColumns = columnsOf(scene.nodes.map(({ node }) => node.properties));
  const lineColumns = columnsOf(scene.lines.map(({ relationship }) => relationship.properties));
  const names = new Map(scene.nodes.map(({ node, name }) => [node.id, name.text]));
  return [
    {
      name: "Nodes",
      rows: [
        ["id", "name", "label", ...nodeColumns.map(({ name }) => name)],
        ...scene.nodes.map(({ node, name, label }) => [
          node.id,
          name.text,
          label,
          ...nodeColumns.map((column) => node.properties[column.name]),
        ]),
      ],
    },
    {
      name: "Relationships",
      rows: [
        [
          "id",
          "start",
          "start name",
          "type",
          "end",
          "end name",
          "in words",
          "details",
          "sources",
          ...lineColumns.map(({ name }) => name),
        ],
        ...scene.lines.map(({ relationship: { id, type, start, end, properties }, evidence }) => [
          id,
          start,
          names.get(start),
          type,
          end,
          names.get(end),
          evidence.sentence,
          evidence.details,
          evidence.citations.map(({ text }) => text),
          ...lineColumns.map((column) => properties[column.name]),
        ]),
      ],
    },
    {
      name: "Sources",
      rows: [
        ["id", "title", "address"],
        ...scene.text.sources.map(({ id, text, url }) => [id, text, url ?? undefined]),
      ],
    },
    {
      name: "About",
      rows: [
        ["what", "value"],
        ["title", scene.text.title],
        ["answer", scene.text.standfirst],
        ["note", scene.text.caption.join(" ")],
        ["data set", scene.about.dataset],
        ["version", scene.about.version],
        ["date", scene.about.date],
      ],
    },
  ];
}

export function writeXlsx(scene: Scene): Uint8Array {
  const all = tables(scene);
  const relationship = (id: string, type: string, target: string) =>
    tag("Relationship", { Id: id, Type: `${office}/${type}`, Target: target });
  const package_ = "http://schemas.openxmlformats.org/package/2006";
  const override = (part: string, type: string) =>
    tag("Override", {
      PartName: part,
      ContentType: `application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml`,
    });
  const sheets = all.map(({ name }, i) => tag("sheet", { name, sheetId: String(i + 1), "r:id": `rId${i + 1}` }));
  return zip({
    "[Content_Types].xml":
      declaration +
      tag(
        "Types",
        { xmlns: `${package_}/content-types` },
        tag("Default", { Extension: "rels", ContentType: "application/vnd.openxmlformats-package.relationships+xml" }),
        tag("Default", { Extension: "xml", ContentType: "application/xml" }),
        override("/xl/workbook.xml", "sheet.main"),
        override("/xl/styles.xml", "styles"),
        ...all.map((_, i) => override(`/xl/worksheets/sheet${i + 1}.xml`, "worksheet")),
      ),
    "_rels/.rels":
      declaration +
      tag(
        "Relationships",
        { xmlns: `${package_}/relationships` },
        relationship("rId1", "officeDocument", "xl/workbook.xml"),
      ),
    "xl/workbook.xml": declaration + tag("workbook", { xmlns: main, "xmlns:r": office }, tag("sheets", {}, ...sheets)),
    "xl/_rels/workbook.xml.rels":
      declaration +
      tag(
        "Relationships",
        { xmlns: `${package_}/relationships` },
        ...all.map((_, i) => relationship(`rId${i + 1}`, "worksheet", `worksheets/sheet${i + 1}.xml`)),
        relationship(`rId${all.length + 1}`, "styles", "styles.xml"),
      ),
    "xl/styles.xml": styles,
    ...Object.fromEntries(all.map((table, i) => [`xl/worksheets/sheet${i + 1}.xml`, worksheet(table)])),
  });
}
