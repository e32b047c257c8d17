/** The search from both ends, against a model that walks the whole graph breadth-first. */
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { GraphDatabase } from "../../server/database/database.ts";
import { findShortestPaths } from "../../server/queries/index.ts";
import { describeEachEngine } from "../support/engines.ts";
import { writeGraph } from "./graph.ts";

type Line = readonly [start: number, type: "A" | "B", end: number];
const nodeCount = 7;
const name = (index: number) => `n${index}`;

async function writeLines(database: GraphDatabase, lines: readonly Line[]): Promise<void> {
  const degree = (index: number) => lines.filter(([start, , end]) => start === index || end === index).length;
  await database.write(async (transaction) => {
    const nodes = Array.from({ length: nodeCount }, (_, index) => ({ id: name(index), degree: degree(index) }));
    await transaction.run("UNWIND $nodes AS node CREATE (n:Entity {id: node.id, degree: node.degree})", { nodes });
    for (const type of ["A", "B"]) {
      const rows = lines.flatMap(([start, other, end], index) =>
        other === type ? [{ id: `r${index}`, start: name(start), end: name(end) }] : [],
      );
      await transaction.run(
        `UNWIND $rows AS row MATCH (a:Entity {id: row.start}) MATCH (b:Entity {id: row.end}) CREATE (a)-[:${type} {id: row.id}]->(b)`,
        { rows },
      );
    }
  });
}

/** All shortest walks as sequences of nodes, by trying every one. */
function modelPaths(
  lines: readonly Line[],
  from: string,
  to: string,
  types: readonly string[],
  maxLength: number,
): string[][] {
  const next = new Map<string, Set<string>>();
  for (const [start, type, end] of lines) {
    if (types.length > 0 && !types.includes(type)) continue;
    for (const [a, b] of [
      [start, end],
      [end, start],
    ] as const)
      next.set(name(a), (next.get(name(a)) ?? new Set()).add(name(b)));
  }
  let walks = [[from]];
  for (let length = 1; length <= maxLength; length += 1) {
    walks = walks.flatMap((walk) =>
      [...(next.get(walk.at(-1) ?? "") ?? [])].filter((id) => !walk.includes(id)).map((id) => walk.concat(id)),
    );
    const arrived = walks.filter((walk) => walk.at(-1) === to);
    if (arrived.length > 0) return arrived.sort((a, b) => (a.join() < b.join() ? -1 : 1));
  }
  return [];
}

describeEachEngine("shortest paths", (engine) => {
  describe("of any graph", () => {
    it("are all those that the model finds, in the same order", { timeout: 120_000 }, async () => {
      const line = fc.tuple(fc.nat(nodeCount - 1), fc.constantFrom("A" as const, "B" as const), fc.nat(nodeCount - 1));
      const lines = fc.array(line, { maxLength: 16 });
      const types = fc.constantFrom<string[][]>([], ["A"], ["A", "B"]);
      await fc.assert(
        fc.asyncProperty(lines, types, fc.integer({ min: 1, max: 6 }), async (lines, types, maxLength) => {
          await engine.empty();
          await writeLines(engine.database, lines);
          const found = await findShortestPaths(engine.database, {
            from: "n0",
            to: "n1",
            maxLength,
            limit: 100,
            types,
          });
          expect(found.paths.map(({ nodes }) => nodes)).toEqual(modelPaths(lines, "n0", "n1", types, maxLength));
          for (const { nodes, relationships } of found.paths) {
            const ends = relationships.map((id) =>
              found.subgraph.relationships.find((relationship) => relationship.id === id),
            );
            expect(
              ends.map(
                (line, index) =>
                  [line?.start, line?.end].includes(nodes[index]) &&
                  [line?.start, line?.end].includes(nodes[index + 1]),
              ),
            ).toEqual(nodes.slice(1).map(() => true));
          }
        }),
        { numRuns: engine.name === "neo4j" ? 25 : 150 },
      );
    });
  });

  describe("of the small graph", () => {
    beforeAll(async () => {
      await engine.empty();
      await writeGraph(engine.database);
    });
    const search = (more: object) =>
      findShortestPaths(engine.database, { from: "zhang", to: "amd", maxLength: 6, limit: 20, types: [], ...more });

    it("name one relationship for each step, and the subgraph has all that lie between its two entities", async () => {
      const { paths, subgraph, more } = await search({ to: "moore" });
      expect(paths).toEqual([{ nodes: ["zhang", "moore"], relationships: ["zhang.founded.moore"] }]);
      expect(subgraph.relationships.map(({ id }) => id)).toEqual([
        "zhang.founded.moore",
        "zhang.worked-at.moore",
        "zhang.worked-at.moore.adviser",
      ]);
      expect(more).toBe(false);
    });

    it("are given in the order of their ids, up to the limit, and it is said when there are more", async () => {
      expect((await search({})).paths.map(({ nodes }) => nodes)).toEqual([
        ["zhang", "nvidia", "amd"],
        ["zhang", "zhou", "amd"],
      ]);
      const first = await search({ limit: 1 });
      expect(first.paths.map(({ nodes }) => nodes)).toEqual([["zhang", "nvidia", "amd"]]);
      expect(first.more).toBe(true);
    });

    it("go only along the types asked for, and nothing else is in the subgraph", async () => {
      const { paths, subgraph } = await search({ types: ["WORKED_AT"] });
      expect(paths.map(({ nodes }) => nodes)).toEqual([["zhang", "nvidia", "zhou", "amd"]]);
      expect(new Set(subgraph.relationships.map(({ type }) => type))).toEqual(new Set(["WORKED_AT"]));
    });

    it("are none when they would be too long, or when nothing leads there", async () => {
      expect(await search({ maxLength: 1 })).toEqual({
        paths: [],
        subgraph: { nodes: [], relationships: [] },
        maxLength: 1,
        more: false,
      });
      expect((await search({ to: "alone", maxLength: 8 })).paths).toEqual([]);
    });

    it("need two ends that differ and are there", async () => {
      await expect(search({ to: "zhang" })).rejects.toThrow("two different ends");
      await expect(search({ to: "nobody" })).rejects.toThrow("no entity with the id nobody");
    });
  });
});
