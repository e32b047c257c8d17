import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, linkOf, open, search, test } from "./explorer.ts";

async function faults(page: Page): Promise<string[]> {
  // Dimmed names on the drawing are pale on purpose, and are a picture to axe; the panels must hold.
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(" ")} ${failureSummary}`),
  );
}

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme });

    test("axe finds nothing on the first view, in the inspector and in search", async ({ page }) => {
      await open(page);
      await expect(page.locator("html")).toHaveAttribute("data-theme", colorScheme);
      expect(await faults(page)).toEqual([]);
      await search(page, "zhang");
      expect(await faults(page)).toEqual([]);
      await page.keyboard.press("Enter");
      await page.getByRole("button", { name: /^Expand \d/ }).click();
      await page
        .getByRole("button", { name: /^\d+ sources?$/ })
        .first()
        .click();
      expect(await faults(page)).toEqual([]);
    });
  });
}

test("the key cuts no name short where counts have five digits", async ({ page }) => {
  await open(page);
  await page.locator(".key-list.in-two .key-count").evaluateAll((counts) => {
    for (const count of counts) count.textContent = "12,345";
  });
  const cut = await page
    .locator(".key-list.in-two .key-caption")
    .evaluateAll((captions) =>
      captions.filter((each) => each.scrollWidth > each.clientWidth).map((e) => e.textContent),
    );
  expect(cut).toEqual([]);
});

test("the theme changes and is remembered", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "Use dark colours" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});

test("the languages change everything, and are remembered and linked", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "繁體中文" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-Hant");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("輝達");
  await page.getByRole("button", { name: "简体中文" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("英伟达");
  expect(await linkOf(page)).toContain("lang=zh-Hans");
  await open(page, "/");
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-Hans");
  await open(page, "/?lang=en");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
});

for (const [locale, lang] of [
  ["zh-TW", "zh-Hant"],
  ["zh-CN", "zh-Hans"],
  ["de-DE", "en"],
] as const) {
  test.describe(`a first visit in ${locale}`, () => {
    test.use({ locale });
    test(`is in ${lang}, with no English left in Chinese`, async ({ page }) => {
      await open(page, "/");
      await expect(page.locator("html")).toHaveAttribute("lang", lang);
      if (lang === "en") return;
      const english = await page.evaluate(() => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const found: string[] = [];
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const isForeign = node.parentElement?.closest("[lang]:not(html)") !== null;
          if (!isForeign && /[a-z]{3,} [a-z]{2,}/.test(node.textContent ?? "")) found.push(node.textContent ?? "");
        }
        return found;
      });
      expect(english).toEqual([]);
    });
  });
}

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

  test("the page fits, and sheets hold the questions, the key and the details", async ({ page }) => {
    await open(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await page.getByRole("button", { name: "Key" }).tap();
    await expect(page.getByRole("dialog", { name: "Key" })).toBeVisible();
    await page.getByRole("button", { name: "Questions" }).tap();
    await expect(page.getByRole("dialog", { name: "Questions" })).toBeVisible();
    expect(await faults(page)).toEqual([]);
    await page.getByRole("button", { name: /stock exchange/i }).tap();
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await search(page, "zhang");
    await page.getByRole("option").first().tap();
    await expect(page.getByRole("dialog", { name: "Details" })).toBeVisible();
    await page.getByRole("button", { name: "Close", exact: true }).tap();
    await expect(page.getByRole("dialog")).toHaveCount(0);
  });
});
