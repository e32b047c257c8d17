/** A view of thousands, dropped on the page as a file. */
import type { Page } from "@playwright/test";
import { dropFile, viewIsThere } from "./explorer.ts";

const begunIn = (year: number) => ({
  start: String(year),
  startEarliest: year * 10_000 + 101,
  startLatest: year * 10_000 + 1231,
});

/** A grid of so many people and companies, each with a line to its neighbor that begins in one of forty years, as the file of a view. */
export async function largeView(page: Page, count: number): Promise<string> {
  const { dataset, stage } = await page.evaluate(() => {
    const { dataset, stage } = window.alumnigraph.store.getState();
    return { dataset, stage };
  });
  const nodes = Array.from({ length: count }, (_, i) => ({
    node: {
      id: `node-${i}`,
      labels: ["Entity", i % 2 === 0 ? "Person" : "Company"],
      properties: { id: `node-${i}`, nameEn: `Name ${i}` },
    },
    x: (i % 100) * 60,
    y: Math.floor(i / 100) * 60,
    placed: true,
    pinned: false,
  }));
  const relationships = nodes.slice(1).map(({ node }, i) => ({
    id: `line-${i}`,
    type: "WORKED_AT",
    start: `node-${i}`,
    end: node.id,
    properties: { id: `line-${i}`, citations: ["a#1-2"], certainty: "stated", ...begunIn(1980 + (i % 40)) },
  }));
  const none = { labels: {}, types: {}, certainties: {}, threads: {} };
  const rest = { answer: null, layout: "organic", hidden: [], filters: none, path: null, paths: null };
  const kept = { format: "alumnigraph-view", version: 1, dataset, language: "en", stage, nodes, relationships };
  return JSON.stringify({ ...kept, ...rest, showUndrawn: false, selected: null });
}

export async function drop(page: Page, text: string, count: number): Promise<void> {
  await dropFile(page, { name: "large.alumnigraph.json", text });
  await page.waitForFunction((nodes) => window.alumnigraph.graph.order === nodes, count);
  await viewIsThere(page);
}
