/** Many relationships of one type and direction between the same two are drawn as one line, and nowhere counted as one. */
import { beforeEach, describe, expect, it } from "vitest";
import { createAppearance } from "../../client/canvas/appearance.ts";
import { lineWords } from "../../client/canvas/line-captions.ts";
import type { Explorer } from "../../client/explorer.ts";
import { drawnNetwork } from "../../client/measures/drawn-network.ts";
import { claimsShown } from "../../client/story/digest.ts";
import { relationshipRows } from "../../client/table/rows.ts";
import { keyOf } from "../../client/view/key.ts";
import { meantBy, parallels, visibleRelationships } from "../../client/view/visibility.ts";
import { folderOf } from "../support/temporary-folder.ts";
import { makeExplorer, serveFlorence, serveFolder } from "./support.ts";
import { harborFiles } from "../support/harbors.ts";

const harbors = serveFolder(folderOf(harborFiles));
const florence = serveFlorence();
let explorer: Explorer;
const state = () => explorer.store.getState();
const linesFrom = (start: string, end: string) => [...drawn()].filter((id) => isBetween(id, start, end));
const isBetween = (id: string, start: string, end: string) =>
  explorer.graph.source(id) === start && explorer.graph.target(id) === end;
const drawn = () => visibleRelationships(state(), explorer.graph);
const look = () => createAppearance(state(), explorer.graph);
const sails = (start: string, end: string) => explorer.graph.filterEdges((id) => isBetween(id, start, end)).toSorted();

beforeEach(async () => {
  explorer = makeExplorer(harbors.api);
  await explorer.start();
});

describe("parallel relationships", () => {
  it("are one line where they are more than five, and else each a line of its own", () => {
    expect(sails("genoa", "pisa")).toHaveLength(7);
    expect(linesFrom("genoa", "pisa")).toHaveLength(1);
    expect(linesFrom("pisa", "genoa")).toHaveLength(3);
  });

  it("are one line for each type", () => {
    expect(linesFrom("genoa", "naples")).toHaveLength(4);
  });

  it("are shown by the surest of them", () => {
    const [line = ""] = linesFrom("genoa", "pisa");
    expect(explorer.graph.getEdgeAttribute(line, "relationship").properties["certainty"]).toBe("stated");
    expect(look().edge(line)).toMatchObject({ pattern: "solid", count: 7 });
  });

  it("are a little wider than one, and say how many they are", () => {
    const [[several = ""], [one = ""]] = [linesFrom("genoa", "pisa"), linesFrom("pisa", "genoa")];
    expect(look().edge(several).width).toBeGreaterThan(look().edge(one).width);
    expect(lineWords(state(), explorer.graph, several)).toMatchObject({ text: "sails to", rest: " ×7" });
  });

  it("are each a line again where a filter leaves five of them", () => {
    explorer.toggleFilter("certainties", "reported", "hide");
    expect(linesFrom("genoa", "pisa")).toHaveLength(5);
    expect(parallels(state(), explorer.graph).size).toBe(0);
  });

  it("are dimmed together once all of them are", () => {
    const [line = ""] = linesFrom("genoa", "pisa");
    explorer.toggleFilter("certainties", "stated", "dim");
    expect(look().edge(line).dimmed).toBe(false);
    explorer.toggleFilter("certainties", "reported", "dim");
    expect(look().edge(line).dimmed).toBe(true);
  });

  it("stand out with any one of them that is selected", () => {
    const [line = ""] = linesFrom("genoa", "pisa");
    const last = sails("genoa", "pisa").find((id) => id !== line) ?? "";
    explorer.select({ kind: "relationship", id: last });
    expect(linesFrom("genoa", "pisa")).toEqual([line]);
    expect(look().focus?.relationships).toEqual(new Set([line]));
    expect(look().edge(line)).toMatchObject({ dimmed: false, zIndex: 3 });
    expect(look().edge(linesFrom("pisa", "genoa")[0] ?? "").dimmed).toBe(true);
  });

  it("are each told with their own words where one of them is chosen", async () => {
    const told = new Set<unknown>();
    const all = sails("genoa", "pisa");
    for (const id of all) {
      explorer.select({ kind: "relationship", id });
      await explorer.tellSelected();
      told.add(state().announcement?.values?.["words"]);
    }
    expect(told.size).toBeGreaterThan(1);
    for (const words of told) expect(words).not.toMatch(/drawn as one/);
  });

  it("are meant as the one that is selected where their line is clicked, and else as the surest", () => {
    const [line = ""] = linesFrom("genoa", "pisa");
    const last = sails("genoa", "pisa").find((id) => id !== line) ?? "";
    expect(meantBy(state(), explorer.graph, line)).toBe(line);
    explorer.select({ kind: "relationship", id: last });
    expect(meantBy(state(), explorer.graph, line)).toBe(last);
  });

  it("have the color of a rule where it is the same for all, and else the usual one", async () => {
    const [line = ""] = linesFrom("genoa", "pisa");
    const usual = look().edge(line).color;
    await explorer.setStyle({ lineColor: "property/ship" });
    expect(look().edge(line).color).toBe(usual);
    await explorer.setStyle({ lineColor: "type" });
    expect(look().edge(line).color).not.toBe(usual);
  });

  it("count as many in the key, in the table, in measures and under a step of a story", () => {
    const all = explorer.graph.size;
    expect(drawn().size).toBe(all - 6);
    expect(relationshipRows(state(), explorer.graph)).toHaveLength(all);
    expect(keyOf(state(), explorer.graph).types).toContainEqual({ key: "SAILS_TO", count: all - 1 });
    expect(drawnNetwork(state(), explorer.graph).links).toHaveLength(all);
    expect(Object.keys(claimsShown(state(), explorer.graph))).toHaveLength(all);
  });

  it("are told as one line with their number by keys", async () => {
    explorer.select({ kind: "node", id: "pisa" });
    await explorer.walk("Home");
    const lines = [state().announcement?.values?.["words"]];
    for (let i = 0; i < 3; i++) {
      await explorer.walk("ArrowDown");
      lines.push(state().announcement?.values?.["words"]);
    }
    expect(lines.filter((words) => String(words).includes("7 relationships drawn as one line"))).toHaveLength(1);
  });

  it("are drawn as they were where there are none", async () => {
    explorer = makeExplorer(florence.api);
    await explorer.start();
    expect(parallels(state(), explorer.graph).size).toBe(0);
  });
});
