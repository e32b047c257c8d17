/** `npm run import -- nodes.csv relationships.csv --out my-graph`: tables become a data set, which is then checked. */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { stringify } from "yaml";
import { Fault, InvalidSeeds, Refused } from "../errors.ts";
import { readDataset } from "./dataset.ts";
import { listsRelationships } from "./import/columns.ts";
import { idOf } from "./import/names-in-seeds.ts";
import { type Table, readTable } from "./import/read-table.ts";
import { tablesToDataset } from "./import/tables-to-dataset.ts";

const usage = `npm run import -- nodes.csv relationships.csv --out my-graph [--title "Who knows whom"]

  Tables in CSV, their first line naming the columns; one of them alone will do.
  Of nodes: id, name, kind, zh-Hant, zh-Hans, aliases; of relationships: source, target, relationship, start, end.
  Every other column becomes a property. Names that Gephi and Neo4j give these columns are known too.`;

function readTables(files: readonly string[]): { nodes: Table | null; lines: Table | null } {
  const tables = files.map(readTable);
  const lines = tables.filter(listsRelationships);
  const nodes = tables.filter((table) => !lines.includes(table));
  if (tables.length > 0 && lines.length <= 1 && nodes.length <= 1)
    return { nodes: nodes[0] ?? null, lines: lines[0] ?? null };
  if (tables.length === 0) throw new Refused("No table is named.", usage);
  const several = nodes.length > 1 ? nodes : lines;
  throw new Refused(
    `${several.map(({ name }) => name).join(" and ")} ${nodes.length > 1 ? "are both tables of nodes" : "both list relationships"}.`,
    nodes.length > 1
      ? "Call the columns of the ends source and target, or name one of them."
      : "Put them into one table.",
  );
}

async function importTables(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { out: { type: "string" }, title: { type: "string" } },
  });
  const { nodes, lines } = readTables(positionals);
  if (values.out === undefined) throw new Refused("--out is missing.", "Name the folder that the data set is to be.");
  const folder = resolve(values.out);
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new Refused(`${values.out} has files already.`, "Name a folder that is empty or not there yet.");
  const name = basename(folder);
  const files = tablesToDataset(idOf(name, "graph"), values.title ?? name, nodes, lines);
  mkdirSync(folder, { recursive: true });
  const { dataset, vocabulary, entities } = files;
  for (const [file, content] of Object.entries({ dataset, vocabulary, nodes: entities })) {
    writeFileSync(join(folder, `${file}.yaml`), stringify(content, { aliasDuplicateObjects: false, lineWidth: 0 }));
  }
  const { rows } = await readDataset(folder).catch((error: unknown) => {
    if (error instanceof InvalidSeeds) console.error(`Written to ${values.out}, where this can be mended:`);
    throw error;
  });
  console.log(`${values.out}: ${rows.entities.length} names, ${rows.relationships.length} relationships.`);
  if (files.leftOut > 0) console.log(`Left out: ${files.leftOut} from a node to itself.`);
  console.log(`Look at it: SEEDS=${values.out} npm start`);
}

try {
  await importTables();
} catch (error) {
  const isUsage = error instanceof TypeError && "code" in error;
  if (!(error instanceof Fault) && !isUsage) throw error;
  console.error(error.message);
  console.error("remedy" in error ? error.remedy : usage);
  process.exitCode = 1;
}
