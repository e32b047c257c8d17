/** Steps of a story while the server is away for a moment. */
import { expect, open, test } from "./explorer.ts";

test("a step whose view cannot be compared in an outage says so, and is compared at a retry", async ({
  page,
  complaints,
}) => {
  await open(page);
  await page.getByRole("tab", { name: "Story" }).click();
  const panel = page.getByRole("tabpanel", { name: "Story" });
  const add = panel.getByRole("button", { name: "Add this view as a step" });
  await add.click();
  await page.getByRole("button", { name: /stock exchange/i }).click();
  await expect(page).toHaveURL(/ask=listings/);
  await add.click();
  const steps = panel.getByRole("list", { name: "Steps of the story" }).getByRole("listitem");
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
  complaints.splice(0, complaints.length, ...complaints.filter((each) => !each.includes("ERR_FAILED")));
});
