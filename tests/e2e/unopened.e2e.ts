import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, forgive, test, viewIsThere } from "./explorer.ts";

/** Of requests that are cut off, or fail. */
const failed = /ERR_FAILED|500/;

async function answers(page: Page, how: "not" | "badly" | "well"): Promise<void> {
  await page.unroute("**/api/**");
  if (how === "well") return;
  await page.route("**/api/**", (route) => (how === "not" ? route.abort() : route.fulfill({ status: 500, body: "" })));
}

const words = [
  ["en-US", "This page could not be opened", "The server cannot be reached", "Try again"],
  ["zh-TW", "無法開啟這個頁面", "無法連上伺服器", "再試一次"],
  ["zh-CN", "无法打开这个页面", "无法连上服务器", "再试一次"],
] as const;

for (const [locale, title, reason, again] of words) {
  test.describe(`in ${locale}`, () => {
    test.use({ locale });

    test("a page whose server cannot be reached says so on the stage, and opens from there by keys", async ({
      page,
      complaints,
    }) => {
      await answers(page, "not");
      await page.goto("/");
      const alert = page.getByRole("alert");
      await expect(alert.getByRole("heading", { name: title })).toBeVisible();
      await expect(alert).toContainText(reason);
      expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
      const button = page.getByRole("button", { name: again });
      await button.press("Enter");
      await expect(alert).toBeVisible();
      await expect(button).toBeFocused();
      await answers(page, "well");
      await button.press("Enter");
      await viewIsThere(page);
      await expect(alert).toHaveCount(0);
      await expect(page.locator(".stage-canvas")).toBeFocused();
      forgive(complaints, failed);
    });
  });
}

test("a server that fails is told apart from one that cannot be reached", async ({ page, complaints }) => {
  await answers(page, "badly");
  await page.goto("/");
  await expect(page.getByRole("alert")).toContainText("The server failed");
  forgive(complaints, failed);
});

test("a page that is slow to open says that it opens", async ({ page }) => {
  let goOn = () => {};
  const held = new Promise<void>((resolve) => (goOn = resolve));
  await page.route("**/api/**", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("/");
  await expect(page.getByText("Opening …")).toBeVisible();
  goOn();
  await viewIsThere(page);
  await expect(page.getByText("Opening …")).toHaveCount(0);
});

test("a drawing that is still being laid out is said to open, until it is there", async ({ page }) => {
  let layOut = () => {};
  const isWanted = new Promise<void>((resolve) => (layOut = resolve));
  await page.route("**/layout.worker-*.js", async (route) => {
    await isWanted;
    await route.continue();
  });
  await page.goto("/?ask=everything");
  const opening = page.getByText("Opening …");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("What is there in all?");
  await expect(opening).toBeVisible();
  layOut();
  await expect(opening).toHaveCount(0);
  await viewIsThere(page);
});
