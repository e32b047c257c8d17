/** An answer of sixty people in columns, a page at a time. */
import { join } from "node:path";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { linkedView } from "../../client/explorer/linked-view.ts";
import { createApi } from "../../client/api.ts";
import type { Explorer } from "../../client/explorer.ts";
import { keyOf } from "../../client/view/key.ts";
import { writeLink } from "../../client/permalink.ts";
import { pageIn, questionView } from "../../client/view/question-view.ts";
import { visibleNodes } from "../../client/view/visibility.ts";
import { createApp } from "../../server/app.ts";
import { openGrafeo } from "../../server/database/grafeo.ts";
import { readQuestions } from "../../server/questions/index.ts";
import { loadSeeds, readDataset } from "../../server/seed/index.ts";
import { makeExplorer, settled } from "./support.ts";

const first = "?ask=alumni-of;companies:school";
let server: ReturnType<typeof createApp>;
let explorer: Explorer;
const state = () => explorer.store.getState();
const open = async (link: string) => {
  const opened = makeExplorer(createApi(async (path, init) => server.request(path, init)));
  await opened.start(link);
  await settled(opened);
  return opened;
};
const people = ({ store, graph }: Explorer) =>
  [...visibleNodes(store.getState(), graph)].filter((id) => /^p\d/.test(id)).toSorted();

beforeAll(async () => {
  const database = await openGrafeo();
  const dataset = await readDataset(join(import.meta.dirname, "../datasets/florence"));
  await loadSeeds(database, dataset);
  const rows = Array.from({ length: 60 }, (_, i) => ({ id: `p${i}`, own: `w${i % 12}` }));
  await database.write(async (transaction) => {
    await transaction.run(
      "UNWIND $ids AS id CREATE (n:Entity:Workshop {id: id, nameEn: id, nameZhHant: id, nameZhHans: id})",
      { ids: ["school", ...Array.from({ length: 12 }, (_, i) => `w${i}`)] },
    );
    await transaction.run(
      "UNWIND $rows AS row CREATE (p:Entity:Painter {id: row.id, nameEn: row.id, nameZhHant: row.id, nameZhHans: row.id})",
      { rows },
    );
    for (const [type, end] of [
      ["WORKED_IN", "'school'"],
      ["RAN", "row.own"],
    ])
      await transaction.run(
        `UNWIND $rows AS row MATCH (p:Entity {id: row.id}) MATCH (w:Entity {id: ${end}}) CREATE (p)-[r:${type}]->(w) SET r.id = row.id + '.${type}', r.certainty = 'stated', r.citations = []`,
        { rows },
      );
  });
  server = createApp({ database, dataset, questions: await readQuestions(dataset.folder) });
}, 60_000);

beforeEach(async () => {
  explorer = await open(first);
});

describe("columns of sixty people", () => {
  it("show thirty or so at a time, each of them once, and count them all", async () => {
    const pages = questionView(state())?.pages.length ?? 0;
    const seen = [people(explorer)];
    for (let page = 1; page < pages; page++) {
      await explorer.turnPage(page);
      seen.push(people(explorer));
    }
    expect(seen.flat().toSorted()).toEqual(state().answer?.columns?.people.toSorted());
    expect(Math.max(...seen.map(({ length }) => length))).toBeLessThanOrEqual(32);
    expect(keyOf(state(), explorer.graph).labels).toContainEqual({ key: "Painter", count: 60 });
  });

  it("stand within the stage", () => {
    const rows = people(explorer).map((id) => explorer.graph.getNodeAttribute(id, "y"));
    expect(Math.max(...rows)).toBeLessThan(state().stage.height);
  });

  it("go back a page by undo, and the link opens the page", async () => {
    const before = people(explorer);
    await explorer.turnPage(1);
    const after = people(explorer);
    expect(after).not.toEqual(before);
    expect(people(await open(writeLink(linkedView(explorer))))).toEqual(after);
    explorer.undo();
    expect(people(explorer)).toEqual(before);
  });

  it("turn to the page of a person who is asked for by name", async () => {
    const absent = state().answer?.columns?.people.find((id) => !people(explorer).includes(id)) ?? "";
    await explorer.showNode(absent);
    const question = questionView(state());
    expect(question && pageIn(state(), question)).toBeGreaterThan(0);
    expect(people(explorer)).toContain(absent);
  });

  it("are all drawn on demand, the other pages' below the page", async () => {
    explorer.showUndrawn(true);
    expect(people(explorer)).toHaveLength(60);
  });
});
