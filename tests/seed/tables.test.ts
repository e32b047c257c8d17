/** Tables of other programs as data sets. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { writeGephiCsv, writeNeo4jCsv } from "../../scene/writers/csv.ts";
import { mainLabel } from "../../schema/graph.ts";
import { readDataset } from "../../server/seed/index.ts";
import { alumniScene } from "../export/scenes.ts";
import { folderOf } from "../support/temporary-folder.ts";

const root = resolve(import.meta.dirname, "../..");

/** Runs the command on tables; what it says, and the data set's folder. */
function importTables(tables: Readonly<Record<string, string | Uint8Array>>, ...more: string[]) {
  const folder = folderOf(tables);
  const out = join(folder, "out");
  const command = ["--import", "tsx", join(root, "server/seed/import-command.ts")];
  const files = Object.keys(tables).map((name) => join(folder, name));
  const { stdout, stderr, status } = spawnSync(process.execPath, [...command, ...files, "--out", out, ...more], {
    cwd: root,
    encoding: "utf8",
  });
  const read = (name: string): unknown => parse(readFileSync(join(out, name), "utf8"));
  return { said: stdout + stderr, status, out, read };
}

const people = `id,name,kind,born,Job title
ada,Ada Lovelace,Person,1815,"Countess, of Lovelace"
as,Analytical Society,Learned society,,
`;

describe("tables of nodes and relationships", () => {
  it("become a data set in which nothing is wrong", async () => {
    const { out, read } = importTables({
      "people.csv": people,
      "lines.csv": "source,target,relationship,since,until,weight\nada,as,member of,1833,1842-03,0.5\n",
    });
    expect(read("nodes.yaml")).toEqual({
      Person: {
        ada: {
          en: "Ada Lovelace",
          born: "1815",
          jobTitle: "Countess, of Lovelace",
          MEMBER_OF: [{ to: "as", start: "1833", end: "1842-03", weight: 0.5 }],
        },
      },
      LearnedSociety: { as: { en: "Analytical Society" } },
    });
    expect((await readDataset(out)).rows.relationships).toHaveLength(1);
  });

  it("have dates where a column's name or its values say so, and else numbers", async () => {
    const table = "name,founded,seen,size,year built\nAda,1993,2020-05,1815,\nBo,2006-04,2021,1900,1911\n";
    const { out, read } = importTables({ "people.csv": table });
    expect(read("vocabulary.yaml")).toMatchObject({
      labels: {
        Node: {
          properties: {
            founded: { form: "date" },
            seen: { form: "date" },
            size: { form: "number" },
            yearBuilt: { form: "date" },
          },
        },
      },
    });
    expect((await readDataset(out)).rows.entities).toHaveLength(2);
  });

  it("tell all ends at once that no node has", () => {
    const lines = "source,target\nada,zoe\nbo,as\nzoe,as\n";
    const { said, status } = importTables({ "people.csv": people, "lines.csv": lines });
    expect(status).not.toBe(0);
    expect(said).toContain("lines.csv, line 2: people.csv has no “zoe”, nor “bo” (line 3).");
  });

  it("may be divided by semicolons, as spreadsheets in many countries write them", () => {
    const { read } = importTables({ "people.csv": "﻿name;kind;size\nAda;Person;1,5\nBo;Person;2,5\n" });
    expect(read("nodes.yaml")).toEqual({ Person: { ada: { en: "Ada", size: "1,5" }, bo: { en: "Bo", size: "2,5" } } });
  });

  it("may be one that lists relationships alone", async () => {
    const { out } = importTables({ "lines.csv": "from,to\nAda,Bo\nBo,Cy\nCy,Cy\n" });
    const { rows } = await readDataset(out);
    expect([rows.entities.length, rows.relationships.length]).toEqual([3, 2]);
  });

  it("keep what the same two have several times, and what holds both ways", async () => {
    const { out, read } = importTables({ "edges.csv": "Source,Target,Type\n1,2,Undirected\n2,1,Undirected\n" });
    expect(read("vocabulary.yaml")).toMatchObject({ relationships: { RELATED_TO: { directed: false } } });
    expect((await readDataset(out)).rows.relationships).toHaveLength(2);
  });

  it("have names in Chinese, whose ids are numbered", () => {
    const { read } = importTables({ "people.csv": "name,kind\n張建中,人物\n陳維良,人物\n" });
    expect(read("nodes.yaml")).toEqual({ Kind: { "node-1": { en: "張建中" }, "node-2": { en: "陳維良" } } });
    expect(read("vocabulary.yaml")).toMatchObject({ labels: { Kind: { caption: "人物" } } });
  });

  it("keep codes with zeros before them, and numbers longer than are kept, as they are written", () => {
    const { read } = importTables({
      "people.csv": "name,zip,serial,flight,height:string,born:int\nAda,02139,12345678901234567890,1e5,170,1815\n",
    });
    const written = { zip: "02139", serial: "12345678901234567890", flight: "1e5", height: "170", born: 1815 };
    expect(read("nodes.yaml")).toEqual({ Node: { ada: { en: "Ada", ...written } } });
    expect(read("vocabulary.yaml")).toMatchObject({ labels: { Node: { properties: { born: { caption: "born" } } } } });
  });

  it("may call the ends of a time from and to, where these hold dates", () => {
    const lines = "source,target,from,to\nAda,IBM,2001,2005/06\n";
    const { read } = importTables({ "lines.csv": lines });
    expect(read("nodes.yaml")).toMatchObject({
      Node: { ada: { RELATED_TO: [{ to: "ibm", start: "2001", end: "2005-06" }] } },
    });
  });

  it("hold what has a direction apart from what has none", () => {
    const { read } = importTables({ "edges.csv": "Source,Target,Type\na,b,Undirected\nc,b,Directed\n" });
    expect(read("vocabulary.yaml")).toMatchObject({
      relationships: { RELATED_TO: { directed: false }, RELATED_TO2: { caption: "related to" } },
    });
  });

  it("take kinds that are spelled otherwise for one, and leave out empty lines", () => {
    const { read } = importTables({ "people.csv": "name,kind\nAda,Person\nBo,person\n,\n3D Corp,3d maker\n" });
    expect(Object.keys(read("nodes.yaml") as object)).toEqual(["Person", "DMaker"]);
  });

  it("that were exported for Neo4j come back with their labels, names and types", async () => {
    const scene = await alumniScene();
    const { "nodes.csv": nodes, "relationships.csv": lines } = unzipSync(writeNeo4jCsv(scene));
    const { out, read } = importTables({ "nodes.csv": nodes ?? "", "relationships.csv": lines ?? "" });
    const { rows } = await readDataset(out);
    expect([rows.entities.length, rows.relationships.length]).toEqual([scene.nodes.length, scene.lines.length]);
    expect(Object.keys(read("nodes.yaml") as object).toSorted()).toEqual(
      [...new Set(scene.nodes.map(({ node }) => mainLabel(node)))].toSorted(),
    );
    expect(JSON.stringify(rows.entities)).toContain("Zhang Jianzhong");
  });

  it("that were exported for Gephi come back with as many names and relationships", async () => {
    const scene = await alumniScene();
    const tables = unzipSync(writeGephiCsv(scene));
    const { out } = importTables(tables);
    const { rows } = await readDataset(out);
    expect([rows.entities.length, rows.relationships.length]).toEqual([scene.nodes.length, scene.lines.length]);
  });
});

