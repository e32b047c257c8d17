import { usualStyle } from "../../client/store.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { createApi } from "../../client/api.ts";
import { broughtBy } from "../../client/explorer/collapse.ts";
import { kindOf } from "../../schema/api.ts";
import type { Explorer } from "../../client/explorer.ts";
import { makeExplorer, positionsOf, serveFlorence, settled, stage } from "./support.ts";

const { fetch, api } = serveFlorence();
let explorer: Explorer;
const state = () => explorer.store.getState();
const onScreen = () => explorer.graph.nodes().toSorted();

beforeEach(async () => {
  explorer = makeExplorer(api);
  await explorer.start();
});

describe("starting", () => {
  it("opens the first question in columns, with everything placed", () => {
    expect(state().answer?.question).toBe("alumni-of");
    expect(state().layout).toBe("columns");
    expect(explorer.graph.filterNodes((_, { placed }) => !placed)).toEqual([]);
    expect(state().canUndo).toBe(false);
  });

  it("tells a failure and tries again when asked to", async () => {
    let isDown = true;
    const flaky = createApi((path, init) => (isDown ? Promise.reject(new TypeError("down")) : fetch(path, init)));
    explorer = makeExplorer(flaky);
    await explorer.start();
    expect(state().problem?.kind).toBe("offline");
    isDown = false;
    state().problem?.retry?.();
    await settled(explorer);
    expect(state().problem).toBeNull();
    expect(state().answer).not.toBeNull();
  });
});

describe("a question", () => {
  it("replaces what is on screen and can be undone", async () => {
    const before = positionsOf(explorer);
    await explorer.openQuestion("career-of", { person: ["leonardo"] });
    expect(state().answer?.question).toBe("career-of");
    explorer.undo();
    expect(state().answer?.question).toBe("alumni-of");
    expect(positionsOf(explorer)).toEqual(before);
    explorer.redo();
    expect(state().answer?.question).toBe("career-of");
  });

  it("that answers late is dropped", async () => {
    const slow = explorer.openQuestion("career-of", { person: ["leonardo"] });
    const fast = explorer.openFreeView();
    await Promise.all([slow, fast]);
    expect(state().answer).toBeNull();
    expect(explorer.graph.order).toBe(0);
  });

  it("that is unknown leaves the view as it is", async () => {
    const before = onScreen();
    await explorer.openQuestion("nonsense", {});
    expect(state().problem?.kind).toBe("missing");
    expect(onScreen()).toEqual(before);
  });
});

describe("selecting", () => {
  it("reads what is known of the node, and how it could be expanded", async () => {
    explorer.select({ kind: "node", id: "leonardo" });
    await settled(explorer);
    expect(state().details["leonardo"]?.node.id).toBe("leonardo");
    expect(state().previews["leonardo"]?.total).toBeGreaterThan(0);
  });

  it("passes over what is not on screen", () => {
    explorer.select({ kind: "node", id: "nobody" });
    expect(state().selected).toBeNull();
  });
});

/** All kinds of Leonardo's neighbors but those that begin so. */
async function othersThan(start: string): Promise<string[]> {
  const counts = await explorer.previewExpansion("leonardo");
  return counts?.counts.map(kindOf).filter((kind) => !kind.startsWith(start)) ?? [];
}

