import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import { strFromU8, unzipSync } from "fflate";
import { downloadBy, expect, open, test } from "./explorer.ts";
import { openStory } from "./story-panel.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

test("a story of three steps is made by mouse, played, exported to slides, and opened again from its file", async ({
  page,
}) => {
  test.slow();
  await open(page);
  const { panel, add, steps } = await openStory(page);
  await add.click();
  await expect(steps).toHaveCount(1);
  await page.getByRole("button", { name: /stock exchange/i }).click();
  await expect(page).toHaveURL(/ask=listings/);
  await add.click();
  await expect(steps).toHaveCount(2);
  await page.goBack();
  await page.waitForFunction(() => window.alumnigraph.store.getState().answer?.question === "alumni-of");
  await add.click();
  await expect(steps).toHaveCount(3);
  const { violations } = await new AxeBuilder({ page }).include(".story").analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);

  await panel.getByLabel("Title", { exact: true }).fill("And so it went on");
  await panel.getByLabel("Text").fill("First those who left, then where they are listed.");
  await panel.getByLabel("Title of the story").fill("Who left");
  await steps.nth(2).dragTo(steps.nth(0));
  await expect(steps.nth(0)).toContainText("And so it went on");
  await steps
    .nth(0)
    .getByRole("button", { name: /^Remove/ })
    .click();
  await expect(steps).toHaveCount(2);
  await panel.getByRole("button", { name: "Undo in the story" }).click();
  await expect(steps).toHaveCount(3);

  await panel.getByRole("button", { name: "Play", exact: true }).click();
  const player = page.getByRole("dialog", { name: "The story, played" });
  await page.keyboard.press("Home");
  await expect(player.getByRole("img", { name: /^And so it went on/ })).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expect(player.getByRole("status")).toHaveText("2 of 3");
  await page.keyboard.press("End");
  await expect(player.getByRole("status")).toHaveText("3 of 3");
  await player.getByRole("button", { name: "End" }).click();
  await expect(player).toHaveCount(0);

  await panel.getByRole("button", { name: "Export", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Export the story" });
  await expect(dialog.getByText("3 pages")).toBeVisible();
  const slides = await downloadBy(page, dialog.getByRole("button", { name: "Download" }));
  expect(slides.suggestedFilename()).toMatch(/^Who-left_.*\.pptx$/);
  const parts = unzipSync(readFileSync(await slides.path()));
  const titles = [1, 2, 3].map((i) => strFromU8(parts[`ppt/slides/slide${i}.xml`] ?? new Uint8Array()));
  expect(titles[0]).toContain("And so it went on");
  expect(titles[2]).toContain("stock");

  await dialog.getByRole("radio", { name: "One HTML page" }).check();
  await expect(dialog.getByText("3 pages")).toBeVisible();
  const offline = await downloadBy(page, dialog.getByRole("button", { name: "Download" }));
  const file = join(temporaryFolder("story"), offline.suggestedFilename());
  await offline.saveAs(file);
  const told = await page.context().newPage();
  await told.goto(pathToFileURL(file).href);
  await expect(told.getByRole("heading", { level: 1 })).toHaveText("And so it went on");
  await told.keyboard.press("End");
  await expect(told.getByText("3 / 3")).toBeVisible();
  await told.getByRole("button", { name: "繁體中文" }).click();
  await expect(told.getByRole("button", { name: "上一頁" })).toBeEnabled();
  await told.getByLabel("搜尋").fill("張建中");
  await told.keyboard.press("Enter");
  await expect(told.getByRole("heading", { level: 2 })).toHaveText("張建中");
  await told.close();
  await dialog.getByRole("radio", { name: "PDF" }).focus();
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);

  const saved = await downloadBy(page, panel.getByRole("button", { name: "Save" }));
  await panel.getByRole("button", { name: "New" }).click();
  await expect(steps).toHaveCount(0);
  await panel.getByLabel("Open").setInputFiles(await saved.path());
  await expect(steps).toHaveCount(3);
  await expect(panel.getByLabel("Title of the story")).toHaveValue("Who left");

  // The link may open the panel again by itself.
  await page.reload();
  const tab = page.getByRole("tab", { name: "Story" });
  await page.waitForFunction(() => (window.alumnigraph?.store.getState().revision ?? 0) > 0);
  if ((await tab.getAttribute("aria-selected")) === "false") await tab.click();
  await expect(steps).toHaveCount(3);
});

test("on an upright phone a page fills the screen, and turned it is as wide as the screen", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page);
  await page.getByRole("button", { name: "Panels" }).click();
  const { panel, add } = await openStory(page);
  await add.click();
  await panel.getByRole("button", { name: "Play", exact: true }).click();
  const shape = () =>
    page
      .getByRole("dialog", { name: "The story, played" })
      .getByRole("img")
      .evaluate((canvas: HTMLCanvasElement) => canvas.height / canvas.width);
  await expect.poll(shape).toBeGreaterThan(1.8);
  await page.setViewportSize({ width: 740, height: 360 });
  await expect.poll(shape).toBeLessThan(0.6);
});

test("a note is written right after it was made, and what it takes is said before", async ({ page }) => {
  await open(page);
  const { panel, add } = await openStory(page);
  await add.click();
  await expect(panel.getByText("Select names on the drawing to write at them")).toBeVisible();
  await expect(panel.getByRole("button", { name: "Note" })).toBeDisabled();
  await page.evaluate(() => {
    const { store, graph } = window.alumnigraph;
    store.setState({ selected: { kind: "node", id: graph.nodes()[0] ?? "" } });
  });
  await panel.getByRole("button", { name: "Note" }).click();
  await expect(panel.getByPlaceholder("What to say there")).toBeFocused();
  // Without the focus these letters would be keys of the page.
  await page.keyboard.type("golf");
  await expect(panel.getByPlaceholder("What to say there")).toHaveValue("golf");
});
