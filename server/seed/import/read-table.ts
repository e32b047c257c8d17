/** Tables of other programs as rows with the lines they stand on; commas, semicolons or tabs between their values. */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { CsvError, parse } from "csv-parse/sync";
import { Refused } from "../../errors.ts";

export interface Row {
  /** Of the file, the head being line 1. */
  line: number;
  values: Readonly<Record<string, string>>;
}

export interface Table {
  /** The file's name, for what is said of it. */
  name: string;
  columns: readonly string[];
  rows: readonly Row[];
}

const delimiters = [",", ";", "\t"] as const;

/** Reads a table whose first line names its columns. Throws a Refused that names the line at fault. */
export function readTable(file: string): Table {
  const name = basename(file);
  const text = readText(file, name);
  const head = text.slice(0, text.search(/\r?\n|$/));
  const counts = delimiters.map((delimiter) => head.split(delimiter).length);
  const delimiter = delimiters[counts.indexOf(Math.max(...counts))] ?? ",";
  try {
    const records = parse(text, {
      delimiter,
      trim: true,
      skip_records_with_empty_values: true,
      info: true,
    }) as unknown as {
      info: { lines: number };
      record: string[];
    }[];
    const columns = records[0]?.record ?? [];
    const twice = columns.find((column, i) => column !== "" && columns.indexOf(column) !== i);
    if (twice !== undefined) throw new Refused(`${name} has two columns ${twice}.`, "Give one of them another name.");
    return {
      name,
      columns: columns.filter((column) => column !== ""),
      rows: records.slice(1).map(({ info, record }) => ({
        line: info.lines,
        values: Object.fromEntries(columns.flatMap((column, i) => (column === "" ? [] : [[column, record[i] ?? ""]]))),
      })),
    };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new Refused(`${name} is no table: ${error.message}.`, "Mend that line, or save the table as CSV once more.");
  }
}

function readText(file: string, name: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    if (error instanceof TypeError)
      throw new Refused(`${name} is not in UTF-8.`, "Save it as “CSV UTF-8”, which every spreadsheet can.");
    throw new Refused(`${file} could not be read.`, "Name a table in CSV that is there.");
  }
}
