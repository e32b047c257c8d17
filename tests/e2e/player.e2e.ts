/** A story of two steps, played. */
import type { Page } from "@playwright/test";
import { expect, forgive, open, test } from "./explorer.ts";
import { openStory } from "./story-panel.ts";

async function tell(page: Page): Promise<void> {
  await open(page);
  const { add, steps } = await openStory(page);
  await add.click();
  await expect(steps).toHaveCount(1);
  await page.getByRole("button", { name: /stock exchange/i }).click();
  await expect(page).toHaveURL(/ask=listings/);
  await page.waitForFunction(() => !window.alumnigraph.store.getState().busy);
  await add.click();
  await expect(steps).toHaveCount(2);
}

test("from one page to the next the screen is never empty", async ({ page }) => {
  await tell(page);
  await page.getByRole("textbox", { name: "Title of the story" }).fill("Who left, and where to");
  await page.getByRole("button", { name: "Play", exact: true }).click();
  const player = page.getByRole("dialog", { name: "The story, played" });
  await expect(player.getByText("1 of 2")).toBeVisible();
  await expect(player.getByText("Who left, and where to", { exact: true })).toBeVisible();
  const pages = player.getByRole("img");
  await expect(pages).toHaveCount(1);
  const first = await pages.getAttribute("aria-label");
  await expect(pages).toHaveCSS("opacity", "1");
  const strongest = page.evaluate(
    (former) =>
      new Promise<number[]>((resolve) => {
        const frames: number[] = [];
        const look = () => {
          const shown = [...document.querySelectorAll<HTMLCanvasElement>(".player-page")];
          const strengths = shown.map((each) => {
            const { parentElement } = each;
            const around = parentElement === null ? 1 : Number(getComputedStyle(parentElement).opacity);
            return around * Number(getComputedStyle(each).opacity);
          });
          frames.push(Math.max(0, ...strengths));
          const isOver = shown.length === 1 && shown[0]?.ariaLabel !== former && strengths[0] === 1;
          if (isOver) resolve(frames);
          else requestAnimationFrame(look);
        };
        look();
      }),
    first,
  );
  await page.keyboard.press("ArrowRight");
  expect(Math.min(...(await strongest))).toBe(1);
});

test("a page that an outage kept away comes at a retry", async ({ page, complaints }) => {
  await tell(page);
  await page.route("**/api/**", (route) => route.abort());
  await page.getByRole("button", { name: "Play", exact: true }).click();
  const player = page.getByRole("dialog", { name: "The story, played" });
  await expect(player.getByRole("alert")).toContainText("The server cannot be reached");
  await page.unroute("**/api/**");
  await player.getByRole("button", { name: "Retry" }).press("Enter");
  await expect(player.getByRole("img")).toBeVisible();
  await expect(player.getByRole("alert")).toHaveCount(0);
  forgive(complaints);
});
