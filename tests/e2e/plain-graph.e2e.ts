/** A graph of names and lines alone, without dates and without roles: nothing is offered that it cannot answer. */
import { expect, test, viewIsThere } from "./explorer.ts";
import { type OwnServer, startOwnServer } from "./own-server.ts";
import { folderOf } from "../support/temporary-folder.ts";

let server: OwnServer;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  const folder = folderOf({
    "dataset.yaml": "id: plain\ntitle: A ring\n",
    "vocabulary.yaml": "labels: { Thing: Thing }\nrelationships: { TIED_TO: tied to }\n",
    "things.yaml": `Thing:\n${[0, 1, 2, 3].map((n) => `  t-${n}:\n    en: Thing ${n}\n    TIED_TO:\n      - to: t-${(n + 1) % 4}\n`).join("")}`,
  });
  server = await startOwnServer(folder);
});
test.afterAll(() => server.stop());
test.use({ locale: "en-US" });
test.beforeEach(async ({ page }) => {
  await page.goto(server.address);
  await viewIsThere(page);
});

test("where nothing has a date there is no time to look at, by pointer or by key, and no word of it", async ({
  page,
}) => {
  await expect(page.getByRole("button", { name: "Fit to screen" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Time", exact: true })).toHaveCount(0);
  await page.keyboard.press("d");
  await page.keyboard.press("?");
  const list = page.getByRole("dialog");
  await expect(list).toContainText("Fit to screen");
  await expect(list).not.toContainText("time");
  await expect(list).not.toContainText("people");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("region", { name: "Time" })).toHaveCount(0);
});

test("layouts and panels that the data has nothing for are not there", async ({ page }) => {
  await expect(page.getByRole("tab")).toHaveText(["Table", "Measures", "Story", "Cypher"]);
  await page.getByRole("button", { name: /^Arrangement: / }).click();
  const names = page.getByRole("menu").locator(".layout-name");
  await expect(names).toHaveText(["Network", "Layers", "Rings", "Grid"]);
});

test("names are grouped by workplace and school only where there are such", async ({ page }) => {
  await page.getByRole("button", { name: "Group names" }).click();
  const names = page.getByRole("menu").locator(".layout-name");
  await expect(names).toHaveText(["By community", "What is selected"]);
});

test("a path says nothing of dates and sources where there are none", async ({ page }) => {
  await page.goto(`${server.address}/?path=t-0,t-1,0`);
  await viewIsThere(page);
  const step = page.locator(".path-hop");
  await expect(step).toHaveText("tied to");
  await expect(step.getByRole("button")).toHaveCount(1);
});
