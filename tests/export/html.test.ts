/** The one-file page, opened from disk in Chromium. */
import { type Browser, type BrowserContextOptions, type Page as Tab, chromium } from "@playwright/test";
import { AxeBuilder } from "@axe-core/playwright";
import { pathToFileURL } from "node:url";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Page } from "../../scene/page.ts";
import type { Scene } from "../../scene/scene.ts";
import { writeHtml } from "../../scene/writers/html.ts";
import type { Annotation } from "../../schema/story.ts";
import { findChromium } from "../support/chromium.ts";
import { fileOf } from "../support/readers.ts";
import { alumniScene, hostileNames, hostileScene, sheetOf } from "./scenes.ts";

/** A scene with its translations, each on its page. */
const pageOf = (scene: Scene, ...others: Scene[]): Page => ({
  scene,
  sheet: sheetOf(scene),
  translations: others.map((other) => ({ scene: other, sheet: sheetOf(other) })),
});

/** A scene under a step's own words. */
const told = (scene: Scene, title: string, standfirst: string, annotations: readonly Annotation[] = []): Scene => ({
  ...scene,
  annotations,
  text: { ...scene.text, title, standfirst },
});

const executablePath = findChromium();
const missing = executablePath === undefined ? " (no Chromium: apt-get install chromium)" : "";

