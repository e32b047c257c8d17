/** Many clients at once against the program itself, and a stop while they ask. */
import { Agent, request } from "node:http";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { guild } from "../server/support.ts";
import { addressOf, type Child, startProgram } from "./child.ts";
import { contentIn } from "./content.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { startLoad } from "./load.ts";
import { patience, report, rounds } from "./rounds.ts";
import { paths } from "./serving.ts";

const temporary = temporaryFolder("fault");

let program: Child;
let base: string;
beforeEach(async () => {
  program = startProgram({ DATA_FOLDER: temporary, SEEDS: guild });
  base = await addressOf(program);
}, patience());

describe("a hundred clients at once", () => {
  it("each get data, or a 503 with a remedy", { timeout: patience(3000) }, async () => {
    const load = await startLoad(base, paths, 100);
    await load.until(() => true, 100 * rounds);
    await load.stop();
    const count = (kind: string) => load.answers.filter((answer) => answer.kind === kind).length;
    report("a hundred clients", {
      requests: load.answers.length,
      "got data": count("data"),
      "got a 503": count("remedy"),
    });
    expect(load.answers.filter(({ kind }) => kind.startsWith("other"))).toEqual([]);
    program.process.kill("SIGTERM");
    expect(await program.ended).toBe(0);
    expect(program.errors()).toBe("");
  });

  it.each(["SIGTERM", "SIGINT"] as const)(
    "are each answered whole or not at all when %s stops it, and the folder is closed in order",
    { timeout: patience() },
    async (signal) => {
      const answers = Array.from({ length: 100 }, (_, client) => askOnce(`${base}${paths[client % paths.length]}`));
      await Promise.race(answers);
      program.process.kill(signal);
      const kinds = await Promise.all(answers);
      expect(kinds.filter((kind) => kind !== "whole" && kind !== "not at all")).toEqual([]);
      expect(kinds.filter((kind) => kind === "whole").length).toBeGreaterThan(0);
      expect(await program.ended).toBe(0);
      expect(program.errors()).toBe("");

      const folder = join(temporary, "guild");
      const before = await contentIn(folder);
      program = startProgram({ DATA_FOLDER: temporary, SEEDS: guild });
      await addressOf(program);
      expect(program.lines().some((line) => line.includes("nothing changed"))).toBe(true);
      await program.kill();
      expect((await contentIn(folder)) === before).toBe(true);
    },
  );
});

/** On a connection of its own, so that a stop cannot meet one that idles. */
const agent = new Agent({ keepAlive: false, maxSockets: Infinity });

/** `not at all`: no byte of an answer came; `cut`: only a part of one did. */
function askOnce(address: string): Promise<"whole" | "not at all" | "cut" | `status ${number}`> {
  return new Promise((resolve) => {
    request(address, { agent }, (response) => {
      response.resume();
      response.on("end", () => resolve(response.statusCode === 200 ? "whole" : `status ${response.statusCode ?? 0}`));
      response.on("error", () => resolve("cut"));
      response.on("aborted", () => resolve("cut"));
    })
      .on("error", () => resolve("not at all"))
      .end();
  });
}
