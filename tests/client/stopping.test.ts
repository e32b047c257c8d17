import { describe, expect, it, vi } from "vitest";
import { createArrange } from "../../client/canvas/arrange.ts";
import type { Explorer } from "../../client/explorer.ts";
import { createExplorer } from "../../client/explorer/create.ts";
import { createGraph } from "../../client/view/graph.ts";
import { createExplorerStore } from "../../client/store.ts";
import { layOut } from "../../scene/layouts/jobs.ts";
import { positionsOf, serveFlorence, stage } from "./support.ts";

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

  it("that fails is told, and leaves everything where it was", async () => {
    const arrange = createArrange({
      measure: (text) => text.length * 7,
      lay: (job) => (job.layout === "grid" ? Promise.reject(new Error("Too deep.")) : layOut(job)),
    });
    const explorer = createExplorer({ api, store: createExplorerStore(), graph: createGraph(), arrange });
    explorer.resizeStage(stage.width, stage.height);
    await explorer.start();
    const { layout, canUndo } = explorer.store.getState();
    const before = positionsOf(explorer);
    await explorer.setLayout("grid");
    expect(explorer.store.getState()).toMatchObject({ arranging: null, layout, canUndo, problem: { kind: "layout" } });
    expect(positionsOf(explorer)).toEqual(before);
  });
});
