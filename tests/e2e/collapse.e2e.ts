import { expect, open, pointOf, positions, test } from "./explorer.ts";

test("what an expansion brought is taken back, and a moved name is unpinned", async ({ page }) => {
  await open(page, "/?ask=alumni-of;companies:nvidia,amd&node=nvidia");
  const before = Object.keys(await positions(page)).length;
  await expect(page.getByRole("button", { name: /^Expand \d/ })).toBeVisible();
  await page.keyboard.press("e");
  const back = page.getByRole("button", { name: /^Take back \d+$/ });
  await expect(back).toBeVisible();
  await back.focus();
  await page.keyboard.press("Enter");
  await expect(back).toHaveCount(0);
  await expect(page.getByRole("button", { name: /^Expand \d/ })).toBeFocused();
  expect(Object.keys(await positions(page))).toHaveLength(before);
  await page.keyboard.press("Control+z");
  await expect(back).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(back).toHaveCount(0);
  const { x, y } = await pointOf(page, "metax");
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 60, y + 40, { steps: 4 });
  await page.mouse.up();
  await expect(page).toHaveURL(/move=metax/);
  await page.keyboard.press("p");
  await expect(page).not.toHaveURL(/move=/);
});
