import { readFileSync } from "node:fs";
import type { Download, Locator, Page } from "@playwright/test";
import { downloadBy, expect, open, test } from "./explorer.ts";
import { drop, largeView } from "./large-view.ts";

const count = 5_000;
/** So many that they are still being composed when something else is chosen. */
const slow = 20_000;

declare global {
  interface Window {
    /** What the bar has shown, share by share. */
    shares: number[];
  }
}

/** Notes each share that a bar shows, and presses Cancel at the first where it is asked to. */
async function watchProgress(page: Page, cancels: boolean): Promise<void> {
  await page.evaluate((cancel) => {
    window.shares = [];
    const observer = new MutationObserver(() => {
      const bar = document.querySelector<HTMLProgressElement>(".export-foot progress[value]");
      if (bar === null || bar.value === window.shares.at(-1)) return;
      window.shares.push(bar.value);
      if (!cancel) return;
      observer.disconnect();
      document.querySelector<HTMLElement>(".export-foot button:not(.primary)")?.click();
    });
    observer.observe(document.body, { subtree: true, childList: true, attributes: true });
  }, cancels);
}

/** A page as large as its drawing has every name, which takes time to compose and to write. */
async function chooseFreePage(dialog: Locator): Promise<void> {
  await dialog.getByRole("radio", { name: "Free" }).check();
  await expect(dialog.locator(".export-composed")).toHaveAttribute("aria-busy", "false", { timeout: 60_000 });
}

test("a view of 5,000 nodes tells how far its PDF is, and stops when it is given up", async ({ page }) => {
  test.slow();
  await open(page);
  await drop(page, await largeView(page, count), count);
  const downloads: Download[] = [];
  page.on("download", (download) => downloads.push(download));
  await page.getByRole("button", { name: "Export" }).click();
  const dialog = page.getByRole("dialog", { name: "Export" });
  await dialog.getByRole("combobox", { name: "Format" }).selectOption("pdf");
  const button = dialog.getByRole("button", { name: "Download" });
  await expect(button).toBeEnabled();
  await chooseFreePage(dialog);
  await expect(button).toBeEnabled({ timeout: 60_000 });

  await watchProgress(page, true);
  await button.click();
  await expect.poll(() => page.evaluate(() => window.shares.length)).toBe(1);
  await expect(dialog.getByRole("progressbar")).toHaveCount(0);
  await expect(button).toBeEnabled();
  await expect.poll(() => page.workers().filter((worker) => worker.url().includes("export")).length).toBe(0);

  await watchProgress(page, false);
  await button.click();
  await expect(dialog.getByText(/is in your downloads/)).toBeVisible({ timeout: 60_000 });
  const shares = await page.evaluate(() => window.shares);
  expect(shares.length).toBeGreaterThan(3);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(shares.at(-1)).toBeLessThanOrEqual(1);
  // The one that was given up left no file.
  expect(downloads).toHaveLength(1);
  const [pdf] = downloads;
  expect(readFileSync((await pdf?.path()) ?? "", "latin1").slice(0, 5)).toBe("%PDF-");
});

test("a preview that the choices have overtaken is given up, and the one before it says that it is no longer right", async ({
  page,
}) => {
  test.slow();
  await open(page);
  await drop(page, await largeView(page, slow), slow);
  await page.getByRole("button", { name: "Export" }).click();
  const dialog = page.getByRole("dialog", { name: "Export" });
  const format = dialog.getByRole("combobox", { name: "Format" });
  const button = dialog.getByRole("button", { name: "Download" });
  await expect(button).toBeEnabled();
  await chooseFreePage(dialog);
  const before = page.workers().find((worker) => worker.url().includes("export"));
  const ended = new Promise((resolve) => before?.on("close", resolve));
  await format.selectOption("svg");
  await expect(dialog.locator(".export-composed")).toHaveAttribute("aria-busy", "true");
  await expect(dialog.getByText("Renewing the preview …")).toBeVisible();
  await expect(button).toBeDisabled();
  await format.selectOption("gexf");
  await ended;
  await expect(button).toBeEnabled({ timeout: 60_000 });
  await expect(dialog.getByText(/\.gexf$/)).toBeVisible();
  await expect(dialog.locator(".export-composed")).toHaveAttribute("aria-busy", "false");
});

test("a picture is painted in a worker, in the page's own faces", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "Export" }).click();
  const dialog = page.getByRole("dialog", { name: "Export" });
  await dialog.getByRole("combobox", { name: "Format" }).selectOption("png");
  const download = await downloadBy(page, dialog.getByRole("button", { name: "Download" }));
  const png = readFileSync(await download.path());
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2560, 1440]);
});
