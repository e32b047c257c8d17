/** What is said over a drawing in which places mean something, of what is on screen. */
import { beforeAll, expect, it } from "vitest";
import { createAppearance } from "../../client/canvas/appearance.ts";
import { drawGuides, liftOf } from "../../client/canvas/guides.ts";
import { shownYears } from "../../client/canvas/layered.ts";
import { readRowLooks } from "../../client/canvas/later-looks.ts";
import type { Explorer } from "../../client/explorer.ts";
import { overRows } from "../../scene/text.ts";
import { makeExplorer, serveFlorence } from "./support.ts";

const { api } = serveFlorence();
beforeAll(readRowLooks);

function wordsOf({ store, graph }: Explorer): string[] {
  const state = store.getState();
  return drawGuides(state, graph, createAppearance(state, graph))?.words.map(({ text }) => text) ?? [];
}

it("counts newcomers, which stand beside what brought them, into no generation's years", async () => {
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

it.each([1, 0.78, 0.5, 0.2])("keeps a generation’s years clear of its first row at a zoom of %f", (zoom) => {
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
