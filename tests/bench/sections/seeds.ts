/** The program itself with the seeds of this repository: the first start and the second, each until it serves. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { median, ms, timed } from "../figures.ts";
import type { Report } from "../report.ts";

const root = path.resolve(import.meta.dirname, "../../..");

export async function seeds(folder: string, report: Report): Promise<void> {
  report.figure("first start", ms(await timed(() => startAndStop(folder))));
  const again: number[] = [];
  for (let round = 0; round < 3; round++) again.push(await timed(() => startAndStop(folder)));
  const second = median(again);
  report.figure("second start", ms(second), { text: "2 s on the seeds", met: second <= 2000 });
}

async function startAndStop(folder: string): Promise<void> {
  const program = spawn(process.execPath, ["--import", "tsx", "command/serve.ts"], {
    cwd: root,
    env: { PATH: process.env["PATH"], PORT: "0", DATA_FOLDER: folder },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  for await (const piece of program.stdout) {
    said += String(piece);
    if (said.includes("Alumnigraph is at")) break;
  }
  if (!said.includes("Alumnigraph is at")) throw new Error(`The program ended before it served: ${said}`);
  program.kill();
  if (program.exitCode === null) await once(program, "exit");
}
