import { AxeBuilder } from "@axe-core/playwright";
import { expect, linkOf, open, search, settledPositions, test, viewIsThere } from "./explorer.ts";

const start = "/?ask=alumni-of;companies:nvidia,amd";

test("by keys alone: group by workplace, look into a group, open all where they were", async ({ page }) => {
  await open(page, start);
  await expect(page.getByRole("button", { name: "Group names" })).toBeVisible();
  const before = await settledPositions(page);
  await page.keyboard.press("g");
  const menu = page.getByRole("menu", { name: "Group names" });
  await expect(menu.getByRole("menuitem", { name: /^By workplace/ })).toBeFocused();
  expect((await new AxeBuilder({ page }).include(".group-menu").analyze()).violations).toEqual([]);
  await page.keyboard.press("Enter");
  await expect(page.getByText(/names drawn as \d groups/)).toBeAttached();
  await expect(page.getByText("Several names as one")).toBeVisible();
  await search(page, "Zhang Jianzhong");
  await page.keyboard.press("Enter");
  const inspector = page.getByRole("region", { name: "Details" });
  await inspector.getByRole("button", { name: /^Drawn as part of / }).click();
  await expect(inspector.getByRole("button", { name: "Open the group" })).toBeVisible();
  expect((await new AxeBuilder({ page }).include(".inspector").analyze()).violations).toEqual([]);
  const link = await linkOf(page);
  await page.goto(link);
  await viewIsThere(page);
  await expect(page.getByRole("button", { name: "Open the group" })).toBeVisible();
  await page.keyboard.press("g");
  await page.getByRole("menuitem", { name: /^Open all groups/ }).click();
  await expect.poll(() => settledPositions(page)).toEqual(before);
});

test("a phone has the list of steps, with a way back and forth", async ({ browser }) => {
  const phone = await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  const page = await phone.newPage();
  await open(page, start);
  await page.getByRole("button", { name: "Key" }).click();
  await page.getByRole("button", { name: "Group names" }).click();
  await page.getByRole("menuitem", { name: /^By workplace/ }).click();
  await page.getByRole("button", { name: "List of steps" }).click();
  const steps = page.getByRole("region", { name: "Steps" });
  const grouped = steps.getByRole("button", { name: /^Grouped by workplace/ });
  await expect(grouped).toHaveAttribute("aria-current", "step");
  expect((await new AxeBuilder({ page }).include(".sheet").analyze()).violations).toEqual([]);
  await steps.getByRole("button").last().click();
  await expect(grouped).not.toHaveAttribute("aria-current", "step");
  await grouped.click();
  await expect(grouped).toHaveAttribute("aria-current", "step");
  await phone.close();
});
