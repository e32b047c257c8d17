import { expect, open, pointOf, selected, settledPositions, test, viewIsThere } from "./explorer.ts";

/** What the browser does when a graphics card is reset: it takes away the memory of every drawing on the page. */
const loseGraphics = () => {
  for (const canvas of document.querySelectorAll<HTMLCanvasElement>(".stage-canvas canvas"))
    canvas.getContext("webgl2")?.getExtension("WEBGL_lose_context")?.loseContext();
};

test("a drawing whose graphics memory was taken away is there again", async ({ page }) => {
  await open(page);
  const before = await settledPositions(page);
  const old = await page.locator(".stage-canvas canvas").first().elementHandle();
  await page.evaluate(loseGraphics);
  await expect.poll(() => old?.evaluate((canvas) => canvas.isConnected)).toBe(false);
  await viewIsThere(page);
  expect(await settledPositions(page)).toEqual(before);

  const { x, y } = await pointOf(page, "metax");
  await page.mouse.click(x, y);
  await expect.poll(() => selected(page)).toBe("metax");
});

test("the first view asks for nothing that the page's own policy forbids", async ({ page }) => {
  await page.addInitScript(() => {
    const violations: string[] = [];
    Object.assign(window, { violations });
    addEventListener("securitypolicyviolation", (event) => violations.push(event.violatedDirective));
  });
  await open(page);
  expect(await page.evaluate(() => Reflect.get(window, "violations"))).toEqual([]);
});
