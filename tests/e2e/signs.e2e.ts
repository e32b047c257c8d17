import type { Page } from "@playwright/test";
import { tokens } from "../../scene/colors.ts";
import { expect, hovered, open, selected, settledPositions, shownAt, test } from "./explorer.ts";

interface Point {
  x: number;
  y: number;
}

/** Where marks of dispute are drawn on the page: what of the words' layer has their color and the size of their ring. */
async function signsOn(page: Page): Promise<Point[]> {
  return page.evaluate((ink) => {
    const canvas = document.querySelector<HTMLCanvasElement>("canvas.sigma-captions");
    const context = canvas?.getContext("2d");
    if (!canvas || !context) throw new Error("There is no layer of words.");
    const { width, height } = canvas;
    const { left, top, width: wide } = canvas.getBoundingClientRect();
    const scale = width / wide;
    const { data } = context.getImageData(0, 0, width, height);
    const [red = 0, green = 0] = [1, 3].map((at) => Number.parseInt(ink.slice(at, at + 2), 16));
    // Thin strokes are mixed with what is under them.
    const isInk = (i: number) =>
      (data[4 * i + 3] ?? 0) > 80 && (data[4 * i] ?? 0) - (data[4 * i + 1] ?? 0) > (red - green) / 3;
    const seen = new Uint8Array(width * height);
    const found: Point[] = [];
    for (let first = 0; first < width * height; first++) {
      if (seen[first] || !isInk(first)) continue;
      const stack = [first];
      seen[first] = 1;
      const box = { left: width, right: 0, top: height, bottom: 0 };
      for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
        const [x, y] = [at % width, Math.floor(at / width)];
        Object.assign(box, {
          left: Math.min(box.left, x),
          right: Math.max(box.right, x),
          top: Math.min(box.top, y),
          bottom: Math.max(box.bottom, y),
        });
        for (const next of [-1, 0, 1].flatMap((row) => [-1, 0, 1].map((column) => at + row * width + column)))
          if (next >= 0 && next < width * height && !seen[next] && isInk(next)) {
            seen[next] = 1;
            stack.push(next);
          }
      }
      const [across, down] = [(box.right - box.left) / scale, (box.bottom - box.top) / scale];
      if (across < 9 || down < 9 || across > 18 || down > 18) continue;
      found.push({ x: left + (box.left + box.right) / 2 / scale, y: top + (box.top + box.bottom) / 2 / scale });
    }
    return found;
  }, tokens.light.family.people);
}

/** Once what draws them has been read. */
async function allSigns(page: Page): Promise<Point[]> {
  await settledPositions(page);
  let signs: Point[] = [];
  await expect.poll(async () => (signs = await signsOn(page)).length).toBeGreaterThan(10);
  return signs;
}

/** Whether the sources disagree about what is selected, which of it the page then says. */
const saysSo = (page: Page) => page.locator(".inspector .rivals").first();

test("every mark of dispute selects what it stands at, of which the sources disagree", async ({ page }) => {
  test.slow();
  await open(page);
  const found = new Set<string>();
  const signs = await allSigns(page);
  for (const { x, y } of signs) {
    // The mark is met once it is drawn again.
    await expect(async () => {
      await page.mouse.move(x + 1, y);
      await page.mouse.move(x, y);
      expect(await hovered(page)).not.toBeNull();
    }).toPass();
    const pointed = await hovered(page);
    await page.mouse.click(x, y);
    await expect.poll(() => selected(page)).toBe(pointed?.id);
    await expect(saysSo(page)).toBeVisible();
    found.add(`${pointed?.kind} ${pointed?.id}`);
    await page.keyboard.press("Escape");
    await expect.poll(() => selected(page)).toBeUndefined();
  }
  const kinds = [...found].map((each) => each.split(" ")[0]);
  expect(new Set(kinds)).toEqual(new Set(["node", "relationship"]));
  expect(found.size).toBe(signs.length);
});

test("a mark of dispute at a name shows that name's card", async ({ page }) => {
  await open(page);
  const signs = await allSigns(page);
  const at = await shownAt(page, "moore-threads");
  const [sign] = signs.toSorted((a, b) => Math.hypot(a.x - at.x, a.y - at.y) - Math.hypot(b.x - at.x, b.y - at.y));
  if (sign === undefined) throw new Error("There is no mark.");
  await page.mouse.move(sign.x, sign.y);
  await expect(page.locator(".stage-canvas canvas").last()).toHaveCSS("cursor", "pointer");
  await expect(page.locator(".hover-card")).toContainText("Moore Threads");
});

test.describe("under a finger", () => {
  test.use({ hasTouch: true });

  test("a mark of dispute selects what it stands at, also where it is missed by a little", async ({ page }) => {
    await open(page);
    const signs = await allSigns(page);
    const at = await shownAt(page, "huashan");
    const [sign] = signs.toSorted((a, b) => Math.hypot(a.x - at.x, a.y - at.y) - Math.hypot(b.x - at.x, b.y - at.y));
    if (sign === undefined) throw new Error("There is no mark.");
    await page.touchscreen.tap(sign.x - 8, sign.y - 8);
    await expect.poll(() => selected(page)).toBe("huashan");
  });
});
