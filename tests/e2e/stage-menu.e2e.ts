import { AxeBuilder } from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import {
  expect,
  hovered,
  middleOfLine,
  moveBeside,
  open,
  openMenuByKey,
  pointOf,
  selected,
  shownAt,
  test,
} from "./explorer.ts";

test("a right click on a name says what can be done with it, and does it", async ({ page }) => {
  await open(page);
  const at = await pointOf(page, "metax");
  await page.mouse.move(at.x, at.y);
  await expect.poll(async () => (await hovered(page))?.id).toBe("metax");
  await page.mouse.click(at.x, at.y, { button: "right" });
  const menu = page.getByRole("menu", { name: "MetaX" });
  await expect(menu.getByRole("menuitem", { name: /^Expand/ })).toBeFocused();
  expect(await selected(page)).toBe("metax");
  expect((await new AxeBuilder({ page }).include(".stage-menu").analyze()).violations).toEqual([]);
  const before = await page.evaluate(() => window.alumnigraph.graph.order);
  await page.keyboard.press("Enter");
  await expect(menu).toHaveCount(0);
  await expect.poll(() => page.evaluate(() => window.alumnigraph.graph.order)).toBeGreaterThan(before);
});

/** The menu of a selected name, by keys. */
async function openMenuOfMetax(page: Page): Promise<Locator> {
  await open(page, "/?ask=alumni-of;companies:nvidia,amd&node=metax");
  await openMenuByKey(page);
  const menu = page.getByRole("menu", { name: "MetaX" });
  await expect(menu.getByRole("menuitem", { name: /^Expand/ })).toBeFocused();
  return menu;
}

