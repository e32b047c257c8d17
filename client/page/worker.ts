/** Workers that get over a moment without a network. */
import { usualPauses } from "../again.ts";

/** What is used of a worker. */
export type WorkerPort = Pick<Worker, "addEventListener" | "postMessage" | "terminate">;

/** Milliseconds before each further start: one more than elsewhere, as a script may import what imports more. */
const startPauses: readonly number[] = [...usualPauses, 1000];

/** A script that did not come is told by an event without a message; one that fails tells what failed. */
const isUnread = (event: Event): boolean => event.type === "error" && !("message" in event);

/** A worker that is started anew, and told again all that it was told, where its script could not be read; then its error is heard. */
export function startWorker(start: () => WorkerPort, pauses = startPauses): WorkerPort {
  let told: unknown[] = [];
  let hasBegun = false;
  let isEnded = false;
  const heard: Parameters<WorkerPort["addEventListener"]>[] = [];
  const left = [...pauses];
  let worker = begin();

  function begin(): WorkerPort {
    const started = start();
    started.addEventListener("message", () => {
      hasBegun = true;
      told = [];
    });
    started.addEventListener("error", (event) => {
      const pause = left[0];
      if (hasBegun || pause === undefined || !isUnread(event)) return;
      event.stopImmediatePropagation();
      left.shift();
      started.terminate();
      setTimeout(() => {
        if (isEnded) return;
        worker = begin();
        for (const [type, listener, options] of heard) worker.addEventListener(type, listener, options);
        for (const message of told) worker.postMessage(message, { transfer: [] });
      }, pause);
    });
    return started;
  }

  return {
    addEventListener(...listened: Parameters<WorkerPort["addEventListener"]>) {
      if (!hasBegun) heard.push(listened);
      worker.addEventListener(...listened);
    },
    postMessage(message: unknown) {
      if (!hasBegun) told.push(message);
      worker.postMessage(message, { transfer: [] });
    },
    terminate() {
      isEnded = true;
      worker.terminate();
    },
  };
}