describe("a table that cannot be imported", () => {
  const lines = "source,target\nada,nobody\n";
  it.each([
    ["a line that names no node", { "people.csv": people, "lines.csv": lines }, "lines.csv, line 2", "column of ids"],
    ["a node that is there twice", { "people.csv": `${people}ada,Ada,Person,,\n` }, "line 4: id “ada”", "Leave one"],
    ["a date that is none", { "l.csv": "from,to,since\na,b,soon\n" }, "l.csv, line 2: “soon”", "another name"],
    ["an end that is empty", { "l.csv": "source,target\na,b\nc,\n" }, "line 3: target is empty", "both ends"],
    ["no column for names", { "people.csv": "colour,size\nred,1\n" }, "colour, size", "Call one of them name"],
    ["a line with too many values", { "people.csv": "name,kind\nAda,Person,x\n" }, "line 2", "Mend that line"],
    ["another encoding", { "people.csv": new Uint8Array([0x6e, 0x0a, 0xe9, 0x0a]) }, "not in UTF-8", "CSV UTF-8"],
    ["two tables of nodes", { "a.csv": people, "b.csv": people }, "a.csv and b.csv", "source and target"],
  ])("for %s says so with its place and a remedy, and writes nothing", (_, tables, place, remedy) => {
    const { said, status, read } = importTables(tables);
    expect(status).toBe(1);
    expect(said).toContain(place);
    expect(said).toContain(remedy);
    expect(() => read("nodes.yaml")).toThrow("ENOENT");
  });

  it("leaves a folder alone that has files already", () => {
    const { said, status } = importTables({ "people.csv": people }, "--out", root);
    expect(status).toBe(1);
    expect(said).toContain("has files already");
  });
});