test("the menu of what is selected opens by its key, is walked by arrows, and Escape leads back", async ({ page }) => {
  const menu = await openMenuOfMetax(page);
  await page.keyboard.press("ArrowDown");
  await expect(menu.getByRole("menuitem", { name: "Path to …" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(menu).toHaveCount(0);
  await expect(page.locator(".stage-canvas")).toBeFocused();
});

test("a key that the menu shows does its work and closes the menu", async ({ page }) => {
  const menu = await openMenuOfMetax(page);
  await page.keyboard.press("n");
  await expect(menu).toHaveCount(0);
  await expect(page.locator(".stage-canvas")).toBeFocused();
  const count = () => page.evaluate(() => window.alumnigraph.store.getState().alsoSelected.size);
  expect(await count()).toBeGreaterThan(0);
});

test("a menu whose drawing changes under it closes", async ({ page }) => {
  const menu = await openMenuOfMetax(page);
  const size = page.viewportSize();
  await page.setViewportSize({ width: (size?.width ?? 1440) - 200, height: 800 });
  await expect(menu).toHaveCount(0);
});

/** Right-clicks a line. */
async function openLineMenu(page: Page): Promise<void> {
  const { x, y } = await middleOfLine(page);
  await page.mouse.move(x, y);
  await expect.poll(async () => (await hovered(page))?.kind).toBe("relationship");
  await page.mouse.click(x, y, { button: "right" });
}

/** Right-clicks where nothing is drawn. */
async function openStageMenu(page: Page): Promise<void> {
  const { x, y } = await moveBeside(page);
  await page.mouse.click(x, y, { button: "right" });
}

test("a right click on a line says what can be done with the claim, by its words", async ({ page }) => {
  await open(page);
  await openLineMenu(page);
  const menu = page.getByRole("menu", { name: "Hong Zhou worked at S3 Graphics" });
  await expect(menu.getByRole("menuitem", { name: "See the details" })).toBeFocused();
  expect((await new AxeBuilder({ page }).include(".stage-menu").analyze()).violations).toEqual([]);
  await page.keyboard.press("Enter");
  await expect(menu).toHaveCount(0);
  await expect(page.locator("#details")).toBeFocused();
  await expect(page.locator(".inspected.sentence")).toContainText("S3 Graphics");
});

test("both ends of a line are selected from its menu", async ({ page }) => {
  await open(page);
  await openLineMenu(page);
  await page.getByRole("menuitem", { name: "Select both ends" }).click();
  const chosen = await page.evaluate(() => [...window.alumnigraph.store.getState().alsoSelected].toSorted());
  expect(chosen).toEqual(["hong-zhou", "s3-graphics"]);
});

test("a line’s whole type is hidden from its menu in one step, which is undone", async ({ page }) => {
  await open(page);
  const filters = () => page.evaluate(() => window.alumnigraph.store.getState().filters.types);
  await openLineMenu(page);
  await page.getByRole("menuitem", { name: "Hide all “worked at”" }).click();
  expect(await filters()).toEqual({ WORKED_AT: "hide" });
  await page.keyboard.press("Control+z");
  expect(await filters()).toEqual({});
});

test("the menu of a selected line opens by its key", async ({ page }) => {
  await open(page);
  await openLineMenu(page);
  await page.keyboard.press("Escape");
  await expect(page.locator(".stage-canvas")).toBeFocused();
  await page.keyboard.press("Shift+F10");
  await expect(page.getByRole("menu", { name: "Hong Zhou worked at S3 Graphics" })).toBeVisible();
});

test("a right click beside everything says what can be done with the drawing", async ({ page }) => {
  await open(page);
  await openStageMenu(page);
  const menu = page.getByRole("menu", { name: "What can be done with the drawing" });
  await expect(menu.getByRole("menuitem", { name: /^Fit to screen/ })).toBeFocused();
  await expect(menu.getByRole("menuitemradio", { name: "Columns" })).toBeChecked();
  await expect(menu.getByRole("menuitemradio", { name: "Layers" })).toHaveAttribute("title", /^From left to right as/);
  await expect(menu.getByRole("menuitem", { name: /^Undo/ })).toHaveAttribute("aria-disabled", "true");
  expect((await new AxeBuilder({ page }).include(".stage-menu").analyze()).violations).toEqual([]);
  await menu.getByRole("menuitemradio", { name: "Grid" }).click();
  await expect.poll(() => page.evaluate(() => window.alumnigraph.store.getState().layout)).toBe("grid");
});

test("the drawing’s menu leaves no English in Chinese", async ({ page }) => {
  await open(page, "/?lang=zh-Hant");
  await openStageMenu(page);
  const words = await page.getByRole("menu").evaluate((menu) => {
    for (const key of menu.querySelectorAll("kbd")) key.remove();
    return menu.textContent;
  });
  expect(words).toMatch(/全選/);
  expect(words).not.toMatch(/[a-z]{2}/i);
});

test("the drawing’s menu opens by its key where nothing is selected, and goes to what is selected", async ({
  page,
}) => {
  await open(page);
  await openMenuByKey(page);
  await page.getByRole("menuitem", { name: /^Select everything/ }).click();
  await page.evaluate(() => window.alumnigraph.camera.zoomIn());
  await openStageMenu(page);
  await page.getByRole("menuitem", { name: "Fit what is selected" }).click();
  const stage = await page.locator(".stage-canvas").boundingBox();
  await expect
    .poll(async () => {
      const [top, bottom] = [await shownAt(page, "zhang-yubo"), await shownAt(page, "liu-yi")];
      return top.y > (stage?.y ?? 0) && bottom.y < (stage?.y ?? 0) + (stage?.height ?? 0);
    })
    .toBe(true);
});

test("the drawing’s menu names the layouts that the page’s own list names", async ({ page }) => {
  await open(page);
  // As in a data set without dates.
  await page.evaluate(() => {
    const { store } = window.alumnigraph;
    const { dataset } = store.getState();
    if (dataset !== null) store.setState({ dataset: { ...dataset, dated: false } });
  });
  await openStageMenu(page);
  const menu = page.getByRole("menu");
  await expect(menu.getByRole("menuitemradio", { name: "Grid" })).toBeVisible();
  await expect(menu.getByRole("menuitemradio", { name: "Timeline" })).toHaveCount(0);
});

test("the drawing’s menu opens the export, and once that is closed the drawing has the focus", async ({ page }) => {
  await open(page);
  await openStageMenu(page);
  await page.getByRole("menuitem", { name: "Export …" }).click();
  await expect(page.locator("dialog.export")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.locator("dialog.export")).toHaveCount(0);
  await expect(page.locator(".stage-canvas")).toBeFocused();
});

test.describe("with a clipboard", () => {
  test.use({ permissions: ["clipboard-read", "clipboard-write"] });

  test("a claim is copied from its line with where it was read", async ({ page }) => {
    await open(page);
    await openLineMenu(page);
    await page.getByRole("menuitem", { name: /^Copy this with its sources/ }).click();
    await expect(page.locator(".stage-note")).toHaveText("Copied");
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text).toMatch(/^Hong Zhou worked at S3 Graphics.*Sources: “.+”.*characters \d+/);
  });

  test("what is in sight is copied as a picture from the drawing’s menu", async ({ page }) => {
    await open(page);
    await openStageMenu(page);
    await page.getByRole("menuitem", { name: "Copy as picture" }).click();
    await expect(page.locator(".stage-note")).toHaveText(/The picture is copied/);
    const type = await page.evaluate(async () => (await navigator.clipboard.read())[0]?.types.join());
    expect(type).toBe("image/png");
  });

  test("what would be exported is copied as a picture", async ({ page }) => {
    await open(page);
    await page.getByRole("button", { name: "Export", exact: true }).click();
    const copy = page.getByRole("button", { name: "Copy as picture" });
    await expect(copy).toBeEnabled();
    await copy.click();
    await expect(page.getByText("The picture is copied")).toBeVisible();
    const [type, width] = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const blob = await item?.getType("image/png");
      return [blob?.type, blob === undefined ? 0 : (await createImageBitmap(blob)).width];
    });
    expect(type).toBe("image/png");
    expect(width).toBeGreaterThan(1000);
  });
});
