import { beforeEach, describe, expect, it, vi } from "vitest";
import { seededRandom } from "../../scene/random.ts";
import { kindOf } from "../../schema/api.ts";
import { addressOf, linkOf as linkOfView, linkedView } from "../../client/explorer/linked-view.ts";
import type { Explorer } from "../../client/explorer.ts";
import { isPacked, readLink, writeLink } from "../../client/permalink.ts";
import { makeExplorer, positionsOf, serveFlorence, settled } from "./support.ts";

const { api } = serveFlorence();
let explorer: Explorer;
const linkOf = (each: Explorer) => writeLink(linkedView(each));

const rounded = (each: Explorer) =>
  Object.fromEntries(Object.entries(positionsOf(each)).map(([id, [x, y]]) => [id, [Math.round(x), Math.round(y)]]));

async function reopen(link: string): Promise<Explorer> {
  const other = makeExplorer(api);
  await other.start(link);
  await settled(other);
  return other;
}

beforeEach(async () => {
  explorer = makeExplorer(api);
  await explorer.start();
});

async function layersWithOneAdded(): Promise<void> {
  await explorer.openQuestion("career-of", { person: ["leonardo"] });
  await explorer.expandNode("leonardo");
  await explorer.setLayout("layered");
}

describe("the link", () => {
  it.each<[string, () => Promise<void> | void]>([
    ["a question", () => explorer.openQuestion("career-of", { person: ["leonardo"] })],
    ["an expansion", () => explorer.expandNode("ghirlandaio")],
    [
      "an expansion by one kind",
      async () => {
        const counts = await explorer.previewExpansion("leonardo");
        const withoutKinds = counts?.counts.map(kindOf).slice(0, 1) ?? [];
        await explorer.expandNode("leonardo", { withoutKinds, most: 10 });
      },
    ],
    ["a hidden node", () => explorer.hideNode("leonardo")],
    ["a moved node", () => explorer.moveNode("leonardo", 222.4, 333.6)],
    ["filters", () => (explorer.toggleFilter("labels", "Painter"), explorer.toggleFilter("certainties", "opinion"))],
    ["names with two relationships", () => explorer.setLeastDegree(2)],
    ["what a source says dimmed", () => explorer.toggleFilter("documents", "vasari-lives")],
    ["a selected node", () => explorer.select({ kind: "node", id: "leonardo" })],
    ["a selected line", () => explorer.select({ kind: "relationship", id: explorer.graph.edges()[0] ?? "" })],
    ["a path", () => explorer.showPath("verrocchio-workshop", "last-supper")],
    [
      "a path on conditions",
      async () => {
        await explorer.showPath("verrocchio", "last-supper");
        await explorer.changePath({ options: { which: "best", maxLength: 4, withoutTypes: ["TAUGHT"] } });
      },
    ],
    ["what connects several", () => explorer.showPath("verrocchio-workshop", "last-supper", "florence")],
    ["another layout", () => explorer.setLayout("organic")],
    ["layers", () => explorer.setLayout("layered")],
    ["a question in layers with one added", () => layersWithOneAdded()],
    ["what is not drawn", () => explorer.showUndrawn(true)],
    ["a language", () => explorer.setLanguage("zh-Hant")],
    ["an empty view", () => explorer.openFreeView()],
  ])("reopens %s", async (_what, act) => {
    await act();
    await settled(explorer);
    const link = linkOf(explorer);
    const other = await reopen(link);
    expect(rounded(other)).toEqual(rounded(explorer));
    expect(other.graph.edges().toSorted()).toEqual(explorer.graph.edges().toSorted());
    const { hidden, filters, selected, path, layout, language, showUndrawn, expansions } = explorer.store.getState();
    const same = { hidden, filters, selected, path, layout, language, showUndrawn, expansions };
    expect(other.store.getState()).toMatchObject(same);
    expect(linkOf(other)).toBe(link);
  });

  it("reopens an open panel and everything that is selected", async () => {
    explorer.openDock("table");
    const chosen = explorer.graph.nodes().toSorted().slice(0, 3);
    explorer.selectMany("node", chosen, chosen[1]);
    const other = await reopen(linkOf(explorer));
    const { dock, selected, alsoSelected } = other.store.getState();
    expect({ dock, selected }).toEqual({ dock: "table", selected: { kind: "node", id: chosen[1] } });
    expect([...alsoSelected].toSorted()).toEqual(chosen);
    expect(linkOf(other)).toBe(linkOf(explorer));
  });

  it("reopens what sizes and colors show, without a panel, and as links of before have it", async () => {
    await explorer.setStyle({ nodeSize: "degree", nodeColor: "community" });
    const { dock, style } = (await reopen(linkOf(explorer))).store.getState();
    expect({ dock, style }).toEqual({ dock: null, style: explorer.store.getState().style });
    expect((await reopen("?measure=degree,colors")).store.getState().style).toEqual(style);
  });

  it("reopens many steps at once, in the other arrangement too", async () => {
    await explorer.expandNode("ghirlandaio");
    await explorer.setLayout("organic");
    await explorer.expandNode("leonardo");
    explorer.moveNode("leonardo", 100, 120);
    explorer.hideNode("perugino");
    const other = await reopen(linkOf(explorer));
    expect(rounded(other)).toEqual(rounded(explorer));
    expect(linkOf(other)).toBe(linkOf(explorer));
  });

  it("keeps positions in proportion on another stage", async () => {
    explorer.moveNode("leonardo", 570, 350);
    const other = makeExplorer(api, { width: 570, height: 1400 });
    await other.start(linkOf(explorer));
    expect(positionsOf(other)["leonardo"]).toEqual([285, 700]);
  });

  it("with an unknown question opens the first one and says so", async () => {
    const other = await reopen("?ask=nonsense&hide=leonardo");
    expect(other.store.getState().answer?.question).toBe("alumni-of");
    expect(other.store.getState().hidden.has("leonardo")).toBe(true);
    expect(other.store.getState().announcement?.id).toBe("said.linkInPart");
  });

  it("names each part that could not be followed, until another view comes", async () => {
    const other = await reopen(
      "?ask=nonsense&add=nobody:1:2&node=no-one&dim=label:Ghost&path=nobody,no-one,0&style=color:nothing,size:degree&what=1",
    );
    expect(other.store.getState().lost).toEqual([
      { part: "ask", values: ["nonsense"] },
      { part: "add", values: ["nobody"] },
      { part: "path", values: ["nobody", "no-one"] },
      { part: "filter", values: ["Ghost"] },
      { part: "node", values: ["no-one"] },
      { part: "style", values: ["nothing"] },
      { part: "other", values: ["what"] },
    ]);
    expect(other.store.getState().style).toMatchObject({ nodeColor: null, nodeSize: "degree" });
    await other.openFreeView();
    expect(other.store.getState().lost).toEqual([]);
  });

  it("names nothing where all of it could be followed", async () => {
    explorer.select({ kind: "node", id: "leonardo" });
    const [label = ""] = Object.keys(explorer.store.getState().vocabulary?.labels ?? {});
    explorer.toggleFilter("labels", label, "dim");
    await explorer.setStyle({ nodeColor: "label", lineWidth: "certainty" });
    const other = await reopen(linkOf(explorer));
    expect(other.store.getState().lost).toEqual([]);
    expect(other.store.getState().style.nodeColor).toBe("label");
  });

  it("leaves out what the data does not know", async () => {
    const other = await reopen(
      "?add=nobody:1:2&move=nobody:1:2&hide=nobody&node=nobody&dim=label:Ghost,thread:x&path=nobody,no-one,0",
    );
    const { hidden, selected, filters, path, problem } = other.store.getState();
    expect({ hidden: [...hidden], selected, path, problem }).toEqual({
      hidden: [],
      selected: null,
      path: null,
      problem: null,
    });
    expect(filters.labels).toEqual({});
    expect(other.graph.hasNode("nobody")).toBe(false);
  });

  it("opened within the page is a step that can be undone", async () => {
    const before = linkOf(explorer);
    await explorer.openLink("?ask=career-of;person:leonardo");
    expect(explorer.store.getState().answer?.question).toBe("career-of");
    explorer.undo();
    expect(linkOf(explorer)).toBe(before);
  });
});

