/** Stands between a client and a server, so that a test can make the way slow, silent or broken. */
import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

export interface TcpProxy {
  /** Where it listens, as `127.0.0.1:port`. */
  readonly host: string;
  /** How many clients are connected now. */
  readonly connections: () => number;
  /** From now on each piece arrives so many milliseconds later. */
  readonly delay: (milliseconds: number) => void;
  /** Keeps connections open and takes new ones, but lets nothing through, as a stopped process would. */
  readonly freeze: () => void;
  /** What was held back goes through, and everything after it. */
  readonly thaw: () => void;
  /** Those that are connected stay so and hear nothing more, as of a machine that vanished; new ones pass. */
  readonly strand: () => void;
  /** Breaks every connection and takes no new one, as a killed process would. */
  readonly cut: () => Promise<void>;
  /** Takes connections again, at the same port. */
  readonly restore: () => Promise<void>;
}

/** Starts a proxy before `target`, an address such as `127.0.0.1:7687`; `cut` also ends it. */
export async function startProxy(target: string): Promise<TcpProxy> {
  const { hostname, port: targetPort } = new URL(`tcp://${target}`);
  const pairs = new Set<readonly [Socket, Socket]>();
  const stranded = new WeakSet<Socket>();
  let lag = 0;
  let frozen = false;

  function pass(from: Socket, to: Socket): void {
    from.on("data", (piece) => {
      if (lag === 0) to.write(piece);
      else setTimeout(() => to.write(piece), lag);
    });
    from.on("end", () => setTimeout(() => to.end(), lag));
  }

  const server = createServer((client) => {
    const upstream = connect(Number(targetPort), hostname);
    const pair = [client, upstream] as const;
    pairs.add(pair);
    pass(client, upstream);
    pass(upstream, client);
    for (const socket of pair) {
      if (frozen) socket.pause();
      // A broken end breaks the other; the error itself is what the test asked for.
      socket.on("error", () => {});
      socket.on("close", () => {
        pairs.delete(pair);
        for (const end of pair) end.destroy();
      });
    }
  });

  async function listen(port: number): Promise<number> {
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
    return (server.address() as AddressInfo).port;
  }
  const port = await listen(0);

  return {
    host: `127.0.0.1:${port}`,
    connections: () => pairs.size,
    delay(milliseconds) {
      lag = milliseconds;
    },
    freeze() {
      frozen = true;
      for (const socket of [...pairs].flat()) socket.pause();
    },
    thaw() {
      frozen = false;
      for (const socket of [...pairs].flat()) if (!stranded.has(socket)) socket.resume();
    },
    strand() {
      for (const socket of [...pairs].flat()) {
        socket.pause();
        stranded.add(socket);
      }
    },
    async cut() {
      if (!server.listening) return;
      const closed = once(server, "close");
      server.close();
      for (const socket of [...pairs].flat()) socket.resetAndDestroy();
      await closed;
    },
    async restore() {
      frozen = false;
      lag = 0;
      if (!server.listening) await listen(port);
    },
  };
}
