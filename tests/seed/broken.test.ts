/** A broken entry is told with its file, its line and how to mend it; all of them at once. */
import { readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { InvalidSeeds, Refused, type SeedProblem } from "../../server/errors.ts";
import { readDataset } from "../../server/seed/index.ts";
import { brokenSeeds, type Broken } from "./broken.ts";
import { edited, florence } from "./edited.ts";

async function problemsOf(folder: string): Promise<SeedProblem[]> {
  const error = await readDataset(folder).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(InvalidSeeds);
  return (error as InvalidSeeds).problems.map(({ file, line, message, remedy }) => ({
    file: relative(folder, file),
    line,
    message,
    remedy,
  }));
}

/** `file:line` of the text beside which the fault must be told. */
function expectedPlace(folder: string, { file, by, on = by.trim().split("\n")[0] ?? "" }: Broken): string {
  const [, other = file, text = on] = /^(\w+\.yaml):(.*)$/.exec(on) ?? [];
  const lines = readFileSync(join(folder, other), "utf8").split("\n");
  return `${other}:${lines.findIndex((line) => line.includes(text.trim())) + 1}`;
}

describe("readDataset", () => {
  it.each(brokenSeeds)("tells $what, where it is and how to mend it", async (broken) => {
    const folder = edited(broken);
    const problems = await problemsOf(folder);
    const told = problems.filter(({ message }) => broken.says.test(message));
    expect(told.length === 0 ? problems : told).toMatchObject([
      { message: expect.stringMatching(broken.says), remedy: expect.stringMatching(broken.mend) },
    ]);
    expect(`${told[0]?.file}:${told[0]?.line}`).toBe(expectedPlace(folder, broken));
  });

  it("tells all faults at once, in the order of files and lines", async () => {
    const problems = await problemsOf(
      edited(
        ...brokenSeeds
          .filter(({ file }) => file === "people.yaml")
          .filter(({ what }) => /unknown|calendar|before/.test(what)),
      ),
    );
    expect(problems.map(({ line }) => line)).toEqual(problems.map(({ line }) => line).sort((a, b) => a - b));
    expect(problems.length).toBeGreaterThanOrEqual(6);
  });

  it("does not take a claim's end for missing because its file does not parse", async () => {
    const problems = await problemsOf(
      edited({ file: "works.yaml", replace: "    en: Florence", by: '    en: "Florence' }),
    );
    expect(problems.every(({ file }) => file === "works.yaml")).toBe(true);
  });

  it("tells each file that must be there and is not", async () => {
    const folder = edited();
    for (const file of ["dataset.yaml", "vocabulary.yaml"]) rmSync(join(folder, file));
    const problems = await problemsOf(folder);
    expect(problems.map(({ file, message }) => `${file} ${message}`)).toEqual([
      "dataset.yaml this file is missing",
      "vocabulary.yaml this file is missing",
    ]);
  });

  it("tells what an empty file should hold", async () => {
    const problems = await problemsOf(edited({ file: "vocabulary.yaml", by: "# nothing yet\n" }));
    expect(problems).toMatchObject([
      { file: "vocabulary.yaml", line: 1, message: expect.stringMatching(/empty|names and values/) },
    ]);
  });

  it("refuses a folder that is not there, by its name", async () => {
    const error: unknown = await readDataset("/no/such/folder").catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Refused);
    expect((error as Refused).message).toContain("/no/such/folder");
    expect((error as Refused).remedy).toContain("SEEDS");
  });

  it("finds nothing wrong with the data set as it is", async () => {
    await expect(readDataset(florence)).resolves.toMatchObject({ id: "florence" });
  });
});
