/** The explorer as the browser has it, over the real server app in this process and a ruler of equal letters. */
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { type Api, type Fetch, createApi } from "../../client/api.ts";
import { createArrange } from "../../client/canvas/arrange.ts";
import type { Explorer } from "../../client/explorer.ts";
import { createExplorer } from "../../client/explorer/create.ts";
import { createGraph } from "../../client/view/graph.ts";
import { createExplorerStore } from "../../client/store.ts";
import { type CypherAnswer, consoleLimits } from "../../schema/console.ts";
import type { Subgraph } from "../../schema/graph.ts";
import { createApp } from "../../server/app.ts";
import type { GraphDatabase } from "../../server/database/database.ts";
import { openGrafeo } from "../../server/database/grafeo.ts";
import { readQuestions } from "../../server/questions/index.ts";
import { loadSeeds, readDataset } from "../../server/seed/index.ts";

const florence = join(import.meta.dirname, "../datasets/florence");

/** Serves the workshops of Florence for a suite; `fetch` is there once the suite runs. */
export const serveFlorence = () => serveFolder(florence);

/** Serves a data set for a suite; its folder may be gone once the suite runs. */
export function serveFolder(folder: string): { fetch: Fetch; api: Api } {
  let database: GraphDatabase | undefined;
  let answer: Fetch = () => Promise.reject(new Error("The suite has not begun."));
  beforeAll(async () => {
    database = await openGrafeo();
    const dataset = await readDataset(folder);
    await loadSeeds(database, dataset);
    const app = createApp({ database, dataset, questions: await readQuestions(dataset.folder) });
    answer = async (path, init) => {
      // As browsers tell it.
      const headers = new Headers(init?.headers);
      if (typeof init?.body === "string") headers.set("Content-Length", String(Buffer.byteLength(init.body)));
      return app.request(path, { ...init, headers });
    };
  });
  afterAll(() => database?.close());
  const fetch: Fetch = (path, init) => answer(path, init);
  return { fetch, api: createApi(fetch) };
}

export const stage = { width: 1140, height: 700 };

/** An explorer on a stage of a laptop's size; it has opened nothing yet. */
export function makeExplorer(api: Api, { width, height } = stage): Explorer {
  const arrange = createArrange({ measure: (text) => text.length * 7 });
  const explorer = createExplorer({ api, store: createExplorerStore(), graph: createGraph(), arrange });
  explorer.resizeStage(width, height);
  return explorer;
}

/** The console as it is once a query was answered with this graph. */
export function answerConsole({ store }: Pick<Explorer, "store">, subgraph: Subgraph): void {
  const answer: CypherAnswer = {
    engine: "grafeo",
    columns: [],
    rows: [],
    truncated: null,
    milliseconds: 1,
    warnings: [],
    subgraph,
    limits: consoleLimits,
  };
  store.setState(({ cypher }) => ({ cypherOutcome: { ...cypher, state: "answered", answer } }));
}

/** Positions of all nodes, to see what moved. */
export function positionsOf({ graph }: Pick<Explorer, "graph">): Record<string, [number, number]> {
  return Object.fromEntries(graph.mapNodes((id, { x, y }) => [id, [x, y]]));
}

/** Waits until nothing is asked of the server any more. */
export async function settled({ store }: Pick<Explorer, "store">): Promise<void> {
  if (!store.getState().busy) return;
  await new Promise<void>((resolve) => {
    const stop = store.subscribe(({ busy }) => {
      if (busy) return;
      stop();
      resolve();
    });
  });
}
