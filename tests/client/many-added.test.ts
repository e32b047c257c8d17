/** Views of more added names than an address holds, over the real server app. */
import { describe, expect, it } from "vitest";
import { createApi } from "../../client/api.ts";
import { linkedView } from "../../client/explorer/linked-view.ts";
import type { Explorer } from "../../client/explorer.ts";
import { emptyView, writeLink } from "../../client/permalink.ts";
import { readStory } from "../../schema/story.ts";
import { folderOf } from "../support/temporary-folder.ts";
import { makeExplorer, serveFolder, settled, stage } from "./support.ts";

const names = 2500;

const name = (_: unknown, n: number) =>
  `  n-${n}:\n    en: Name ${n}\n${n + 1 < names ? `    TIED_TO:\n      - to: n-${n + 1}\n` : ""}`;

/** A row of so many names, each tied to the next. */
const row = serveFolder(
  folderOf({
    "dataset.yaml": "id: row\ntitle: A row\n",
    "vocabulary.yaml": "labels: { Thing: Thing }\nrelationships: { TIED_TO: tied to }\n",
    "things.yaml": `Thing:\n${Array.from({ length: names }, name).join("")}`,
  }),
);
const asked: string[] = [];
const api = createApi((path, init) => {
  asked.push(path);
  return row.fetch(path, init);
});

const added = Array.from({ length: names - 1 }, (_, n) => ({ id: `n-${n}`, x: n, y: 2 * n }));
const link = writeLink({ ...emptyView, free: true, added, stage });

async function open(): Promise<Explorer> {
  const explorer = makeExplorer(api);
  await explorer.start(link);
  await settled(explorer);
  return explorer;
}

describe("a view with thousands of added names", () => {
  it("opens from its whole link with every name in its place and every relationship between them, at one request", async () => {
    asked.length = 0;
    const { graph } = await open();
    expect([graph.order, graph.size]).toEqual([names - 1, names - 2]);
    expect(graph.getNodeAttributes(`n-${names - 2}`)).toMatchObject({ x: names - 2, y: 2 * (names - 2), placed: true });
    expect(asked.filter((path) => path.startsWith("/api/subgraph"))).toHaveLength(1);
  });

  it("is a step of a story that comes back whole, from its file too", async () => {
    const explorer = await open();
    const stories = await explorer.stories();
    stories.addStep();
    const { story } = explorer.store.getState();
    const read = readStory(JSON.stringify(story));
    expect("story" in read && read.story).toEqual(story);
    await explorer.openFreeView();
    await stories.show(story?.steps[0]?.id ?? "");
    await settled(explorer);
    expect([explorer.graph.order, explorer.graph.size]).toEqual([names - 1, names - 2]);
    expect(linkedView(explorer).added).toHaveLength(names - 1);
  });
});
