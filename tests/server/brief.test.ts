/** Questions whose rows name claims by their ids: all are counted, and no more fetched than can be read; on both engines. */
import { beforeAll, expect, it } from "vitest";
import { askQuestion, readQuestions } from "../../server/questions/index.ts";
import { fillSlots, slotsIn } from "../../server/questions/roles.ts";
import type { Asked } from "../../server/questions/asked.ts";
import { loadSeeds } from "../../server/seed/index.ts";
import { generateDataset } from "../bench/graph.ts";
import { describeEachEngine } from "../support/engines.ts";

const dataset = generateDataset({ entities: 1000, relationships: 6000 });
const { entities, relationships } = dataset.rows;
const dayOf = ({ properties }: (typeof relationships)[number]) => Number(properties["startEarliest"]);
const inTime = (claims: typeof relationships) =>
  claims.toSorted((a, b) => dayOf(a) - dayOf(b) || (a.id < b.id ? -1 : 1)).map(({ id }) => id);

describeEachEngine("a brief question", (engine) => {
  let asked: Asked;
  beforeAll(async () => {
    await loadSeeds(engine.database, dataset);
    asked = { database: engine.database, questions: await readQuestions(), dataset };
  });

  it("counts every claim, draws the earliest 400 and says how many more there are", async () => {
    const ties = relationships.filter(({ type }) => type === "RECRUITED");
    const { figures, subgraph, table, standfirst } = await askQuestion(asked, "recruited-by", {});
    const people = new Set(ties.flatMap(({ start, end }) => [start, end]));
    expect(ties.length).toBeGreaterThan(400);
    expect(figures).toMatchObject({
      rows: ties.length,
      acquaintance: ties.length,
      acquaintanceStarts: new Set(ties.map(({ start }) => start)).size,
      acquaintanceDated: ties.length,
      nodes: people.size,
      documents: new Set(ties.flatMap(({ properties }) => String(properties["citations"]).split("#")[0])).size,
      notDrawn: ties.length - 400,
    });
    expect(subgraph.relationships.map(({ id }) => id).sort()).toEqual(inTime(ties).slice(0, 400).sort());
    expect(table.rows.map(({ claims: [id] }) => id)).toEqual(inTime(ties).slice(0, 400));
    expect(table.more).toBe(ties.length - 400);
    expect(standfirst.en).toContain(`${ties.length} ties`);
    expect(standfirst.en).toContain(`${ties.length - 400} of these claims are not drawn.`);
  });

  it("fetches what it draws in whole", async () => {
    const [person] = relationships.filter(({ type }) => type === "RECRUITED").map(({ start }) => start);
    const own = relationships.filter(
      ({ type, start, end }) => type === "RECRUITED" && (start === person || end === person),
    );
    const { subgraph } = await askQuestion(asked, "recruited-by", { people: person ?? "" });
    expect(subgraph.relationships.map(({ id }) => id).sort()).toEqual(own.map(({ id }) => id).sort());
    for (const { id, type, start, end, properties } of own)
      expect(subgraph.relationships).toContainEqual({ id, type, start, end, properties: { id, ...properties } });
    expect(subgraph.nodes.find(({ id }) => id === person)?.properties).toHaveProperty("nameEn");
  });

  it("draws the 400 best connected entities of a label, in order, and says so", async () => {
    const degree = new Map<string, number>();
    for (const id of relationships.flatMap(({ start, end }) => [start, end])) degree.set(id, (degree.get(id) ?? 0) + 1);
    const people = entities.filter(({ label }) => label === "Person").map(({ id }) => id);
    const byDegree = people.toSorted((a, b) => (degree.get(b) ?? 0) - (degree.get(a) ?? 0) || (a < b ? -1 : 1));
    const { figures, subgraph, table, standfirst } = await askQuestion(asked, "all-of", { kind: "Person" });
    expect(figures).toMatchObject({ nodes: people.length, notDrawn: people.length - 400 });
    expect(subgraph.nodes.map(({ id }) => id)).toEqual(byDegree.slice(0, 400).toSorted());
    expect(table.more).toBe(people.length - 400);
    expect(standfirst.en).toContain(`the ${people.length - 400} less connected are not drawn`);
  });

  it("draws 240 people in columns at most, says how many are not drawn, and counts their rows", async () => {
    const companies = entities
      .filter(({ label }) => label === "Company")
      .map(({ id }) => id)
      .slice(0, 20);
    const { columns, figures, table, standfirst } = await askQuestion(asked, "alumni-of", { companies });
    const people = figures["people"] ?? 0;
    expect(columns?.people).toHaveLength(240);
    expect(people).toBeGreaterThan(240);
    expect(standfirst.en).toMatch(new RegExp(`^${people} people .* ${people - 240} of these people are not drawn\\.`));
    expect(table.rows.length + table.more).toBeGreaterThanOrEqual(people);
  });

  it("keeps the claims of a period, and counts those whose dates leave it open", async () => {
    const of2006 = relationships.filter(({ properties }) => properties["start"] === "2006");
    const year = await askQuestion(asked, "happened-in", { period: "2006" });
    expect(year.figures).toMatchObject({ rows: of2006.length, undecided: 0 });
    expect(year.subgraph.relationships.map(({ id }) => id).sort()).toEqual(of2006.map(({ id }) => id).sort());
    const month = await askQuestion(asked, "happened-in", { period: "2006-03" });
    expect(month.figures).toMatchObject({ rows: 0, undecided: of2006.length });
    const nameOf = new Map(entities.map(({ id, properties }) => [id, String(properties["nameEn"])]));
    const first = [...new Set(inTime(of2006).map((id) => nameOf.get(id.split(".")[0] ?? "") ?? ""))].slice(0, 6);
    expect(month.standfirst.en).toContain(new Intl.ListFormat("en").format(first));
  });
});

it("a slot takes the types of its role, and nothing where there are none", () => {
  const text = "MATCH (a)-[r:MONEY_TYPES]->(b) WHERE type(r) IN $moneyTypes RETURN 'MONEY_TYPES' AS x";
  expect(slotsIn(text)).toEqual(["money"]);
  expect(fillSlots(text, () => ["INVESTED_IN", "ACQUIRED"])).toBe(
    "MATCH (a)-[r:`INVESTED_IN`|`ACQUIRED`]->(b) WHERE type(r) IN $moneyTypes RETURN 'MONEY_TYPES' AS x",
  );
  expect(fillSlots(text, () => [])).toContain("-[r:`none`]->");
  expect(() => fillSlots(text, () => ["X`]-() DELETE r //"])).toThrow("is no type");
});
