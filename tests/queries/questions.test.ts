/** What each question's query answers on the small graph, on both engines. */
import { beforeAll, expect, it } from "vitest";
import type { Role } from "../../schema/vocabulary.ts";
import type { Row } from "../../server/database/database.ts";
import { parametersOf } from "../../server/queries/bind.ts";
import { readQuestions } from "../../server/questions/index.ts";
import { anyTime } from "../../server/questions/period.ts";
import { fillSlots, typesOf } from "../../server/questions/roles.ts";
import { describeEachEngine } from "../support/engines.ts";
import { careers, writeGraph } from "./graph.ts";

type Blanks = Record<string, string | string[] | null>;

/** What a query is given for blanks that are left open. */
const open: Blanks = {
  makes: null,
  groups: [],
  entities: [],
  people: [],
  investors: [],
  companies: [],
  exchanges: [],
  stages: [],
  leadingWords: ["chief"],
  contributionTypes: ["DEVELOPED"],
  tradeTypes: ["COMPETES_WITH"],
  restrictionTypes: ["BENCHMARKED_AGAINST"],
  recommendationTypes: ["INVESTED_IN"],
  eventTypes: ["LISTED_ON"],
  placeTypes: ["STUDIED_AT"],
};

/** Of one type two start at Moore, and one at NVIDIA. */
const rivalry = ["COMPETES_WITH"];
const twoRivals = ["moore.competes-with.nvidia", "moore.competes-with.unknown-degree"];

