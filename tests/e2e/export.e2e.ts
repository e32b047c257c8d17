import { readFileSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import { downloadBy, dropFile, expect, open, positions, test } from "./explorer.ts";

test("a view leaves as slides and as itself, and comes back by drag and drop", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "Export" }).click();
  const dialog = page.getByRole("dialog", { name: "Export" });
  await expect(dialog.getByRole("img", { name: "The page as it will be" })).toBeVisible();
  await expect(dialog.getByText("7 are disputed")).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).include("dialog.export").analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);

  const save = async () => {
    const download = await downloadBy(page, dialog.getByRole("button", { name: "Download" }));
    return { name: download.suggestedFilename(), path: await download.path() };
  };
  expect((await save()).name).toBe("alumni-of-nvidia-amd_2026-01-08.pptx");
  await dialog.getByRole("combobox", { name: "Format" }).selectOption("pdf");
  const pdf = await save();
  expect(pdf.name).toBe("alumni-of-nvidia-amd_2026-01-08.pdf");
  expect(readFileSync(pdf.path, "latin1").slice(0, 5)).toBe("%PDF-");
  await dialog.getByRole("combobox", { name: "Format" }).selectOption("view");
  const kept = await save();
  const before = await positions(page);
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);

  await page.getByRole("button", { name: /stock exchange/i }).click();
  await page.waitForFunction(() => window.alumnigraph.store.getState().answer?.question === "listings");
  await dropFile(page, { name: kept.name, text: readFileSync(kept.path, "utf8") });
  await expect(page.getByRole("heading", { level: 1 })).toContainText("NVIDIA");
  await expect.poll(() => positions(page)).toEqual(before);
});

test("a small screen says what its export leaves out, and offers all columns", async ({ browser }) => {
  const phone = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const page = await phone.newPage();
  await open(page);
  await page.getByRole("button", { name: "Export", exact: true }).tap();
  const dialog = page.getByRole("dialog", { name: "Export" });
  await expect(dialog.getByText(/^\d+ things and \d+ lines left out on a small screen\.$/)).toBeVisible();
  await dialog.getByRole("combobox", { name: "Format" }).selectOption("xlsx");
  const namesIn = async () => {
    await expect(dialog.locator(".export-composed")).toHaveAttribute("aria-busy", "false");
    return Number.parseInt((await dialog.locator(".export-counts").textContent()) ?? "", 10);
  };
  await expect(dialog.locator(".export-counts")).toBeVisible();
  const few = await namesIn();
  await dialog.getByRole("radio", { name: "All columns, as on a large screen" }).check();
  await expect(dialog.getByText("left out on a small screen")).toHaveCount(0);
  await expect.poll(namesIn).toBeGreaterThan(few + 20);
  const { violations } = await new AxeBuilder({ page }).include("dialog.export").analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await phone.close();
});

test("an open path is exported by itself, under its own title", async ({ page }) => {
  await open(page, "/?ask=alumni-of;companies:nvidia,amd&path=zhang-jianzhong,chen-weiliang,0");
  await page.getByRole("button", { name: "Export", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Export" });
  await expect(dialog.getByRole("radio", { name: "Only the path" })).toBeChecked();
  await expect(dialog.getByText(/^path-zhang-jianzhong-chen-weiliang_.*\.pptx$/)).toBeVisible();
});
