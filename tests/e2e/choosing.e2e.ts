import { expect, forgive, open, pointOf, positions, selected, test, viewIsThere } from "./explorer.ts";

test("what is chosen next replaces what was, after an expansion too", async ({ page }) => {
  await open(page);
  const biren = await pointOf(page, "biren");
  await page.mouse.click(biren.x, biren.y);
  await expect(page.getByRole("button", { name: /^Expand \d/ })).toBeVisible();
  await page.keyboard.press("e");
  await expect(page.getByText(/neighbors? added/)).toBeAttached();
  await expect(page.getByRole("heading", { level: 2 })).toHaveText(["Biren Technology"]);
  const person = await pointOf(page, "liu-yi");
  await page.mouse.click(person.x, person.y);
  await expect(page.getByRole("heading", { level: 2 })).toHaveText(["Liu Yi"]);
  await expect(page.locator(".actions")).toHaveCount(1);
});

test("two quick clicks at different names choose one after the other, and expand nothing", async ({ page }) => {
  await open(page);
  const before = Object.keys(await positions(page)).length;
  const [first, second] = [await pointOf(page, "metax"), await pointOf(page, "nvidia")];
  await page.mouse.click(first.x, first.y);
  await page.mouse.click(second.x, second.y);
  await expect.poll(() => selected(page)).toBe("nvidia");
  await viewIsThere(page);
  expect(Object.keys(await positions(page))).toHaveLength(before);
});

test("what a name's sources disagree on lies side by side where the question asks for it", async ({ page }) => {
  await open(page, "/?ask=disagreements&node=moore-threads");
  await expect(page.getByRole("heading", { name: /^The sources disagree on / })).toBeVisible();
  const claims = page.locator(".rival-claims").first();
  await expect(claims).toBeVisible();
  expect(await claims.locator(":scope > li").count()).toBeGreaterThan(1);
  await expect(claims.locator(".sayers").first()).not.toBeEmpty();
  await open(page, "/?ask=alumni-of;companies:nvidia,amd&node=moore-threads");
  await expect(page.getByRole("heading", { name: /^The sources disagree on / })).toBeVisible();
  await expect(page.locator(".rival-claims").first()).toBeHidden();
});

test("facts that could not be read are asked for again", async ({ page, complaints }) => {
  await open(page);
  await page.route("**/api/nodes/**", (route) => route.abort());
  const { x, y } = await pointOf(page, "metax");
  await page.mouse.click(x, y);
  await expect(page.getByText("What the sources say could not be read.")).toBeVisible();
  await page.unroute("**/api/nodes/**");
  await page.locator(".inspector").getByRole("button", { name: "Retry" }).click();
  await expect(page.locator(".facts").first()).toBeVisible();
  await expect(page.getByRole("button", { name: /^Expand \d/ })).toBeVisible();
  await expect(page.getByRole("alert")).toHaveCount(0);
  // The browser itself reports the requests that were cut off.
  forgive(complaints);
});

test("an entry of the key says what a click on it will do", async ({ page }) => {
  await open(page);
  await expect(
    page.getByText("Click an entry to dim it, again to hide it; with Shift to keep only it.", { exact: false }),
  ).toBeVisible();
  const amd = page.getByRole("button", { name: /^AMD, \d+/ });
  await expect(amd).toHaveAttribute("title", "AMD: click to dim");
  await amd.click();
  await expect(amd).toHaveAttribute("title", "AMD: click again to hide");
});

test("Shift keeps only one entry of the key, by pointer and by keys, and once more brings all back", async ({
  page,
}) => {
  await open(page);
  const both = page.getByRole("button", { name: /^both, 1/ });
  await both.click({ modifiers: ["Shift"] });
  const people = () => page.evaluate(() => Object.keys(window.alumnigraph.store.getState().filters.threads).toSorted());
  await expect.poll(people).toEqual(["amd", "nvidia"]);
  await expect(page.getByRole("button", { name: /^NVIDIA, \d+, hidden/ })).toBeVisible();
  await both.press("Shift+Enter");
  await expect.poll(people).toEqual([]);
  await page.getByRole("button", { name: "Only AMD; again for all" }).click();
  await expect.poll(people).toEqual(["both", "nvidia"]);
});

test("every button without words has a hint", async ({ page }) => {
  await open(page, "/?ask=alumni-of;companies:nvidia,amd&node=nvidia");
  const bare = await page
    .locator("button")
    .evaluateAll((buttons) =>
      buttons
        .filter((button) => button.textContent.trim().length < 3 && !button.hasAttribute("title"))
        .map((button) => button.outerHTML),
    );
  expect(bare).toEqual([]);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, locale: "zh-CN" });

  /** The node lowest in the drawing. */
  const lowest = () =>
    window.alumnigraph.graph
      .filterNodes((id) => window.alumnigraph.store.getState().answer?.columns?.people.includes(id) ?? false)
      .toSorted((a, b) => {
        const y = (id: string) => window.alumnigraph.graph.getNodeAttribute(id, "y");
        return y(b) - y(a);
      })[0] ?? "";

  test("the drawing goes back where it was when a sheet closes", async ({ page }) => {
    await open(page);
    const id = await page.evaluate(lowest);
    const { x, y } = await pointOf(page, id);
    await page.touchscreen.tap(x, y);
    await expect(page.getByRole("dialog")).toBeVisible();
    await page.waitForTimeout(600);
    await page.getByRole("button", { name: "关闭" }).tap();
    await page.waitForTimeout(600);
    // The camera is back, so the same tap finds the same node.
    await page.touchscreen.tap(x, y);
    await expect.poll(() => selected(page)).toBe(id);
  });

  test("the other end of a path may be the lowest name", async ({ page }) => {
    await open(page, "/?ask=alumni-of;companies:nvidia,amd&node=zhang-jianzhong");
    await page.getByRole("button", { name: "路径至……" }).tap();
    await expect(page.locator(".asking")).toContainText("请选择路径的另一端");
    await page.waitForTimeout(600);
    const { x, y } = await pointOf(page, await page.evaluate(lowest));
    await page.touchscreen.tap(x, y);
    await expect(page.getByRole("heading", { name: /^从张建中到/ })).toBeVisible();
  });
});
