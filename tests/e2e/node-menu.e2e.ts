import { AxeBuilder } from "@axe-core/playwright";
import { expect, open, pointOf, selected, test } from "./explorer.ts";

test("a right click on a name says what can be done with it, and does it", async ({ page }) => {
  await open(page);
  const at = await pointOf(page, "metax");
  await page.mouse.move(at.x, at.y);
  await expect.poll(() => page.evaluate(() => window.alumnigraph.store.getState().hovered?.id)).toBe("metax");
  await page.mouse.click(at.x, at.y, { button: "right" });
  const menu = page.getByRole("menu", { name: "MetaX" });
  await expect(menu.getByRole("menuitem", { name: /^Expand/ })).toBeFocused();
  expect(await selected(page)).toBe("metax");
  expect((await new AxeBuilder({ page }).include(".node-menu").analyze()).violations).toEqual([]);
  const before = await page.evaluate(() => window.alumnigraph.graph.order);
  await page.keyboard.press("Enter");
  await expect(menu).toHaveCount(0);
  await expect.poll(() => page.evaluate(() => window.alumnigraph.graph.order)).toBeGreaterThan(before);
});

test("the menu of what is selected opens by its key, is walked by arrows, and Escape leads back", async ({ page }) => {
  await open(page, "/?ask=alumni-of;companies:nvidia,amd&node=metax");
  await page.locator(".stage-canvas").focus();
  await page.keyboard.press("Shift+F10");
  const menu = page.getByRole("menu", { name: "MetaX" });
  await expect(menu.getByRole("menuitem", { name: /^Expand/ })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(menu.getByRole("menuitem", { name: "Path to …" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(menu).toHaveCount(0);
  await expect(page.locator(".stage-canvas")).toBeFocused();
});

test("a key that the menu shows does its work and closes the menu", async ({ page }) => {
  await open(page, "/?ask=alumni-of;companies:nvidia,amd&node=metax");
  await page.locator(".stage-canvas").focus();
  await page.keyboard.press("Shift+F10");
  const menu = page.getByRole("menu", { name: "MetaX" });
  await expect(menu.getByRole("menuitem", { name: /^Expand/ })).toBeFocused();
  await page.keyboard.press("n");
  await expect(menu).toHaveCount(0);
  await expect(page.locator(".stage-canvas")).toBeFocused();
  const count = () => page.evaluate(() => window.alumnigraph.store.getState().alsoSelected.size);
  expect(await count()).toBeGreaterThan(0);
});

test("a menu whose drawing changes under it closes", async ({ page }) => {
  await open(page, "/?ask=alumni-of;companies:nvidia,amd&node=metax");
  await page.locator(".stage-canvas").focus();
  await page.keyboard.press("Shift+F10");
  const menu = page.getByRole("menu", { name: "MetaX" });
  await expect(menu.getByRole("menuitem", { name: /^Expand/ })).toBeFocused();
  const size = page.viewportSize();
  await page.setViewportSize({ width: (size?.width ?? 1440) - 200, height: 800 });
  await expect(menu).toHaveCount(0);
});

test.describe("with a clipboard", () => {
  test.use({ permissions: ["clipboard-read", "clipboard-write"] });

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
