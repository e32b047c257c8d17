/** The console as one uses it: an example, its graph, a mistake at its place, a link that does not run. */
import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "@playwright/test";

test("a query is taken, run, drawn and undone; a mistake is marked; a link waits", async ({ page }) => {
  await page.goto("/?lang=en");
  await page.getByRole("tab", { name: "Cypher" }).click();
  const editor = page.getByRole("textbox", { name: "Cypher query" });
  await page.getByRole("combobox", { name: "Examples" }).selectOption("neighbors");
  await editor.press("Control+Enter");
  const outcome = page.getByRole("region", { name: "Answer" });
  await expect(outcome.getByText(/^\d+ rows? in/)).toBeVisible();
  await expect(outcome.getByRole("grid")).toBeVisible();

  const headline = page.getByRole("heading", { level: 1 });
  const before = (await headline.textContent()) ?? "";
  await outcome.getByRole("button", { name: "Replace the view" }).click();
  await expect(headline).toHaveText("Your own view");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(headline).toHaveText(before);

  await editor.fill("MATCH (n) RETRUN n");
  await editor.press("Control+Enter");
  await expect(outcome.getByRole("alert")).toContainText("line 1, column 11");
  expect((await new AxeBuilder({ page }).include(".cypher").analyze()).violations).toEqual([]);

  await editor.press("Escape");
  await expect(editor).not.toBeFocused();

  await expect(page).toHaveURL(/cypher=/);
  await page.reload();
  await expect(editor).toContainText("RETRUN");
  await expect(outcome.getByText("Write a query or take an example")).toBeVisible();
});
