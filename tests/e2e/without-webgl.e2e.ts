import { readFile } from "node:fs/promises";
import { findChromium } from "../support/chromium.ts";
import { downloadBy, expect, test } from "./explorer.ts";

const chromium = findChromium();

test.use({
  launchOptions: {
    ...(chromium === undefined ? {} : { executablePath: chromium }),
    args: ["--no-sandbox", "--disable-3d-apis"],
  },
});

test("without WebGL the page says so, and the table lists what the drawing would show", async ({ page }) => {
  await page.goto("/");
  const notice = page.getByRole("alert").filter({ hasText: "WebGL" });
  await expect(notice).toBeVisible();
  await notice.getByRole("button", { name: "Open the table" }).click();
  await expect(page.getByRole("row").filter({ hasText: "Zhang Jianzhong" }).first()).toBeVisible();
});

test("without WebGL a picture can be exported all the same", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("alert").filter({ hasText: "WebGL" })).toBeVisible();
  await page.getByRole("button", { name: "Export" }).click();
  const dialog = page.getByRole("dialog", { name: "Export" });
  await dialog.getByRole("combobox", { name: "Format" }).selectOption("svg");
  const download = await downloadBy(page, dialog.getByRole("button", { name: "Download" }));
  expect(await readFile(await download.path(), "utf8")).toContain("Zhang Jianzhong");
});
