import { AxeBuilder } from "@axe-core/playwright";
import { expect, linkOf, open, settledPositions, test } from "./explorer.ts";

test("a layout is chosen from the menu, undone, and kept in the link", async ({ page }) => {
  await open(page);
  const before = await settledPositions(page);
  await page.getByRole("button", { name: "Arrangement: Columns" }).click();
  const menu = page.getByRole("menu", { name: "Arrangement" });
  await expect(menu.getByRole("menuitemradio", { name: /^Columns/ })).toHaveAttribute("aria-checked", "true");
  expect((await new AxeBuilder({ page }).include(".arrangement").analyze()).violations).toEqual([]);
  await menu.getByRole("menuitemradio", { name: /^Grid/ }).click();
  await expect(page.getByRole("button", { name: "Arrangement: Grid" })).toBeFocused();
  const grid = await settledPositions(page);
  expect(grid).not.toEqual(before);
  expect(await linkOf(page)).toContain("layout=grid");

  await page.reload();
  await expect.poll(() => settledPositions(page)).toEqual(grid);
  await page.getByRole("button", { name: "List of steps" }).click();
  await expect(page.getByRole("button", { name: "Arranged: Grid" })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+z");
  await expect.poll(() => settledPositions(page)).toEqual(before);
});

test("the menu opens by its key, and arrows walk through it", async ({ page }) => {
  await open(page);
  await page.keyboard.press("l");
  await expect(page.getByRole("menuitemradio", { name: /^Columns/ })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("menuitemradio", { name: /^Network/ })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("menu")).toHaveCount(0);
  await page.keyboard.press("l");
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Arrangement: Grid" })).toBeFocused();
});

test("a layout that cannot be had says why", async ({ page }) => {
  await open(page, "/?ask=career-of;person:zhang-jianzhong");
  await page.keyboard.press("l");
  const columns = page.getByRole("menuitemradio", { name: /^Columns Only questions with a direction/ });
  await expect(columns).toHaveAttribute("aria-disabled", "true");
  await columns.click({ force: true });
  await expect(page.getByRole("menu")).toBeVisible();
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, locale: "zh-TW" });

  test("the menu stands on the drawing", async ({ page }) => {
    await open(page);
    await page.getByRole("button", { name: "排列方式：分欄" }).tap();
    await page.getByRole("menuitemradio", { name: /^分類/ }).tap();
    await expect(page.getByRole("button", { name: "排列方式：分類" })).toBeVisible();
  });
});
