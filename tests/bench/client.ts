/** Asks a server over HTTP, one request after another or several at once, over connections that stay open. */
import http from "node:http";
import { timed } from "./figures.ts";

const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });

/** Reads the whole answer, which must be a 200. */
export function ask(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    http
      .get(address, { agent }, (response) => {
        response.on("error", reject);
        response.on("end", () =>
          response.statusCode === 200 ? resolve() : reject(new Error(`${address} answers ${response.statusCode}`)),
        );
        response.resume();
      })
      .on("error", reject);
  });
}

/** Requests in a second, with so many under way at any time. */
export async function throughput(addresses: readonly string[], atOnce: number): Promise<number> {
  const pending = addresses[Symbol.iterator]();
  const took = await timed(() =>
    Promise.all(
      Array.from({ length: atOnce }, async () => {
        for (const address of pending) await ask(address);
      }),
    ),
  );
  return (addresses.length / took) * 1000;
}
