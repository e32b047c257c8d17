/** A story on the founders of one company, made by mouse alone, played, exported, and opened again after its data changed. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import { strFromU8, unzipSync } from "fflate";
import type { Locator, Page } from "@playwright/test";
import { expect, open, shownAt, test } from "./explorer.ts";
import { type OwnServer, startOwnServer } from "./own-server.ts";
import { storyPanel } from "./story-panel.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

let server: OwnServer;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  server = await startOwnServer("seeds");
});
test.afterAll(() => server.stop());

const idle = (page: Page) => page.waitForFunction(() => !window.alumnigraph.store.getState().busy);

/** By the middle of what is pressed, as a hand does it. */
async function press(page: Page, target: Locator): Promise<void> {
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (box === null) throw new Error("It is not on screen.");
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

/** Once the camera has come to rest. */
async function pressNode(page: Page, id: string, held?: "Shift"): Promise<void> {
  let at = await shownAt(page, id);
  await expect
    .poll(async () => {
      const before = at;
      at = await shownAt(page, id);
      return Math.hypot(at.x - before.x, at.y - before.y);
    })
    .toBe(0);
  if (held !== undefined) await page.keyboard.down(held);
  await page.mouse.click(at.x, at.y);
  if (held !== undefined) await page.keyboard.up(held);
}

async function write(page: Page, field: Locator, text: string): Promise<void> {
  await press(page, field);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(text);
}

async function layOut(page: Page, name: string): Promise<void> {
  await press(page, page.locator(".layout-button"));
  await press(page, page.getByRole("menuitemradio", { name: new RegExp(`^${name}`) }));
  await idle(page);
}

async function saved(page: Page, button: Locator, folder: string): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent("download"), press(page, button)]);
  const path = join(folder, file.suggestedFilename());
  await file.saveAs(path);
  return path;
}

const panelOf = (page: Page) => storyPanel(page).panel;
const stepsOf = (page: Page) => storyPanel(page).steps;

async function addStep(page: Page, title: string, text: string): Promise<void> {
  const panel = panelOf(page);
  const count = await stepsOf(page).count();
  await press(page, storyPanel(page).add);
  await expect(stepsOf(page)).toHaveCount(count + 1);
  await write(page, panel.getByLabel("Title", { exact: true }), title);
  await write(page, panel.getByLabel("Text"), text);
}

async function annotate(page: Page, kind: string, text: string): Promise<void> {
  await press(page, panelOf(page).getByRole("button", { name: kind, exact: true }));
  await expect(panelOf(page).getByPlaceholder("What to say there").last()).toBeFocused();
  await page.keyboard.type(text);
}

/** Five views of who founded MetaX, with a note, an arrow and a box. */
async function tell(page: Page): Promise<void> {
  await press(page, page.getByRole("button", { name: "All questions" }).first());
  await press(page, page.getByText(/^Who founded/).first());
  await press(page, page.getByRole("dialog").getByRole("combobox").first());
  await page.keyboard.type("MetaX");
  await press(page, page.getByRole("option", { name: /MetaX/ }).first());
  await press(page, page.getByRole("dialog").getByRole("button", { name: /^Ask/ }).first());
  await expect(page.getByRole("heading", { level: 1 })).toContainText("MetaX");
  await idle(page);
  await press(page, storyPanel(page).tab);
  await addStep(page, "Three founders", "All three are named as founders.");
  await write(page, panelOf(page).getByLabel("Title of the story"), "Out of AMD");
  await pressNode(page, "peng-li");
  await annotate(page, "Note", "Fellow at AMD");
  await pressNode(page, "yang-jian");
  await pressNode(page, "metax", "Shift");
  await annotate(page, "Arrow", "Founded it later");
  await pressNode(page, "chen-weiliang");
  await pressNode(page, "yang-jian", "Shift");
  await annotate(page, "Box", "Both from AMD");

  await layOut(page, "Layers");
  await addStep(page, "In their order", "People before what they founded.");
  await layOut(page, "Rings");
  await addStep(page, "Around the company", "One step each.");
  await press(page, page.getByRole("button", { name: "Questions", exact: true }));
  await press(page, page.getByRole("button", { name: /^Who left NVIDIA and AMD/ }));
  await expect(page).toHaveURL(/ask=alumni-of|^[^?]*$/);
  await idle(page);
  await addStep(page, "Among all", "Where they stand among all who left.");
  await layOut(page, "Grid");
  await addStep(page, "What there is", "People, companies and what they made.");
}

