import type { Page } from "@playwright/test";
import { expect, open, pointOf, settledPositions, test } from "./explorer.ts";

const alumni = "/?ask=alumni-of;companies:nvidia,amd";

/** Corners of a line around names on the page, so many pixels away from the nearest of them. */
async function around(page: Page, ids: readonly string[], away: number) {
  const points = await Promise.all(ids.map((id) => pointOf(page, id)));
  const [left, right] = [Math.min(...points.map(({ x }) => x)) - away, Math.max(...points.map(({ x }) => x)) + away];
  const [top, bottom] = [Math.min(...points.map(({ y }) => y)) - away, Math.max(...points.map(({ y }) => y)) + away];
  return [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
    { x: left, y: top + 1 },
  ];
}

const chosen = (page: Page) =>
  page.evaluate(() => {
    const { selected, alsoSelected } = window.alumnigraph.store.getState();
    return [...new Set([...(selected ? [selected.id] : []), ...alsoSelected])].toSorted();
  });

async function drawWithMouse(page: Page, corners: readonly { x: number; y: number }[]): Promise<void> {
  const [first, ...others] = corners;
  await page.mouse.move(first?.x ?? 0, first?.y ?? 0);
  await page.mouse.down();
  for (const { x, y } of others) await page.mouse.move(x, y, { steps: 6 });
  await page.mouse.up();
}

test("a free line is drawn in its mode; with Shift it adds, without it begins anew", async ({ page }) => {
  await open(page, alumni);
  await settledPositions(page);
  const lasso = page.getByRole("button", { name: "Select in a free line" });
  await expect(lasso).toHaveAttribute("aria-pressed", "false");
  await page.keyboard.press("s");
  await expect(lasso).toHaveAttribute("aria-pressed", "true");
  await drawWithMouse(page, await around(page, ["yang-jian", "chen-weiliang", "peng-li"], 12));
  await expect.poll(() => chosen(page)).toEqual(["chen-weiliang", "peng-li", "yang-jian"]);
  await page.keyboard.down("Shift");
  await drawWithMouse(page, await around(page, ["liu-yi"], 12));
  await page.keyboard.up("Shift");
  await expect.poll(() => chosen(page)).toEqual(["chen-weiliang", "liu-yi", "peng-li", "yang-jian"]);
  await drawWithMouse(page, await around(page, ["zhao-lidong"], 12));
  await expect.poll(() => chosen(page)).toEqual(["zhao-lidong"]);
  await page.keyboard.press("Escape");
  await expect(lasso).toHaveAttribute("aria-pressed", "false");
  await expect.poll(() => chosen(page)).toEqual(["zhao-lidong"]);
});

test("a line that goes around a name without it inside leaves it out, as no rectangle would", async ({ page }) => {
  await open(page, alumni);
  await settledPositions(page);
  const [upper, middle, lower] = await Promise.all(
    ["yang-jian", "chen-weiliang", "peng-li"].map((id) => pointOf(page, id)),
  );
  if (!upper || !middle || !lower) throw new Error("Three people of one firm are drawn.");
  await page.getByRole("button", { name: "Select in a free line" }).click();
  await drawWithMouse(page, [
    { x: upper.x - 40, y: upper.y - 12 },
    { x: upper.x + 12, y: upper.y - 12 },
    { x: upper.x + 12, y: upper.y + 12 },
    { x: middle.x - 20, y: middle.y },
    { x: lower.x + 12, y: lower.y - 12 },
    { x: lower.x + 12, y: lower.y + 12 },
    { x: lower.x - 40, y: lower.y + 12 },
  ]);
  await expect.poll(() => chosen(page)).toEqual(["peng-li", "yang-jian"]);
});

test.describe("with a finger", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test("one line is drawn, then a finger pans again", async ({ page }) => {
    await open(page, alumni);
    await settledPositions(page);
    const people = await page.evaluate(() => {
      const { graph, store } = window.alumnigraph;
      const y = (id: string) => graph.getNodeAttribute(id, "y");
      return (store.getState().answer?.columns?.people ?? []).toSorted((a, b) => y(a) - y(b)).slice(3, 6);
    });
    const lasso = page.getByRole("button", { name: "Select in a free line" });
    await lasso.tap();
    await expect(lasso).toHaveAttribute("aria-pressed", "true");
    const client = await page.context().newCDPSession(page);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", touchPoints: { x: number; y: number }[]) =>
      client.send("Input.dispatchTouchEvent", { type, touchPoints });
    const corners = await around(page, people, 9);
    await touch("touchStart", corners.slice(0, 1));
    for (const corner of corners.slice(1)) await touch("touchMove", [corner]);
    await touch("touchEnd", []);
    await expect.poll(() => chosen(page)).toEqual(people.toSorted());
    await expect(lasso).toHaveAttribute("aria-pressed", "false");
  });
});
