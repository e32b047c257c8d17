/** Serves a loaded graph by our app and by the bare server, and times the adapter alone; run.ts starts it as a process. */
import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createApp } from "../../server/app.ts";
import { listen } from "../../server/listen.ts";
import { anyPath, findPaths } from "../../server/queries/index.ts";
import { readQuestions } from "../../server/questions/index.ts";
import type { Served } from "../../server/routes/served.ts";
import { search } from "../../server/search/search.ts";
import { letters, someEntities, somePairs, words } from "./asked.ts";
import { createBareServer, expandBare } from "./bare.ts";
import { timed, timeEach } from "./figures.ts";
import { emptyDataset, type GraphSize } from "./graph.ts";
import { openPlace, type Place } from "./places.ts";

export interface ServeOrder {
  readonly place: Place;
  readonly size: GraphSize;
}

export interface Serving {
  /** Addresses of our app and of the bare server. */
  readonly app: string;
  readonly bare: string;
  /** Milliseconds until the database is open. */
  readonly opening: number;
  /** Milliseconds of each call, without HTTP. */
  readonly alone: {
    readonly expand: number[];
    readonly words: number[];
    readonly letters: number[];
    readonly paths: number[];
  };
}

async function serve({ place, size }: ServeOrder): Promise<Serving> {
  const began = performance.now();
  const database = await openPlace(place);
  const opening = performance.now() - began;
  const dataset = emptyDataset(size);
  const served: Served = { database, dataset, questions: await readQuestions() };

  const app = await listen(0, "127.0.0.1");
  app.serve(createApp(served).fetch);
  const bare = createBareServer(served).listen(0, "127.0.0.1");
  await once(bare, "listening");

  const find = (query: string) => search(database, { query, limit: 10 });
  const walk = (ends: { from: string; to: string }) => findPaths(database, { ...anyPath, ...ends });
  const expand = (id: string) => expandBare(database, id);
  await timed(() => timeEach([...letters, ...words], find));
  await timeEach(someEntities(size, 200, 9), expand);
  await timeEach(somePairs(size, 20), walk);
  const rounds = Array.from({ length: 5 });
  return {
    app: app.address,
    bare: addressOf(bare),
    opening,
    alone: {
      expand: await timeEach(someEntities(size, 2000), expand),
      words: await timeEach(
        rounds.flatMap(() => words),
        find,
      ),
      letters: await timeEach(
        rounds.flatMap(() => letters),
        find,
      ),
      paths: await timeEach(somePairs(size, 300), walk),
    },
  };
}

const addressOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

process.once("message", (order: ServeOrder) => {
  void serve(order).then((serving) => process.send?.(serving));
  process.on("message", () => process.send?.({ memory: process.memoryUsage().rss }));
});
