import { describe, expect, it } from "vitest";
import { answerJobs } from "../../../client/canvas/layout-jobs.ts";
import { createLayoutWorker } from "../../../client/canvas/layout-worker.ts";
import type { LayoutJob } from "../../../scene/layouts/jobs.ts";
import type { OrganicInput } from "../../../scene/layouts/organic.ts";

const box = { left: -6, right: 60, top: -8, bottom: 8 };
const input: OrganicInput = {
  nodes: ["leonardo", "verrocchio", "lorenzo"].map((id) => ({ id, radius: 6, box })),
  links: [{ source: "leonardo", target: "verrocchio" }],
  fixed: {},
  width: 600,
  height: 400,
  margin: { top: 20, right: 20, bottom: 20, left: 20 },
};
const sound: LayoutJob = { layout: "organic", input };
/** No layout can read it. */
const broken = { layout: "organic", input: null } as unknown as LayoutJob;

/** The worker's own code at the other end of a channel; how many were started and ended. */
function atAChannel() {
  const counts = { started: 0, ended: 0 };
  const worker = createLayoutWorker(() => {
    const { port1, port2 } = new MessageChannel();
    counts.started += 1;
    answerJobs(port2);
    for (const port of [port1, port2]) port.start();
    return Object.assign(port1, {
      terminate: () => {
        counts.ended += 1;
        port1.close();
      },
    });
  });
  return { worker, counts };
}

describe("a layout worker", () => {
  it("fails the one job that cannot be done, and does the others", async () => {
    const { worker, counts } = atAChannel();
    const before = worker(sound);
    const failing = worker(broken);
    const after = worker(sound);
    await expect(failing).rejects.toThrow("The layout failed");
    const [one, other] = await Promise.all([before, after]);
    expect(Object.keys(one.points).toSorted()).toEqual(["leonardo", "lorenzo", "verrocchio"]);
    expect(other).toEqual(one);
    expect(counts).toEqual({ started: 1, ended: 0 });
  });

  it("ends what is stopped while it works, and does what waited behind it", async () => {
    const { worker, counts } = atAChannel();
    const stop = new AbortController();
    const stopped = worker(sound, stop.signal);
    const next = worker(sound);
    stop.abort();
    await expect(stopped).rejects.toMatchObject({ name: "AbortError" });
    expect(Object.keys((await next).points)).toHaveLength(3);
    expect(counts).toEqual({ started: 2, ended: 1 });
  });

  it("takes what is stopped before its turn off the list, and goes on with its work", async () => {
    const { worker, counts } = atAChannel();
    const stop = new AbortController();
    const working = worker(sound);
    const stopped = worker(sound, stop.signal);
    stop.abort();
    await expect(stopped).rejects.toMatchObject({ name: "AbortError" });
    expect(Object.keys((await working).points)).toHaveLength(3);
    expect(counts).toEqual({ started: 1, ended: 0 });
  });

  it("does not begin what was stopped before it was asked for", async () => {
    const { worker, counts } = atAChannel();
    const stopped = worker(sound, AbortSignal.abort());
    await expect(stopped).rejects.toMatchObject({ name: "AbortError" });
    expect(counts).toEqual({ started: 0, ended: 0 });
  });
});