describe.skipIf(missing !== "")(`the one-file page${missing}`, () => {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  });
  afterAll(() => browser?.close());

  /** Opens a page offline; everything that it complains of is collected. */
  async function open(html: string, options: BrowserContextOptions = {}): Promise<{ page: Tab; complaints: string[] }> {
    const page = await (await browser!.newContext({ offline: true, ...options })).newPage();
    const complaints: string[] = [];
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("dialog", (dialog) => complaints.push(dialog.message()));
    page.on("request", (request) => !request.url().startsWith("file:") && complaints.push(request.url()));
    await page.goto(pathToFileURL(fileOf("a.html", html)).href);
    return { page, complaints };
  }

  it("runs nothing that a name says, and shows each name as it is", async () => {
    const scene = hostileScene();
    const { page, complaints } = await open(writeHtml([pageOf(scene)], null));
    for (const name of ["<script>alert(1)</script>", "]]><!-- --!>", "👩‍👩‍👧‍👦 🇹🇼 𠮷野家"]) {
      expect(hostileNames).toContain(name);
      await page.locator("#search").fill(name);
      await page.locator("#search").press("Enter");
      expect(await page.locator("#details h2").textContent()).toBe(name);
    }
    expect(complaints).toEqual([]);
  });

  it("finds a name, lists its facts, and speaks another language", async () => {
    const [scene, chinese] = [await alumniScene(), await alumniScene({ language: "zh-Hant" })];
    const { page, complaints } = await open(writeHtml([pageOf(scene, chinese)], null));
    await page.locator("#search").fill("張建中");
    await page.locator("#search").press("Enter");
    expect(await page.locator("#details h2").textContent()).toBe("Zhang Jianzhong");
    expect(await page.locator("#details li").count()).toBeGreaterThan(3);
    await page.getByRole("button", { name: "繁體中文" }).click();
    expect(await page.locator("#details h2").textContent()).toBe("張建中");
    expect(await page.locator("#drawing svg text").allTextContents()).toContain("摩爾線程");
    expect(complaints).toEqual([]);
  });

  it("is packed where it knows much, and opens all the same", async () => {
    const wordy = (scene: Scene): Scene => ({
      ...scene,
      lines: scene.lines.map((line) => {
        const details = `${"張建中 & <b>friends</b> ".repeat(2_000)}${line.relationship.id}`;
        return { ...line, evidence: { ...line.evidence, details } };
      }),
    });
    const [scene, chinese] = [wordy(await alumniScene()), wordy(await alumniScene({ language: "zh-Hant" }))];
    const html = writeHtml([pageOf(scene, chinese)], null);
    expect(html).toContain('type="application/gzip"');
    const { page, complaints } = await open(html);
    await expect.poll(() => page.locator("#names option").count()).toBeGreaterThan(10);
    await page.locator("#search").fill("張建中");
    await page.locator("#search").press("Enter");
    await expect.poll(() => page.locator("#details h2").textContent()).toBe("Zhang Jianzhong");
    expect(await page.locator("#details li").first().textContent()).toContain("張建中 & <b>friends</b> ");
    await page.getByRole("button", { name: "繁體中文" }).click();
    expect(await page.locator("#drawing svg text").allTextContents()).toContain("摩爾線程");
    await page.getByRole("button", { name: "English" }).click();
    expect(await page.locator("#drawing svg text").allTextContents()).toContain("Moore Threads");
    expect(complaints).toEqual([]);
  });

  it("has its drawing once", async () => {
    const html = writeHtml([pageOf(await alumniScene())], null);
    expect(html.match(/id=\\?"relationships\\?"/g)).toHaveLength(1);
  });

  it("zooms by wheel and shows all again", async () => {
    const scene = await alumniScene();
    const { page } = await open(writeHtml([pageOf(scene)], null));
    const viewBox = () => page.locator("#drawing > svg").getAttribute("viewBox");
    const before = await viewBox();
    await page.locator("#drawing").hover();
    await page.mouse.wheel(0, -300);
    await expect.poll(viewBox).not.toBe(before);
    await page.locator("#whole").click();
    expect(await viewBox()).toBe(before);
  });

  it("has in its drawing what HTML takes, and no names of drawing programs", async () => {
    const html = writeHtml([pageOf(await alumniScene())], null);
    expect(html).toContain('<g id="relationships">');
    expect(html).not.toContain("inkscape:");
  });

  describe("of a story", () => {
    const note: Annotation = { kind: "note", id: "n", node: "nvidia", text: "It <b>began</b> here" };
    /** Three steps: the alumni, hostile names, and the alumni in Chinese words. */
    async function story(): Promise<string> {
      const alumni = async (title: string, text: string, ...annotations: Annotation[]) => {
        const [own, ...others] = (["en", "zh-Hant", "zh-Hans"] as const).map(async (language) =>
          told(await alumniScene({ language }), title, text, annotations),
        );
        return pageOf(await own!, ...(await Promise.all(others)));
      };
      const hostile = hostileScene();
      const inAll: Scene[] = [hostile, { ...hostile, language: "zh-Hant" }, { ...hostile, language: "zh-Hans" }];
      const titled = inAll.map((scene) => told(scene, "<script>alert(2)</script>", "]]> --> \u2028"));
      return writeHtml(
        [
          await alumni("Who left", "First line\nsecond line", note),
          pageOf(titled[0]!, ...titled.slice(1)),
          await alumni("最後", "誰創辦了什麼"),
        ],
        "From <NVIDIA> on",
      );
    }
    const title = (page: Tab) => page.locator("h1").textContent();
    const step = (page: Tab) => page.locator("#place").textContent();

    it("leads from step to step by keys, and no further than its ends", async () => {
      const { page, complaints } = await open(await story());
      const after: Record<string, string | null> = {};
      for (const key of ["ArrowLeft", "ArrowRight", "End", "ArrowRight", "Home", "PageDown", "PageUp", "Space"]) {
        await page.keyboard.press(key);
        after[key] = await step(page);
      }
      expect(after).toEqual({
        ArrowLeft: "1 / 3",
        ArrowRight: "3 / 3",
        End: "3 / 3",
        Home: "1 / 3",
        PageDown: "2 / 3",
        PageUp: "1 / 3",
        Space: "2 / 3",
      });
      expect(complaints).toEqual([]);
    });

    it("says each step's words and draws its notes, and runs nothing of them", async () => {
      const { page, complaints } = await open(await story());
      expect(await page.title()).toBe("From <NVIDIA> on");
      expect(await page.locator("#step-text").innerText()).toBe("First line\nsecond line");
      expect((await page.locator("#notes text").allTextContents()).join(" ")).toBe("It <b>began</b> here");
      await page.getByRole("button", { name: "Next" }).click();
      expect(await title(page)).toBe("<script>alert(2)</script>");
      for (const name of hostileNames.slice(0, 3))
        expect(await page.locator("#drawing svg title").allTextContents()).toContain(name);
      expect(complaints).toEqual([]);
    });

    it("finds a name on another step, and lists its facts there", async () => {
      const { page } = await open(await story());
      await page.locator("#search").fill("張建中，创办人");
      await page.locator("#search").press("Enter");
      expect(await step(page)).toBe("2 / 3");
      expect(await page.locator("#details h2").textContent()).toBe("張建中，创办人");
      expect(await page.locator("#details li").count()).toBe(4);
      await page.locator("#search").blur();
      await page.keyboard.press("Escape");
      expect(await page.locator("#details").isHidden()).toBe(true);
    });

    it("speaks another language on the step that is shown, whose words stay its own", async () => {
      const { page } = await open(await story());
      await page.keyboard.press("End");
      await page.getByRole("button", { name: "简体中文" }).click();
      expect(await step(page)).toBe("3 / 3");
      expect(await title(page)).toBe("最後");
      expect(await page.locator("#drawing svg text").allTextContents()).toContain("摩尔线程");
      expect(await page.getByRole("button", { name: "上一页" }).isEnabled()).toBe(true);
    });

    it("opens at the step that its address names", async () => {
      const { page } = await open(await story());
      await page.keyboard.press("End");
      await page.reload();
      expect(await step(page)).toBe("3 / 3");
    });

    it.each([
      ["glides", "no-preference"],
      ["does not move", "reduce"],
    ] as const)("%s between steps where a person has %s of motion", async (_, reducedMotion) => {
      const { page } = await open(await story(), { reducedMotion });
      const moving = await page.evaluate(() => {
        document.querySelector<HTMLElement>("#next")?.click();
        return document.getAnimations().length;
      });
      expect(moving > 0).toBe(reducedMotion === "no-preference");
    });

    it("prints each step on a page", async () => {
      const { page } = await open(await story());
      const bytes = await page.pdf({ preferCSSPageSize: true });
      const printed = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
      expect(printed.numPages).toBe(3);
    });

    it("has nothing that axe finds wrong", async () => {
      const { page } = await open(await story());
      await page.locator("#search").fill("NVIDIA");
      await page.locator("#search").press("Enter");
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    });
  });
});
