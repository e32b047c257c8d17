/** A server of a test's own, whose data set can be edited and loaded again. */
import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { temporaryFolder } from "../support/temporary-folder.ts";

/** A port that nothing listens on now. */
const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        typeof address === "object" && address ? resolve(address.port) : reject(new Error("No port")),
      );
    });
  });

export interface Edit {
  file: string;
  /** Must stand in the file. */
  replace: string | RegExp;
  by: string;
}

export interface OwnServer {
  address: string;
  /** Stops the program, changes the files of its data set, and starts it again over the same data. */
  restartEdited(...edits: Edit[]): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the program over a copy of a data set. Rejects where it does not get ready. */
export async function startOwnServer(dataset: string): Promise<OwnServer> {
  const folder = temporaryFolder("own");
  const seeds = join(folder, "seeds");
  cpSync(dataset, seeds, { recursive: true });
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  let running: ChildProcess | null = null;

  async function start(): Promise<void> {
    const said: string[] = [];
    const env = { ...process.env, PORT: String(port), SEEDS: seeds, DATA_FOLDER: join(folder, "data") };
    const started = spawn(process.execPath, ["--import", "tsx", "command/serve.ts"], {
      env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    running = started;
    for (const stream of [started.stdout, started.stderr]) stream.on("data", (text) => said.push(String(text)));
    for (let attempt = 0; attempt < 400; attempt++) {
      if (started.exitCode !== null) throw new Error(said.join(""));
      const isReady = await fetch(`${address}/api/ready`).then(
        ({ ok }) => ok,
        () => false,
      );
      if (isReady) return;
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
    throw new Error(`The server did not get ready: ${said.join("")}`);
  }

  async function end(): Promise<void> {
    const ending = running;
    running = null;
    if (ending === null || ending.exitCode !== null) return;
    const ended = new Promise((resolve) => ending.once("exit", resolve));
    ending.kill("SIGTERM");
    await ended;
  }

  await start();
  return {
    address,
    async restartEdited(...edits) {
      await end();
      for (const { file, replace, by } of edits) {
        const path = join(seeds, file);
        const text = readFileSync(path, "utf8");
        const changed = text.replace(replace, () => by);
        if (changed === text) throw new Error(`${file} has no ${String(replace)}`);
        writeFileSync(path, changed);
      }
      await start();
    },
    async stop() {
      await end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
