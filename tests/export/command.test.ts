/** The command line, over the real app and the workshops of Florence. */
import { describe, expect, it } from "vitest";
import { readArguments } from "../../command/arguments.ts";
import { writeErrand } from "../../command/export.ts";
import { serveFlorence } from "../client/support.ts";

const florence = serveFlorence();
const request = async (path: string) => florence.fetch(path, { headers: {} });
const write = (...words: string[]) => writeErrand(readArguments(words), request);

describe("npm run export", () => {
  it("writes the first view when nothing is said, named by what is inside", async () => {
    const { name, content } = await write("--format", "svg");
    expect(name).toMatch(/^[a-z-]+_\d{4}.*\.svg$/);
    expect(content).toContain("<svg");
  });

  it.each(["png", "pptx", "pdf", "xlsx", "csv-gephi"])("writes %s as a binary file", async (format) => {
    const { content } = await write("--format", format);
    expect(content).toBeInstanceOf(Uint8Array);
    expect(content.length).toBeGreaterThan(1000);
  });

  it("writes in the language that is asked for", async () => {
    const { content } = await write("--format=svg", "--language=zh-Hant");
    expect(content).toContain('xml:lang="zh-Hant"');
  });

  it("opens its own view again as it was", async () => {
    const { content } = await write("--format", "view");
    const kept = JSON.parse(String(content)) as { format: string; nodes: unknown[] };
    expect(kept.format).toBe("alumnigraph-view");
    expect(kept.nodes.length).toBeGreaterThan(2);
  });

  it.each([
    [["--format", "gif"], /--format is gif/],
    [["--size", "a5"], /--size is a5/],
    [["--companies", "a"], /no question/],
    [["stray"], /belongs to no option/],
    [["--without", "legend"], /--without is legend/],
    [["--format"], /--format has no value/],
  ])("refuses %j with a message that names it", (words, message) => {
    expect(() => readArguments(words)).toThrow(message);
  });

  it("tells a question that is not there", async () => {
    await expect(write("--question", "nonsense", "--format", "svg")).rejects.toThrow(/nonsense/);
  });
});
