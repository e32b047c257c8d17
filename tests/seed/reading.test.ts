/** What was read is kept while nothing that it was read from, or by, has changed. */
import fs from "node:fs";
import path from "node:path";
import { beforeEach, expect, it } from "vitest";
import { readQuestions } from "../../server/questions/index.ts";
import { readDataset, readingsIn } from "../../server/seed/index.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const florence = path.resolve(import.meta.dirname, "../datasets/florence");
let folder = "";
let seeds = "";
let keptIn = "";
beforeEach(() => {
  folder = temporaryFolder("reading");
  seeds = path.join(folder, "seeds");
  keptIn = path.join(folder, "data/.read");
  fs.cpSync(florence, seeds, { recursive: true });
});

/** How often it was read. */
function reader() {
  let times = 0;
  return {
    get times() {
      return times;
    },
    async read() {
      const readings = readingsIn(keptIn);
      const found = await readings.take({
        name: "seeds",
        of: [seeds],
        read: async () => ({ times: ++times, of: seeds }),
      });
      readings.keep();
      return found;
    },
  };
}
const keptFile = () => path.join(keptIn, fs.readdirSync(keptIn)[0] ?? "");

it("unchanged files are read once", async () => {
  const counted = reader();
  expect(await counted.read()).toEqual({ times: 1, of: seeds });
  expect(await counted.read()).toEqual({ times: 1, of: seeds });
  expect(fs.readdirSync(keptIn)).toHaveLength(1);
});

it("what changes in a hidden folder, as .git is, does not count", async () => {
  const counted = reader();
  await counted.read();
  fs.mkdirSync(path.join(seeds, ".git/refs"), { recursive: true });
  fs.writeFileSync(path.join(seeds, ".git/refs/main.yaml"), "Nonsense: [");
  expect(await counted.read()).toEqual({ times: 1, of: seeds });
});

it.each<[string, () => void]>([
  ["one changes", () => fs.appendFileSync(path.join(seeds, "people.yaml"), "\n")],
  ["one is added", () => fs.writeFileSync(path.join(seeds, "more.yaml"), "")],
  ["one goes", () => fs.rmSync(path.join(seeds, "rivals.yaml"))],
  ["one gets another name", () => fs.renameSync(path.join(seeds, "works.yaml"), path.join(seeds, "words.yaml"))],
  ["what was kept is cut short", () => fs.truncateSync(keptFile(), 140)],
  [
    "a letter of what was kept changes",
    () => fs.writeFileSync(keptFile(), readKept().replace('"times":1', '"times":7')),
  ],
  ["what was kept is gone", () => fs.rmSync(keptFile())],
])("they are read again when %s", async (_, change) => {
  const counted = reader();
  await counted.read();
  change();
  expect(await counted.read()).toEqual({ times: 2, of: seeds });
  expect(await counted.read()).toEqual({ times: 2, of: seeds });
});
const readKept = () => fs.readFileSync(keptFile(), "utf8");

it("nothing is written before a start has succeeded", async () => {
  await readDataset(seeds, readingsIn(keptIn));
  expect(fs.existsSync(keptIn)).toBe(false);
});

it("where nothing can be kept, they are read each time", async () => {
  fs.writeFileSync(path.join(folder, "data"), "a file, not a folder");
  const counted = reader();
  expect(await counted.read()).toEqual({ times: 1, of: seeds });
  expect(await counted.read()).toEqual({ times: 2, of: seeds });
});

it("a data set and its questions are the same, read or kept", async () => {
  const [dataset, questions] = [await readDataset(seeds), await readQuestions(seeds)];
  for (const time of ["read", "kept"]) {
    const readings = readingsIn(keptIn);
    expect([time, await readDataset(seeds, readings)]).toEqual([time, dataset]);
    expect([time, await readQuestions(seeds, readings)]).toEqual([time, questions]);
    readings.keep();
  }
});

it("what is wrong is told each time", async () => {
  fs.appendFileSync(path.join(seeds, "people.yaml"), "Nonsense: [");
  for (const readings of [readingsIn(keptIn), readingsIn(keptIn)]) {
    await expect(readDataset(seeds, readings)).rejects.toThrow("people.yaml");
    await expect(readDataset(path.join(folder, "nowhere"), readings)).rejects.toThrow("cannot be read");
    readings.keep();
  }
  expect(fs.existsSync(keptIn)).toBe(false);
});
