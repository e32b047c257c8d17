/** `npm run verify-sources`: what it makes of citations and of the articles' text. */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { sentencesOf, sharedRun, uncited } from "../../server/seed/verify/article.ts";
import { holdsValue, isNamed, writtenForms } from "../../server/seed/verify/naming.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

describe("sentences", () => {
  const text = "甲創辦乙。“丙說丁。”戊呢？A joined B.\n";

  it("end at a full stop, a question or an exclamation mark, with the quotation mark that closes them", () => {
    expect(sentencesOf(text).map((sentence) => sentence.text)).toEqual([
      "甲創辦乙。",
      "“丙說丁。”",
      "戊呢？",
      "A joined B.",
    ]);
  });

  it("are uncited when no span shares a character with them", () => {
    const left = uncited(sentencesOf(text), [
      { start: 0, end: 5 },
      { start: 11, end: 12 },
    ]);
    expect(left.map((sentence) => sentence.text)).toEqual(["“丙說丁。”", "A joined B."]);
  });
});

describe("a passage", () => {
  it("names an entity in whatever script or spacing", () => {
    expect(isNamed(["Zhang Jianzhong", "張建中"], "张建中创办了公司")).toBe(true);
    expect(isNamed(["MTT S80"], "推出MTTS80顯示卡")).toBe(true);
    expect(isNamed(["張建中"], "張周二人")).toBe(false);
  });

  it.each([
    [426_400, "42.64萬元"],
    [426_400, "426,400元"],
    [1_200_000_000_000, "1.2兆元"],
    [0.41, "41%的份額"],
    [25_000_000_000, "250億美元"],
    [12, "長達12年"],
  ])("holds %d where it says %s", (value, passage) => {
    expect(holdsValue({ value }, passage)).toBe(true);
  });

  it("does not hold a number that it does not say", () => {
    expect(holdsValue({ value: 427_000 }, "42.64萬元")).toBe(false);
  });

  it("writes no number in a scale that rounding would bend", () => {
    expect(writtenForms(0.1 + 0.2)).toContain("30%");
  });
});

describe("a run of an article's text", () => {
  it("is found where it is long enough, and not where it is shorter", () => {
    expect(sharedRun("前言一二三四五六七八後記", "零一二三四五六七八九", 8)).toBe("一二三四五六七八");
    expect(sharedRun("前言一二三四五六七後記", "零一二三四五六七八九", 8)).toBeUndefined();
  });
});

describe("the command", () => {
  let articles = "";
  beforeAll(() => {
    articles = temporaryFolder("articles");
  });

  const root = resolve(import.meta.dirname, "../..");
  const verify = () =>
    spawnSync(process.execPath, ["--import", "tsx", "server/seed/verify-command.ts", articles], {
      cwd: root,
      encoding: "utf8",
      env: { ...process.env, SEEDS: "tests/datasets/florence" },
    });

  it("fails when no article is there, and says where it looked", () => {
    const { status, stdout } = verify();
    expect(status).toBe(1);
    expect(stdout).toContain(`its text is not at ${articles}`);
  });

  it("fails when a citation lies outside its article, and names the claim", () => {
    writeFileSync(join(articles, "notes-for-tests.txt"), "Too short.");
    const { status, stdout } = verify();
    expect(status).toBe(1);
    expect(stdout).toContain("outside its article");
  });
});
