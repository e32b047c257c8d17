import { beforeEach, describe, expect, it } from "vitest";
import { createAppearance } from "../../client/canvas/appearance.ts";
import type { Explorer } from "../../client/explorer.ts";
import { linkOf } from "../../client/explorer/linked-view.ts";
import { readLink } from "../../client/permalink.ts";
import { visibleRelationships } from "../../client/view/visibility.ts";
import { wordStep } from "../../client/words/step-words.ts";
import { hues } from "../../scene/class-colors.ts";
import { tokens } from "../../scene/colors.ts";
import { mainLabel } from "../../schema/graph.ts";
import { languages } from "../../schema/language.ts";
import { makeExplorer, serveFlorence } from "./support.ts";

const { api } = serveFlorence();
let explorer: Explorer;
const state = () => explorer.store.getState();
const looks = () => createAppearance(state(), explorer.graph);
const linkColors = () => {
  const look = looks();
  return new Set([...visibleRelationships(state(), explorer.graph)].map((id) => look.edge(id).color));
};
const nodesOf = (label: string) => explorer.graph.filterNodes((_id, { node }) => mainLabel(node) === label);

beforeEach(async () => {
  explorer = makeExplorer(api);
  await explorer.start();
});

describe("a color of one's own", () => {
  it("is that of every node with its label, in the theme's shade, until it is undone", async () => {
    const [id = ""] = nodesOf("Painter");
    const usual = looks().node(id).color;
    await explorer.setOwnLook("label=v:Painter", { hue: "teal" });
    for (const each of nodesOf("Painter")) expect(looks().node(each).color).toBe(hues.light.teal);
    explorer.setTheme("dark");
    expect(looks().node(id).color).toBe(hues.dark.teal);
    explorer.setTheme("light");
    explorer.undo();
    expect(looks().node(id).color).toBe(usual);
    explorer.redo();
    expect(looks().node(id).color).toBe(hues.light.teal);
  });

  it("of a thread is that of its lines", async () => {
    expect(linkColors()).toContain(tokens.light.threads[0]);
    const [origin = ""] = state().answer?.columns?.origins ?? [];
    await explorer.setOwnLook(`thread=${origin}`, { hue: "pink" });
    expect(linkColors()).toContain(hues.light.pink);
    expect(linkColors()).not.toContain(tokens.light.threads[0]);
  });

  it("of a type is that of its lines, but where a rule colors lines by something else", async () => {
    const [line = ""] = visibleRelationships(state(), explorer.graph);
    const { type } = explorer.graph.getEdgeAttribute(line, "relationship");
    await explorer.setOwnLook(`type=v:${type}`, { hue: "violet" });
    expect(looks().edge(line).color).toBe(hues.light.violet);
    await explorer.setStyle({ lineColor: "type" });
    expect(looks().edge(line).color).toBe(hues.light.violet);
    await explorer.setStyle({ lineColor: "certainty" });
    expect(linkColors()).not.toContain(hues.light.violet);
  });

  it("goes away with the usual look", async () => {
    const before = linkColors();
    await explorer.setOwnLook("thread=both", { hue: "pink" });
    await explorer.setOwnLook("label=v:Painter", { hue: "pink" });
    await explorer.setOwnLook("thread=both", { hue: null });
    await explorer.setOwnLook("label=v:Painter", { hue: null });
    expect(state().style.own).toEqual({});
    expect(linkColors()).toEqual(before);
  });
});

describe("a name of one's own", () => {
  it("joins the color that a category has, whichever was given first", async () => {
    const named = explorer.setOwnLook("label=v:Painter", { name: "Masters" });
    const painted = explorer.setOwnLook("label=v:Painter", { hue: "green" });
    await Promise.all([named, painted]);
    expect(state().style.own).toEqual({ "label=v:Painter": { hue: "green", name: "Masters" } });
  });

  it("is in the link, and back when the link is opened", async () => {
    await explorer.setOwnLook("label=v:Painter", { hue: "green", name: "Masters, 畫家: all" });
    const link = linkOf(explorer);
    expect(readLink(link).ignored).toEqual([]);
    const other = makeExplorer(api);
    await other.start(link);
    expect(other.store.getState().style.own).toEqual(state().style.own);
  });
});

describe("a step that gives a category its look", () => {
  it.each(languages)("is called in %s by what it did", async (language) => {
    explorer.setLanguage(language);
    const { vocabulary } = state();
    const called = () =>
      wordStep(explorer.listSteps().views.at(-1) ?? fail(), { language, vocabulary, known: () => undefined });
    const kind = vocabulary?.labels["Painter"]?.caption[language] ?? "";
    await explorer.setOwnLook("label=v:Painter", { name: "Masters" });
    expect(called()).toContain("Masters");
    expect(called()).toContain(kind);
    await explorer.setOwnLook("label=v:Painter", { hue: "green" });
    expect(called()).toMatch(/green|綠|绿/);
    await explorer.setOwnLook("label=v:Painter", { hue: null, name: null });
    expect(called()).toContain(kind);
    expect(called()).not.toMatch(/[{}]|green|綠|绿|Masters/);
  });
});

function fail(): never {
  throw new Error("There is a step.");
}
