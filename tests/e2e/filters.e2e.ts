import { expect, open, test } from "./explorer.ts";

test("names are filtered by their relationships and by source, counts follow, and one click clears all", async ({
  page,
}) => {
  await open(page);
  const people = page.getByRole("button", { name: /^Company, \d+, shown$/ });
  const before = await people.textContent();
  await page.getByLabel("Relationships each").selectOption("3");
  await expect(page).toHaveURL(/least=3/);
  await expect(people).not.toHaveText(before ?? "");
  await page.getByText("Sources", { exact: true }).click();
  const source = page.locator(".key-sources button").first();
  await source.click();
  await expect(source).toHaveAttribute("data-filter", "dim");
  await expect(page).toHaveURL(/dim=source:/);
  await page.getByRole("button", { name: "Show all" }).click();
  await expect(people).toHaveText(before ?? "");
  await expect(page).not.toHaveURL(/least=|dim=/);
});

test("where nothing hovers, each count of the key stands beside the button that keeps only its entry", async ({
  browser,
}) => {
  const phone = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const page = await phone.newPage();
  await open(page);
  await page.getByRole("button", { name: "Key" }).click();
  await expect(page.getByText("“only” leaves nothing else")).toBeVisible();
  const covered = await page.locator(".key-entry:has(.key-only):visible").evaluateAll((entries) =>
    entries.flatMap((entry) => {
      const [count, only] = [".key-count", ".key-only"].map((part) =>
        entry.querySelector(part)?.getBoundingClientRect(),
      );
      return count && only && count.right <= only.left && count.width > 0 ? [] : [entry.textContent];
    }),
  );
  expect(covered).toEqual([]);
  await phone.close();
});
