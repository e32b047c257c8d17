/** An answer in a sentence as of a time, on both engines. */
import { beforeAll, expect, it } from "vitest";
import { Answer, AnswerWords } from "../../schema/api.ts";
import { describeEachEngine } from "../support/engines.ts";
import { createApp } from "../../server/app.ts";
import { readQuestions } from "../../server/questions/index.ts";
import { loadSeeds, readDataset } from "../../server/seed/index.ts";
import { folderOf } from "../support/temporary-folder.ts";
import { type App, get, serveGuild } from "./support.ts";

describeEachEngine("an answer at a time", (engine) => {
  let app: App;
  beforeAll(async () => {
    app = await serveGuild(engine.database);
  });
  const told = async (question: string, parameters: Record<string, string[]>, time: string) => {
    const query = new URLSearchParams({ question, parameters: JSON.stringify(parameters) });
    return (await get(app, `/api/standfirsts?${query.toString()}&${time}`, AnswerWords)).standfirst?.en;
  };
  const alumni = { companies: ["alpha", "beta"] };

  it("of all time is the answer itself", async () => {
    const { standfirst } = await get(app, "/api/questions/alumni-of?companies=alpha,beta", Answer);
    expect(await told("alumni-of", alumni, "")).toBe(standfirst.en);
    const listings = await get(app, "/api/questions/listings", Answer);
    expect(await told("listings", {}, "")).toBe(listings.standfirst.en);
  });

  it("counts whom the dates leave in: not who founded later", async () => {
    expect(await told("alumni-of", alumni, "from=2003&to=2003")).toMatch(/^2 people .*; one of them is a founder/);
    expect(await told("alumni-of", alumni, "from=2006&to=2006")).toMatch(/^3 people .*; 2 of them are founders/);
  });

  it("leaves out what has no date where that is asked", async () => {
    expect(await told("alumni-of", alumni, "from=2006&to=2006&undated=false")).toMatch(
      /^One person .* and is a founder/,
    );
    expect(await told("alumni-of", alumni, "from=2003&to=2003&undated=false")).toMatch(/^Nobody is known here/);
  });

  it("counts the rows of a network too", async () => {
    expect(await told("listings", {}, "from=2024-05-06&to=2024-05-06")).toBe(await told("listings", {}, ""));
    expect(await told("listings", {}, "from=2020&to=2020")).not.toBe(await told("listings", {}, ""));
  });

  const kept = [
    ["recruited-by", {}],
    ["disagreements", {}],
    ["makers-of", { kind: ["Chip"] }],
    ["claims-by-certainty", { certainty: ["stated"] }],
  ] as const;
  it.each(kept)("asks for the dates of claims that the rows of %s only name", async (question, parameters) => {
    const given = Object.fromEntries(
      Object.entries<readonly string[]>(parameters).map(([name, ids]) => [name, [...ids]]),
    );
    const ever = await told(question, given, "");
    expect(await told(question, given, "from=2100&to=2100")).toBe(ever);
    const dated = await told(question, given, "from=1200&to=1200&undated=false");
    expect(dated).toBeDefined();
    expect(dated).not.toBe(ever);
  });

  it("is not told of names alone, which have no date", async () => {
    expect(await told("all-of", { kind: ["Company"] }, "from=2003&to=2003")).toBeUndefined();
  });

  it("is not told of a period that ends before it begins, or of a question that there is not", async () => {
    const query = `question=alumni-of&parameters=${encodeURIComponent(JSON.stringify(alumni))}`;
    expect((await app.request(`/api/standfirsts?${query}&from=2006&to=2003`)).status).toBe(400);
    expect((await app.request(`/api/standfirsts?question=nothing&parameters={}`)).status).toBe(404);
  });
});

/** More than are asked for their dates one by one. */
const many = 5001;
const funds = folderOf({
  "dataset.yaml": "id: funds\ntitle: Funds\n",
  "vocabulary.yaml":
    "labels: { Company: Company, Fund: Fund }\nrelationships: { FUNDED: { role: money } }\nmeasures: { founded: { form: date, begins: true } }\n",
  "names.yaml": `Company:
  firm: { en: Firm, figures: [{ measure: founded, value: "2018-03" }] }
Fund:
${Array.from({ length: many }, (_, i) => `  fund-${i}: { en: Fund ${i}, FUNDED: [{ to: firm${i < 300 ? ", start: 2020" : ""} }] }\n`).join("")}`,
});

describeEachEngine("an answer of more claims than are asked for their dates", (engine) => {
  it("counts nothing that joins a company before its founding, and says what the drawing lacks of the rest", async () => {
    const dataset = await readDataset(funds);
    await loadSeeds(engine.database, dataset);
    const app = createApp({ database: engine.database, dataset, questions: await readQuestions() });
    const told = async (year: string) =>
      (await get(app, `/api/standfirsts?question=investments&parameters={}&from=${year}&to=${year}`, AnswerWords))
        .standfirst?.en;
    expect(await told("2020")).toContain("5,001");
    expect(await told("2018")).toContain("4,701");
    expect(await told("2017")).not.toContain("4,701");
    // Of the 400 that the whole answer draws 300 begin later.
    expect(await told("2018")).toContain("4,601 of these claims are not drawn.");
  });
});
