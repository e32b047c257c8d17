import { readFileSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import { hues } from "../../scene/class-colors.ts";
import { tokens } from "../../scene/colors.ts";
import { downloadBy, expect, open, test, viewIsThere } from "./explorer.ts";

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme });

    test("marks take their color by a rule that the key, the sentence, the link and a reload tell of", async ({
      page,
    }) => {
      await open(page);
      await page.getByText("Style", { exact: true }).click();
      await page.getByLabel("Marks’ colour").selectOption({ label: "Founded" });
      await page.getByLabel("Lines’ width").selectOption({ label: "Certainty" });
      const standfirst = page.locator(".standfirst");
      await expect(standfirst).toContainText("Colour shows: Founded.");
      await expect(standfirst).not.toContainText("where each came from");
      await expect(page.getByRole("heading", { name: "Marks’ colour: Founded" })).toBeVisible();
      await expect(page.getByRole("button", { name: /^no value, \d+, shown$/ })).toBeVisible();
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      await expect(page).toHaveURL(/style=color:figure/);
      await page.reload();
      await viewIsThere(page);
      await expect(standfirst).toContainText("The lines’ width shows: Certainty.");
      await page.getByRole("button", { name: "Undo", exact: true }).click();
      await expect(standfirst).not.toContainText("The lines’ width shows");
      await page.getByRole("button", { name: "Back to the usual look" }).click();
      await expect(standfirst).toContainText("Colour shows where each came from.");
    });
  });
}

test("a category takes another colour and a name by keys, undone and redone, in the link, after a reload and in a file", async ({
  page,
}) => {
  await open(page);
  const sample = page.getByRole("button", { name: "Colour and name of Person" });
  await sample.focus();
  await page.keyboard.press("Enter");
  const choice = page.getByRole("dialog", { name: "Colour and name of Person" });
  await expect(choice.getByRole("button", { name: "red" })).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(choice.getByRole("button", { name: "violet" })).toHaveAttribute("aria-pressed", "true");
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await choice.getByLabel("Name in the key").fill("Engineers");
  await page.keyboard.press("Enter");
  await expect(choice).toHaveCount(0);
  await expect(sample).toBeFocused();
  await expect(page).toHaveURL(/own=label%253Dv%253APerson:violet:Engineers/);
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(page.getByRole("button", { name: /^Person, \d+, shown$/ })).toBeVisible();
  await page.getByRole("button", { name: "Redo", exact: true }).click();
  await expect(page).toHaveURL(/Engineers/);
  await page.reload();
  await viewIsThere(page);
  await expect(page.getByRole("button", { name: /^Engineers, \d+, shown$/ })).toBeVisible();
  await page.getByRole("button", { name: "Export" }).click();
  const dialog = page.getByRole("dialog", { name: "Export" });
  await dialog.getByRole("combobox", { name: "Format" }).selectOption("svg");
  const download = await downloadBy(page, dialog.getByRole("button", { name: "Download" }));
  const svg = readFileSync(await download.path(), "utf8");
  expect(svg).toContain("Engineers");
  expect(svg).toContain(hues.print.violet);
});

test("a range hides what lies beyond it, by keys alone, and undo brings it back", async ({ page }) => {
  await open(page);
  await page.getByText("By property, figure or measure", { exact: true }).click();
  await page.getByLabel("Filter by").selectOption({ label: "Founded" });
  const companies = page.getByRole("button", { name: /^Company, \d+, shown$/ });
  const before = await companies.textContent();
  await page.getByLabel("From", { exact: true }).fill("2019");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/range=figure/);
  await expect(companies).not.toHaveText(before ?? "");
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(companies).toHaveText(before ?? "");
});

test("a file has the colours that its key tells of, and nothing that a range hides", async ({ page }) => {
  await open(page);
  await page.getByText("Style", { exact: true }).click();
  await page.getByLabel("Marks’ colour").selectOption({ label: "Founded" });
  await page.getByText("By property, figure or measure", { exact: true }).click();
  await page.getByLabel("Filter by").selectOption({ label: "Founded" });
  await page.getByLabel("From", { exact: true }).fill("2019");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/range=figure/);
  await page.getByRole("button", { name: "Export" }).click();
  const dialog = page.getByRole("dialog", { name: "Export" });
  await dialog.getByRole("combobox", { name: "Format" }).selectOption("svg");
  const download = await downloadBy(page, dialog.getByRole("button", { name: "Download" }));
  const svg = readFileSync(await download.path(), "utf8");
  expect(svg).toContain("Moore Threads");
  expect(svg).not.toContain("Enflame");
  const marks = svg.slice(svg.indexOf('<g id="nodes"'));
  expect(tokens.light.threads.filter((color) => marks.includes(color))).toEqual([]);
  expect(marks).toContain("Marks’ colour: Founded");
});
