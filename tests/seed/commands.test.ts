/** The two commands for those who write seeds. */
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { edited, florence } from "./edited.ts";

function run(script: string, args: readonly string[], environment: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", `server/seed/${script}`, ...args],
    {
      encoding: "utf8",
      env: { PATH: process.env["PATH"], ...environment },
    },
  );
  return { status, stdout, stderr };
}

describe("npm run check:seeds", () => {
  it("counts what a good data set holds", () => {
    expect(run("check-command.ts", [florence])).toEqual({
      status: 0,
      stdout: "florence: 15 entities, 18 relationships, 6 figures. Nothing is wrong.\n",
      stderr: "",
    });
  });

  it("fails with every fault of a broken one", () => {
    const { status, stderr } = run("check-command.ts", [
      edited(
        { file: "people.yaml", replace: "to: perugino-workshop", by: "to: perugino-workshp" },
        { file: "works.yaml", replace: "unit: florins", by: "unit: florin" },
      ),
    ]);
    expect(status).toBe(1);
    expect(stderr).toMatch(/people\.yaml:\d+:\d+ .*\n.*works\.yaml:\d+:\d+ /);
    expect(stderr).toContain("2 faults.");
  });

  it.each([
    [
      "a question that there is not",
      "question: career-of",
      "question: carer-of",
      /dataset\.yaml:\d+:\d+ there is no question carer-of/,
    ],
    [
      "of a name that there is not",
      "verrocchio-workshop",
      "verocchio-workshop",
      /dataset\.yaml:\d+:\d+ .*names verocchio-workshop/,
    ],
  ])("fails where dataset.yaml asks %s", (_, replace, by, told) => {
    const { status, stderr } = run("check-command.ts", [edited({ file: "dataset.yaml", replace, by })]);
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringMatching(told) });
  });
});

describe("npm run cite", () => {
  function articles(): Record<string, string> {
    const folder = edited();
    mkdirSync(join(folder, "articles"));
    writeFileSync(join(folder, "articles", "notes-for-tests.txt"), "𠮷 Leonardo, then Leonardo.");
    return { SEEDS: folder, ARTICLES: join(folder, "articles") };
  }

  it("prints where the words stand, ready to copy, and warns of another text", () => {
    const { status, stdout, stderr } = run("cite.ts", ["notes-for-tests", "Leonardo"], articles());
    expect(status).toBe(0);
    expect(stdout).toMatch(/^notes-for-tests#2-10 .*\nnotes-for-tests#17-25 /);
    expect(stderr).toContain("the text has 26 characters, documents.yaml says 2000");
  });

  it("says what is missing", () => {
    expect(run("cite.ts", ["notes-for-tests", "Raphael"], articles())).toMatchObject({ status: 1, stdout: "" });
    expect(run("cite.ts", ["notes", "Leonardo"], articles()).stderr).toContain("There is no document notes");
    expect(run("cite.ts", ["notes-for-tests", "Leonardo"]).stderr).toContain("Set ARTICLES");
    expect(run("cite.ts", []).stderr).toContain("Write:");
  });
});
