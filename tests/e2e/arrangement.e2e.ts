import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, linkOf, open, settledPositions, test } from "./explorer.ts";

/** By its key, which is heard once the button is there. */
async function openMenu(page: Page): Promise<void> {
  await expect(page.getByRole("button", { name: /^Arrangement: / })).toBeVisible();
  await page.keyboard.press("l");
}

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
  await openMenu(page);
  await expect(page.getByRole("menuitemradio", { name: /^Columns/ })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("menuitemradio", { name: /^Network/ })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("menu")).toHaveCount(0);
  await openMenu(page);
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Arrangement: Grid" })).toBeFocused();
});

test("a layout that cannot be had says why", async ({ page }) => {
  await open(page, "/?ask=career-of;person:zhang-jianzhong");
  await openMenu(page);
  const columns = page.getByRole("menuitemradio", { name: /^Columns Only questions with a direction/ });
  await expect(columns).toHaveAttribute("aria-disabled", "true");
  await columns.click({ force: true });
  await expect(page.getByRole("menu")).toBeVisible();
});

test("no ring stays behind under a grid", async ({ page }) => {
  await open(page, "/?ask=alumni-of;companies:nvidia,amd&node=metax");
  for (const layout of ["Rings", "Grid"]) {
    await openMenu(page);
    await page.getByRole("menuitemradio", { name: new RegExp(`^${layout}`) }).click();
    await expect(page.getByRole("button", { name: `Arrangement: ${layout}` })).toBeVisible();
    await settledPositions(page);
    const behind = page.locator("canvas.sigma-guides");
    await (layout === "Rings" ? expect(behind).toBeVisible() : expect(behind).toBeHidden());
  }
});

test("rings go around what is selected, also when the link is opened again", async ({ page }) => {
  await open(page);
  await openMenu(page);
  await expect(page.getByRole("menuitemradio", { name: /^Rings Select a name first/ })).toHaveAttribute(
    "aria-disabled",
    "true",
  );
  await page.keyboard.press("Escape");
  await open(page, "/?ask=alumni-of;companies:nvidia,amd&node=metax");
  await openMenu(page);
  await page.getByRole("menuitemradio", { name: /^Rings/ }).click();
  await expect(page.getByRole("button", { name: "Arrangement: Rings" })).toBeVisible();
  const rings = await settledPositions(page);
  const link = await linkOf(page);
  expect(link).toContain("layout=radial&around=metax");
  await page.getByRole("button", { name: "List of steps" }).click();
  await expect(page.getByRole("button", { name: "Arranged in rings around MetaX" })).toBeVisible();
  await page.goto("about:blank");
  await open(page, link);
  await expect.poll(() => settledPositions(page)).toEqual(rings);
});

test("time puts each name at its year, says how many have none, and newcomers take their own places", async ({
  page,
}) => {
  await open(page, "/?ask=alumni-of;companies:nvidia,amd&node=metax");
  await openMenu(page);
  await page.getByRole("menuitemradio", { name: /^Time/ }).click();
  await expect(page.getByText(/\d+ names without a date stand on the left/)).toBeVisible();
  await settledPositions(page);
  await page.getByRole("button", { name: /^Expand \d/ }).waitFor();
  await page.keyboard.press("e");
  await expect(page.getByText(/neighbors? added/)).toBeAttached();
  const off = await page.evaluate(() => {
    const { graph } = window.alumnigraph;
    const guides = graph.getAttribute("guides");
    if (guides?.kind !== "timeline") return ["no axis"];
    return graph.filterNodes((_id, { x }) => {
      const year = guides.first + (x - guides.x) / guides.perYear;
      return x >= guides.x && Math.abs(year - Math.round(year)) > 1e-6;
    });
  });
  expect(off).toEqual([]);
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