/** Questions with their blanks, and the claims or entities that answer, in any order. */
const golden: [question: string, blanks: Blanks, ids: string[]][] = [
  ["left-to-lead", { companies: ["nvidia"] }, ["zhang.founded.moore"]],
  ["left-to-lead", { companies: ["nvidia"], makes: "Chip" }, ["zhang.founded.moore"]],
  ["left-to-lead", { companies: ["nvidia"], makes: "Architecture" }, []],
  ["left-to-lead", { companies: ["amd"], groups: ["alone"] }, []],
  ["left-to-lead", { companies: ["moore"] }, []],
  ["founded-by-alumni-of", { companies: ["amd"] }, ["chen.founded.metax", "chen.founded.moore"]],
  ["founded-by-alumni-of", { companies: ["metax"] }, []],
  ["founders-from-each", { companies: ["nvidia"] }, ["zhang.founded.moore"]],
  ["founders-from-each", { companies: ["nvidia", "metax"] }, []],
  ["founders-from-each", { companies: ["nvidia", "moore"] }, []],
  [
    "worked-at-both",
    { companies: ["nvidia", "moore"] },
    ["zhang.founded.moore", "zhang.worked-at.moore", "zhang.worked-at.moore.adviser", "zhang.worked-at.nvidia"],
  ],
  ["worked-at-both", { companies: ["nvidia", "metax"] }, []],
  [
    "people-of",
    { organizations: ["moore"] },
    ["chen.founded.moore", "zhang.founded.moore", "zhang.worked-at.moore", "zhang.worked-at.moore.adviser"],
  ],
  ["people-of", { organizations: ["school"] }, []],
  ["founders-of", { organizations: ["moore"] }, ["chen.founded.moore", "zhang.founded.moore"]],
  ["founders-of", { organizations: ["nvidia"] }, []],
  ["leaders-of", { organizations: ["moore", "nvidia"] }, []],
  ["studied-at", { schools: ["school"] }, ["zhang.studied-at.school"]],
  ["studied-at", { schools: ["moore"] }, []],
  ["worked-on", { things: ["chip-1"] }, ["moore.developed.chip-1"]],
  ["partners-of", { companies: ["amd"] }, ["nvidia.competes-with.amd"]],
  ["partners-of", { companies: ["metax"] }, []],
  ["belongs-to", { entities: ["arch"], membershipTypes: ["BASED_ON"] }, ["chip-1.based-on.arch"]],
  ["belongs-to", { entities: ["arch"] }, []],
  ["located-in", { places: ["school"] }, ["zhang.studied-at.school"]],
  ["at-event", { events: ["exchange"] }, ["moore.listed-on.exchange"]],
  ["between", { entities: ["moore", "nvidia", "zhou"] }, ["moore.competes-with.nvidia", "zhou.worked-at.nvidia"]],
  ["between", { entities: ["moore", "school"] }, []],
  ["restrictions", {}, ["chip-1.benchmarked-against.chip-1", "chip-1.benchmarked-against.chip-2"]],
  ["restrictions", { entities: ["chip-2"] }, ["chip-1.benchmarked-against.chip-2"]],
  ["recommendations", { entities: ["moore"] }, ["plain.invested-in.moore"]],
  ["recommendations", { entities: ["amd"] }, []],
  ["recruited-by", { people: ["zhou"] }, ["zhang.recruited.zhou"]],
  ["recruited-by", { people: ["chen"] }, []],
  ["investments", { companies: ["moore"], investors: ["plain"] }, ["plain.invested-in.moore"]],
  ["investments", { companies: ["amd"] }, []],
  ["shared-investors", { moneyTypes: rivalry }, twoRivals],
  ["shared-investors", { moneyTypes: rivalry, companies: ["nvidia", "unknown-degree"] }, twoRivals],
  ["shared-investors", { moneyTypes: rivalry, companies: ["nvidia", "amd"] }, []],
  ["shared-investors", {}, []],
  ["listings", { companies: ["moore"], exchanges: ["exchange"] }, ["moore.listed-on.exchange"]],
  ["listings", { stages: ["filed"] }, []],
  ["listings", { exchanges: ["arch"] }, []],
  ["makers-of", { kind: "Chip" }, ["moore.developed.chip-1"]],
  ["makers-of", { kind: "Architecture" }, []],
  ["lineage-of", { thing: "arch" }, ["chip-1.based-on.arch"]],
  ["lineage-of", { thing: "chip-1" }, ["chip-1.based-on.arch", "chip-1.succeeded.chip-2", "moore.developed.chip-1"]],
  ["lineage-of", { thing: "alone" }, []],
  [
    "figures-of",
    { entities: ["moore"] },
    [
      "moore.figure.founding",
      "moore.figure.revenue.earlier",
      "moore.figure.revenue.later",
      "moore.figure.revenue.undated",
    ],
  ],
  ["figures-of", { entities: ["amd"] }, []],
  ["figures-by-measure", { measure: "founding" }, ["moore.figure.founding"]],
  ["figures-by-measure", { measure: "founding", entities: ["amd"] }, []],
  ["claims-of", { document: "notes-2" }, ["zhang.recruited.zhou"]],
  ["claims-of", { document: "note" }, []],
  ["claims-by-certainty", { certainty: ["reported"] }, ["zhang.recruited.zhou"]],
  ["claims-by-certainty", { certainty: ["reported"], entities: ["amd"] }, []],
  [
    "to-be-checked",
    {},
    [
      "chen.founded.metax",
      "chen.founded.moore",
      "chen.worked-at.amd",
      "plain.invested-in.moore",
      "zhang.recruited.zhou",
      "zhang.studied-at.school",
      "zhang.worked-at.moore",
      "zhang.worked-at.moore.adviser",
      "zhou.worked-at.amd",
      "zhou.worked-at.nvidia",
    ],
  ],
  ["to-be-checked", { entities: ["amd"] }, ["chen.worked-at.amd", "zhou.worked-at.amd"]],
  ["to-be-checked", { entities: ["alone"] }, []],
  ["disagreements", { entities: ["chen"] }, ["chen.founded.moore"]],
  ["said-by", { speakers: ["zhang"] }, []],
  ["known-of", { entities: ["exchange"] }, ["moore.listed-on.exchange"]],
  ["known-of", { entities: ["alone"] }, []],
  ["happened-in", {}, ["moore.listed-on.exchange", "zhang.founded.moore", "zhang.worked-at.nvidia"]],
  [
    "around",
    { entity: "amd" },
    ["chen.worked-at.amd", "nvidia.competes-with.amd", "zhou.worked-at.amd", "zhou.worked-at.nvidia"],
  ],
  ["around", { entity: "alone" }, []],
  ["all-of", { kind: "School" }, ["school"]],
  ["all-of", { kind: "Place" }, []],
];

