import type { Page } from "@playwright/test";
import { expect, open, positions, shownPath, test } from "./explorer.ts";

/** Walks with Tab until an element of this name has the focus. */
async function tabTo(page: Page, name: RegExp, most = 60): Promise<void> {
  for (let count = 0; count < most; count++) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() => {
      const { activeElement } = document;
      return activeElement?.getAttribute("aria-label") ?? activeElement?.textContent ?? "";
    });
    if (name.test(focused.trim())) return;
  }
  throw new Error(`Tab does not come to ${String(name)}.`);
}

test("without a mouse: find, read, expand, walk on, path, undo", async ({ page }) => {
  await open(page);
  await page.keyboard.press("/");
  await page.keyboard.type("zjz");
  await expect(page.getByRole("option").first()).toContainText("Zhang Jianzhong");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Zhang Jianzhong", exact: true })).toBeVisible();

  const before = Object.keys(await positions(page)).length;
  await expect(page.getByRole("button", { name: /^Expand \d/ })).toBeVisible();
  await tabTo(page, /^Expand \d/);
  await page.keyboard.press("Enter");
  await tabTo(page, /^All \d+ neighbors/);
  await page.keyboard.press("Enter");
  await expect.poll(async () => Object.keys(await positions(page)).length).toBeGreaterThan(before);

  await tabTo(page, /^Moore Threads$/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Moore Threads", exact: true })).toBeVisible();

  await page.keyboard.press("Escape");
  await expect(page.getByRole("heading", { name: "Questions" })).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect.poll(async () => Object.keys(await positions(page)).length).toBe(before);
  await page.keyboard.press("Control+Shift+z");
  await expect.poll(async () => Object.keys(await positions(page)).length).toBeGreaterThan(before);
  expect(await shownPath(page)).toEqual([]);
});

test("the shortcuts are listed, and Delete hides what is selected", async ({ page }) => {
  await open(page, "/?ask=alumni-of;companies:nvidia,amd&node=zhou-yuan");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "Zhou Yuan" })).toBeVisible();
  await page.keyboard.press("Delete");
  await expect(page.getByText("One is hidden by hand").or(page.getByText("1 is hidden by hand"))).toBeVisible();
  await page.getByRole("button", { name: "Show again" }).press("Enter");
  await expect(page.getByText("hidden by hand")).toHaveCount(0);
});
