import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateCell } from "../../../client/table/columns.ts";
import { type Cell, type Column, isFound, searchText, sortRows } from "../../../client/table/model.ts";
import { toCsv, toHtml, toTsv } from "../../../client/table/text.ts";

type Row = { id: string; cell: Cell | null };
const column: Column<Row> = { id: "only", caption: "Only", width: 100, cell: ({ cell }) => cell };
const row = (cell: Cell | null, index: number): Row => ({ id: String(index), cell });
const texts = (rows: readonly Row[]) => rows.map(({ cell }) => cell?.text ?? null);

describe("sorting", () => {
  it("goes by numbers where there are, and puts empty cells last both ways", () => {
    const rows = [{ text: "10 bn", order: 1e10 }, null, { text: "9", order: 9 }].map(row);
    expect(texts(sortRows(rows, column, false, "en"))).toEqual(["9", "10 bn", null]);
    expect(texts(sortRows(rows, column, true, "en"))).toEqual(["10 bn", "9", null]);
  });

  it("goes by what a partial date begins with, the less precise first", () => {
    const rows = ["2020-06-03", "2020", undefined, "2019-12", "2020-01"].map((date) => dateCell(date, "en")).map(row);
    const plain = sortRows(rows, column, false, "en").map(({ cell }) => cell?.plain);
    expect(plain).toEqual(["2019-12", "2020", "2020-01", "2020-06-03", undefined]);
  });

  it("goes by strokes in traditional and by pinyin in simplified Chinese", () => {
    const rows = ["趙", "丁", "陳"].map((text) => ({ text })).map(row);
    expect(texts(sortRows(rows, column, false, "zh-Hant"))).toEqual(["丁", "陳", "趙"]);
    const simplified = ["赵", "丁", "陈"].map((text) => ({ text })).map(row);
    expect(texts(sortRows(simplified, column, false, "zh-Hans"))).toEqual(["陈", "丁", "赵"]);
  });

  it("leaves equal rows in their order", () => {
    const rows = ["b", "a", "b", "a"].map((text) => ({ text })).map(row);
    expect(sortRows(rows, column, true, "en").map(({ id }) => id)).toEqual(["0", "2", "1", "3"]);
  });
});

describe("filtering", () => {
  it("wants every word somewhere, whatever its case or width, and looks at names not shown", () => {
    const text = searchText(row({ text: "Zhang Jianzhong", also: "張建中\nJames Zhang" }, 0), [column]);
    for (const wanted of ["zhang", "jian ZHANG", "建中", "Ｊａｍｅｓ"]) expect(isFound(text, wanted)).toBe(true);
    expect(isFound(text, "zhang lee")).toBe(false);
  });
});

/** Reads CSV as RFC 4180 has it. */
function readCsv(text: string): string[][] {
  const lines: string[][] = [[]];
  for (const [, quoted, bare = "", end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    lines.at(-1)?.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    if (end === "\r\n") lines.push([]);
    if (end === "") break;
  }
  return lines.slice(0, -1);
}

describe("a table as text", () => {
  const rows = [
    { text: 'a "b", c\nd' },
    null,
    { text: "HK$1.2bn", plain: 1.2e9 },
    { text: "June 2020", plain: "2020-06" },
  ];

  it("begins with the mark of UTF-8 and gives figures and dates plainly", () => {
    const csv = toCsv(rows.map(row), [column]);
    expect(csv.charCodeAt(0)).toBe(0xfeff);
    expect(readCsv(csv.slice(1))).toEqual([["Only"], ['a "b", c\nd'], [""], ["1200000000"], ["2020-06"]]);
  });

  it("gives back any text from CSV, but for the apostrophe before what looks like a formula", () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1 }), (given) => {
        const read = readCsv(toCsv(given.map((text) => ({ text })).map(row), [column]).slice(1)).slice(1);
        expect(read.map(([text = ""]) => text)).toEqual(
          given.map((text) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)),
        );
      }),
    );
  });

  it("never lets a formula through, but leaves a negative figure alone", () => {
    const given = [{ text: "=HYPERLINK(1)" }, { text: "@x" }, { text: "−3", plain: -3 }].map(row);
    for (const text of [toCsv(given, [column]), toTsv(given, [column]), toHtml(given, [column])]) {
      expect(text).toContain("'=HYPERLINK(1)");
      expect(text).toContain("'@x");
      expect(text).not.toContain("'-3");
    }
  });

  it("keeps one line a row in tab-separated text, and escapes what HTML would read", () => {
    expect(toTsv(rows.map(row), [column]).split("\n")).toHaveLength(rows.length + 1);
    expect(toHtml([row({ text: "<b>&" }, 0)], [column])).toContain("<td>&lt;b&gt;&amp;</td>");
  });
});
