/** A disk that is full, and a folder that may not be written: said clearly, and nothing lost. */
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addressOf, startProgram } from "./child.ts";
import { bytesOf, contentIn, remove, twoVersions, type Version } from "./content.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { patience, randomFor, report, rounds } from "./rounds.ts";

const temporary = temporaryFolder("fault");
let versions: [Version, Version];
beforeAll(async () => {
  versions = await twoVersions(temporary);
});

const disk = path.join(temporary, "disk");
const missing = whyNoSmallDisk();
if (missing && process.env["CI"] === "true") throw new Error(`CI=true allows no skipped test: ${missing}.`);

/** Says why no small disk can be made here. */
function whyNoSmallDisk(): string | undefined {
  fs.mkdirSync(disk);
  try {
    mount(64);
    execFileSync("umount", [disk], { stdio: "pipe" });
    return undefined;
  } catch {
    return "a small tmpfs cannot be mounted; run the tests as root, or in a container with --cap-add SYS_ADMIN";
  }
}

function mount(kilobytes: number, ...options: string[]): void {
  const wanted = [`size=${kilobytes}k`, ...options].join(",");
  execFileSync("mount", ["-t", "tmpfs", "-o", wanted, "tmpfs", disk], { stdio: "pipe" });
}

async function onDisk(kilobytes: number, work: () => Promise<void>): Promise<void> {
  mount(kilobytes);
  try {
    await work();
  } finally {
    execFileSync("umount", ["--lazy", disk], { stdio: "pipe" });
  }
}

const roomy = 20_000;

/** Starts the program with its data there; says whether it serves, or fails unless it says why not and what to do. */
async function start(
  { seeds }: Version,
  reason: RegExp,
  dataFolder = disk,
  user?: number,
): Promise<"serves" | "says why"> {
  const program = startProgram({ DATA_FOLDER: dataFolder, SEEDS: seeds }, user);
  const served = await Promise.race([addressOf(program).catch(() => undefined), program.ended.then(() => undefined)]);
  if (served !== undefined) {
    program.process.kill("SIGTERM");
    await program.ended;
    return "serves";
  }
  expect(await program.ended).toBe(1);
  const said = program.errors();
  expect(said).toMatch(reason);
  expect(said).toMatch(/^\S.*\n\S.*\n/);
  expect(said).not.toMatch(/^\s+at /m);
  return "says why";
}

const full = /full|No space left|could not be written|no backup could be made/i;

describe.skipIf(missing)(`a full disk${missing ? ` (${missing})` : ""}`, () => {
  it(
    "at a first start is said, and the same start succeeds once there is room",
    { timeout: patience(12_000) },
    async () => {
      const random = randomFor("first start");
      const figures = { disks: 0, "said to be full": 0 };
      for (let round = 0; round < Math.ceil(rounds / 4); round++) {
        const kilobytes = round === 0 ? 16 : 16 + Math.floor(random() * 1200);
        await onDisk(kilobytes, async () => {
          figures.disks++;
          if ((await start(versions[1], full)) === "says why") figures["said to be full"]++;
          mount(roomy, "remount");
          expect(await start(versions[1], full)).toBe("serves");
          expect((await contentIn(path.join(disk, "guild"))) === versions[1].content).toBe(true);
        });
      }
      report("a first start on small disks", figures);
      expect(figures["said to be full"]).toBeGreaterThan(0);
    },
  );

  it("at a later load leaves the old graph or the new one", { timeout: patience(12_000) }, async () => {
    const random = randomFor("later load");
    const figures = { disks: 0, "said to be full": 0, "left the old": 0, "left the new": 0 };
    for (let round = 0; round < Math.ceil(rounds / 4); round++) {
      await onDisk(roomy, async () => {
        figures.disks++;
        expect(await start(versions[0], full)).toBe("serves");
        fillUp(round === 0 ? 4 : Math.floor(random() * 1000));
        if ((await start(versions[1], full)) === "says why") figures["said to be full"]++;
        fs.rmSync(path.join(disk, "filler"));
        const found = await contentIn(path.join(disk, "guild"));
        expect([versions[0].content, versions[1].content].includes(found), "it holds a part").toBe(true);
        figures[found === versions[0].content ? "left the old" : "left the new"]++;
        expect(await start(versions[1], full)).toBe("serves");
        expect((await contentIn(path.join(disk, "guild"))) === versions[1].content).toBe(true);
      });
    }
    report("a later load on a full disk", figures);
    expect(figures["said to be full"]).toBeGreaterThan(0);
  });
});

/** Leaves so many kilobytes free. */
function fillUp(kilobytes: number): void {
  const { bavail, bsize } = fs.statfsSync(disk);
  fs.writeFileSync(path.join(disk, "filler"), Buffer.alloc(Math.max(0, bavail * bsize - kilobytes * 1024)));
}

/** Root may write everywhere, so root tries as nobody. */
const nobody = process.getuid?.() === 0 ? 65_534 : undefined;
const writable = 0o755;
const readOnly = 0o555;

describe("a data folder that may not be written", () => {
  const data = path.join(temporary, "data");
  const folder = path.join(data, "guild");

  beforeEach(async () => {
    remove(data);
    fs.chmodSync(temporary, writable);
    fs.mkdirSync(data);
    if (nobody !== undefined) fs.chownSync(data, nobody, nobody);
    const outcome = await start(versions[0], full, data, nobody);
    if (outcome !== "serves") throw new Error("the first start does not serve");
  }, patience());

  it.each([
    ["the folder", ""],
    ["the graph", "graph.grafeo"],
  ])(
    "because %s is read-only is named and untouched, and opens once it may",
    { timeout: patience() },
    async (_, name) => {
      fs.chmodSync(path.join(folder, name), readOnly);
      const before = bytesOf(folder);
      expect(await start(versions[1], /cannot be written|may not write/, data, nobody)).toBe("says why");
      expect(bytesOf(folder)).toEqual(before);
      fs.chmodSync(path.join(folder, name), writable);
      expect(await start(versions[1], full, data, nobody)).toBe("serves");
    },
  );

  it(
    "because its backups are read-only serves with a warning, and makes one once it may",
    { timeout: patience() },
    async () => {
      const backups = path.join(folder, "backups");
      for (const name of fs.readdirSync(backups)) fs.rmSync(path.join(backups, name));
      fs.chmodSync(backups, readOnly);
      const warned = startProgram({ DATA_FOLDER: data, SEEDS: versions[1].seeds }, nobody);
      await addressOf(warned);
      expect(warned.lines().filter((line) => /is saved, but no backup could be made/.test(line))).toHaveLength(1);
      warned.process.kill("SIGTERM");
      expect(await warned.ended).toBe(0);
      fs.chmodSync(backups, writable);
      expect(await start(versions[1], full, data, nobody)).toBe("serves");
      expect(fs.readdirSync(backups)).toHaveLength(1);
      expect((await contentIn(folder)) === versions[1].content).toBe(true);
    },
  );
});
