/** Asking in words, and changing what was asked. */
import { expect, open, test } from "./explorer.ts";

test("a phrase is offered as a question, whose blanks can be changed", async ({ page }) => {
  await page.goto("/?lang=en");
  await page.getByRole("combobox", { name: "Search" }).fill("who founded Moore Threads");
  await page.getByRole("option", { name: /Who founded Moore Threads\?/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Who founded Moore Threads?");
  const blanks = page.getByRole("group", { name: "Blanks of this question" });
  await blanks.getByRole("combobox", { name: "Organizations" }).fill("MetaX");
  await blanks.getByRole("option", { name: /MetaX/ }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Who founded Moore Threads or MetaX?");
});

test("the catalogue asks with its blanks filled by keyboard", async ({ page }) => {
  await page.goto("/?lang=en");
  await page.getByRole("button", { name: "All questions …" }).click();
  const dialog = page.getByRole("dialog", { name: "All questions" });
  await dialog.getByRole("searchbox").fill("invest");
  await dialog.getByRole("searchbox").fill("studied at");
  await dialog.getByRole("button", { name: /Who studied at/ }).click();
  await dialog.getByRole("combobox", { name: "Schools" }).fill("nanjing");
  await expect(dialog.getByRole("option").first()).toBeVisible();
  await page.keyboard.press("Enter");
  await dialog.getByRole("button", { name: "Ask" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Who studied at Nanjing");
});

test("what was understood of a phrase can be changed before it is asked, by pointer and by keyboard", async ({
  page,
}) => {
  await page.goto("/?lang=en");
  const field = page.getByRole("combobox", { name: "Search" });
  await field.fill("四小龍成員");
  await page
    .getByRole("button", { name: /^四小龍 = .*: change/ })
    .first()
    .click();
  await page
    .getByRole("group", { name: "“四小龍” stands for" })
    .getByRole("button", { name: /AI chip/ })
    .click();
  await expect(page.getByRole("option").first()).toContainText("AI chip");
  await expect(field).toBeFocused();
  await field.fill("who founded Moore Threads");
  await expect(page.getByRole("option", { name: /Who founded Moore Threads\?/ })).toBeVisible();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByRole("combobox", { name: /^Another name/ }).fill("MetaX");
  await expect(
    page
      .getByRole("group", { name: /stands for/ })
      .getByRole("option")
      .first(),
  ).toContainText("MetaX");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("option", { name: /Who founded MetaX\?/ })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Who founded MetaX?");
});

test("an answer that is all figures opens with its table", async ({ page }) => {
  await open(page, "/?ask=figures-by-measure;measure:revenue&lang=en");
  await expect(page.getByRole("tab", { name: "Table" })).toHaveAttribute("aria-selected", "true");
  await expect(
    page
      .getByRole("cell", { name: /^RMB / })
      .or(page.getByRole("gridcell", { name: /^RMB / }))
      .first(),
  ).toBeVisible();
});

test("the introduction counts as many names as there are in all, and the documents as what was read", async ({
  page,
}) => {
  await open(page, "/?ask=everything");
  const [, names] = /^All (\d+) names/.exec((await page.locator(".standfirst").first().textContent()) ?? "") ?? [];
  await expect(page.getByText(/ names, .* read from \d+ sources\.$/)).toHaveText(new RegExp(`^${names} names, `));
});
