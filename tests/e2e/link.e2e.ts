/** Links: handed on, followed in part, and too large for what is on screen. */
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { downloadBy, dropFile, expect, forgive, open, positions, test } from "./explorer.ts";

test("the link of the view is copied, by the button and by the key U", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await open(page, "/?ask=alumni-of;companies:nvidia,amd&node=dell");
  await page.getByRole("button", { name: "Copy link", exact: true }).click();
  await expect(page.getByText("Link copied")).toBeAttached();
  await expect.poll(copied).toMatch(/^http:\/\/127.*\/\?ask=alumni-of;companies:nvidia,amd&node=dell&lang=en$/);
  await page.evaluate(() => navigator.clipboard.writeText(""));
  await page.keyboard.press("u");
  await expect.poll(copied).toContain("node=dell");
});

/** Hides so many names that no link tells them. */
const hideTooMany = (page: Page) =>
  page.evaluate(() => {
    const { store } = window.alumnigraph;
    const many = Array.from({ length: 1600 }, (_, i) => `hidden-name-${i}`);
    store.setState(({ revision }) => ({ hidden: new Set(many), revision: revision + 1 }));
  });

/** A dialog that was closed is not yet gone from the page. */
const isGone = (page: Page) => expect(page.locator("dialog")).toHaveCount(0);

test("a view that is too large for a link is offered as a file by the button of the link and its key", async ({
  page,
}) => {
  await open(page);
  await hideTooMany(page);
  const dialog = page.getByRole("dialog", { name: "Export" });
  const isOffered = async () => {
    await expect(dialog.getByRole("alert")).toContainText("too large for a link");
    await expect(dialog.getByRole("combobox", { name: "Format" })).toHaveValue("view");
  };
  await page.getByRole("button", { name: "Copy link", exact: true }).click();
  await isOffered();
  await page.keyboard.press("Escape");
  await isGone(page);
  await page.keyboard.press("u");
  await isOffered();
});

for (const [language, saveAsFile, saving] of [
  ["en", "Save as a file", "Download"],
  ["zh-Hant", "存成檔案", "下載"],
  ["zh-Hans", "保存为文件", "下载"],
] as const) {
  test(`the foot offers that file in ${language}, by pointer and keys, and it opens the same view`, async ({
    page,
  }) => {
    await open(page, `/?lang=${language}`);
    await hideTooMany(page);
    const offer = page.getByRole("contentinfo").getByRole("button", { name: saveAsFile });
    await offer.click();
    await page.getByRole("dialog").getByRole("alert").waitFor();
    await page.keyboard.press("Escape");
    await isGone(page);
    await expect(offer).toBeFocused();
    await page.keyboard.press("Enter");
    const save = page.getByRole("dialog").getByRole("button", { name: saving, exact: true });
    const before = await positions(page);
    const file = await downloadBy(page, save);
    const text = await readFile(await file.path(), "utf8");
    await open(page, "/?free=1");
    await dropFile(page, { name: file.suggestedFilename(), text });
    await expect.poll(() => positions(page)).toEqual(before);
    const hidden = await page.evaluate(() => window.alumnigraph.store.getState().hidden.size);
    expect(hidden).toBe(1600);
  });
}

test("a long link is compressed, opens the same view elsewhere, and says so where it was cut off", async ({
  page,
  context,
}) => {
  await open(page, "/?ask=everything");
  await page.evaluate(() => {
    const { store, graph } = window.alumnigraph;
    store.setState(({ revision }) => ({ hidden: new Set(graph.nodes().slice(20)), revision: revision + 1 }));
  });
  await expect.poll(() => page.url()).toMatch(/\?ask=everything&lang=en&z=[\w-]+$/);
  const link = page.url();
  expect(link.length).toBeLessThan(2000);
  const hidden = (other: Page) => other.evaluate(() => [...window.alumnigraph.store.getState().hidden].toSorted());
  const other = await context.newPage();
  await open(other, link);
  await expect.poll(() => hidden(other)).toEqual(await hidden(page));
  await open(other, link.slice(0, -40));
  await expect(other.getByRole("alert")).toContainText("cut off or changed on its way. Copy the whole link once more");
});

test("what of a link could not be followed is said, and goes when it was read", async ({ page, complaints }) => {
  await open(page, "/?ask=nope&style=color:nothing&lang=en");
  const said = page.getByRole("alert");
  await expect(said).toHaveText(
    /^Some of the link could not be followed: the question “nope” cannot be asked as it stands there, so the first one is shown; the style by “nothing”\./,
  );
  await said.getByRole("button").click();
  await expect(said).toHaveCount(0);
  forgive(complaints, /404|400/);
});
