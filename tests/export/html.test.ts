/** The one-file page, opened from disk in Chromium. */
import { type Browser, type Page, chromium } from "@playwright/test";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeHtml } from "../../scene/writers/html.ts";
import { findChromium } from "../support/chromium.ts";
import { fileOf } from "../support/readers.ts";
import { alumniScene, hostileNames, hostileScene, sheetOf } from "./scenes.ts";

const executablePath = findChromium();
const missing = executablePath === undefined ? " (no Chromium: apt-get install chromium)" : "";

describe.skipIf(missing !== "")(`the one-file page${missing}`, () => {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  });
  afterAll(() => browser?.close());

  /** Opens a page offline; everything that it complains of is collected. */
  async function open(html: string): Promise<{ page: Page; complaints: string[] }> {
    const page = await (await browser!.newContext({ offline: true })).newPage();
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
    const { page, complaints } = await open(writeHtml(scene, sheetOf(scene), []));
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
    const translations = [{ scene: chinese, sheet: sheetOf(chinese) }];
    const { page, complaints } = await open(writeHtml(scene, sheetOf(scene), translations));
    await page.locator("#search").fill("張建中");
    await page.locator("#search").press("Enter");
    expect(await page.locator("#details h2").textContent()).toBe("Zhang Jianzhong");
    expect(await page.locator("#details li").count()).toBeGreaterThan(3);
    await page.getByRole("button", { name: "繁體中文" }).click();
    expect(await page.locator("#details h2").textContent()).toBe("張建中");
    expect(await page.locator("#drawing svg text").allTextContents()).toContain("摩爾線程");
    expect(complaints).toEqual([]);
  });

  it("zooms by wheel and shows all again", async () => {
    const scene = await alumniScene();
    const { page } = await open(writeHtml(scene, sheetOf(scene), []));
    const viewBox = () => page.locator("#drawing > svg").getAttribute("viewBox");
    const before = await viewBox();
    await page.locator("#drawing").hover();
    await page.mouse.wheel(0, -300);
    await expect.poll(viewBox).not.toBe(before);
    await page.locator("#whole").click();
    expect(await viewBox()).toBe(before);
  });
});
