import { describe, expect, it, vi } from "vitest";
import { createArrange } from "../../client/canvas/arrange.ts";
import type { Explorer } from "../../client/explorer.ts";
import { createExplorer } from "../../client/explorer/create.ts";
import { createGraph } from "../../client/view/graph.ts";
import { createExplorerStore } from "../../client/store.ts";
import { type LayoutJob, layOut, orderRows } from "../../scene/layouts/jobs.ts";
import { answerConsole, positionsOf, serveFlorence, stage } from "./support.ts";

const { api } = serveFlorence();

/** An explorer whose grid is worked out for ever, as a worker might; stopped, it rejects like one. */
async function openSlow(signals: (AbortSignal | undefined)[] = []): Promise<Explorer> {
  const arrange = createArrange({
    measure: (text) => text.length * 7,
    lay: (job, stop) => {
      if (job.layout !== "grid") return layOut(job);
      signals.push(stop);
      return new Promise((_resolve, reject) => stop?.addEventListener("abort", () => reject(stop.reason as Error)));
    },
  });
  const explorer = createExplorer({ api, store: createExplorerStore(), graph: createGraph(), arrange });
  explorer.resizeStage(stage.width, stage.height);
  await explorer.start();
  return explorer;
}

describe("a layout under way", () => {
  it("is named, and stopped it leaves everything where it was, with nothing to undo", async () => {
    const explorer = await openSlow();
    const { layout, canUndo } = explorer.store.getState();
    const before = positionsOf(explorer);
    const laid = explorer.setLayout("grid");
    expect(explorer.store.getState().arranging).toBe("grid");
    explorer.stopArranging();
    await laid;
    expect(explorer.store.getState()).toMatchObject({ arranging: null, layout, canUndo });
    expect(positionsOf(explorer)).toEqual(before);
  });

  it("gives way to the one that is asked for next", async () => {
    const explorer = await openSlow();
    const grid = explorer.setLayout("grid");
    await explorer.setLayout("organic");
    await grid;
    expect(explorer.store.getState()).toMatchObject({ arranging: null, layout: "organic" });
  });

  it("ends with the view that it was for, and so do those that overtook it", async () => {
    const signals: (AbortSignal | undefined)[] = [];
    const explorer = await openSlow(signals);
    const opened = explorer.openLink("?layout=grid");
    await vi.waitUntil(() => signals.length === 1);
    explorer.setLanguage("zh-Hant");
    await vi.waitUntil(() => signals.length === 2);
    await explorer.openFreeView();
    await opened;
    expect(signals.map((signal) => signal?.aborted)).toEqual([true, true]);
  });
});

/** An explorer on its first view whose layouts of some kinds fail from then on, as a worker does that breaks. */
async function openFailing(...kinds: LayoutJob["layout"][]): Promise<Explorer> {
  let isSound = true;
  const arrange = createArrange({
    measure: (text) => text.length * 7,
    lay: (job) => (!isSound && kinds.includes(job.layout) ? Promise.reject(new Error("Too deep.")) : layOut(job)),
    order: (job) => (isSound ? orderRows(job) : Promise.reject(new Error("Too deep."))),
  });
  const explorer = createExplorer({ api, store: createExplorerStore(), graph: createGraph(), arrange });
  explorer.resizeStage(stage.width, stage.height);
  await explorer.start();
  if (kinds.includes("timeline")) await explorer.setLayout("timeline");
  isSound = false;
  return explorer;
}

describe("a layout that fails", () => {
  it("is told, and leaves everything where it was", async () => {
    const explorer = await openFailing("grid");
    const { layout, canUndo } = explorer.store.getState();
    const before = positionsOf(explorer);
    await explorer.setLayout("grid");
    expect(explorer.store.getState()).toMatchObject({ arranging: null, layout, canUndo, problem: { kind: "layout" } });
    expect(positionsOf(explorer)).toEqual(before);
  });

  it.each([
    ["an expansion", (explorer: Explorer) => explorer.expandNode("ghirlandaio")],
    ["what is added", (explorer: Explorer) => explorer.addNode("last-supper")],
  ] as const)("keeps %s off the screen, and can be tried again", async (_what, bring) => {
    const explorer = await openFailing("timeline");
    const before = positionsOf(explorer);
    const steps = explorer.listSteps().views.length;
    await bring(explorer);
    expect(explorer.store.getState().problem).toMatchObject({ kind: "layout", retry: expect.any(Function) });
    expect(positionsOf(explorer)).toEqual(before);
    expect(explorer.listSteps().views).toHaveLength(steps);
  });

  it("keeps an answer of the console off the screen", async () => {
    const explorer = await openFailing("timeline");
    const before = positionsOf(explorer);
    answerConsole(explorer, await api.getSubgraph(["last-supper"]));
    await explorer.showCypherGraph("add");
    expect(explorer.store.getState().problem).toMatchObject({ kind: "layout", retry: expect.any(Function) });
    expect(positionsOf(explorer)).toEqual(before);
  });

  it.each([
    ["columns", "alumni-of", { companies: ["verrocchio-workshop", "ghirlandaio-workshop"] }],
    ["a network", "everything", {}],
  ] as const)("opens a question drawn as %s all the same, in rows, as a step", async (_drawing, question, asked) => {
    const explorer = await openFailing("organic", "layered");
    const before = positionsOf(explorer);
    await explorer.openQuestion(question, asked);
    const { problem, layout, answer } = explorer.store.getState();
    expect({ problem: problem?.kind, layout }).toEqual({ problem: "rows", layout: "organic" });
    const places = Object.values(positionsOf(explorer)).map(String);
    expect(places).toHaveLength(answer?.subgraph.nodes.length ?? 0);
    expect(new Set(places).size).toBe(places.length);
    explorer.undo();
    expect(positionsOf(explorer)).toEqual(before);
  });
});