describe("expanding", () => {
  beforeEach(async () => {
    await explorer.openFreeView();
    await explorer.showNode("leonardo");
  });

  it("adds neighbors beside the node and moves nothing", async () => {
    const before = positionsOf(explorer);
    await explorer.expandNode("leonardo");
    expect(explorer.graph.order).toBeGreaterThan(2);
    expect(positionsOf(explorer)).toMatchObject(before);
    expect(state().announcement?.id).toBe("said.expanded");
  });

  it("twice adds nothing", async () => {
    await explorer.expandNode("leonardo");
    const before = onScreen();
    await explorer.expandNode("leonardo");
    expect(onScreen()).toEqual(before);
    expect(state().announcement?.id).toBe("said.nothingToExpand");
  });

  it("can be taken back in one step, and that undone", async () => {
    const before = onScreen();
    await explorer.expandNode("leonardo");
    const expanded = onScreen();
    expect(broughtBy(explorer, "leonardo").length).toBe(expanded.length - before.length);
    await explorer.collapseNode("leonardo");
    expect(onScreen()).toEqual(before);
    expect(broughtBy(explorer, "leonardo").length).toBe(0);
    explorer.undo();
    expect(onScreen()).toEqual(expanded);
    expect(broughtBy(explorer, "leonardo").length).toBe(expanded.length - before.length);
  });

  it("is not taken back where a hand moved what it brought, or where that brought more", async () => {
    const before = onScreen();
    await explorer.expandNode("leonardo");
    const brought = onScreen().filter((id) => !before.includes(id));
    let hub = "";
    for (const id of brought) {
      const { now } = explorer.listSteps();
      if (hub === "") await explorer.expandNode(id);
      if (explorer.listSteps().now > now) hub = id;
    }
    const moved = brought.find((id) => id !== hub) ?? "";
    explorer.moveNode(moved, 200, 200);
    await explorer.collapseNode("leonardo");
    expect(onScreen().filter((id) => brought.includes(id))).toEqual([hub, moved].toSorted());
  });

  it("can be narrowed to one type", async () => {
    await explorer.expandNode("leonardo", { withoutKinds: await othersThan("TAUGHT.in.") });
    expect(onScreen()).toEqual(["leonardo", "verrocchio"]);
  });

  it("goes on within the choice of the time before, until another is made", async () => {
    const withoutKinds = await othersThan("TAUGHT.in.");
    await explorer.expandNode("leonardo", { withoutKinds });
    await explorer.expandNode("leonardo");
    expect(onScreen()).toEqual(["leonardo", "verrocchio"]);
    expect(state().announcement?.id).toBe("said.nothingChosen");
    await explorer.expandNode("leonardo", { withoutKinds: [] });
    expect(onScreen().length).toBeGreaterThan(2);
    expect(state().expansions).toEqual({});
  });

  it("adds the best connected first, no more at a time than chosen, and then the next", async () => {
    const all = await api.expandNode("leonardo", { limit: 100 });
    const inOrder = all.subgraph.nodes.slice(1).map(({ id }) => id);
    await explorer.expandNode("leonardo", { most: 2 });
    expect(onScreen()).toEqual(["leonardo", ...inOrder.slice(0, 2)].toSorted());
    await explorer.expandNode("leonardo");
    expect(onScreen()).toEqual(["leonardo", ...inOrder.slice(0, 4)].toSorted());
  });

  it("undone, goes by the choice of before", async () => {
    await explorer.expandNode("leonardo", { most: 2 });
    await explorer.expandNode("leonardo", { most: 1 });
    explorer.undo();
    expect(state().expansions).toEqual({ leonardo: { withoutKinds: [], most: 2 } });
    explorer.undo();
    expect(state().expansions).toEqual({});
  });

  it("joins newcomers to all that is on screen", async () => {
    await explorer.showNode("verrocchio-workshop");
    await explorer.expandNode("leonardo", { withoutKinds: await othersThan("TAUGHT.") });
    expect(explorer.graph.hasEdge("verrocchio.ran.verrocchio-workshop")).toBe(true);
  });

  it("brings back a neighbor that was hidden by hand", async () => {
    await explorer.expandNode("leonardo");
    explorer.hideNode("verrocchio");
    await explorer.expandNode("leonardo");
    expect(state().hidden.size).toBe(0);
  });

  it("is undone to the very same view", async () => {
    const before = positionsOf(explorer);
    await explorer.expandNode("leonardo");
    explorer.undo();
    expect(positionsOf(explorer)).toEqual(before);
    expect(explorer.graph.size).toBe(0);
  });
});