describeEachEngine("questions", (engine) => {
  beforeAll(() => writeGraph(engine.database));

  async function ask(id: string, blanks: Blanks = {}): Promise<Row[]> {
    const cypher = (await readQuestions()).get(id)?.cypher ?? "";
    const used = parametersOf(cypher);
    const all: Blanks = { ...careers, ...open, ...blanks };
    const parameters = Object.fromEntries(
      Object.entries({ ...all, ...anyTime }).filter(([name]) => used.includes(name)),
    );
    const types = (role: Role) => [all[typesOf(role)] ?? []].flat();
    return engine.database.read(fillSlots(cypher, types), parameters);
  }
  const asked = async (id: string, blanks?: Blanks) => (await ask(id, blanks)).map((row) => row["id"]);

  it("alumni-of: who had a job there, and founded or has a job now elsewhere", async () => {
    expect(await ask("alumni-of", { companies: ["nvidia", "amd"] })).toEqual([
      { origin: "amd", person: "chen", destination: "metax", founded: true },
      { origin: "amd", person: "chen", destination: "moore", founded: true },
      { origin: "nvidia", person: "zhang", destination: "moore", founded: true },
    ]);
  });

  it("alumni-of: a job now counts, a job once does not, and the companies asked about are no destinations", async () => {
    expect(await ask("alumni-of", { companies: ["nvidia"] })).toEqual([
      { origin: "nvidia", person: "zhang", destination: "moore", founded: true },
      { origin: "nvidia", person: "zhou", destination: "amd", founded: false },
    ]);
    expect(await ask("alumni-of", { companies: ["amd"] })).toEqual([
      { origin: "amd", person: "chen", destination: "metax", founded: true },
      { origin: "amd", person: "chen", destination: "moore", founded: true },
    ]);
    expect(await ask("alumni-of", { companies: ["metax"] })).toEqual([]);
  });

  const [founded, advised, rival] = [
    "zhang.founded.moore",
    "zhang.worked-at.moore.adviser",
    "moore.competes-with.nvidia",
  ];
  const part = [
    { id: "nvidia", from: [], to: [rival] },
    { id: "moore", from: ["zhang.worked-at.nvidia"], to: [advised] },
    { id: "zhang", from: [founded], to: [] },
    { id: "nobody", from: [founded], to: [founded] },
  ];
  async function drawnBy(id: string, blanks: Record<string, typeof part>) {
    const rows = await ask(id, blanks as never);
    const idsOf = (name: string) =>
      rows.flatMap((row) => (row[name] === null ? [] : [(row[name] as { id: string }).id]));
    return { nodes: idsOf("node"), relationships: idsOf("relationship").sort() };
  }

  it("everything: all but documents, or the names of a core with its relationships", async () => {
    const all = await drawnBy("everything", { core: [] });
    expect([all.nodes.length, all.relationships.length]).toEqual([15, 21]);
    expect(await drawnBy("everything", { core: part })).toEqual({
      nodes: ["moore", "zhang", "nvidia"],
      relationships: [rival, founded, advised],
    });
  });

  it("best-connected: the names of a backbone with its relationships, the best connected first", async () => {
    expect(await drawnBy("best-connected", { backbone: part })).toEqual({
      nodes: ["moore", "zhang", "nvidia"],
      relationships: [rival, founded, advised],
    });
    expect(await drawnBy("best-connected", { backbone: [] })).toEqual({ nodes: [], relationships: [] });
  });

  it("career-of: in order of time, and from the other end too", async () => {
    const rows = await ask("career-of", { person: "zhang" });
    expect(rows.map(({ id }) => id)).toEqual([
      "zhang.worked-at.nvidia",
      "zhang.founded.moore",
      "zhang.worked-at.moore",
      "zhang.recruited.zhou",
      "zhang.studied-at.school",
      "zhang.worked-at.moore.adviser",
    ]);
    expect(rows[0]).toMatchObject({
      relationship: { type: "WORKED_AT", start: "zhang", end: "nvidia" },
      startNode: { id: "zhang" },
      endNode: { id: "nvidia" },
    });
    expect(await asked("career-of", { person: "zhou" })).toContain("zhang.recruited.zhou");
    expect(await asked("career-of", { person: "alone" })).toEqual([]);
  });

  it("made-by: what it made and what that builds on, each once", async () => {
    expect((await asked("made-by", { company: "moore" })).sort()).toEqual([
      "chip-1.based-on.arch",
      "chip-1.succeeded.chip-2",
      "moore.developed.chip-1",
    ]);
    expect(await asked("made-by", { company: "metax" })).toEqual([]);
  });

  it("rivals-of: the company's rivals, and what its products are compared with", async () => {
    expect((await asked("rivals-of", { company: "moore" })).sort()).toEqual([
      "chip-1.benchmarked-against.chip-1",
      "chip-1.benchmarked-against.chip-2",
      "moore.competes-with.nvidia",
      "moore.competes-with.unknown-degree",
      "moore.developed.chip-1",
    ]);
    expect((await asked("rivals-of", { company: "amd" })).sort()).toEqual(["nvidia.competes-with.amd"]);
  });

  it("to-be-checked: a relationship and a figure that cite nothing, or cite an empty list", async () => {
    await engine.database.write((transaction) =>
      transaction.run(
        `MATCH (a:Entity {id: 'alone'}) MATCH (b:Entity {id: 'arch'})
         CREATE (a)-[:DEVELOPED {id: 'alone.developed.arch', citations: []}]->(b)
         CREATE (:Observation {id: 'alone.figure.size'})-[:OF {id: 'alone.figure.size.of'}]->(a)`,
      ),
    );
    const found = await asked("to-be-checked", { entities: ["alone"] });
    const inAll = await asked("to-be-checked");
    await engine.database.write(async (transaction) => {
      await transaction.run("MATCH (:Entity {id: 'alone'})-[r:DEVELOPED]->(:Entity) DELETE r");
      await transaction.run("MATCH (o:Observation {id: 'alone.figure.size'}) DETACH DELETE o");
    });
    expect(found.sort()).toEqual(["alone.developed.arch", "alone.figure.size"]);
    expect(inAll).toEqual(expect.arrayContaining(found));
  });

  it("listings, recruited-by and investments go by the role of a type", async () => {
    expect(await asked("listings")).toEqual(["moore.listed-on.exchange"]);
    expect(await asked("recruited-by")).toEqual(["zhang.recruited.zhou"]);
    expect(await asked("investments")).toEqual(["plain.invested-in.moore"]);
  });

  it("disagreements: rival relationships with their ends, and rival figures as their entity alone", async () => {
    const rows = await ask("disagreements");
    expect(rows.map(({ id }) => id).sort()).toEqual([
      "chen.founded.moore",
      "moore.figure.founding",
      "zhang.founded.moore",
    ]);
    expect(rows.find(({ id }) => id === "moore.figure.founding")).toMatchObject({
      type: null,
      startId: "moore",
      endId: null,
    });
  });

  it.each(golden)("%s of %j", async (question, blanks, ids) => {
    expect((await asked(question, blanks)).sort()).toEqual(ids.toSorted());
  });

  it("members-of: once for each document that names the member, with what that document says", async () => {
    const rows = await ask("members-of", { groups: ["exchange"], membershipTypes: ["LISTED_ON"] });
    expect(rows).toMatchObject([
      {
        source: "notes",
        id: "moore.listed-on.exchange",
        group: { id: "exchange" },
        document: { id: "notes" },
        member: { id: "moore" },
        citations: ["notes#5-9"],
      },
    ]);
    expect(await ask("members-of", { groups: ["amd"] })).toEqual([]);
  });

  it("left-to-lead: gives the posts that were left beside what came after", async () => {
    const [row, ...others] = await ask("left-to-lead", { companies: ["nvidia"] });
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      person: { id: "zhang" },
      former: { id: "nvidia" },
      jobs: [{ id: "zhang.worked-at.nvidia" }],
      other: { id: "moore" },
    });
  });
});
