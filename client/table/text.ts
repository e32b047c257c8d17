/** A table as text that other programs read: CSV to save, tab-separated and HTML to paste. Pure. */
import type { Cell, Column } from "./model.ts";

/** A spreadsheet takes text that begins so for a formula; an apostrophe keeps it text. */
const looksLikeFormula = /^[=+\-@\t\r]/;

function plainText(cell: Cell | null): string {
  if (cell === null) return "";
  if (typeof cell.plain === "number") return String(cell.plain);
  const text = cell.plain ?? cell.text;
  return looksLikeFormula.test(text) ? `'${text}` : text;
}

function fields<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string[][] {
  return [
    columns.map(({ caption }) => plainText({ text: caption })),
    ...rows.map((row) => columns.map(({ cell }) => plainText(cell(row)))),
  ];
}

const csvField = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** CSV as RFC 4180 has it, after a mark by which spreadsheets know that it is UTF-8. */
export function toCsv<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string {
  const lines = fields(rows, columns).map((line) => line.map(csvField).join(","));
  return `\u{feff}${lines.join("\r\n")}\r\n`;
}

/** Tab-separated lines; a tab or a line break within a field becomes a space. */
export function toTsv<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string {
  return fields(rows, columns)
    .map((line) => line.map((field) => field.replaceAll(/[\t\r\n]+/g, " ")).join("\t"))
    .join("\n");
}

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string) => text.replaceAll(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

/** An HTML table. */
export function toHtml<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string {
  const [head = [], ...body] = fields(rows, columns);
  const line = (cells: readonly string[], tag: "th" | "td") =>
    `<tr>${cells.map((text) => `<${tag}>${escaped(text)}</${tag}>`).join("")}</tr>`;
  const lines = body.map((cells) => line(cells, "td")).join("");
  return `<table><thead>${line(head, "th")}</thead><tbody>${lines}</tbody></table>`;
}
