/** Steps of a story while the server is away for a moment. */
import { expect, forgive, open, test } from "./explorer.ts";
import { openStory } from "./story-panel.ts";

test("a step whose view cannot be compared in an outage says so, and is compared at a retry", async ({
  page,
  complaints,
}) => {
  await open(page);
  const { panel, add, steps } = await openStory(page);
  await add.click();
  await page.getByRole("button", { name: /stock exchange/i }).click();
  await expect(page).toHaveURL(/ask=listings/);
  await add.click();
  await expect(steps).toHaveCount(2);
  await page.waitForFunction(() => !window.alumnigraph.store.getState().busy);
  await page.route("**/api/**", (route) => route.abort());
  await steps.first().getByRole("button").first().click();
  const alert = panel.getByRole("alert");
  await expect(alert).toContainText("The server cannot be reached");
  await expect(panel).not.toContainText("cannot be opened");
  await page.unroute("**/api/**");
  await alert.getByRole("button", { name: "Retry" }).press("Enter");
  await expect(alert).toHaveCount(0);
  forgive(complaints);
});

test("a story whose pages an outage kept away says so in its export, and has them at a retry", async ({
  page,
  complaints,
}) => {
  await open(page);
  const { panel, add, steps } = await openStory(page);
  await add.click();
  await expect(steps).toHaveCount(1);
  await page.route("**/api/**", (route) => route.abort());
  await panel.getByRole("button", { name: "Export", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Export the story" });
  await expect(dialog.getByRole("alert")).toContainText("The server cannot be reached");
  await expect(dialog).not.toContainText("cannot be opened");
  await page.unroute("**/api/**");
  await dialog.getByRole("button", { name: "Retry" }).press("Enter");
  await expect(dialog.getByText("1 page")).toBeVisible();
  await expect(dialog.getByRole("alert")).toHaveCount(0);
  forgive(complaints);
});
