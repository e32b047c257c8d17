import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, forgive, hovered, middleOfLine, moveBeside, open, openMenuByKey, pointOf, test } from "./explorer.ts";

const card = (page: Page) => page.locator(".hover-card");

/** Moves the pointer onto a name and lets it rest there. */
async function restOn(page: Page, id: string): Promise<void> {
  const { x, y } = await pointOf(page, id);
  await page.mouse.move(x - 1, y - 1);
  await page.mouse.move(x, y);
  await expect.poll(async () => (await hovered(page))?.id).toBe(id);
}

/** Until every card that is to come has come, and one that is left would be gone. */
async function passCard(page: Page): Promise<void> {
  const now = () => page.evaluate(() => performance.now());
  const begun = await now();
  await expect.poll(now).toBeGreaterThan(begun + 700);
}

test("a pointer that rests on a name is told its other names, what it is and how much of it is drawn", async ({
  page,
}) => {
  await open(page);
  await restOn(page, "zhang-jianzhong");
  await expect(card(page)).toBeVisible();
  await expect(card(page)).toContainText("Person");
  await expect(card(page)).toContainText("張建中");
  await expect(card(page)).toContainText("founded Moore Threads");
  await expect(card(page)).toContainText(/\d+ of \d+ relationships drawn/);
  expect((await new AxeBuilder({ page }).include(".drawing").analyze()).violations).toEqual([]);
  await moveBeside(page);
  await expect(card(page)).toHaveCount(0);
});

test("a line tells the claim, its date, how surely and by how many sources", async ({ page }) => {
  await open(page);
  const { x, y } = await middleOfLine(page);
  await page.mouse.move(x - 1, y);
  await page.mouse.move(x, y);
  await expect(card(page)).toBeVisible();
  await expect(card(page)).toHaveText(/Hong Zhou worked at S3 Graphics.*no date.*stated · 1 source/);
});

test("Escape takes the card away and leaves what is selected", async ({ page }) => {
  await open(page, "/?ask=alumni-of;companies:nvidia,amd&node=metax");
  await restOn(page, "zhang-jianzhong");
  await expect(card(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(card(page)).toHaveCount(0);
  expect(await page.evaluate(() => window.alumnigraph.store.getState().selected?.id)).toBe("metax");
});

test("the card stays while the pointer is on it", async ({ page }) => {
  await open(page);
  await restOn(page, "zhang-jianzhong");
  await expect(card(page)).toBeVisible();
  const box = await card(page).boundingBox();
  if (box === null) throw new Error("The card has no place.");
  await page.mouse.move(box.x + 20, box.y + 20, { steps: 3 });
  await expect.poll(() => hovered(page)).toBe(null);
  await passCard(page);
  await expect(card(page)).toBeVisible();
});

test("nothing is shown while a name is dragged", async ({ page }) => {
  await open(page);
  await restOn(page, "zhang-jianzhong");
  await expect(card(page)).toBeVisible();
  await page.mouse.down();
  await expect(card(page)).toHaveCount(0);
  await page.mouse.up();
});

test("cards are switched off in the drawing’s menu, and stay so after a reload", async ({ page }) => {
  await open(page);
  await openMenuByKey(page);
  const choice = page.getByRole("menuitemcheckbox", { name: "Cards beside the pointer" });
  await expect(choice).toBeChecked();
  await choice.click();
  await open(page);
  await restOn(page, "zhang-jianzhong");
  await passCard(page);
  await expect(card(page)).toHaveCount(0);
  await openMenuByKey(page);
  await expect(choice).not.toBeChecked();
});

test("a card whose name leaves the drawing goes with it", async ({ page }) => {
  await open(page);
  await restOn(page, "zhang-jianzhong");
  await expect(card(page)).toContainText(/relationships drawn/);
  // As while another question is adopted, without a key or a pointer that moves: the step itself is told a little later.
  await page.evaluate(() => {
    const { graph, store } = window.alumnigraph;
    graph.dropNode("zhang-jianzhong");
    store.setState({ filters: { ...store.getState().filters } });
  });
  await expect(card(page)).toHaveCount(0);
  await expect(page.locator(".stage-canvas")).toBeVisible();
});

test("no card is shown while the drawing’s menu is open", async ({ page }) => {
  await open(page);
  await openMenuByKey(page);
  await expect(page.locator(".stage-menu")).toBeVisible();
  await restOn(page, "zhang-jianzhong");
  await passCard(page);
  await expect(page.locator(".stage-menu")).toBeVisible();
  await expect(card(page)).toHaveCount(0);
});

test("Escape is not for a card that found no place", async ({ page }) => {
  await open(page, "/?ask=alumni-of;companies:nvidia,amd&node=metax");
  // As one that is higher than the drawing of a small window.
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(".hover-card { min-height: 100vh }");
    document.adoptedStyleSheets.push(sheet);
  });
  await restOn(page, "zhang-jianzhong");
  await passCard(page);
  await expect(card(page)).toBeHidden();
  await expect(card(page)).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect.poll(() => page.evaluate(() => window.alumnigraph.store.getState().selected)).toBe(null);
});

test("a card that cannot be drawn leaves the page as it is, and is tried again", async ({ page, complaints }) => {
  await open(page);
  // Nothing that the server may answer: a fault of the page’s own.
  await page.evaluate(() => window.alumnigraph.store.setState({ details: { "zhang-jianzhong": {} as never } }));
  await restOn(page, "zhang-jianzhong");
  const alert = page.locator(".drawing > .unread");
  await expect(alert).toContainText("This part could not be read.");
  await expect(page.locator(".stage-canvas canvas").first()).toBeVisible();
  await page.evaluate(() => window.alumnigraph.store.setState({ details: {} }));
  await alert.getByRole("button", { name: "Retry" }).click();
  await expect(alert).toHaveCount(0);
  await moveBeside(page);
  await restOn(page, "zhang-jianzhong");
  await expect(card(page)).toContainText("founded Moore Threads");
  forgive(complaints, /undefined|Guarded/);
});
