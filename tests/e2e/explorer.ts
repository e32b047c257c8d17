/** What the end-to-end tests share: a page that must not complain, and ways to look into the view. */
import { type Download, type Locator, type Page, test as base, expect } from "@playwright/test";
import type { Explorer } from "../../client/explorer.ts";

declare global {
  interface Window {
    readonly alumnigraph: Pick<Explorer, "store" | "graph" | "camera">;
  }
}

/** A machine whose network changed meanwhile cuts off what is under way; where the page does not get over it, a test fails by that. */
const isOfTheMachine = (complaint: string) => /^Failed to load resource: net::ERR_NETWORK_CHANGED$/.test(complaint);

/** Every test fails on an error in the console or one that nobody caught. */
export const test = base.extend<{ complaints: string[] }>({
  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      page.on("console", (message) => {
        if (message.type() === "error" && !isOfTheMachine(message.text())) complaints.push(message.text());
      });
      page.on("pageerror", (error) => complaints.push(error.message));
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Leaves out what the browser itself reports of requests that the test cuts off, or has answered badly. */
export function forgive(complaints: string[], expected = /ERR_FAILED/): void {
  complaints.splice(0, complaints.length, ...complaints.filter((each) => !expected.test(each)));
}

/** Opens an address and waits until its view is on screen. */
export async function open(page: Page, address = "/"): Promise<void> {
  await page.goto(address);
  await viewIsThere(page);
}

export async function viewIsThere(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const state = window.alumnigraph?.store.getState();
    const isMounted = document.querySelector(".stage-canvas canvas") !== null;
    // What is read once the drawing stands, or says that it was not.
    const isRead = document.querySelector(".stage-note, .unread") !== null;
    return state !== undefined && state.revision > 0 && !state.busy && isMounted && isRead;
  });
}

/** Ids and rounded positions of what is on screen. */
export async function positions(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() =>
    Object.fromEntries(window.alumnigraph.graph.mapNodes((id, { x, y }) => [id, `${Math.round(x)},${Math.round(y)}`])),
  );
}

/** Positions once they stay as they are: a stage that changes its size is arranged again. */
export async function settledPositions(page: Page): Promise<Record<string, string>> {
  let last = "";
  await expect
    .poll(async () => {
      const before = last;
      last = JSON.stringify(await positions(page));
      return last === before;
    })
    .toBe(true);
  return positions(page);
}

export async function shownPath(page: Page): Promise<string[]> {
  return page.evaluate(() => [...(window.alumnigraph.store.getState().path?.nodes ?? [])]);
}

/** The search field, by its shortcut: its name is in the language of the page, and other fields are comboboxes too. */
export const searchField = (page: Page): Locator => page.locator(`[role="combobox"][aria-keyshortcuts="/"]`);

export async function search(page: Page, text: string): Promise<void> {
  await searchField(page).fill(text);
  await expect(page.locator(`[role="option"]`).first()).toBeVisible();
}

/** The address bar follows a moment later. */
export async function linkOf(page: Page): Promise<string> {
  await page.waitForTimeout(400);
  return page.url();
}

/** Where a node is drawn on the page while the camera stands at its start. */
export async function pointOf(page: Page, id: string): Promise<{ x: number; y: number }> {
  return page.evaluate((node) => {
    const { x, y } = window.alumnigraph.graph.getNodeAttributes(node);
    const stage = document.querySelector(".drawing")?.getBoundingClientRect();
    return { x: x + (stage?.left ?? 0), y: y + (stage?.top ?? 0) };
  }, id);
}

export async function selected(page: Page): Promise<string | undefined> {
  return page.evaluate(() => window.alumnigraph.store.getState().selected?.id);
}

/** Where a node is drawn on the page now, wherever the camera stands. */
export async function shownAt(page: Page, id: string): Promise<{ x: number; y: number }> {
  return page.evaluate((node) => {
    const { camera, graph } = window.alumnigraph;
    const at = camera.look?.().lens.toScreen(graph.getNodeAttributes(node));
    const stage = document.querySelector(".drawing")?.getBoundingClientRect();
    if (at === undefined || stage === undefined) throw new Error("Nothing is drawn.");
    return { x: at.x + stage.left, y: at.y + stage.top };
  }, id);
}

/** What the pointer is on, as far as the drawing knows. */
export const hovered = (page: Page) => page.evaluate(() => window.alumnigraph.store.getState().hovered);

/** Moves the pointer to where the first view draws nothing, and says where that is. */
export async function moveBeside(page: Page): Promise<{ x: number; y: number }> {
  const { x, y } = await pointOf(page, "hong-zhou");
  const beside = { x: x - 24, y: y + 28 };
  await page.mouse.move(beside.x, beside.y);
  await expect.poll(() => hovered(page)).toBe(null);
  return beside;
}

/** The middle of a line of the first view, the only one between two names, which is drawn nearly straight. */
export async function middleOfLine(page: Page): Promise<{ x: number; y: number }> {
  const [from, to] = [await pointOf(page, "s3-graphics"), await pointOf(page, "hong-zhou")];
  return { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
}

/** The file that comes into the downloads once a button is pressed. */
export async function downloadBy(page: Page, button: Locator): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return download;
}

/** The drawing's menu by its key: of what is selected, or of the drawing itself. */
export async function openMenuByKey(page: Page): Promise<void> {
  await page.locator(".stage-canvas").focus();
  await page.keyboard.press("Shift+F10");
}

/** Drops a file on the page. */
export async function dropFile(page: Page, file: { name: string; text: string }): Promise<void> {
  const dataTransfer = await page.evaluateHandle(({ name, text }) => {
    const data = new DataTransfer();
    data.items.add(new File([text], name));
    return data;
  }, file);
  await page.dispatchEvent("main", "drop", { dataTransfer });
}
