import { expect, forgive, linkOf, open, positions, search, shownPath, test, viewIsThere } from "./explorer.ts";

test("search 张建中, open, expand, path to AMD, undo, reload the link", async ({ page }) => {
  await open(page);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("NVIDIA and AMD");

  await search(page, "张建中");
  await expect(page.getByRole("option").first()).toContainText("张建中");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Zhang Jianzhong", exact: true })).toBeVisible();
  await expect(page.getByText("張建中", { exact: true })).toBeVisible();

  const before = await positions(page);
  await page.getByRole("button", { name: /^Expand \d/ }).click();
  await page.getByRole("button", { name: /^All \d+ neighbors/ }).click();
  await expect.poll(async () => Object.keys(await positions(page)).length).toBeGreaterThan(Object.keys(before).length);
  expect(await positions(page)).toMatchObject(before);
  await expect(page.getByText(/neighbors? added/)).toBeAttached();

  const expanded = await positions(page);
  await page.getByRole("button", { name: "Path to …" }).click();
  await search(page, "AMD");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "From Zhang Jianzhong to AMD" })).toBeVisible();
  const path = await shownPath(page);
  expect(path[0]).toBe("zhang-jianzhong");
  expect(path.at(-1)).toBe("amd");

  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => shownPath(page)).toEqual([]);
  expect(await positions(page)).toEqual(expanded);

  const link = await linkOf(page);
  await page.goto("about:blank");
  await page.goto(link);
  await viewIsThere(page);
  expect(await positions(page)).toEqual(expanded);
  expect(await linkOf(page)).toBe(link);
});

test("the browser's own back returns to the question before", async ({ page }) => {
  await open(page);
  const first = await page.getByRole("heading", { level: 1 }).textContent();
  await page.getByRole("button", { name: /stock exchange/i }).click();
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(first ?? "");
  await linkOf(page);
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(first ?? "");
});

test("each question of the rail works", async ({ page }) => {
  await open(page);
  const questions = page.locator(".questions button:not([aria-haspopup])");
  const count = await questions.count();
  expect(count).toBeGreaterThan(3);
  for (let index = 0; index < count; index++) {
    await questions.nth(index).click();
    await expect(questions.nth(index)).toHaveAttribute("aria-current", "page");
    await viewIsThere(page);
    const isFree = index === count - 1;
    const shown = Object.keys(await positions(page)).length;
    if (isFree) expect(shown).toBe(0);
    else expect(shown).toBeGreaterThan(1);
    await expect(page.getByRole("alert")).toHaveCount(0);
  }
});

test("a fact opens its sources, and a relationship shows both ends", async ({ page }) => {
  await open(page, "/?ask=alumni-of;companies:nvidia,amd&node=zhang-jianzhong");
  const fact = page.locator(".fact", { hasText: "Moore Threads" }).first();
  await fact.getByRole("button", { name: /^\d+ sources?(, \d+ passages)?$/ }).click();
  await expect(fact.getByText(/characters [\d,]+–[\d,]+ of [\d,]+/).first()).toBeVisible();
  await fact.getByRole("button", { name: "Open this fact" }).click();
  await expect(page.getByRole("heading", { level: 2 })).toContainText("Zhang Jianzhong");
  await expect(page.getByText("The source states it as a fact.")).toBeVisible();
  await page.getByRole("button", { name: "Zhang Jianzhong" }).click();
  await expect(page.getByRole("heading", { name: "Zhang Jianzhong", exact: true })).toBeVisible();
});

test("the key dims, hides and shows", async ({ page }) => {
  await open(page);
  const amd = page.getByRole("button", { name: /^AMD, \d+/ });
  await expect(amd).toHaveAccessibleName(/shown$/);
  await amd.click();
  await expect(amd).toHaveAccessibleName(/dimmed$/);
  await amd.click();
  await expect(amd).toHaveAccessibleName(/hidden$/);
  await page.getByRole("button", { name: "Show all" }).click();
  await expect(amd).toHaveAccessibleName(/shown$/);
});

test("a failure is told in the foot, with a way to try again; the drawing stays", async ({ page, complaints }) => {
  await open(page);
  await page.route("**/api/questions/listings*", (route) => route.abort());
  await page.getByRole("button", { name: /stock exchange/i }).click();
  await expect(page.getByRole("alert")).toContainText("The server cannot be reached");
  expect(Object.keys(await positions(page)).length).toBeGreaterThan(20);
  await page.unroute("**/api/questions/listings*");
  await page.getByRole("button", { name: "Retry" }).click();
  await expect(page.getByRole("alert")).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("stock exchange");
  // The browser itself reports the request that was cut off.
  forgive(complaints);
});
