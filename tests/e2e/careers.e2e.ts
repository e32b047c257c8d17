import { AxeBuilder } from "@axe-core/playwright";
import { expect, open, search, shownPath, test } from "./explorer.ts";

test("careers: choose a person, read with whom they overlapped, draw it and take it away", async ({ page }) => {
  await open(page, "/?ask=alumni-of;companies:nvidia,amd&lang=en");
  await page.getByRole("tab", { name: "Careers" }).click();
  await page.getByRole("button", { name: "Zhang Jianzhong", exact: true }).click();
  const list = page.getByRole("region", { name: "At the same place at the same time" });
  await expect(list.getByText(/was at Moore Threads and still was/).first()).toBeVisible();
  await list.getByRole("button", { name: /^not known/ }).click();
  await expect(list.getByText(/Wang Dong was there for 12 years \(dates not given\)/)).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).include(".careers").analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);

  const derived = () => page.evaluate(() => window.alumnigraph.graph.filterEdges((id) => id.includes(".overlapped.")));
  await list.getByRole("button", { name: "Draw in the network" }).click();
  await expect.poll(async () => (await derived()).length).toBeGreaterThan(0);
  await expect(page).toHaveURL(/overlaps=/);
  await page.reload();
  await expect.poll(async () => (await derived()).length).toBeGreaterThan(0);
  await expect(page.getByRole("tab", { name: "Careers" })).toHaveAttribute("aria-selected", "true");
  await list.getByRole("button", { name: "Take out of the network" }).click();
  await expect.poll(derived).toEqual([]);
});

test("careers opened from a person begin at that person's lane", async ({ page }) => {
  await open(page, "/?ask=alumni-of;companies:nvidia,amd&lang=en");
  await page.getByRole("tab", { name: "Careers" }).click();
  const names = page.locator(".careers-chart .lane-name");
  await expect(names.last()).not.toBeInViewport();
  const last = await names.last().innerText();
  await page.getByRole("tab", { name: "Careers" }).click();
  await expect(names).toHaveCount(0);
  await search(page, last);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Careers and overlaps" }).click();
  await expect(names.filter({ hasText: last })).toBeInViewport();
});

test("a path: keep away from a node, find none, loosen, add a third end, undo", async ({ page }) => {
  await open(page, "/?path=zhang-jianzhong,chen-weiliang,0&lang=en");
  expect(await shownPath(page)).toEqual(["zhang-jianzhong", "nvidia", "amd", "chen-weiliang"]);
  await page.getByText("Conditions …").click();
  await page.getByLabel("At most").selectOption("3");
  await page.getByRole("button", { name: "Not through NVIDIA" }).click();
  await expect(page.getByText("Nothing in the sources connects them within 3 steps.")).toBeVisible();
  await page.getByRole("button", { name: "Drop the conditions" }).click();
  await expect(page.getByText(/^3 steps;/)).toBeVisible();
  await page.getByRole("button", { name: "Add another end …" }).click();
  await page.getByRole("combobox", { name: "Search" }).fill("liu yi");
  await page
    .getByRole("option", { name: /Liu Yi/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { name: "What connects these 3" })).toBeVisible();
  expect(await shownPath(page)).toContain("liu-yi");
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("heading", { name: "From Zhang Jianzhong to Chen Weiliang" })).toBeVisible();
});

test("a path's steps say what is disputed, what has no date, and how many documents say it in how many passages", async ({
  page,
}) => {
  await open(page, "/?path=zhang-jianzhong,chen-weiliang,0&lang=en");
  const step = page.locator(".path-hop");
  await expect(step.first().getByText("disputed")).toBeVisible();
  await expect(step.first().getByRole("button", { name: "1 source, 3 passages" })).toHaveText("1");
  await expect(step.last()).toContainText("no date");
  await expect(step.last().getByText("disputed")).toHaveCount(0);
});

test("careers: a year of the lanes is the time that is looked at, and the inspector has the person's own lane", async ({
  page,
}) => {
  await open(page, "/?ask=alumni-of;companies:nvidia,amd&node=zhang-jianzhong&lang=en");
  const lane = page.getByRole("complementary").getByRole("group", { name: /^Careers of/ });
  await expect(lane.getByRole("button", { name: /NVIDIA/ }).first()).toBeVisible();
  await page.getByRole("tab", { name: "Careers" }).click();
  const years = page.getByRole("slider", { name: "Year that is looked at" });
  await years.focus();
  await page.keyboard.press("End");
  await expect(page).toHaveURL(/time=\d{4}/);
  await page.keyboard.press("Delete");
  await expect(page).toHaveURL(/time=all/);
});
