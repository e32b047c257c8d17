import { describe, expect, it } from "vitest";
import { createArrange } from "../../client/canvas/arrange.ts";
import type { Explorer } from "../../client/explorer.ts";
import { createExplorer } from "../../client/explorer/create.ts";
import { createGraph, guidesOf } from "../../client/view/graph.ts";
import { createExplorerStore } from "../../client/store.ts";
import { type LayoutJob, layOut } from "../../scene/layouts/jobs.ts";
import { positionsOf, serveFlorence, settled, stage } from "./support.ts";

const { api } = serveFlorence();

/** An explorer whose layouts of this kind wait until they are let go, as in a worker that is busy. */
async function openWaiting(
  kind: LayoutJob["layout"],
): Promise<{ explorer: Explorer; letGo: () => void; begun: Promise<void> }> {
  let letGo = () => {};
  let begin = () => {};
  const free = new Promise<void>((resolve) => (letGo = resolve));
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const arrange = createArrange({
    measure: (text) => text.length * 7,
    lay: async (job) => {
      if (job.layout !== kind) return layOut(job);
      begin();
      await free;
      return layOut(job);
    },
  });
  const explorer = createExplorer({ api, store: createExplorerStore(), graph: createGraph(), arrange });
  explorer.resizeStage(stage.width, stage.height);
  await explorer.start();
  return { explorer, letGo, begun };
}

describe("a layout that comes late", () => {
  it("moves nothing of the view that undo has brought back", async () => {
    const { explorer, letGo, begun } = await openWaiting("grid");
    await explorer.expandNode("ghirlandaio");
    const laid = explorer.setLayout("grid");
    await begun;
    explorer.undo();
    const before = positionsOf(explorer);
    letGo();
    await laid;
    expect(positionsOf(explorer)).toEqual(before);
    expect(guidesOf(explorer.graph)).toBeNull();
    expect(explorer.store.getState()).toMatchObject({ arranging: null, layout: "columns" });
  });

  it("is given up where the present layout is asked for again", async () => {
    const { explorer, letGo, begun } = await openWaiting("grid");
    const { layout } = explorer.store.getState();
    const laid = explorer.setLayout("grid");
    await begun;
    await explorer.setLayout(layout);
    letGo();
    await laid;
    expect(explorer.store.getState().layout).toBe(layout);
  });
});

describe("a link that another view has overtaken", () => {
  it("puts nothing of its own on that view", async () => {
    const { explorer, letGo, begun } = await openWaiting("grid");
    const opened = explorer.openLink("?layout=grid&time=1480&hide=leonardo");
    await begun;
    await explorer.openFreeView();
    letGo();
    await opened;
    await settled(explorer);
    expect(explorer.store.getState()).toMatchObject({ answer: null, time: null, hidden: new Set() });
  });
});

describe("newcomers where places mean something", () => {
  it("are laid out where all layouts are, once, and stand as they would if laid out with the rest", async () => {
    const asked: string[] = [];
    const measure = (text: string) => text.length * 7;
    const lay = (job: LayoutJob) => {
      asked.push(job.layout);
      return layOut(job);
    };
    const arrange = createArrange({ measure, lay });
    const explorer = createExplorer({ api, store: createExplorerStore(), graph: createGraph(), arrange });
    explorer.resizeStage(stage.width, stage.height);
    await explorer.start();
    await explorer.setLayout("grid");
    asked.length = 0;
    await explorer.expandNode("ghirlandaio");
    expect(asked).toEqual(["grid"]);
    const places = positionsOf(explorer);
    await arrange.arrangeAnswer(explorer.store.getState(), explorer.graph);
    expect(positionsOf(explorer)).toEqual(places);
  });

  it("come not at all where another view has come meanwhile", async () => {
    const { explorer, letGo, begun } = await openWaiting("timeline");
    explorer.store.setState({ layout: "timeline" });
    const expanded = explorer.expandNode("ghirlandaio");
    await begun;
    await explorer.openFreeView();
    letGo();
    await expanded;
    expect(explorer.graph.order).toBe(0);
  });

  it("are not laid out at all where another view came while the server was asked for them", async () => {
    const asked: string[] = [];
    let answer = () => {};
    let ask = () => {};
    const answered = new Promise<void>((resolve) => (answer = resolve));
    const begun = new Promise<void>((resolve) => (ask = resolve));
    const arrange = createArrange({
      measure: (text) => text.length * 7,
      lay: (job) => {
        asked.push(job.layout);
        return layOut(job);
      },
    });
    const slow: typeof api = {
      ...api,
      getSubgraph: async (ids) => {
        ask();
        await answered;
        return api.getSubgraph(ids);
      },
    };
    const explorer = createExplorer({ api: slow, store: createExplorerStore(), graph: createGraph(), arrange });
    explorer.resizeStage(stage.width, stage.height);
    await explorer.start();
    await explorer.setLayout("grid");
    explorer.toggleFilter("labels", "Painter");
    asked.length = 0;
    const expanded = explorer.expandNode("ghirlandaio");
    await begun;
    explorer.undo();
    answer();
    await expanded;
    expect(asked).toEqual([]);
  });
});
