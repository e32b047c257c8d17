/** Measuring in a worker of its own, which is ended with the work or when it is given up. */
import type { MeasuredNetwork, NodeMeasures } from "../../scene/network-measures.ts";
import type { ExplorerGraph } from "../view/graph.ts";
import { startWorker } from "../page/worker.ts";
import type { ExplorerState } from "../store.ts";
import type { Measured, MeasuringTask } from "./measures.worker.ts";
import { drawnNetwork, usesMeasures } from "./drawn-network.ts";

/** The state with the measures that its sizes, colors and filters go by, where there is no page too, as on the command line. */
export async function withMeasures(state: ExplorerState, graph: ExplorerGraph): Promise<ExplorerState> {
  if (!usesMeasures(state)) return state;
  const measures = await measureHere(drawnNetwork(state, graph));
  return { ...state, measures: new Map(measures.map((each) => [each.id, each])) };
}

/** In a worker; where there is none, as on the command line, here and now. */
export async function measureHere(network: MeasuredNetwork): Promise<NodeMeasures[]> {
  if (typeof Worker !== "undefined") return measureInWorker(network, new AbortController().signal);
  return (await import("../../scene/network-measures.ts")).measureNetwork(network);
}

/** The number of each node's community, likewise. */
export async function findCommunities(network: MeasuredNetwork): Promise<Map<string, number>> {
  if (typeof Worker !== "undefined") return work("findCommunities", network, new AbortController().signal);
  return (await import("../../scene/network-measures.ts")).findCommunities(network);
}

/** Rejects with an AbortError where `signal` gives the work up. */
export const measureInWorker = (network: MeasuredNetwork, signal: AbortSignal): Promise<NodeMeasures[]> =>
  work("measureNetwork", network, signal);

function work<Task extends MeasuringTask>(
  task: Task,
  network: MeasuredNetwork,
  signal: AbortSignal,
): Promise<Measured<Task>> {
  return new Promise((resolve, reject) => {
    const worker = startWorker(() => new Worker(new URL("./measures.worker.ts", import.meta.url), { type: "module" }));
    const end = () => worker.terminate();
    worker.addEventListener("message", ({ data }: MessageEvent<Measured<Task>>) => {
      end();
      resolve(data);
    });
    worker.addEventListener("error", (event) => {
      end();
      reject(new Error(`Measuring failed: ${event.message}`));
    });
    signal.addEventListener("abort", () => {
      end();
      reject(new DOMException("Measuring was given up.", "AbortError"));
    });
    worker.postMessage({ task, network }, { transfer: [] });
  });
}
