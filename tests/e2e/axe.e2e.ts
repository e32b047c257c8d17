import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, open, test } from "./explorer.ts";

async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(" ")} ${failureSummary}`),
  );
}

const alumni = "/?ask=alumni-of;companies:nvidia,amd";
const button = (page: Page, name: RegExp) => page.getByRole("button", { name }).first();

/** Ways to each panel and state from the first view; `clean` has it before the next. */
const states: ReadonlyArray<readonly [what: string, address: string, go: (page: Page) => Promise<unknown>]> = [
  ["a company", `${alumni}&node=metax`, (page) => expect(page.getByText("What is missing")).toBeVisible()],
  ["what would come of an expansion", `${alumni}&node=metax`, (page) => button(page, /^Expand/).click()],
  [
    "a relationship",
    `${alumni}&node=zhang-jianzhong`,
    async (page) => {
      const fact = page.locator(".fact", { hasText: "Moore Threads" }).first();
      await fact.getByRole("button", { name: /^\d+ sources?$/ }).click();
      await fact.getByRole("button", { name: "Open this fact" }).click();
    },
  ],
  ["several selected", `${alumni}&node=metax&also=moore-threads`, (page) => page.waitForSelector(".shared")],
  [
    "the list of keys",
    alumni,
    async (page) => {
      await page.keyboard.press("?");
      await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
    },
  ],
  [
    "the steps",
    `${alumni}&node=metax`,
    async (page) => {
      await page.keyboard.press("Delete");
      await page.keyboard.press("h");
    },
  ],
  ["the time strip", alumni, (page) => page.keyboard.press("d")],
  ["a path", `${alumni}&path=nvidia,metax,0`, (page) => page.waitForSelector(".path-steps")],
  ["the blanks", alumni, (page) => button(page, /^Change the blanks/).click()],
  ["all questions", alumni, (page) => button(page, /^All questions/).click()],
  [
    "exporting",
    alumni,
    async (page) => {
      await button(page, /^Export/).click();
      await page.getByText("Before it leaves").waitFor();
    },
  ],
  [
    "no name found",
    alumni,
    async (page) => {
      await page.keyboard.press("/");
      await page.keyboard.type("qqqqqxxx");
      await page.getByText(/Nothing here is called/).waitFor();
    },
  ],
  [
    "the key unfolded",
    alumni,
    async (page) => {
      const folds = page.locator(".key-types > summary");
      for (const name of ["Relationships", "Sources", "Style", "By property, figure or measure"])
        await folds.getByText(name, { exact: true }).click();
      await page.getByLabel("Filter by").selectOption("community");
      await page
        .getByRole("button", { name: /^Community 1/ })
        .first()
        .waitFor();
    },
  ],
  ...["Table", "Careers", "Disagreements", "Measures", "Story", "Cypher"].map(
    (name) => [`the panel ${name}`, alumni, (page: Page) => page.getByRole("tab", { name }).click()] as const,
  ),
];

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme} colours axe finds nothing on`, () => {
    test.use({ colorScheme, reducedMotion: "reduce" });
    for (const [what, address, go] of states)
      test(what, async ({ page }) => {
        await open(page, address);
        await go(page);
        expect(await faults(page)).toEqual([]);
      });
  });
}
