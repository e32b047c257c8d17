import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { downloadBy, expect, open, pointOf, positions, selected, settledPositions, test } from "./explorer.ts";

/** How far down the lowest of what is drawn stands, as a share of what a panel leaves of the stage. */
const lowest = (page: Page) =>
  page.evaluate(() => {
    const { store, graph } = window.alumnigraph;
    const { stage, covered } = store.getState();
    return Math.max(...graph.mapNodes((_id, { y }) => y)) / (stage.height - covered);
  });

test("columns make way for a panel, and go back where they were when it closes", async ({ page }) => {
  await open(page);
  const before = await settledPositions(page);
  expect(await lowest(page)).toBeLessThanOrEqual(1);
  await page.keyboard.press("t");
  await expect(page.getByRole("grid", { name: "Answer" })).toBeVisible();
  // Of a window as small as this, rows that can come no nearer to each other take a little more than there is.
  await expect.poll(() => lowest(page)).toBeLessThanOrEqual(1.4);
  expect(await settledPositions(page)).not.toEqual(before);
  await page.keyboard.press("t");
  await expect(page.getByRole("grid")).toHaveCount(0);
  await expect.poll(() => positions(page)).toEqual(before);
});

test("other drawings are seen smaller above a panel, and move nowhere", async ({ page }) => {
  await open(page, "/?ask=alumni-of;companies:nvidia,amd&layout=organic");
  const before = await settledPositions(page);
  await page.keyboard.press("t");
  await expect(page.getByRole("grid", { name: "Answer" })).toBeVisible();
  expect(await settledPositions(page)).toEqual(before);
});

test("the table under the drawing sorts, filters, selects and saves", async ({ page }) => {
  await open(page);
  await page.keyboard.press("t");
  const grid = page.getByRole("grid", { name: "Answer" });
  await expect(grid).toBeVisible();
  await page.getByRole("button", { name: "Names", exact: true }).click();
  await page.getByRole("searchbox").fill("張建中");
  await page.getByRole("gridcell", { name: "Zhang Jianzhong" }).click();
  await expect.poll(() => selected(page)).toBe("zhang-jianzhong");
  await page.getByRole("searchbox").fill("");
  await page.getByRole("columnheader", { name: "Facts" }).click();
  await expect(page.getByRole("columnheader", { name: "Facts" })).toHaveAttribute("aria-sort", "ascending");
  const download = await downloadBy(page, page.getByRole("button", { name: "CSV" }));
  expect(download.suggestedFilename()).toBe("nodes.csv");
  const { violations } = await new AxeBuilder({ page }).include(".dock").analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});

test("the table is walked and chosen from by keys alone, and Escape leads back to the drawing", async ({ page }) => {
  await open(page);
  await page.keyboard.press("t");
  await page.getByRole("button", { name: "Names", exact: true }).press("Enter");
  const first = page.getByRole("grid").getByRole("gridcell").first();
  await first.focus();
  await page.keyboard.press("Enter");
  const lead = await selected(page);
  expect(lead).toBeDefined();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press(" ");
  await expect(page.getByRole("heading", { name: "2 names selected" })).toBeVisible();
  await page.keyboard.press("Control+End");
  await page.keyboard.press("ArrowUp");
  await expect(page.locator('.grid [role="gridcell"]:focus')).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(page.locator(".stage-canvas")).toBeFocused();
});

test("several chosen in the drawing tell what they share", async ({ page }) => {
  await open(page);
  const [one, other] = [await pointOf(page, "zhang-jianzhong"), await pointOf(page, "zhou-yuan")];
  await page.mouse.click(one.x, one.y);
  await page.keyboard.down("Shift");
  await page.mouse.click(other.x, other.y);
  await page.keyboard.up("Shift");
  await expect(page.getByRole("heading", { name: "2 names selected" })).toBeVisible();
  await expect(page.locator(".shared").getByRole("button", { name: "NVIDIA", exact: true })).toBeVisible();
  await page.keyboard.press("i");
  await expect(page.getByRole("heading", { name: /^\d+ names selected$/ })).not.toHaveText("2 names selected");
});

test("what sources disagree on is listed and brought on screen", async ({ page }) => {
  await open(page, "/?free=1");
  await page.getByRole("tab", { name: "Disagreements" }).click();
  await page.getByRole("searchbox").fill("founded");
  await page.getByRole("button", { name: /^When Moore Threads was founded/ }).click();
  await expect(page.locator(".disagreement .rival-claims > li")).toHaveCount(2);
  await page.getByRole("button", { name: "Show on the drawing" }).click();
  await expect.poll(async () => Object.keys(await positions(page))).toEqual(["moore-threads"]);
});
