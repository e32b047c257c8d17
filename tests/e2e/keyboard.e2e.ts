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

/** What a screen reader says now. */
const heard = (page: Page) =>
  page.evaluate(() => [...document.querySelectorAll(".heard output")].map(({ textContent }) => textContent).join(""));

/** Chooses the line that leads to a node, by its words, and follows it. */
async function walkTo(page: Page, name: string): Promise<void> {
  for (let count = 0; count < 40; count++) {
    const before = await heard(page);
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => heard(page)).not.toBe(before);
    if (!new RegExp(`\\b${name};`).test(await heard(page))) continue;
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => heard(page)).toMatch(new RegExp(`^${name}, \\w+\\. \\d+ lines? drawn\\.$`));
    return;
  }
  throw new Error(`No line leads to ${name}.`);
}

test("on the drawing, by keys alone: from NVIDIA along relationships to MetaX, and back", async ({ page }) => {
  await open(page);
  await page.keyboard.press("/");
  await page.keyboard.type("nvidia");
  await expect(page.getByRole("option").first()).toContainText("NVIDIA");
  await page.keyboard.press("Enter");
  // What was chosen is told once the words for it are read; only then is a key's answer the last that is heard.
  await expect.poll(() => heard(page)).toMatch(/^NVIDIA, Company\./);
  await page.keyboard.press("w");
  await expect(page.getByRole("application", { name: /^Network of \d+ names/ })).toBeFocused();
  await expect.poll(() => heard(page)).toContain("Up and down choose one of its lines");
  for (const name of ["Xu Lingjie", "AMD", "Chen Weiliang", "MetaX"]) await walkTo(page, name);
  await expect(page.getByRole("heading", { level: 2, name: "MetaX", exact: true })).toBeVisible();
  await page.keyboard.press("ArrowLeft");
  await expect(page.getByRole("heading", { level: 2, name: "Chen Weiliang", exact: true })).toBeVisible();
});

test("the focus goes on with what it did: to the name that was chosen, and back to the rail", async ({ page }) => {
  await open(page, "/?ask=alumni-of;companies:nvidia,amd&node=zhang-jianzhong");
  const chosen = page.locator(".facts .node-link", { hasText: "Moore Threads" }).first();
  await chosen.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 2, name: "Moore Threads", exact: true })).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(page.getByRole("button", { name: "Questions", exact: true })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("#details")).toBeFocused();
});

test("what is inspected is copied with its sources", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await open(page, "/?ask=alumni-of;companies:nvidia,amd&node=zhang-jianzhong");
  await page.getByRole("button", { name: "Copy the name" }).click();
  await expect.poll(copied).toBe("Zhang Jianzhong");
  await expect(page.getByRole("button", { name: "Copy", exact: true }).first()).toBeVisible();
  await page.keyboard.press("c");
  await expect.poll(copied).toMatch(/^Zhang Jianzhong \(張建中; .*\)\nZhang Jianzhong was born in Nanjing/);
  expect(await copied()).toMatch(/founded Moore Threads .*Sources: “.+” \(.+\), characters [\d,]+–[\d,]+/);
});

/** Names that are drawn, and how many of them are selected. */
const drawn = async (page: Page) => ({
  names: Object.keys(await positions(page)).length,
  selected: await page.evaluate(() => window.alumnigraph.store.getState().alsoSelected.size),
});

test("the other end of a path is typed at once, and no letter of it changes the view", async ({ page }) => {
  await open(page, "/?ask=alumni-of;companies:nvidia,amd&node=zhang-jianzhong");
  const before = await drawn(page);
  await page.getByRole("button", { name: "Path to …" }).click();
  await expect(page.getByRole("combobox", { name: /search/i })).toBeFocused();
  await page.keyboard.type("Chen Weiliang");
  await expect(page.getByRole("option").first()).toContainText("Chen Weiliang");
  expect(await drawn(page)).toEqual(before);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "From Zhang Jianzhong to Chen Weiliang" })).toBeVisible();
});

test("a letter on the drawing is searched while a path is asked for, and Escape gives the path up", async ({
  page,
}) => {
  await open(page, "/?ask=alumni-of;companies:nvidia,amd&node=dell");
  const field = page.getByRole("combobox", { name: /search/i });
  const stage = page.getByRole("application");
  await stage.focus();
  await page.keyboard.press("Shift+F10");
  await page.getByRole("menuitem", { name: "Path to …" }).press("Enter");
  await expect(field).toBeFocused();
  const before = await drawn(page);
  await stage.focus();
  await page.keyboard.type("ei");
  await expect(field).toHaveValue("ei");
  expect(await drawn(page)).toEqual(before);
  await page.keyboard.press("Escape");
  await expect(page.getByText("Choose the other end of the path")).toHaveCount(0);
  await expect(field).toHaveValue("");
  await expect(stage).toBeFocused();
});