describe("small steps", () => {
  it.each([
    ["hiding", () => explorer.hideNode("leonardo"), () => state().hidden.has("leonardo")],
    ["moving", () => explorer.moveNode("leonardo", 5, 6), () => explorer.graph.getNodeAttribute("leonardo", "x") === 5],
    ["filtering", () => explorer.toggleFilter("labels", "Painter"), () => state().filters.labels["Painter"] === "dim"],
    ["showing what is not drawn", () => explorer.showUndrawn(true), () => state().showUndrawn],
  ])("%s can be undone and redone", (_name, act, isDone) => {
    expect(isDone()).toBe(false);
    act();
    expect(isDone()).toBe(true);
    explorer.undo();
    expect(isDone()).toBe(false);
    explorer.redo();
    expect(isDone()).toBe(true);
  });

  it("a drag that has already written its position is undone to where it began", () => {
    const before = positionsOf(explorer)["leonardo"];
    explorer.graph.mergeNodeAttributes("leonardo", { x: 1, y: 2 });
    explorer.moveNode("leonardo", 3, 4);
    explorer.undo();
    expect(positionsOf(explorer)["leonardo"]).toEqual(before);
  });

  it("a filter is set at once as is wanted, in one step", () => {
    explorer.toggleFilter("types", "MADE", "hide");
    expect(state().filters.types).toEqual({ MADE: "hide" });
    explorer.undo();
    expect(state().filters.types).toEqual({});
  });

  it("a filter goes from shown to dimmed to hidden and back", () => {
    const seen = [1, 2, 3].map(() => {
      explorer.toggleFilter("types", "MADE");
      return state().filters.types["MADE"];
    });
    expect(seen).toEqual(["dim", "hide", undefined]);
  });

  it("hiding what is selected, or an end of it, deselects it", () => {
    const [line = ""] = explorer.graph.edges("leonardo");
    explorer.select({ kind: "relationship", id: line });
    explorer.hideNode("leonardo");
    expect(state().selected).toBeNull();
    explorer.showHidden();
    expect(state().hidden.size).toBe(0);
  });
});

describe("what glides", () => {
  it("is looked at before undo, redo, grouping and ungrouping change the view", async () => {
    const seen: number[] = [];
    const nothing = () => {};
    explorer.registerCamera({
      fit: nothing,
      zoomIn: nothing,
      zoomOut: nothing,
      center: nothing,
      centerAbove: nothing,
      uncover: nothing,
      glide: () => seen.push(explorer.graph.order),
    });
    await explorer.openFreeView();
    await explorer.showNode("leonardo");
    const few = explorer.graph.order;
    await explorer.expandNode("leonardo");
    const many = explorer.graph.order;
    explorer.undo();
    explorer.redo();
    await explorer.groupTogether(explorer.graph.nodes());
    await explorer.ungroupNodes();
    expect(many).toBeGreaterThan(few);
    expect(seen).toEqual([many, few, many, many + 1]);
  });
});

describe("a path", () => {
  it("goes from the node where it was begun to the next one chosen", async () => {
    explorer.beginPath("verrocchio-workshop");
    explorer.select({ kind: "node", id: "leonardo-workshop" });
    await settled(explorer);
    const { pathFrom, paths, path } = state();
    expect(pathFrom).toBeNull();
    expect(paths?.answer.paths[0]?.nodes).toEqual(["verrocchio-workshop", "leonardo", "leonardo-workshop"]);
    expect([...(path?.nodes ?? [])]).toEqual(["verrocchio-workshop", "leonardo", "leonardo-workshop"]);
  });

  it("adds what it passes through and shows what was hidden", async () => {
    await explorer.openFreeView();
    await explorer.showNode("verrocchio");
    await explorer.showPath("verrocchio", "last-supper");
    expect(onScreen()).toEqual(expect.arrayContaining(["last-supper", "leonardo", "verrocchio"]));
    expect(explorer.graph.filterNodes((_, { placed }) => !placed)).toEqual([]);
    explorer.hideNode("leonardo");
    await explorer.showPath("verrocchio", "last-supper");
    expect(state().hidden.size).toBe(0);
  });

  it("is told to be missing where there is none", async () => {
    await explorer.showPath("florence", "florence");
    const said = state().problem?.kind ?? state().announcement?.id;
    expect(["invalid", "said.noPath", "said.path"]).toContain(said);
  });

  it("keeps away from a node, says that there is none, and is found again when that is dropped", async () => {
    await explorer.showPath("verrocchio", "last-supper");
    await explorer.changePath({ options: { without: ["leonardo"], maxLength: 2 } });
    expect(state().paths?.answer.paths).toEqual([]);
    expect([state().path, state().announcement?.id]).toEqual([null, "said.noPath"]);
    explorer.undo();
    expect([...(state().path?.nodes ?? [])]).toContain("leonardo");
    explorer.redo();
    await explorer.changePath({ options: { without: [] } });
    expect([...(state().path?.nodes ?? [])]).toContain("leonardo");
  });

  it("takes a third end, and gives it up again", async () => {
    await explorer.showPath("verrocchio", "last-supper");
    explorer.addPathEnd();
    await explorer.showNode("verrocchio-workshop");
    expect(state().paths?.ends).toEqual(["verrocchio", "last-supper", "verrocchio-workshop"]);
    expect(state().path?.nodes).toEqual(new Set(["verrocchio", "verrocchio-workshop", "last-supper", "leonardo"]));
    await explorer.changePath({ ends: ["verrocchio", "last-supper"] });
    expect(state().paths?.answer.paths).not.toEqual([]);
    expect(state().path?.nodes).toEqual(new Set(["verrocchio", "last-supper", "leonardo"]));
  });

  it("is closed and undone like any step", async () => {
    const before = positionsOf(explorer);
    await explorer.showPath("verrocchio-workshop", "last-supper");
    explorer.closePath();
    expect(state().path).toBeNull();
    explorer.undo();
    expect(state().path).not.toBeNull();
    explorer.undo();
    expect(positionsOf(explorer)).toEqual(before);
  });
});

