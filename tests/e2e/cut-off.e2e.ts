/** Requests that are cut off, as where a laptop changes from one network to another. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, forgive, open, positions, search, test, viewIsThere } from "./explorer.ts";
import { openStory } from "./story-panel.ts";

/** Cuts off the first request to each address but the page and what watches over it; gives back the addresses. */
async function cutOffFirst(page: Page, pattern: string): Promise<Set<string>> {
  const seen = new Set<string>();
  await page.route(pattern, (route) => {
    const request = route.request();
    if (request.isNavigationRequest() || request.url().endsWith("/boot.js") || seen.has(request.url()))
      return route.continue();
    seen.add(request.url());
    return route.abort("failed");
  });
  return seen;
}

test("a page whose every request is cut off once opens all the same, and so does all that is read later", async ({
  page,
  complaints,
}) => {
  const cut = await cutOffFirst(page, "**/*");
  await page.goto("/");
  await viewIsThere(page);
  await expect(page.getByRole("button", { name: "All questions" })).toBeVisible();
  const { panel } = await openStory(page);
  // Its styles came too.
  await expect(panel.locator(".story-tools")).toHaveCSS("display", "flex");
  await page.getByRole("tab", { name: "Measures" }).click();
  await page.getByRole("button", { name: "Export", exact: true }).first().click();
  await expect(page.getByRole("dialog").locator(".export-preview :is(canvas, img)")).toBeVisible();
  await expect(page.locator(".unread")).toHaveCount(0);
  await expect(page.getByRole("alert")).toHaveCount(0);
  const files = [...cut].map((address) => new URL(address).pathname);
  for (const file of [/index-.*js/, /react-.*js/, /\/Key-/, /StoryPanel-.*css/, /export\.worker/, /api\/first-view/])
    expect(files.filter((each) => file.test(each))).not.toEqual([]);
  forgive(complaints);
});

const words = [
  ["en-US", "This part could not be read.", "Retry"],
  ["zh-TW", "這個部分讀取失敗。", "重試"],
  ["zh-CN", "这个部分读取失败。", "重试"],
] as const;

for (const [locale, said, retry] of words) {
  test.describe(`in ${locale}`, () => {
    test.use({ locale });

    test("a part that does not come says so in its place, and comes at a retry by keys", async ({
      page,
      complaints,
    }) => {
      await page.route("**/Key-*.js", (route) => route.abort("internetdisconnected"));
      await page.goto("/");
      await viewIsThere(page);
      const alert = page.getByRole("alert");
      await expect(alert).toContainText(said);
      expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
      const button = alert.getByRole("button", { name: retry });
      await button.press("Enter");
      await expect(button).toHaveAttribute("aria-disabled", "false");
      await expect(button).toBeFocused();
      await page.unroute("**/Key-*.js");
      await button.press("Enter");
      await expect(page.locator(".key")).toBeVisible();
      await expect(alert).toHaveCount(0);
      expect(await page.evaluate(() => document.activeElement?.closest(".rail") !== null)).toBe(true);
      forgive(complaints, /ERR_INTERNET_DISCONNECTED/);
    });
  });
}

test("a file that is dropped before the page can open it does not take the page’s place", async ({
  page,
  complaints,
}) => {
  await page.route("**/OverStage-*.js", (route) => route.abort("failed"));
  await open(page);
  const isHeld = await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(["{}"], "a.json"));
    const options = { bubbles: true, cancelable: true, dataTransfer };
    const steps = ["dragover", "drop"].map((step) => new DragEvent(step, options));
    for (const step of steps) document.querySelector("main")?.dispatchEvent(step);
    return steps.map((step) => step.defaultPrevented);
  });
  expect(isHeld).toEqual([true, true]);
  forgive(complaints);
});

test("a page that fails as a whole says so instead of standing empty", async ({ page, complaints }) => {
  await open(page);
  await page.evaluate(() => window.alumnigraph.store.setState({ answer: {} as never }));
  await expect(page.getByRole("alert")).toContainText("This page could not be opened");
  await page.getByRole("button", { name: "Try again" }).click();
  await viewIsThere(page);
  forgive(complaints, /undefined/);
});

test("a page whose words never come says so, and opens when it is tried again", async ({ page, complaints }) => {
  await page.route("**/assets/en-*.js", (route) => route.abort("failed"));
  await page.goto("/");
  await expect(page.getByRole("alert")).toContainText("This page could not be opened");
  await page.unroute("**/assets/en-*.js");
  await page.getByRole("button", { name: "Try again" }).press("Enter");
  await viewIsThere(page);
  forgive(complaints, /ERR_FAILED|cannot be reached/);
});

test("a page whose script never comes says so", async ({ page, complaints }) => {
  await page.route("**/assets/index-*.js", (route) => route.abort("failed"));
  await page.goto("/");
  await expect(page.getByRole("alert")).toContainText("This page could not be opened");
  forgive(complaints);
});

test("a step whose code does not come is told, and is done at a retry", async ({ page, complaints }) => {
  await page.route("**/expand-*.js", (route) => route.abort("failed"));
  await open(page);
  await search(page, "zjz");
  await page.getByRole("option").first().click();
  const before = Object.keys(await positions(page)).length;
  await page.getByRole("button", { name: /^Expand \d/ }).click();
  await page.getByRole("button", { name: /^All \d+ neighbors/ }).click();
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("The server cannot be reached");
  await page.unroute("**/expand-*.js");
  await alert.getByRole("button", { name: "Retry" }).press("Enter");
  await expect.poll(async () => Object.keys(await positions(page)).length).toBeGreaterThan(before);
  await expect(alert).toHaveCount(0);
  forgive(complaints);
});
