/** The command line, over the real app and the workshops of Florence. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { describe, expect, it } from "vitest";
import { readArguments } from "../../command/arguments.ts";
import { writeErrand } from "../../command/export.ts";
import type { Story, StoryStep } from "../../schema/story.ts";
import { makeExplorer, serveFlorence } from "../client/support.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

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

describe("npm run export -- --link", () => {
  it.each(["ask=nonsense", "layout=spiral"])("refuses %s sooner than writing something else", async (link) => {
    await expect(write("--link", link, "--format", "svg")).rejects.toThrow(/cannot be read/);
  });

  it("writes in the language that is asked for, whatever the link says", async () => {
    const { content } = await write("--link=lang=en", "--format=svg", "--language=zh-Hans");
    expect(content).toContain('xml:lang="zh-Hans"');
  });
});

describe("npm run export -- --story", () => {
  const folder = temporaryFolder("story");

  /** A story of two steps as the page saves it, changed before it is written. */
  async function saved(change: (story: Story) => unknown = (story) => story): Promise<string> {
    const explorer = makeExplorer(florence.api);
    await explorer.start();
    const stories = await explorer.stories();
    stories.addStep();
    stories.change({ title: "Out of one workshop" });
    await explorer.openQuestion("career-of", { person: ["leonardo"] });
    stories.addStep();
    const { story } = explorer.store.getState();
    if (story === null) throw new Error("There is no story.");
    const file = join(folder, "painters.story.json");
    writeFileSync(file, JSON.stringify(change(structuredClone(story)), null, 1));
    return file;
  }

  it("writes a slide for each step, and the sources", async () => {
    const { name, content, remarks } = await write("--story", await saved(), "--format", "pptx");
    expect(name).toMatch(/^Out-of-one-workshop_.*\.pptx$/);
    const slides = Object.keys(unzipSync(content as Uint8Array)).filter((part) => /slides\/slide\d/.test(part));
    expect(slides).toHaveLength(3);
    expect(remarks).toEqual([]);
  });

  it("writes a page for each step of a PDF", async () => {
    const { content } = await write("--story", await saved(), "--format", "pdf");
    expect((await getDocument({ data: content as Uint8Array, verbosity: 0 }).promise).numPages).toBe(2);
  });

  it("writes one HTML page in three languages under the story's title", async () => {
    const { content } = await write("--story", await saved(), "--format", "html", "--language", "zh-Hant");
    expect(content).toContain('<html lang="zh-Hant">');
    expect(content).toContain("<title>Out of one workshop</title>");
    for (const name of ["Leonardo da Vinci", "李奧納多·達文西", "列奥纳多·达芬奇"]) expect(content).toContain(name);
  });

  it("says which step's facts have changed since it was kept", async () => {
    const file = await saved((story) => {
      const claims = story.steps[1]?.claims ?? {};
      claims[Object.keys(claims)[0] ?? ""] = "other";
      return story;
    });
    const { remarks } = await write("--story", file, "--format", "html");
    expect(remarks).toEqual([expect.stringMatching(/^“steps\[1\].*”, since it was made: 1 fact has changed\.$/)]);
  });

  it.each([
    [
      "a title that is a number",
      (s: Story) => Object.assign(s.steps[1] ?? {}, { title: 7 }),
      /:\d+:\d+ steps\[1\]\.title: .*string/,
    ],
    [
      "a step without a view",
      (s: Story) => delete (s.steps[0] as Partial<StoryStep>).view,
      /:\d+:\d+ steps\[0\]\.view: /,
    ],
    ["no step", (s: Story) => s.steps.splice(0), /:\d+:\d+ steps: the story has none/],
    [
      "another data set",
      (s: Story) => (s.dataset.id = "elsewhere"),
      /from the data set elsewhere, and this one is florence/,
    ],
    [
      "a question that is gone",
      (s: Story) => Object.assign(s.steps[1] ?? {}, { view: "ask=nonsense" }),
      /steps\[1\] “.*”: its view cannot be opened.*question/,
    ],
  ])("names the file and the place of %s", async (_, spoil, message) => {
    const file = await saved((story) => {
      spoil(story);
      return story;
    });
    const told = write("--story", file, "--format", "pptx");
    await expect(told).rejects.toThrow(message);
    await expect(told).rejects.toThrow(file);
  });

  it("names the line of the fault", async () => {
    const file = await saved();
    const lines = readFileSync(file, "utf8").split("\n");
    const at = lines.findIndex((line) => line.includes('"text": ""'));
    writeFileSync(file, lines.with(at, '   "text": 3,').join("\n"));
    await expect(write("--story", file, "--format", "pptx")).rejects.toThrow(`${file}:${at + 1}:12 steps[0].text: `);
  });

  it("tells a file that is no story, and one that is not there", async () => {
    const file = await saved();
    writeFileSync(file, '{"format":');
    await expect(write("--story", file, "--format", "pptx")).rejects.toThrow(`${file} is no story: `);
    await expect(write("--story", `${file}.lost`, "--format", "pptx")).rejects.toThrow(`${file}.lost cannot be read`);
  });

  it("refuses formats that a story cannot become, and views beside it", async () => {
    await expect(write("--story", await saved(), "--format", "xlsx")).rejects.toThrow("A story cannot become xlsx.");
    expect(() => readArguments(["--story", "a.json", "--link", "b"])).toThrow("views of its own");
    expect(() => readArguments(["--story", "a.json", "--size", "free"])).toThrow("of one size");
  });
});