describe("a link whose compressed part cannot be read", () => {
  it("opens the rest, and says why and what to do", async () => {
    const other = await reopen("?ask=career-of;person:leonardo&lang=zh-Hant&z=eJwrSS0u");
    const { answer, language, lost, announcement } = other.store.getState();
    expect({ question: answer?.question, language, lost }).toEqual({
      question: "career-of",
      language: "zh-Hant",
      lost: [{ part: "packed", values: ["z"] }],
    });
    expect(announcement?.id).toBe("said.linkInPart");
  });

  it("says so where it is the browser that cannot read it", async () => {
    vi.stubGlobal("DecompressionStream", undefined);
    const other = await reopen("?ask=career-of;person:leonardo&z=eJwrSS0u");
    vi.unstubAllGlobals();
    expect(other.store.getState().lost).toEqual([{ part: "unpackable", values: ["z"] }]);
  });
});

describe("a view that is too large for a link", () => {
  const many = (count: number) =>
    JSON.stringify({
      ...explorer.keepView(),
      answer: null,
      layout: "organic",
      nodes: Array.from({ length: count }, (_, i) => ({
        node: { id: `made-${i}`, labels: ["Entity", "Person"], properties: { nameEn: `Made ${i}` } },
        x: i,
        y: 2 * i,
        placed: true,
        pinned: false,
      })),
      relationships: [],
      guides: null,
    });

  it("has a short one that says so", async () => {
    await explorer.openView("large", many(2000));
    const link = linkOfView(explorer);
    expect(link.length).toBeLessThan(100);
    expect(readLink(link).view).toMatchObject({ free: true, partly: true, added: [] });
    await explorer.openView("small", many(20));
    expect(readLink(linkOfView(explorer)).view).toMatchObject({ partly: false, added: { length: 20 } });
  });

  it("has a link that is not compressed where the browser cannot, as long as that fits", async () => {
    vi.stubGlobal("CompressionStream", undefined);
    await explorer.openView("some", many(300));
    const some = await addressOf(explorer);
    await explorer.openView("more", many(800));
    const more = await addressOf(explorer);
    vi.unstubAllGlobals();
    expect([some, more].map((link) => [isPacked(link), readLink(link).view.partly])).toEqual([
      [false, false],
      [false, true],
    ]);
    await explorer.openView("again", many(801));
    expect(isPacked(await addressOf(explorer))).toBe(true);
  });

  it("leaves out of its link what there is no room for, however long", async () => {
    await explorer.openQuestion("career-of", { person: ["leonardo"] });
    const random = seededRandom(7);
    const names = Array.from({ length: 800 }, () => `value=${String(random()).repeat(2)}`);
    names.forEach((name) => explorer.toggleFilter("values", name));
    const { question, filters, partly } = readLink(await addressOf(explorer)).view;
    expect({ question: question?.id, values: filters.values, partly }).toEqual({
      question: "career-of",
      values: {},
      partly: true,
    });
  });

  it("is put back on screen, with its steps, from what the tab kept", async () => {
    await explorer.openView("large", many(2000));
    explorer.hideNode("made-7");
    const kept: unknown = JSON.parse(JSON.stringify(await explorer.keepSteps()));
    const link = linkOfView(explorer);
    const other = await reopen(link);
    expect(await other.restoreSteps(kept, link)).toBe(true);
    expect(positionsOf(other)).toEqual(positionsOf(explorer));
    expect(other.store.getState().hidden).toEqual(new Set(["made-7"]));
    other.undo();
    expect(other.store.getState().hidden).toEqual(new Set());
  });

  it("is told of where it was not kept", async () => {
    await explorer.openView("large", many(2000));
    const link = linkOfView(explorer);
    const other = await reopen(link);
    expect(await other.restoreSteps(undefined, link)).toBe(false);
    expect(other.store.getState().problem).toMatchObject({ kind: "partly" });
  });
});
