/** What is drawn between several names, as it is copied with them. */
import { beforeEach, expect, it } from "vitest";
import type { Explorer } from "../../client/explorer.ts";
import { linesAmong } from "../../client/view/lines-among.ts";
import { makeExplorer, serveFlorence } from "./support.ts";

const { api } = serveFlorence();
let explorer: Explorer;
const among = (...ids: string[]) => linesAmong(ids, explorer.store.getState(), explorer.graph);

beforeEach(async () => {
  explorer = makeExplorer(api);
  await explorer.start();
});

it("holds each relationship between two of several names once, in whichever order they are given", () => {
  const between = explorer.graph.filterEdges(
    (_, _attributes, from, to) => from === "leonardo" && to === "verrocchio-workshop",
  );
  expect(between.length).toBeGreaterThan(0);
  expect(among("leonardo", "verrocchio-workshop")).toEqual(between.toSorted());
  expect(among("verrocchio-workshop", "leonardo")).toEqual(between.toSorted());
});

it("holds nothing that leads to a name that is not among them", () => {
  expect(among("leonardo")).toEqual([]);
});

it("holds nothing that a filter hides", () => {
  const [line] = among("leonardo", "verrocchio-workshop");
  const { type } = explorer.graph.getEdgeAttribute(line, "relationship");
  for (const _ of ["dim", "hide"]) explorer.toggleFilter("types", type);
  expect(among("leonardo", "verrocchio-workshop")).not.toContain(line);
});
