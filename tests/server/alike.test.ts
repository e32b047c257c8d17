/** Both engines answer every request of the API with the same bytes. */
import { beforeAll, expect, it } from "vitest";
import { readDataset } from "../../server/seed/index.ts";
import { describeEachEngine } from "../support/engines.ts";
import { type App, guild, serveGuild } from "./support.ts";

const ofEach = (id: string) => [
  `nodes/${id}`,
  `nodes/${id}/neighbors?limit=4`,
  `nodes/${id}/neighbor-counts`,
  `questions/career-of?person=${id}`,
  `questions/made-by?company=${id}`,
  `questions/rivals-of?company=${id}`,
  `questions/alumni-of?companies=${id},alpha`,
  `paths?from=${id}&to=exchange`,
];

async function addresses(): Promise<string[]> {
  const { rows, documents } = await readDataset(guild);
  const ids = rows.entities.map(({ id }) => id).filter((id) => !/^chip-[12]/.test(id));
  const whole = ["dataset", "vocabulary", "questions", "first-view", "documents", `subgraph?ids=${ids.join(",")}`];
  const questions = ["listings", "investments", "recruited-by", "disagreements"].map((id) => `questions/${id}`);
  const searches = ["a", "an", "chip", "甲", "d", "annie"].map((query) => `search?q=${encodeURIComponent(query)}`);
  const told = Object.keys(documents).map((id) => `documents/${id}`);
  return [whole, questions, searches, told, ids.flatMap(ofEach)].flat().map((path) => `/api/${path}`);
}

/** What each engine answered, by address. */
const answers = new Map<string, string>();

describeEachEngine("an answer", (engine) => {
  let app: App;
  beforeAll(async () => {
    app = await serveGuild(engine.database);
  });

  it("is the same, byte for byte, from whichever engine", { timeout: 120_000 }, async () => {
    for (const address of await addresses()) {
      const body = (await (await app.request(address)).text()).replace(/urn:request:[\w-]+/, "");
      expect([address, body]).toEqual([address, answers.get(address) ?? body]);
      answers.set(address, body);
    }
  });
});
