/** A story that is opened again after its seeds were edited and loaded anew. */
import { beforeEach, expect, it, vi } from "vitest";
import { createApi } from "../../client/api.ts";
import type { Explorer } from "../../client/explorer.ts";
import { factsShown, listChanges } from "../../client/story/digest.ts";
import { type StoryPage, composeStep, usualPage } from "../../client/story/pages.ts";
import { createApp } from "../../server/app.ts";
import type { GraphDatabase } from "../../server/database/database.ts";
import { readQuestions } from "../../server/questions/index.ts";
import { loadSeeds, readDataset } from "../../server/seed/index.ts";
import { type Edit, edited, florence } from "../seed/edited.ts";
import { composeHere as compose } from "../export/scenes.ts";
import { describeEachEngine } from "../support/engines.ts";
import { makeExplorer } from "./support.ts";

/** Loads the workshops of Florence as they are, or edited, and opens the explorer over them. */
async function loaded(database: GraphDatabase, ...edits: Edit[]): Promise<Explorer> {
  const dataset = await readDataset(edits.length === 0 ? florence : edited(...edits));
  await loadSeeds(database, dataset);
  const app = createApp({ database, dataset, questions: await readQuestions(dataset.folder) });
  const explorer = makeExplorer(createApi(async (path, init) => app.request(path, init)));
  await explorer.start();
  return explorer;
}

/** A step for each painter's career, as the file of the story. */
async function tell(explorer: Explorer, ...painters: string[]): Promise<string> {
  const stories = await explorer.stories();
  for (const person of painters) {
    await explorer.openQuestion("career-of", { person: [person] });
    stories.addStep();
    stories.changeStep(explorer.store.getState().chosenStep ?? "", { title: person });
  }
  return JSON.stringify(explorer.store.getState().story);
}

/** What has changed under each step, by its title. */
async function changesIn(explorer: Explorer, file: string): Promise<Record<string, StoryPage["changes"]>> {
  await explorer.openFile("painters.story.json", file);
  const { story } = explorer.store.getState();
  if (story === null) throw new Error("The story was not opened.");
  const tools = { stories: await explorer.stories(), compose, documents: [] };
  const changes: Record<string, StoryPage["changes"]> = {};
  for (const step of story.steps) {
    const page = await composeStep(story, step, { ...usualPage, palette: "light" }, tools);
    if (!("scene" in page)) throw new Error(page.detail);
    changes[step.title] = page.changes;
  }
  return changes;
}

describeEachEngine("a story reopened after the data changed says which step", (engine) => {
  // Two loads and two explorers each, on a Neo4j that may have just begun.
  vi.setConfig({ testTimeout: 120_000 });
  beforeEach(() => engine.empty());

  it.each([
    [
      "a date that was corrected",
      { file: "people.yaml", replace: "start: 1466", by: "start: 1467" },
      { changed: 1, added: 0, gone: 0 },
    ],
    [
      "a fact that was taken out",
      {
        file: "people.yaml",
        replace: "      - { to: leonardo-workshop, start: 1482, ongoing: true, sources: [notes-for-tests#140-200] }\n",
        by: "      []\n",
      },
      { changed: 0, added: 0, gone: 1 },
    ],
    [
      "a fact that was added",
      {
        file: "people.yaml",
        replace: "    RAN:\n      - { to: leonardo-workshop",
        by: "    RAN:\n      - { to: perugino-workshop, start: 1490, sources: [notes-for-tests#140-200] }\n      - { to: leonardo-workshop",
      },
      { changed: 0, added: 1, gone: 0 },
    ],
  ])("has changed by %s, and no other", async (_, edit, changes) => {
    const file = await tell(await loaded(engine.database), "leonardo", "michelangelo");
    expect(await changesIn(await loaded(engine.database, edit), file)).toEqual({
      leonardo: changes,
      michelangelo: null,
    });
  });

  it("says of none when the seeds are loaded again as they were", async () => {
    const file = await tell(await loaded(engine.database), "leonardo", "michelangelo");
    expect(await changesIn(await loaded(engine.database), file)).toEqual({ leonardo: null, michelangelo: null });
  });

  it("and names each fact as it was and as it is now", async () => {
    const file = await tell(await loaded(engine.database), "leonardo");
    const edits: Edit[] = [
      { file: "people.yaml", replace: "start: 1466", by: "start: 1467" },
      {
        file: "people.yaml",
        replace: "      - { to: leonardo-workshop, start: 1482, ongoing: true, sources: [notes-for-tests#140-200] }\n",
        by: "      []\n",
      },
    ];
    const explorer = await loaded(engine.database, ...edits);
    await explorer.openFile("painters.story.json", file);
    const [step] = explorer.store.getState().story?.steps ?? [];
    if (step === undefined) throw new Error("The story was not opened.");
    const aside = await (await explorer.stories()).openAside(step.view);
    if (!("graph" in aside)) throw new Error(aside.detail);
    const [gone, changed, ...rest] = listChanges(step, factsShown(aside.state, aside.graph));
    expect(rest).toEqual([]);
    expect(gone).toMatchObject({ kind: "gone", now: null });
    expect(gone?.before).toMatch(/^Leonardo da Vinci .* — .*1482/);
    expect(changed).toMatchObject({ kind: "changed" });
    expect(changed?.before).toContain("1466");
    expect(changed?.now).toContain("1467");
  });
});
