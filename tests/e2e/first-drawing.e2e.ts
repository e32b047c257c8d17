/** What goes first when a page opens, with its frames and its patience held. */
import type { Page } from "@playwright/test";
import { expect, test } from "./explorer.ts";

declare global {
  interface Window {
    goOn: Record<"frames" | "patience", () => void>;
  }
}

const later = /\/(?:Key|OverStage|ArrangementControl|tab-steps)-[^/]*\.js$/;

/** Opens the page until its view is there and could be drawn; gives back what of the later parts was asked for. */
async function openHeld(page: Page): Promise<string[]> {
  const asked: string[] = [];
  page.on("request", (request) => {
    if (later.test(request.url())) asked.push(request.url());
  });
  await page.addInitScript(() => {
    const [nextFrame, wait] = [window.requestAnimationFrame.bind(window), window.setTimeout.bind(window)];
    const [frames, timers]: [FrameRequestCallback[], (() => void)[]] = [[], []];
    window.requestAnimationFrame = (work) => frames.push(work);
    window.setTimeout = ((work: () => void, pause?: number, ...rest: unknown[]) =>
      pause === 3000 ? timers.push(work) : wait(work, pause, ...rest)) as typeof window.setTimeout;
    window.goOn = {
      frames() {
        window.requestAnimationFrame = nextFrame;
        for (const work of frames.splice(0)) nextFrame(work);
      },
      patience: () => timers.splice(0).forEach((work) => work()),
    };
  });
  await page.goto("/");
  await page.waitForFunction(() => (window.alumnigraph?.store.getState().revision ?? 0) > 0, null, { polling: 50 });
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText("");
  return asked;
}

test("what can come later is read, and the tools show their icons, once the first view is drawn", async ({ page }) => {
  const asked = await openHeld(page);
  const icon = page.locator(".controls svg").first();
  await expect(icon).toBeHidden();
  expect(asked).toEqual([]);
  await page.evaluate(() => window.goOn.frames());
  await expect(page.locator(".key")).toBeVisible();
  await expect(icon).toBeVisible();
  await expect(page.locator(".stage-canvas canvas").first()).toBeAttached();
});

test("where no drawing comes the rest of the page waits no longer than it has patience", async ({ page }) => {
  await openHeld(page);
  await page.evaluate(() => window.goOn.patience());
  await expect(page.locator(".key")).toBeVisible();
  await expect(page.locator(".controls svg").first()).toBeVisible();
});
