/** What each query file answers on the small graph, on both engines: a row in full, then ids. */
import { readFileSync } from "node:fs";
import { beforeAll, expect, it } from "vitest";
import { cypherFolder } from "../../server/queries/bind.ts";
import type { Parameters, Row } from "../../server/database/database.ts";
import { describeEachEngine } from "../support/engines.ts";
import { writeGraph } from "./graph.ts";

describeEachEngine("query files", (engine) => {
  beforeAll(() => writeGraph(engine.database));

  const run = (name: string, parameters: Parameters = {}): Promise<Row[]> =>
    engine.database.read(readFileSync(`${cypherFolder}/${name}.cypher`, "utf8"), parameters);
  const ids = async (name: string, parameters: Parameters, column = "id") =>
    (await run(name, parameters)).map((row) => row[column]);
  const always = { first: 0, last: 99_999_999, undated: true };
  const anything = { types: [], labels: [], direction: "both", withoutKinds: [], ...always };

  it("get-node gives one entity without its search key, or nothing", async () => {
    const [row, ...others] = await run("get-node", { id: "moore" });
    expect(others).toEqual([]);
    expect(row).toEqual({
      node: {
        id: "moore",
        labels: expect.toSatisfy((labels: string[]) => labels.toSorted().join() === "Company,Entity"),
        properties: { id: "moore", nameEn: "Moore", nameZhHant: "摩爾", degree: 8 },
      },
    });
    expect(await run("get-node", { id: "plain" })).toEqual([
      { node: { id: "plain", labels: ["Entity"], properties: { id: "plain", degree: 1 } } },
    ]);
    expect(await run("get-node", { id: "nobody" })).toEqual([]);
  });

  it("get-nodes passes over ids that nothing has", async () => {
    expect(await ids("get-nodes", { ids: ["zhang", "nobody", "amd"] })).toEqual(["amd", "zhang"]);
    expect(await run("get-nodes", { ids: [] })).toEqual([]);
  });

  it("find-names tells which patterns each name meets, and ends at the limit", async () => {
    const patterns = ["|moore|", "oor", "|zhang|"];
    const found = await run("find-names", { patterns, nearby: ".*(?:oor|zhang).*", limit: 5 });
    expect(found).toMatchObject([{ id: "moore", degree: 8, met: ["|moore|", "oor"], node: { id: "moore" } }]);
    expect(await run("find-names", { patterns, nearby: ".*(?:zhang).*", limit: 5 })).toEqual([]);
    expect(await run("find-names", { patterns: [], nearby: ".*", limit: 5 })).toEqual([]);
  });

  it("list-claims is in order of time, what has none last, then of ids, and ends at the limit", async () => {
    const rows = await run("list-claims", { id: "moore", limit: 100 });
    expect(rows.map(({ time, id }) => [time, id])).toEqual([
      [20200601, "zhang.founded.moore"],
      [20221231, "zhang.worked-at.moore.adviser"],
      [20251205, "moore.listed-on.exchange"],
      [20251205, "zhang.worked-at.moore"],
      [99999999, "chen.founded.moore"],
      [99999999, "moore.competes-with.nvidia"],
      [99999999, "moore.competes-with.unknown-degree"],
      [99999999, "moore.developed.chip-1"],
      [99999999, "plain.invested-in.moore"],
    ]);
    expect(rows[2]?.["relationship"]).toEqual({
      id: "moore.listed-on.exchange",
      type: "LISTED_ON",
      start: "moore",
      end: "exchange",
      properties: {
        id: "moore.listed-on.exchange",
        citations: ["notes#5-9"],
        start: "2025-12-05",
        startEarliest: 20251205,
      },
    });
    expect(rows[2]?.["neighbor"]).toMatchObject({ id: "exchange" });
    expect(await ids("list-claims", { id: "moore", limit: 2 })).toEqual([
      "zhang.founded.moore",
      "zhang.worked-at.moore.adviser",
    ]);
    expect(await run("list-claims", { id: "alone", limit: 100 })).toEqual([]);
  });

  it("list-claims gives a relationship of an entity with itself once", async () => {
    const all = await ids("list-claims", { id: "chip-1", limit: 100 });
    expect(all.filter((id) => id === "chip-1.benchmarked-against.chip-1")).toHaveLength(1);
  });

  it("list-observations is by measure and time", async () => {
    const rows = await run("list-observations", { id: "moore" });
    expect(rows.map(({ id }) => id)).toEqual([
      "moore.figure.founding",
      "moore.figure.revenue.earlier",
      "moore.figure.revenue.later",
      "moore.figure.revenue.undated",
    ]);
    expect(rows[2]?.["observation"]).toEqual({
      id: "moore.figure.revenue.later",
      entity: "moore",
      properties: {
        id: "moore.figure.revenue.later",
        measure: "revenue",
        value: 3.5,
        startEarliest: 20240101,
        citations: ["notes#3-4"],
      },
    });
    expect(await run("list-observations", { id: "zhang" })).toEqual([]);
  });

  it("list-figures is of each entity by measure and time, and leaves out what is only words", async () => {
    const rows = await run("list-figures", { ids: ["zhang", "nobody", "moore"] });
    expect(rows.map(({ entity, measure, id }) => [entity, measure, id])).toEqual([
      ["moore", "revenue", "moore.figure.revenue.earlier"],
      ["moore", "revenue", "moore.figure.revenue.later"],
      ["moore", "revenue", "moore.figure.revenue.undated"],
    ]);
    expect(rows[1]?.["observation"]).toMatchObject({ entity: "moore", properties: { value: 3.5 } });
    expect(await run("list-figures", { ids: [] })).toEqual([]);
  });

  it("find-common-neighbors gives what at least two share, of most first, then the rarest", async () => {
    const rows = await run("find-common-neighbors", { ids: ["zhang", "zhou", "chen", "alone"], limit: 100 });
    expect(rows.map(({ id, degree, sharedBy }) => [id, degree, sharedBy])).toEqual([
      ["amd", 4, 2],
      ["nvidia", 5, 2],
      ["moore", 8, 2],
    ]);
    expect(rows[1]?.["node"]).toMatchObject({ id: "nvidia", properties: { nameEn: "NVIDIA" } });
    const ties = rows[2]?.["ties"];
    expect(Array.isArray(ties) && ties.map(({ relationship }: Row) => relationship).toSorted()).toEqual([
      "chen.founded.moore",
      "zhang.founded.moore",
      "zhang.worked-at.moore",
      "zhang.worked-at.moore.adviser",
    ]);
    expect(ties).toContainEqual({
      of: "chen",
      type: "FOUNDED",
      direction: "out",
      relationship: "chen.founded.moore",
    });
    expect(await ids("find-common-neighbors", { ids: ["zhang", "zhou", "chen"], limit: 1 })).toEqual(["amd"]);
  });

  it("find-common-neighbors counts one of those compared where two others share it, and no one's tie to itself", async () => {
    const rows = await run("find-common-neighbors", { ids: ["moore", "nvidia", "amd", "chip-1"], limit: 100 });
    expect(rows.map(({ id, sharedBy }) => [id, sharedBy])).toEqual([
      ["chen", 2],
      ["zhou", 2],
      ["nvidia", 2],
      ["zhang", 2],
      ["moore", 2],
    ]);
    expect(await run("find-common-neighbors", { ids: ["alone", "school"], limit: 100 })).toEqual([]);
    expect(await run("find-common-neighbors", { ids: ["nobody"], limit: 100 })).toEqual([]);
  });

  it("count-entity-citing-… counts each claim of an entity once in each document", async () => {
    const entities = { ids: ["chen", "moore", "alone", "nobody"] };
    expect(await run("count-entity-citing-relationships", entities)).toEqual([
      { document: "notes", id: "chen", claims: 2 },
      { document: "notes", id: "moore", claims: 8 },
      { document: "other", id: "chen", claims: 1 },
      { document: "other", id: "moore", claims: 1 },
    ]);
    expect(await run("count-entity-citing-observations", entities)).toEqual([
      { document: "notes", id: "moore", claims: 3 },
      { document: "other", id: "moore", claims: 1 },
    ]);
  });

  it("get-relationships finds them by their ids at the entities that they start at", async () => {
    const starts = [
      { id: "zhang", relationships: ["zhang.founded.moore", "zhang.recruited.zhou", "chen.founded.moore", "nothing"] },
      { id: "moore", relationships: ["zhang.founded.moore"] },
      { id: "nobody", relationships: ["zhang.founded.moore"] },
      { id: "chip-1", relationships: ["chip-1.benchmarked-against.chip-1"] },
    ];
    expect(await run("get-relationships", { starts })).toMatchObject([
      { relationship: { type: "BENCHMARKED_AGAINST", start: "chip-1", end: "chip-1" } },
      { relationship: { type: "FOUNDED", start: "zhang", end: "moore" } },
      { relationship: { type: "RECRUITED", start: "zhang", end: "zhou" } },
    ]);
    expect(await run("get-relationships", { starts: [] })).toEqual([]);
  });

  it("get-rival-relationships and get-observations find claims by their ids", async () => {
    const rows = await run("get-rival-relationships", {
      rivals: [
        { id: "chen.founded.moore", start: "chen" },
        { id: "moore.figure.founding", start: "moore" },
      ],
    });
    expect(rows).toEqual([
      {
        id: "chen.founded.moore",
        relationship: expect.objectContaining({ type: "FOUNDED", start: "chen", end: "moore" }),
        startNode: expect.objectContaining({ id: "chen" }),
        endNode: expect.objectContaining({ id: "moore" }),
      },
    ]);
    expect(await ids("get-observations", { ids: ["chen.founded.moore", "moore.figure.founding"] })).toEqual([
      "moore.figure.founding",
    ]);
    expect(await run("get-observations", { ids: [] })).toEqual([]);
  });

  it("expand-node begins with the best connected; a missing degree counts as none", async () => {
    const rows = await run("expand-node", { id: "moore", ...anything, afterDegree: 0, afterId: null, limit: 100 });
    expect(rows.map(({ degree, id }) => [degree, id])).toEqual([
      [6, "zhang"],
      [5, "chip-1"],
      [5, "nvidia"],
      [2, "chen"],
      [1, "exchange"],
      [1, "plain"],
      [0, "unknown-degree"],
    ]);
    expect(rows[3]?.["node"]).toMatchObject({ id: "chen", properties: { nameEn: "Chen" } });
  });

  it("expand-node goes on after a neighbor, among those of one degree too", async () => {
    const page = (afterDegree: number, afterId: string) =>
      ids("expand-node", { id: "moore", ...anything, afterDegree, afterId, limit: 2 });
    expect(await page(6, "zhang")).toEqual(["chip-1", "nvidia"]);
    expect(await page(5, "chip-1")).toEqual(["nvidia", "chen"]);
    expect(await page(1, "exchange")).toEqual(["plain", "unknown-degree"]);
    expect(await page(0, "unknown-degree")).toEqual([]);
  });

  const filters: [string, Parameters, string[]][] = [
    ["types", { types: ["FOUNDED", "DEVELOPED"] }, ["zhang", "chip-1", "chen"]],
    ["out", { direction: "out" }, ["chip-1", "nvidia", "exchange", "unknown-degree"]],
    ["in", { direction: "in" }, ["zhang", "chen", "plain"]],
    ["labels", { labels: ["Person", "Chip"] }, ["zhang", "chip-1", "chen"]],
    [
      "all of them",
      { types: ["COMPETES_WITH", "WORKED_AT"], direction: "out", labels: ["Company"] },
      ["nvidia", "unknown-degree"],
    ],
    ["what there is not", { labels: ["Planet"] }, []],
    [
      "kinds left out, where nothing else joins a neighbor",
      { withoutKinds: ["FOUNDED.in.Person.stated", "DEVELOPED.out.Chip.stated"] },
      ["zhang", "nvidia", "exchange", "plain", "unknown-degree"],
    ],
    [
      "kinds of another certainty or direction, which leave all",
      { withoutKinds: ["FOUNDED.in.Person.reported", "COMPETES_WITH.in.Company.stated"] },
      ["zhang", "chip-1", "nvidia", "chen", "exchange", "plain", "unknown-degree"],
    ],
    [
      "the kind of a bare entity, which those with a label are not of",
      { withoutKinds: ["INVESTED_IN.in.Entity.stated", "LISTED_ON.out.Entity.stated"] },
      ["zhang", "chip-1", "nvidia", "chen", "exchange", "unknown-degree"],
    ],
  ];
  it.each(filters)("expand-node and count-expansion filter by %s alike", async (_, filter, expected) => {
    const parameters = { id: "moore", ...anything, ...filter };
    expect(await ids("expand-node", { ...parameters, afterDegree: 0, afterId: null, limit: 100 })).toEqual(expected);
    expect(await run("count-expansion", parameters)).toEqual([{ total: expected.length }]);
  });

  const times: [string, Parameters, string[]][] = [
    ["before all that has a start", { first: 19990101, last: 19991231, undated: false }, ["zhang"]],
    [
      "in a year, undated claims too",
      { first: 20200101, last: 20201231 },
      ["zhang", "chip-1", "nvidia", "chen", "plain", "unknown-degree"],
    ],
    [
      "in a year before something can have begun",
      { first: 20190101, last: 20191231 },
      ["zhang", "nvidia", "chen", "plain", "unknown-degree"],
    ],
    ["in a year, dated claims alone", { first: 20200101, last: 20201231, undated: false }, ["zhang"]],
    ["on the day of a listing", { first: 20251205, last: 20251205, undated: false }, ["zhang", "exchange"]],
    ["on the day before it", { first: 20251204, last: 20251204, undated: false }, ["zhang"]],
  ];
  it.each(times)("expand-node, count-expansion and count-neighbors look %s alike", async (_, time, expected) => {
    const parameters = { id: "moore", ...anything, ...time };
    expect(await ids("expand-node", { ...parameters, afterDegree: 0, afterId: null, limit: 100 })).toEqual(expected);
    expect(await run("count-expansion", parameters)).toEqual([{ total: expected.length }]);
    const counts = await run("count-neighbors", { id: "moore", ...always, ...time });
    const relationships = await run("expand-node", { ...parameters, afterDegree: 0, afterId: null, limit: 100 });
    expect(counts.reduce((sum, row) => sum + Number(row["relationships"]), 0)).toBe(
      relationships.flatMap((row) => row["relationships"] as unknown[]).length,
    );
  });

  it("expand-node never gives the entity itself, and nothing for one that is not there", async () => {
    const all = { ...anything, afterDegree: 0, afterId: null, limit: 100 };
    expect(await ids("expand-node", { id: "chip-1", ...all })).toEqual(["moore", "chip-2", "arch"]);
    expect(await run("expand-node", { id: "nobody", ...all })).toEqual([]);
    expect(await run("count-expansion", { id: "nobody", ...anything })).toEqual([{ total: 0 }]);
  });

  it("expand-node gives each neighbor with those of its relationships that pass the filters", async () => {
    const claims = async (more: Parameters) => {
      const parameters = { id: "moore", ...anything, afterDegree: 0, afterId: null, limit: 3, ...more };
      return (await run("expand-node", parameters)).map((row) =>
        (row["relationships"] as { id: string }[]).map(({ id }) => id).sort(),
      );
    };
    expect(await claims({})).toEqual([
      ["zhang.founded.moore", "zhang.worked-at.moore", "zhang.worked-at.moore.adviser"],
      ["moore.developed.chip-1"],
      ["moore.competes-with.nvidia"],
    ]);
    expect(await claims({ types: ["WORKED_AT"] })).toEqual([
      ["zhang.worked-at.moore", "zhang.worked-at.moore.adviser"],
    ]);
    expect(await claims({ direction: "out", labels: ["Company"], limit: 1 })).toEqual([["moore.competes-with.nvidia"]]);
    const [row] = await run("expand-node", {
      id: "exchange",
      ...anything,
      afterDegree: 0,
      afterId: null,
      limit: 1,
    });
    expect(row?.["relationships"]).toEqual([
      {
        id: "moore.listed-on.exchange",
        type: "LISTED_ON",
        start: "moore",
        end: "exchange",
        properties: {
          id: "moore.listed-on.exchange",
          citations: ["notes#5-9"],
          start: "2025-12-05",
          startEarliest: 20251205,
        },
      },
    ]);
  });

  it("count-neighbors counts neighbors once and relationships each, and a bare entity as such", async () => {
    expect(await run("count-neighbors", { id: "moore", ...always })).toEqual([
      {
        type: "COMPETES_WITH",
        direction: "out",
        label: "Company",
        certainty: "stated",
        neighbors: 2,
        relationships: 2,
      },
      { type: "FOUNDED", direction: "in", label: "Person", certainty: "stated", neighbors: 2, relationships: 2 },
      { type: "DEVELOPED", direction: "out", label: "Chip", certainty: "stated", neighbors: 1, relationships: 1 },
      { type: "INVESTED_IN", direction: "in", label: "Entity", certainty: "stated", neighbors: 1, relationships: 1 },
      { type: "LISTED_ON", direction: "out", label: "Exchange", certainty: "stated", neighbors: 1, relationships: 1 },
      { type: "WORKED_AT", direction: "in", label: "Person", certainty: "stated", neighbors: 1, relationships: 2 },
    ]);
    expect(await run("count-neighbors", { id: "alone", ...always })).toEqual([]);
  });

  it("count-neighbors tells certainties apart, and expand-node leaves them out one by one", async () => {
    expect(await run("count-neighbors", { id: "zhou", ...always })).toEqual([
      { type: "WORKED_AT", direction: "out", label: "Company", certainty: "stated", neighbors: 2, relationships: 2 },
      { type: "RECRUITED", direction: "in", label: "Person", certainty: "reported", neighbors: 1, relationships: 1 },
    ]);
    const page = { id: "zhou", ...anything, afterDegree: 0, afterId: null, limit: 9 };
    expect(await ids("expand-node", page)).toEqual(["zhang", "nvidia", "amd"]);
    expect(await ids("expand-node", { ...page, withoutKinds: ["RECRUITED.in.Person.reported"] })).toEqual([
      "nvidia",
      "amd",
    ]);
  });

  it("get-subgraph gives every relationship among the entities, those with themselves too", async () => {
    expect(await ids("get-subgraph", { ids: ["zhang", "moore", "school", "nobody"], toAny: false })).toEqual([
      "zhang.founded.moore",
      "zhang.studied-at.school",
      "zhang.worked-at.moore",
      "zhang.worked-at.moore.adviser",
    ]);
    const itself = ["chip-1.benchmarked-against.chip-1"];
    expect(await ids("get-subgraph", { ids: ["chip-1"], toAny: false })).toEqual(itself);
    expect(await ids("get-subgraph", { ids: [], toAny: false })).toEqual([]);
    expect(await ids("get-subgraph", { ids: [], toAny: true })).toEqual([]);
    expect(await ids("get-subgraph", { ids: ["moore"], toAny: false })).toEqual([]);
    expect(await ids("get-subgraph", { ids: ["moore"], toAny: true })).toEqual([
      "moore.competes-with.nvidia",
      "moore.competes-with.unknown-degree",
      "moore.developed.chip-1",
      "moore.listed-on.exchange",
    ]);
  });

  const anyStep = {
    ends: [],
    types: [],
    withoutTypes: [],
    labels: [],
    withoutLabels: [],
    certainties: [],
    without: [],
  };
  const step = async (from: string[], more: Parameters = {}) =>
    (await run("step-outward", { ...anyStep, ids: from, ...more }))
      .map((row) => `${String(row["origin"])} ${String(row["reached"])} ${String(row["degree"])}`)
      .sort();

  it("step-outward reaches each neighbor once, by the types asked for", async () => {
    expect(await step(["zhang", "alone"])).toEqual([
      "zhang moore 8",
      "zhang nvidia 5",
      "zhang school 1",
      "zhang zhou 3",
    ]);
    expect(await step(["moore"], { types: ["COMPETES_WITH"] })).toEqual(["moore nvidia 5", "moore unknown-degree 0"]);
    expect(await step([])).toEqual([]);
  });

  it("step-outward keeps away from what is not to be passed, but for the ends", async () => {
    expect(await step(["zhang"], { withoutTypes: ["WORKED_AT", "FOUNDED"] })).toEqual([
      "zhang school 1",
      "zhang zhou 3",
    ]);
    expect(await step(["zhang"], { labels: ["Person"] })).toEqual(["zhang zhou 3"]);
    expect(await step(["zhang"], { labels: ["Person"], ends: ["moore"] })).toEqual(["zhang moore 8", "zhang zhou 3"]);
    expect(await step(["zhang"], { withoutLabels: ["Company"], ends: ["moore"] })).toEqual([
      "zhang moore 8",
      "zhang school 1",
      "zhang zhou 3",
    ]);
    expect(await step(["zhang"], { without: ["moore", "zhou"] })).toEqual(["zhang nvidia 5", "zhang school 1"]);
    expect(await step(["zhang"], { certainties: ["reported"] })).toEqual(["zhang zhou 3"]);
    expect(await step(["plain"], { certainties: ["stated"] })).toEqual(["plain moore 8"]);
  });

  it("list-steps gives all that lies between the two of a pair, either way, and nothing else", async () => {
    const pairs = [
      { near: "zhang", far: "moore" },
      { near: "nvidia", far: "zhang" },
      { near: "chip-1", far: "chip-1" },
      { near: "nobody", far: "zhang" },
    ];
    const rows = await run("list-steps", { pairs });
    expect(rows.map(({ id }) => id)).toEqual([
      "chip-1.benchmarked-against.chip-1",
      "zhang.founded.moore",
      "zhang.worked-at.moore",
      "zhang.worked-at.moore.adviser",
      "zhang.worked-at.nvidia",
    ]);
    expect(rows[4]?.["relationship"]).toMatchObject({ type: "WORKED_AT", start: "zhang", end: "nvidia" });
    expect(await run("list-steps", { pairs: [] })).toEqual([]);
  });

  it("list-documents, and how many claims cite each, a claim with two citations once", async () => {
    expect(await ids("list-documents", {})).toEqual(["notes"]);
    expect(await run("count-citing-relationships")).toEqual([
      { document: "notes", claims: 19 },
      { document: "notes-2", claims: 1 },
      { document: "other", claims: 2 },
    ]);
    expect(await run("count-citing-observations")).toEqual([
      { document: "notes", claims: 3 },
      { document: "other", claims: 1 },
    ]);
  });

  it("list-document-relationships and -observations do not mistake one document for another", async () => {
    expect(await ids("list-document-relationships", { prefix: "notes-2#" })).toEqual(["zhang.recruited.zhou"]);
    expect(await ids("list-document-relationships", { prefix: "other#" })).toEqual([
      "chen.founded.moore",
      "zhang.worked-at.nvidia",
    ]);
    expect(await ids("list-document-relationships", { prefix: "note#" })).toEqual([]);
    expect(await ids("list-document-observations", { prefix: "notes#" })).toEqual([
      "moore.figure.revenue.earlier",
      "moore.figure.revenue.later",
      "moore.figure.revenue.undated",
    ]);
    expect(await ids("list-document-observations", { prefix: "nothing#" })).toEqual([]);
  });

  it("count-labels, count-types and count-observations leave nothing out and no figure in", async () => {
    expect(await run("count-labels")).toEqual([
      { label: "Architecture", nodes: 1 },
      { label: "Chip", nodes: 2 },
      { label: "Company", nodes: 5 },
      { label: "Document", nodes: 1 },
      { label: "Entity", nodes: 16 },
      { label: "Exchange", nodes: 1 },
      { label: "Person", nodes: 4 },
      { label: "School", nodes: 1 },
    ]);
    const types = await run("count-types");
    expect(types).toContainEqual({ type: "WORKED_AT", relationships: 6 });
    expect(types.map(({ type }) => type)).not.toContain("OF");
    expect(await run("count-observations")).toEqual([{ observations: 4 }]);
  });

  it("count-names, count-lines, list-names and list-lines leave documents out, and what stands alone in", async () => {
    expect(await run("count-names")).toEqual([{ names: 15 }]);
    expect(await run("count-lines")).toEqual([{ lines: 21 }]);
    const names = await ids("list-names", {});
    expect(names).toHaveLength(15);
    expect(names).toEqual(expect.arrayContaining(["alone", "plain", "zhang"]));
    expect(names).not.toContain("notes");
    const lines = await run("list-lines");
    expect(lines).toHaveLength(21);
    expect(lines).toContainEqual({ id: "chen.founded.moore", type: "FOUNDED", start: "chen", end: "moore" });
  });

  it("find-dated has one row where any relationship has a date", async () => {
    expect(await run("find-dated")).toEqual([{ dated: true }]);
  });

  it("list-backgrounds names each place of a person once", async () => {
    expect(await run("list-backgrounds", { people: ["zhang", "alone"], types: ["WORKED_AT", "STUDIED_AT"] })).toEqual([
      { person: "zhang", other: "moore", degree: 8 },
      { person: "zhang", other: "nvidia", degree: 5 },
      { person: "zhang", other: "school", degree: 1 },
    ]);
    expect(await run("list-backgrounds", { people: [], types: ["WORKED_AT"] })).toEqual([]);
  });

  it("list-careers gives each stint of each person once, in order of time", async () => {
    const types = ["WORKED_AT", "STUDIED_AT"];
    const rows = await run("list-careers", { ids: ["zhang", "alone", "nobody"], types, limit: 10 });
    expect(rows.map(({ time, id, person, organization }) => [time, id, person, organization])).toEqual([
      [20060101, "zhang.worked-at.nvidia", "zhang", "nvidia"],
      [20221231, "zhang.worked-at.moore.adviser", "zhang", "moore"],
      [20251205, "zhang.worked-at.moore", "zhang", "moore"],
      [99999999, "zhang.studied-at.school", "zhang", "school"],
    ]);
    expect(rows[2]?.["relationship"]).toMatchObject({ type: "WORKED_AT", start: "zhang", end: "moore" });
    expect(await ids("list-careers", { ids: ["zhang"], types, limit: 1 })).toEqual(["zhang.worked-at.nvidia"]);
    expect(await run("list-careers", { ids: ["zhang"], types: [], limit: 10 })).toEqual([]);
    expect(await run("list-careers", { ids: [], types, limit: 10 })).toEqual([]);
  });

  it("list-colleagues gives the times of all others there, null where they are not known", async () => {
    const types = ["WORKED_AT"];
    const rows = await run("list-colleagues", { person: "chen", organizations: ["nvidia", "moore"], types, limit: 10 });
    const unknown = { startEarliest: null, startLatest: null, endEarliest: null, endLatest: null, ongoing: false };
    const zhang = { person: "zhang", type: "WORKED_AT", organization: "moore" };
    expect(rows).toEqual([
      { ...unknown, ...zhang, id: "zhang.worked-at.moore", endEarliest: 20251205, ongoing: true },
      { ...unknown, ...zhang, id: "zhang.worked-at.moore.adviser", endLatest: 20221231 },
      {
        ...zhang,
        organization: "nvidia",
        id: "zhang.worked-at.nvidia",
        startEarliest: 20060101,
        startLatest: 20061231,
        endEarliest: 20200101,
        endLatest: 20201231,
        ongoing: false,
      },
      { ...unknown, organization: "nvidia", person: "zhou", id: "zhou.worked-at.nvidia", type: "WORKED_AT" },
    ]);
    const asked = { person: "zhang", organizations: ["nvidia"], types };
    expect(await ids("list-colleagues", { ...asked, limit: 10 })).toEqual(["zhou.worked-at.nvidia"]);
    expect(await run("list-colleagues", { ...asked, organizations: [], limit: 10 })).toEqual([]);
  });

  it("list-ties leaves out what is drawn already", async () => {
    expect(
      await run("list-ties", {
        destinations: ["moore", "metax"],
        types: ["DEVELOPED", "COMPETES_WITH", "INVESTED_IN"],
        drawn: ["nvidia"],
      }),
    ).toEqual([
      { destination: "moore", tie: "chip-1", degree: 5 },
      { destination: "moore", tie: "plain", degree: 1 },
      { destination: "moore", tie: "unknown-degree", degree: 0 },
    ]);
  });
});
