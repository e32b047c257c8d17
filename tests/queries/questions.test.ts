/** What each question's query answers on the small graph, on both engines. */
import { beforeAll, expect, it } from "vitest";
import type { Row } from "../../server/database/database.ts";
import { parametersOf } from "../../server/queries/bind.ts";
import { readQuestions } from "../../server/questions/index.ts";
import { describeEachEngine } from "../support/engines.ts";
import { careers, writeGraph } from "./graph.ts";

describeEachEngine("questions", (engine) => {
  beforeAll(() => writeGraph(engine.database));

  async function ask(id: string, blanks: Record<string, string | string[]> = {}): Promise<Row[]> {
    const cypher = (await readQuestions()).get(id)?.cypher ?? "";
    const used = parametersOf(cypher);
    const parameters = Object.fromEntries(
      Object.entries({ ...careers, ...blanks }).filter(([name]) => used.includes(name)),
    );
    return engine.database.read(cypher, parameters);
  }
  const asked = async (id: string, blanks?: Record<string, string | string[]>) =>
    (await ask(id, blanks)).map((row) => row["id"]);

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
      relationship: null,
      startNode: { id: "moore" },
      endNode: null,
    });
  });
});
