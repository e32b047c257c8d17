/** What is drawn between several names, as it is copied with them. */
import { beforeEach, expect, it } from "vitest";
import type { Explorer } from "../../client/explorer.ts";
import { linesAmong } from "../../client/view/lines-among.ts";
import { mergeSubgraph } from "../../client/view/graph.ts";
import { folderOf } from "../support/temporary-folder.ts";
import { harborFiles } from "../support/harbors.ts";
import { makeExplorer, serveFlorence, serveFolder } from "./support.ts";

const { api } = serveFlorence();
const harbors = serveFolder(folderOf(harborFiles));
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

it("holds no overlap of careers, which no source states", () => {
  const [one = "", other = ""] = explorer.graph.filterNodes((_, { node }) => node.labels.includes("Painter"));
  const derived = { id: "overlap:x", type: "OVERLAPPED", start: one, end: other, properties: { derived: true } };
  mergeSubgraph(explorer.graph, { nodes: [], relationships: [derived] });
  expect(among(one, other)).not.toContain("overlap:x");
});

it("holds each of several facts that are drawn as one line", async () => {
  explorer = makeExplorer(harbors.api);
  await explorer.start();
  const between = explorer.graph.filterEdges((_, _attributes, from, to) =>
    [from, to].every((end) => ["genoa", "pisa"].includes(end)),
  );
  expect(between.length).toBeGreaterThan(5);
  expect(among("genoa", "pisa")).toEqual(between.toSorted());
});
