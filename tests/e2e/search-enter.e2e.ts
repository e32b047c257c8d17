/** Enter in the search box takes what answers the text that stands there, however fast one types. */
import type { Page } from "@playwright/test";
import { expect, open, search, searchField, test } from "./explorer.ts";

/** Holds back every answer to what is typed until it is let go. */
async function holdAnswers(page: Page): Promise<() => void> {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  const wait = async (route: { continue: () => Promise<void> }) => {
    await held;
    // What was asked before the last letter is no longer wanted.
    await route.continue().catch(() => {});
  };
  await page.route("**/api/search*", wait);
  await page.route("**/api/phrases*", wait);
  return letGo;
}

test.beforeEach(({ page }) => open(page, "/?lang=en"));

test("Enter waits for the answer to what was typed, whatever an earlier text found", async ({ page }) => {
  await search(page, "Moore Threads");
  const letGo = await holdAnswers(page);
  await searchField(page).pressSequentially(" founders");
  await page.keyboard.press("Enter");
  await expect(searchField(page)).toHaveValue("Moore Threads founders");
  letGo();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Who founded Moore Threads?");
});

test("a pasted text and Enter at once ask it, and until then the list says that it is searched", async ({ page }) => {
  const letGo = await holdAnswers(page);
  await searchField(page).fill("Moore Threads founders");
  await expect(page.getByText("Searching …").first()).toBeVisible();
  await expect(page.getByText(/^Nothing here is called/)).toHaveCount(0);
  await page.keyboard.press("Enter");
  letGo();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Who founded Moore Threads?");
});

test("Enter takes at once what the arrows moved to", async ({ page }) => {
  await search(page, "zhang");
  await holdAnswers(page);
  await searchField(page).pressSequentially(" ");
  await page.keyboard.press("ArrowDown");
  const chosen = await page.locator(`[role="option"][aria-selected="true"] .hit-name`).innerText();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 2, name: chosen.split("\n")[0] ?? "" })).toBeVisible();
});

test("a further letter or Escape takes the Enter back", async ({ page }) => {
  const letGo = await holdAnswers(page);
  await searchField(page).fill("Moore Threads founder");
  await page.keyboard.press("Enter");
  await searchField(page).pressSequentially("s");
  letGo();
  await expect(page.getByRole("option", { name: /Who founded Moore Threads\?/ })).toBeVisible();
  await expect(searchField(page)).toHaveValue("Moore Threads founders");
});
