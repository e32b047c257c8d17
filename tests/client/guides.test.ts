/** What is said over a drawing in which places mean something, of what is on screen. */
import { beforeAll, expect, it } from "vitest";
import { createAppearance } from "../../client/canvas/appearance.ts";
import { drawGuides } from "../../client/canvas/guides.ts";
import { shownYears } from "../../client/canvas/layered.ts";
import { readRowLooks } from "../../client/canvas/later-looks.ts";
import type { Explorer } from "../../client/explorer.ts";
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
