/** Our tables in Neo4j's own importer. */
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { writeNeo4jCsv } from "../../scene/writers/csv.ts";
import { missingProgram } from "../support/readers.ts";
import { hostileScene } from "./scenes.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const admin = missingProgram("neo4j-admin", "neo4j");
describe.skipIf(admin !== null)(`neo4j-admin${admin ? ` (${admin}, from Neo4j's own packages)` : ""}`, () => {
  it("imports every node, relationship and property by the command that comes with them", { timeout: 180_000 }, () => {
    const scene = hostileScene();
    const folder = temporaryFolder("import");
    mkdirSync(join(folder, "home"));
    const parts = unzipSync(writeNeo4jCsv(scene));
    for (const [name, content] of Object.entries(parts)) writeFileSync(join(folder, name), content);
    const run = (...words: string[]) =>
      execFileSync("neo4j-admin", words, {
        cwd: folder,
        encoding: "utf8",
        stdio: ["ignore", "pipe", "pipe"],
        env: { ...process.env, NEO4J_HOME: join(folder, "home") },
      });
    const [program, ...command] = strFromU8(parts["import.txt"] ?? new Uint8Array())
      .trim()
      .split(" ");
    expect(program).toBe("neo4j-admin");
    const told = run(...command);
    const things = [...scene.nodes.map(({ node }) => node), ...scene.lines.map(({ relationship }) => relationship)];
    const properties = things.reduce((sum, each) => sum + new Set(["id", ...Object.keys(each.properties)]).size, 0);
    const [, ...counted] = /Imported:\s+(\d+) nodes\s+(\d+) relationships\s+(\d+) properties/.exec(told) ?? [];
    expect(counted.map(Number)).toEqual([scene.nodes.length, scene.lines.length, properties]);
    // It ends with an error where the store is not whole.
    run("database", "check", "neo4j");
  });
});
