import { describe, expect, it } from "vitest";
import { again } from "../../client/again.ts";
import { createApi } from "../../client/api.ts";
import { type WorkerPort, startWorker } from "../../client/page/worker.ts";

/** Fails so many times before it answers. */
function failing<T>(times: number, answer: T) {
  const tries = { count: 0 };
  const work = async (): Promise<T> => {
    tries.count += 1;
    if (tries.count <= times) throw new TypeError(`Cut off ${tries.count}.`);
    return answer;
  };
  return { tries, work };
}

describe("work that is cut off", () => {
  it("is done again until it succeeds", async () => {
    const { work, tries } = failing(2, "here");
    expect(await again(work, [0, 0])).toBe("here");
    expect(tries.count).toBe(3);
  });

  it("fails as its last try did, once there is no other", async () => {
    const { work } = failing(9, "here");
    await expect(again(work, [0, 0])).rejects.toThrow("Cut off 3.");
  });

  it("is not done again where that is not worth it", async () => {
    const { work, tries } = failing(1, "here");
    await expect(again(work, [0, 0], () => false)).rejects.toThrow("Cut off 1.");
    expect(tries.count).toBe(1);
  });
});

describe("a request of the API", () => {
  const over = (times: number, answer: () => Response) => {
    const { tries, work } = failing(times, answer);
    return { tries, api: createApi(async () => (await work())()) };
  };

  it("is asked once more when it is cut off", async () => {
    const { api, tries } = over(1, () => Response.json([]));
    expect(await api.listQuestions()).toEqual([]);
    expect(tries.count).toBe(2);
  });

  it("is asked once more when its answer is cut off", async () => {
    let count = 0;
    const cut = new ReadableStream({ pull: (stream) => stream.error(new TypeError("network error")) });
    const api = createApi(async () => (++count === 1 ? new Response(cut) : Response.json([])));
    expect(await api.listQuestions()).toEqual([]);
  });

  it("is told as unreachable when it is cut off twice", async () => {
    const { api, tries } = over(2, () => Response.json([]));
    await expect(api.listQuestions()).rejects.toMatchObject({ kind: "offline" });
    expect(tries.count).toBe(2);
  });

  it("is asked once where the server answers with an error", async () => {
    const { api, tries } = over(0, () => new Response("broken", { status: 503 }));
    await expect(api.listQuestions()).rejects.toMatchObject({ kind: "server" });
    expect(tries.count).toBe(1);
  });

  it("is asked once where it is given up", async () => {
    let count = 0;
    const api = createApi(async () => {
      count += 1;
      throw new DOMException("Given up.", "AbortError");
    });
    await expect(api.listQuestions()).rejects.toMatchObject({ name: "AbortError" });
    expect(count).toBe(1);
  });

  it("is asked once where it is a query of one's own", async () => {
    const { api, tries } = over(1, () => Response.json([]));
    await expect(api.runCypher("RETURN 1 AS one", {})).rejects.toMatchObject({ kind: "offline" });
    expect(tries.count).toBe(1);
  });
});

describe("a worker", () => {
  /** A channel whose other end doubles what it hears; of the first so many, the script does not come. */
  function doubling(unread: number, error = () => new Event("error")) {
    const counts = { started: 0, ended: 0 };
    const start = (): WorkerPort => {
      counts.started += 1;
      const isUnread = counts.started <= unread;
      const { port1, port2 } = new MessageChannel();
      const ends = new EventTarget();
      port2.addEventListener("message", ({ data }) => port2.postMessage((data as number) * 2, { transfer: [] }));
      port1.addEventListener("message", ({ data }) => ends.dispatchEvent(new MessageEvent("message", { data })));
      if (isUnread) queueMicrotask(() => ends.dispatchEvent(error()));
      else for (const port of [port1, port2]) port.start();
      return {
        addEventListener: ends.addEventListener.bind(ends) as WorkerPort["addEventListener"],
        postMessage: (message: unknown) => port1.postMessage(message, { transfer: [] }),
        terminate: () => {
          counts.ended += 1;
          for (const port of [port1, port2]) port.close();
        },
      };
    };
    return { start, counts };
  }

  const firstOf = (worker: WorkerPort) =>
    new Promise((resolve, reject) => {
      worker.addEventListener("message", ({ data }) => resolve(data));
      worker.addEventListener("error", () => reject(new Error("It broke.")));
    });

  it("whose script does not come is started anew, and hears all that it was told", async () => {
    const { start, counts } = doubling(2);
    const worker = startWorker(start, [0, 0]);
    const answer = firstOf(worker);
    worker.postMessage(21, { transfer: [] });
    expect(await answer).toBe(42);
    worker.terminate();
    expect(counts).toEqual({ started: 3, ended: 3 });
  });

  it("whose script never comes tells so", async () => {
    const { start, counts } = doubling(9);
    await expect(firstOf(startWorker(start, [0, 0]))).rejects.toThrow("It broke.");
    expect(counts.started).toBe(3);
  });

  it("whose script fails is not started anew", async () => {
    const { start, counts } = doubling(9, () => Object.assign(new Event("error"), { message: "x is not defined" }));
    await expect(firstOf(startWorker(start, [0, 0]))).rejects.toThrow("It broke.");
    expect(counts.started).toBe(1);
  });
});
