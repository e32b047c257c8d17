/** Measuring in a worker of its own, which is ended with the work or when it is given up. */
import type { MeasuredNetwork, NodeMeasures } from "../../scene/network-measures.ts";

/** Rejects with an AbortError where `signal` gives the work up. */
export function measureInWorker(network: MeasuredNetwork, signal: AbortSignal): Promise<NodeMeasures[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./measures.worker.ts", import.meta.url), { type: "module" });
    const end = () => worker.terminate();
    worker.addEventListener("message", ({ data }: MessageEvent<NodeMeasures[]>) => {
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
    worker.postMessage(network, { transfer: [] });
  });
}
