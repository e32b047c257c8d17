import { AxeBuilder } from "@axe-core/playwright";
import { expect, linkOf, open, positions, settledPositions, test, viewIsThere } from "./explorer.ts";

test("the slider looks at a time by keys, says what it hides, and comes back with the link", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "Time", exact: true }).click();
  const slider = page.getByRole("slider", { name: "As of" });
  await expect(slider).toHaveAttribute("aria-valuetext", "all time");
  await slider.focus();
  // The strip takes its room from the drawing first.
  const isFitted = () =>
    window.alumnigraph.store.getState().stage.height === document.querySelector(".drawing")?.clientHeight;
  await expect(page.locator(".time-counts")).toBeVisible();
  await expect.poll(() => page.evaluate(isFitted)).toBe(true);
  const before = await settledPositions(page);
  await page.keyboard.press("Home");
  await expect(slider).not.toHaveAttribute("aria-valuetext", "all time");
  await page.keyboard.press("PageUp");
  await expect(page.getByText(/lines? (is|are) hidden/)).toBeVisible();
  expect(await positions(page)).toEqual(before);

  const link = await linkOf(page);
  expect(link).toContain("time=");
  const text = await slider.getAttribute("aria-valuetext");
  await page.goto("about:blank");
  await page.goto(link);
  await viewIsThere(page);
  await expect(slider).toHaveAttribute("aria-valuetext", text ?? "");

  await page.locator(".time-strip").getByRole("button", { name: "Show all time", exact: true }).click();
  await expect(slider).toHaveAttribute("aria-valuetext", "all time");
  const { violations } = await new AxeBuilder({ page }).include(".time-strip").analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});

test("layers are offered beside the network and can be undone", async ({ page }) => {
  await open(page);
  const before = await settledPositions(page);
  await page.getByRole("button", { name: "Arrangement: Columns" }).click();
  await page.getByRole("menuitemradio", { name: /^Layers/ }).click();
  await expect(page.getByRole("button", { name: "Arrangement: Layers" })).toBeVisible();
  await expect(page.getByText(/Left to right in layers, not generations/)).toBeVisible();
  expect(await settledPositions(page)).not.toEqual(before);
  await page.getByRole("button", { name: "Undo" }).click();
  expect(await settledPositions(page)).toEqual(before);
});

test("measures tell of how many names they are while they are worked out", async ({ page }) => {
  await page.route("**/measures.worker*", () => new Promise<void>(() => {}));
  await open(page);
  await page.getByRole("tab", { name: "Measures" }).click();
  const panel = page.locator(".measures");
  await expect(panel.getByRole("button", { name: "Cancel" })).toBeVisible();
  await expect(panel.locator(".note")).toContainText(/\b[1-9]\d+ names/);
});

test("measures of what is drawn size the names, and are named in the key", async ({ page }) => {
  await open(page);
  await page.getByRole("tab", { name: "Measures" }).click();
  const panel = page.locator(".measures");
  await expect(panel.locator("tbody tr").first()).toBeVisible();
  await panel.getByRole("combobox").selectOption("betweenness");
  await expect(page.getByRole("heading", { name: "Marks’ size: Betweenness" })).toBeVisible();
  await panel.getByRole("button", { name: "NVIDIA", exact: true }).click();
  expect(await page.evaluate(() => window.alumnigraph.store.getState().selected?.id)).toBe("nvidia");
  const { violations } = await new AxeBuilder({ page }).include(".measures").analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});