test("five steps on MetaX's founders are made, played, exported, and say what became of their facts", async ({
  page,
}) => {
  test.setTimeout(600_000);
  const folder = process.env["STORY_FOLDER"] ?? temporaryFolder("story");
  const panel = panelOf(page);
  await open(page, server.address);
  await tell(page);
  await expect(stepsOf(page)).toHaveCount(5);

  await press(page, stepsOf(page).first().locator(".story-step"));
  await press(page, panel.getByRole("button", { name: "Play", exact: true }));
  const player = page.getByRole("dialog", { name: "The story, played" });
  const titles = ["Three founders", "In their order", "Around the company", "Among all", "What there is"];
  for (const [i, title] of titles.entries()) {
    await expect(player.getByRole("img", { name: new RegExp(`^${title}`) })).toBeVisible();
    await page.screenshot({ path: join(folder, `played-${i + 1}.png`) });
    if (i < 4) await press(page, player.getByRole("button", { name: "Next" }));
  }
  await press(page, player.getByRole("button", { name: "End" }));

  await press(page, panel.getByRole("button", { name: "Export", exact: true }));
  const dialog = page.getByRole("dialog", { name: "Export the story" });
  await expect(dialog.getByText("5 pages")).toBeVisible();
  const button = dialog.getByRole("button", { name: "Download" });
  const slides = await saved(page, button, folder);
  const parts = unzipSync(readFileSync(slides));
  const slide = (i: number) => strFromU8(parts[`ppt/slides/slide${i}.xml`] ?? new Uint8Array());
  for (const [i, title] of titles.entries()) expect(slide(i + 1)).toContain(title);
  for (const words of ["Fellow at AMD", "Founded it later", "Both from AMD"]) expect(slide(1)).toContain(words);
  await press(page, dialog.getByRole("radio", { name: "PDF" }));
  await expect(button).toBeEnabled();
  await saved(page, button, folder);
  await press(page, dialog.getByRole("radio", { name: "One HTML page" }));
  await expect(dialog.getByText("5 pages")).toBeVisible();
  await expect(button).toBeEnabled();
  const offline = await saved(page, button, folder);
  await press(page, dialog.getByRole("button", { name: "Close" }));
  const told = await page.context().newPage();
  await told.goto(pathToFileURL(offline).href);
  for (const [i, title] of titles.entries()) {
    await expect(told.getByRole("heading", { level: 1 })).toHaveText(title);
    await expect(told.getByText(`${i + 1} / 5`)).toBeVisible();
    if (i < 4) await told.locator("#next").click();
  }
  await told.close();

  const file = await saved(page, panel.getByRole("button", { name: "Save" }), folder);
  const cofounder = "{ to: metax, role: co-founder, ";
  await server.restartEdited(
    { file: "people.yaml", replace: /\n {2}peng-li:\n[^]*?(?=\n\n)/, by: "" },
    { file: "people.yaml", replace: cofounder, by: `${cofounder}certainty: reported, ` },
    { file: "people.yaml", replace: /(?<=chen-weiliang:[^]{1,200})years: 10/, by: "years: 12" },
  );
  await page.reload();
  await page.waitForFunction(() => (window.alumnigraph?.store.getState().revision ?? 0) > 0);
  await idle(page);
  const { tab } = storyPanel(page);
  if ((await tab.getAttribute("aria-selected")) === "false") await press(page, tab);
  await press(page, panel.getByRole("button", { name: "New" }));
  await expect(stepsOf(page)).toHaveCount(0);
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    press(page, panel.getByRole("button", { name: "Open" })),
  ]);
  await chooser.setFiles(file);
  await expect(stepsOf(page)).toHaveCount(5);

  const changes = panel.locator(".story-changes output");
  for (const [i, title] of titles.entries()) {
    await press(page, stepsOf(page).nth(i).locator(".story-step"));
    await expect(panel.getByLabel("Title", { exact: true })).toHaveValue(title);
    await expect(changes).toContainText(i < 3 ? "1 fact has changed, 1 is gone" : "2 facts have changed, 2 are gone");
    await press(page, panel.getByText("What has changed"));
    const list = panel.locator(".story-what li");
    await expect(list.filter({ hasText: "Gone: Peng Li founded MetaX" })).toHaveCount(1);
    await expect(list.filter({ hasText: "Now: Yang Jian founded MetaX" })).toContainText("reported");
    await expect(list.filter({ hasText: "Now: Yang Jian founded MetaX" })).toContainText("stated");
    await page.screenshot({ path: join(folder, `reopened-${i + 1}.png`) });
  }
  await press(page, stepsOf(page).first().locator(".story-step"));
  await expect(panel.getByRole("alert")).toContainText("Not in this view any more: Peng Li");
  await expect(panel.getByRole("textbox", { name: "At Peng Li" })).toHaveValue("Fellow at AMD");
  const { violations } = await new AxeBuilder({ page }).include(".story").analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await press(page, panel.getByRole("button", { name: "I have seen it" }));
  await expect(changes).toHaveCount(0);
  await press(page, panel.getByRole("button", { name: "Play", exact: true }));
  await expect(player.getByRole("img", { name: /^Three founders/ })).toBeVisible();
  await press(page, player.getByRole("button", { name: "End" }));
});
