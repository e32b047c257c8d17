/** What is said over a drawing in which places mean something, of what is on screen. */
import { beforeAll, expect, it } from "vitest";
import { createAppearance } from "../../client/canvas/appearance.ts";
import { drawGuides, liftOf } from "../../client/canvas/guides.ts";
import { shownYears } from "../../client/canvas/layered.ts";
import { readRowLooks } from "../../client/canvas/later-looks.ts";
import type { Explorer } from "../../client/explorer.ts";
import { overRows } from "../../scene/text.ts";
import { folderOf } from "../support/temporary-folder.ts";
import { makeExplorer, serveFlorence, serveFolder } from "./support.ts";

const { api } = serveFlorence();
const made = "{ SUCCEEDED: { role: lineage }, SUPPORTS: { role: lineage, descent: false } }";
const chips = (second: string) =>
  serveFolder(
    folderOf({
      "dataset.yaml": "id: chips\ntitle: Chips\n",
      "vocabulary.yaml": `labels: { Chip: Chip }\nrelationships: ${made}\n`,
      "names.yaml": `Chip:
  one: { en: One }
  two: { en: Two, SUCCEEDED: [{ to: one, start: "2021" }] }
  other: { en: Other, SUCCEEDED: [{ to: one, start: "2023" }] }
  ${second}`,
    }),
  );
const descending = chips("three: { en: Three, SUCCEEDED: [{ to: two }] }");
const supporting = chips("three: { en: Three, SUPPORTS: [{ to: two }] }");
const undated = chips("three: { en: Three, SUCCEEDED: [{ to: one }] }");
beforeAll(readRowLooks);

function wordsOf({ store, graph }: Explorer): string[] {
  const state = store.getState();
  return drawGuides(state, graph, createAppearance(state, graph))?.words.map(({ text }) => text) ?? [];
}

it("counts newcomers, which stand beside what brought them, into no layer's years", async () => {
  const explorer = makeExplorer(api);
  await explorer.start();
  await explorer.setLayout("layered");
  const laid = explorer.graph.nodes();
  for (const id of laid) await explorer.expandNode(id);
  const years = shownYears(explorer.store.getState(), explorer.graph);
  const newcomers = explorer.graph.filterNodes((id) => !laid.includes(id) && years.has(id));
  expect(newcomers.length).toBeGreaterThan(0);
  const said = wordsOf(explorer).flatMap((text) => text.match(/\d{4}/g) ?? []);
  expect(said.length).toBeGreaterThan(0);
  expect(laid.map((id) => String(years.get(id)))).toEqual(expect.arrayContaining(said));
});

async function headingsIn({ api: served }: typeof descending): Promise<string[]> {
  const explorer = makeExplorer(served);
  await explorer.start();
  await explorer.setLayout("layered");
  return wordsOf(explorer);
}

it("calls layers generations where each line tells what came of what, with the years of all in them", async () => {
  expect(await headingsIn(descending)).toEqual(["Generation 1", "Generation 2", "2021–2023", "Generation 3"]);
});

it("calls layers no generations where a line is none of descent", async () => {
  expect(await headingsIn(supporting)).toEqual(["Layer 1", "Layer 2", "2021–2023", "Layer 3"]);
});

it("sets no year over a name that has none", async () => {
  expect(await headingsIn(undated)).toEqual(["Generation 1", "Generation 2"]);
});

it.each([1, 0.78, 0.5, 0.2])("keeps a layer’s years clear of its first row at a zoom of %f", (zoom) => {
  // The middle of the years lies so many pixels above that of the first row; a name is some 14 high.
  const aboveRow = overRows.layered * zoom + liftOf("layered", 1, zoom) - 15;
  expect(aboveRow).toBeGreaterThan(14);
});

it.each([1, 0.5, 0.1])("keeps a block’s heading clear of its first row at a zoom of %f", (zoom) => {
  // From the middle of the heading to the top of the row; marks in it reach no higher.
  expect(overRows.grid * zoom + liftOf("grid", 1, zoom)).toBeGreaterThan(14);
});

it("leaves the words of other guides at their places", () => {
  expect(liftOf("timeline", 1, 0.3)).toBe(0);
});