describe("sizes by a measure", () => {
  it("are a step that can be undone, and no step where only the network has changed", async () => {
    await explorer.setStyle({ nodeSize: "degree" });
    await explorer.tellMeasures([{ id: "leonardo", degree: 1, betweenness: 0, pagerank: 0, community: 0 }]);
    await explorer.setStyle({ nodeSize: "pagerank" });
    explorer.undo();
    expect(state().style.nodeSize).toBe("degree");
    expect(state().measures?.size).toBe(1);
    explorer.undo();
    expect(state().style).toEqual(usualStyle);
    expect(state().canUndo).toBe(false);
  });
});

describe("language and size", () => {
  it("change no row: only x knows text and width", () => {
    const rows = () => Object.fromEntries(Object.entries(positionsOf(explorer)).map(([id, [, y]]) => [id, y]));
    const before = rows();
    explorer.setLanguage("zh-Hant");
    expect(rows()).toEqual(before);
    explorer.resizeStage(stage.width + 300, stage.height);
    expect(rows()).toEqual(before);
  });

  it("do not count as steps", () => {
    explorer.setLanguage("zh-Hans");
    explorer.resizeStage(900, 600);
    expect(state().canUndo).toBe(false);
  });
});

describe("search", () => {
  it("gives names, and nothing for nothing", async () => {
    expect((await explorer.search("leonardo"))?.[0]?.node.id).toBe("leonardo");
    expect(await explorer.search("   ")).toEqual([]);
  });

  it("tells a failure as null", async () => {
    explorer = makeExplorer(createApi(() => Promise.reject(new TypeError("down"))));
    expect(await explorer.search("x")).toBeNull();
  });
});

describe("unpinning", () => {
  it("lets what was moved by hand go back to its row, in one step", async () => {
    const before = positionsOf(explorer);
    explorer.moveNode("leonardo", 200, 210);
    explorer.moveNode("perugino", 300, 310);
    await explorer.releaseNodes();
    expect(positionsOf(explorer)).toEqual(before);
    explorer.undo();
    expect(positionsOf(explorer)).toMatchObject({ leonardo: [200, 210], perugino: [300, 310] });
  });

  it("of one leaves the others where they are", async () => {
    explorer.moveNode("leonardo", 200, 210);
    explorer.moveNode("perugino", 300, 310);
    await explorer.releaseNodes(["leonardo"]);
    expect(positionsOf(explorer)).toMatchObject({ perugino: [300, 310] });
    expect(positionsOf(explorer)["leonardo"]).not.toEqual([200, 210]);
  });
});
