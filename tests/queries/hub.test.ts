/** An entity with more neighbors than one of Grafeo's vectors of rows holds. */
import { beforeAll, expect, it } from "vitest";
import {
  anyPath,
  countNeighbors,
  describeEntity,
  expandNode,
  findOverlaps,
  findPaths,
  getSubgraph,
} from "../../server/queries/index.ts";
import { mostStints } from "../../server/queries/careers.ts";
import { describeEachEngine } from "../support/engines.ts";

const neighbors = 66_000;
const batch = 11_000;
const half = neighbors / 2;
const inHalves = { type: "WORKED_AT", direction: "in", label: "Person", neighbors: half, relationships: half };
/** Its best connected neighbors, in the order of pages. */
const best = Array.from({ length: neighbors }, (_, index) => index)
  .filter((index) => index % 7 === 6)
  .map((index) => `p${index}`)
  .sort();

describeEachEngine("a hub", (engine) => {
  beforeAll(async () => {
    await engine.database.write(async (transaction) => {
      await transaction.run("CREATE (n:Entity:Company {id: 'hub', degree: $neighbors})", { neighbors });
      await transaction.run("CREATE (n:Entity:Company {id: 'far', degree: 1})");
      for (let first = 0; first < neighbors; first += batch) {
        const rows = Array.from({ length: batch }, (_, index) => ({
          id: `p${first + index}`,
          degree: (first + index) % 7,
          certainty: (first + index) % 2 === 0 ? "stated" : "reported",
        }));
        await transaction.run("UNWIND $rows AS row CREATE (p:Entity:Person {id: row.id, degree: row.degree})", {
          rows,
        });
        await transaction.run(
          "UNWIND $rows AS row MATCH (h:Entity {id: 'hub'}) MATCH (p:Entity {id: row.id}) CREATE (p)-[r:WORKED_AT]->(h) SET r.id = row.id + '.worked-at.hub', r.certainty = row.certainty",
          { rows },
        );
      }
      await transaction.run(
        "MATCH (p:Entity {id: 'p65999'}) MATCH (f:Entity {id: 'far'}) CREATE (p)-[:WORKED_AT {id: 'p65999.worked-at.far'}]->(f)",
      );
    });
  }, 240_000);

  it("counts its neighbors", async () => {
    expect(await countNeighbors(engine.database, "hub")).toEqual({
      total: neighbors,
      counts: [
        { ...inHalves, certainty: "reported" },
        { ...inHalves, certainty: "stated" },
      ],
    });
  });

  it("expands within a choice of kinds, and counts what is left of it", async () => {
    const withoutKinds = ["WORKED_AT.in.Person.reported"];
    expect(await countNeighbors(engine.database, "hub", { withoutKinds })).toEqual({
      total: neighbors / 2,
      counts: [{ ...inHalves, certainty: "stated" }],
    });
    const ask = (cursor?: string) =>
      expandNode(engine.database, {
        id: "hub",
        types: [],
        labels: [],
        direction: "both",
        withoutKinds,
        limit: 20,
        cursor,
      });
    const first = await ask();
    const second = await ask(first.nextCursor ?? "");
    const ids = [first, second].flatMap(({ subgraph }) => subgraph.nodes.slice(1).map(({ id }) => id));
    const even = best.filter((id) => Number(id.slice(1)) % 2 === 0);
    expect([first.total, ids]).toEqual([neighbors / 2, even.slice(0, 40)]);
    const none = ["WORKED_AT.in.Person.reported", "WORKED_AT.in.Person.stated"];
    expect((await countNeighbors(engine.database, "hub", { withoutKinds: none })).total).toBe(0);
  });

  it("compares no more stints than it can, and says so", async () => {
    const types = { career: ["WORKED_AT"], education: [] };
    const found = await findOverlaps(engine.database, { ids: ["p65999"], types, answers: [], limit: 20 });
    expect(found.complete).toBe(false);
    expect(found.counts.unknown).toBe(mostStints);
    expect(found.overlaps).toHaveLength(20);
    expect(found.nextCursor).toBe(found.overlaps.at(-1)?.id);
  });

  it("expands page by page, and no further than asked", async () => {
    const ask = (cursor?: string) =>
      expandNode(engine.database, { id: "hub", types: [], labels: ["Person"], direction: "in", limit: 20, cursor });
    const first = await ask();
    expect(first.total).toBe(neighbors);
    expect(first.subgraph.nodes).toHaveLength(21);
    expect(first.subgraph.relationships).toHaveLength(20);
    const second = await ask(first.nextCursor ?? "");
    const ids = [...first.subgraph.nodes, ...second.subgraph.nodes].map(({ id }) => id).filter((id) => id !== "hub");
    expect(new Set(ids).size).toBe(40);
    expect(ids).toEqual(best.slice(0, 40));
  });

  it("is described with its first claims only", async () => {
    const detail = await describeEntity(engine.database, "hub");
    expect(detail.claims).toHaveLength(200);
    expect(detail.more).toBe(true);
  });

  it("is passed by a search for paths", async () => {
    const found = await findPaths(engine.database, { ...anyPath, from: "p3", to: "far" });
    expect(found.paths.map(({ nodes }) => nodes)).toEqual([["p3", "hub", "p65999", "far"]]);
  });

  it("is not read again and again for paths of any length, and it is said how far was looked", async () => {
    const search = { ...anyPath, from: "p3", to: "p4", which: "best" as const, maxLength: 8 };
    const found = await findPaths(engine.database, search);
    expect(found.paths.map(({ nodes }) => nodes)).toEqual([["p3", "hub", "p4"]]);
    const without = await findPaths(engine.database, { ...search, without: ["hub"] });
    expect([without.paths, without.searched]).toEqual([[], 8]);
  });

  it("lies in a subgraph with some of its neighbors", async () => {
    expect((await getSubgraph(engine.database, ["hub", "p1", "p2", "far"])).relationships.map(({ id }) => id)).toEqual([
      "p1.worked-at.hub",
      "p2.worked-at.hub",
    ]);
  });
});
