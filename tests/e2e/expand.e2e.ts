import { AxeBuilder } from "@axe-core/playwright";
import { expect, open, positions, test } from "./explorer.ts";

const start = "/?ask=alumni-of;companies:nvidia,amd&node=nvidia";

test("what is not checked does not come, the next ones neither, and the link goes on so", async ({ page }) => {
  await open(page, start);
  await page.getByRole("button", { name: /^Expand \d/ }).click();
  const preview = page.getByRole("region", { name: "Add to the view" });
  const boxes = preview.getByRole("checkbox");
  await expect(boxes.first()).toBeChecked();
  await preview.getByRole("button", { name: "Check none" }).click();
  await expect(preview.getByRole("button", { name: "Check what should come" })).toBeVisible();
  await boxes.first().check();
  await preview.getByRole("combobox").selectOption("10");
  const add = preview.getByRole("button", { name: /^(?:Add|First|Next) / });
  const promised = Number(/\d+/.exec((await add.textContent()) ?? "")?.[0]);
  const before = Object.keys(await positions(page)).length;
  await add.click();
  await expect.poll(async () => Object.keys(await positions(page)).length).toBe(before + promised);
  await expect(page).toHaveURL(/expand=nvidia/);
  const { violations } = await new AxeBuilder({ page }).include(".preview").analyze();
  expect(violations).toEqual([]);
  await page.reload();
  await page.getByRole("button", { name: /^Expand \d/ }).click();
  await expect(preview.getByRole("button", { name: "Check all" })).toBeVisible();
  await expect(preview.getByRole("combobox")).toHaveValue("10");
});

test("by keys alone: open the preview, uncheck a kind, choose how many, add", async ({ page }) => {
  await open(page, start);
  const toggle = page.getByRole("button", { name: /^Expand \d/ });
  await toggle.focus();
  await page.keyboard.press("Enter");
  const preview = page.getByRole("region", { name: "Add to the view" });
  await preview.getByRole("button").first().focus();
  await page.keyboard.press("Tab");
  await expect(preview.getByRole("combobox")).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(preview.getByRole("checkbox").first()).toBeFocused();
  await page.keyboard.press("Space");
  await expect(preview.getByRole("checkbox").first()).not.toBeChecked();
  await preview.getByRole("button").first().focus();
  const before = Object.keys(await positions(page)).length;
  await page.keyboard.press("Enter");
  await expect.poll(async () => Object.keys(await positions(page)).length).toBeGreaterThan(before);
  await expect(preview.getByRole("button").first()).toBeFocused();
});
