/** Every query of the project, held to portable-cypher's checks for each file. */
import fs from "node:fs";
import path from "node:path";
import { lintCypherQuery } from "@neo4j-cypher/language-support";
import grafeo from "@grafeo-db/js";
import { beforeAll, describe, expect, it } from "vitest";
import { makeSchema } from "../../server/database/grafeo/schema.ts";
import { findProblems } from "./portable.ts";
import { withoutWords } from "./text.ts";

const root = path.resolve(import.meta.dirname, "../..");

/** `cypher/` and the questions that data sets bring along. */
function findQueries(): string[] {
  return ["cypher", "seeds", "tests/datasets"].flatMap((folder) => {
    const start = path.join(root, folder);
    if (!fs.existsSync(start)) return [];
    return fs
      .readdirSync(start, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".cypher"))
      .map((file) => path.join(folder, file))
      .toSorted();
  });
}

const files = findQueries();
const read = (file: string) => fs.readFileSync(path.join(root, file), "utf8");

it("there are queries", () => {
  expect(files.filter((file) => file.startsWith("cypher/"))).not.toEqual([]);
});

describe.each(files)("%s", (file) => {
  const query = read(file);

  it("passes Neo4j's own analysis", () => {
    const names = [...withoutWords(query).matchAll(/\$(\w+)/g)].map((match) => match[1] ?? "");
    const parameters = Object.fromEntries(names.map((name) => [name, "x"]));
    const { diagnostics } = lintCypherQuery(query, { defaultLanguage: "CYPHER 5", parameters });
    expect(diagnostics.map(({ message, range }) => ({ line: range.start.line + 1, message }))).toEqual([]);
  });

  it("keeps to the portable subset", () => {
    expect(findProblems(query)).toEqual([]);
  });

  it("says in a comment at its head what it asks", () => {
    expect(query).toMatch(/^\/\/ \S/);
  });
});

describe("on Grafeo", () => {
  const database = grafeo.GrafeoDB.create();
  beforeAll(() => makeSchema(database));

  it.each(files)("%s has a plan", async (file) => {
    const plan = await database.executeCypher(`EXPLAIN ${read(file)}`);
    expect(plan.scalar()).toMatch(/\S/);
  });
});
