/** Views of more added names than an address holds, over the real server app. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createApi } from "../../client/api.ts";
import { addressOf, linkOf, linkedView } from "../../client/explorer/linked-view.ts";
import type { Explorer } from "../../client/explorer.ts";
import { emptyView, isPacked, isPartly, writeLink } from "../../client/permalink.ts";
import { seededRandom, shuffled } from "../../scene/random.ts";
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

async function open(from = link): Promise<Explorer> {
  const explorer = makeExplorer(api);
  await explorer.start(from);
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

  it("comes back with its tab where even the part that its address tells is long", async () => {
    const most = { most: 100 as const, withoutKinds: [] };
    const expansions = Object.fromEntries(added.slice(0, 400).map(({ id }) => [id, most]));
    const explorer = await open(writeLink({ ...emptyView, free: true, added, stage, expansions }));
    const address = await addressOf(explorer);
    expect(isPartly(address)).toBe(true);
    expect(address.length).toBeGreaterThan(2000);
    const kept: unknown = JSON.parse(JSON.stringify(await explorer.keepSteps()));
    const other = await open(address);
    expect(await other.restoreSteps(kept, address)).toBe(true);
    expect(other.graph.order).toBe(names - 1);
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

/** Some of the names at any places, of which some were moved and some hidden. */
const anyViews = fc
  .tuple(fc.constantFrom(20, 100, 400, 700, 1000, 1300, 1800), fc.nat(1_000_000))
  .map(([count, seed]) => {
    const random = seededRandom(seed);
    const upTo = (most: number) => Math.floor(random() * most);
    const ids = shuffled(
      added.map(({ id }) => id),
      random,
    ).slice(0, count);
    const lying = ids.map((id) => ({ id, x: upTo(1140), y: upTo(700) }));
    const [moved, hidden] = [lying.slice(0, upTo(count / 8)), ids.slice(0, upTo(count / 8))];
    return writeLink({ ...emptyView, free: true, added: lying, moved, hidden, stage });
  });

describe("the address of any view", () => {
  it(
    "has at most 8,000 letters, and opens the same view or says that it tells a part",
    { timeout: 60_000 },
    async () => {
      const kinds = { readable: 0, packed: 0, partly: 0 };
      await fc.assert(
        fc.asyncProperty(anyViews, async (from) => {
          const explorer = await open(from);
          const address = await addressOf(explorer);
          expect(address.length).toBeLessThanOrEqual(8000);
          const partly = isPartly(address);
          kinds[partly ? "partly" : isPacked(address) ? "packed" : "readable"] += 1;
          expect(partly || linkOf(await open(address)) === linkOf(explorer)).toBe(true);
        }),
        { numRuns: 25, seed: 20261130 },
      );
      expect(Math.min(...Object.values(kinds))).toBeGreaterThan(0);
    },
  );

  it("is half as long as what it was packed from", async () => {
    const lying = added.slice(0, 700).map(({ id }, i) => ({ id, x: (i * 769) % 1140, y: (i * 541) % 700 }));
    const from = writeLink({ ...emptyView, free: true, added: lying, stage });
    expect(from.length).toBeGreaterThan(9000);
    const address = await addressOf(await open(from));
    expect(address.length).toBeLessThan(5000);
    expect(isPartly(address)).toBe(false);
  });
});
