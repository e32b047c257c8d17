import type { Page } from "@playwright/test";
import { expect, open, test } from "./explorer.ts";
import { drop, largeView } from "./large-view.ts";

const count = 3_600;

const twoFrames = (page: Page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/** The stage as it looks once nothing more is drawn: the same twice in a row. */
async function picture(page: Page): Promise<string> {
  let [before, now] = ["", ""];
  do {
    await twoFrames(page);
    before = now;
    now = (await page.locator(".stage-canvas").screenshot()).toString("base64");
  } while (now !== before);
  return now;
}

/** Nodes and lines alone: names remember on which side they stood, and an overview is a picture by itself. */
const hideWords = (page: Page) =>
  page.evaluate(() => {
    for (const layer of document.querySelectorAll<HTMLElement>(".stage-canvas canvas, .overview")) {
      if (!/\bsigma-(?:nodes|edges)\b/.test(layer.className)) layer.style.visibility = "hidden";
    }
  });

/** Draws all of the stage again, as when a font has arrived. */
const drawWhole = (page: Page) => page.evaluate(() => document.fonts.dispatchEvent(new Event("loadingdone")));

test("what a move of the time or a filter draws of thousands is what drawing all of them would show", async ({
  page,
}) => {
  test.slow();
  await open(page);
  await drop(page, await largeView(page, count), count);
  await page.getByRole("button", { name: "Time", exact: true }).click();
  const slider = page.getByRole("slider", { name: "As of" });
  await slider.focus();
  await page.keyboard.press("Home");
  await expect(page.getByText(/lines? (is|are) hidden/)).toBeVisible();
  await hideWords(page);
  const early = await picture(page);
  await page.keyboard.press("PageUp");
  await page.keyboard.press("PageUp");
  const later = await picture(page);
  expect(later === early).toBe(false);
  await drawWhole(page);
  expect((await picture(page)) === later).toBe(true);
  // By the label: dimmed, then hidden.
  for (const filtered of ["dimmed", "hidden"]) {
    await page.getByRole("button", { name: /^Person, / }).click();
    await expect(page.getByRole("button", { name: new RegExp(`^Person, .*${filtered}`) })).toBeVisible();
    await page.mouse.move(5, 5);
    const drawn = await picture(page);
    await drawWhole(page);
    expect((await picture(page)) === drawn).toBe(true);
  }
});
