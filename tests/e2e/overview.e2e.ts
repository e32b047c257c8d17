import { AxeBuilder } from "@axe-core/playwright";
import { expect, open, test } from "./explorer.ts";

test("the whole is seen in small while a part fills the stage; a drag on it moves the view, and fitting takes it away", async ({
  page,
}) => {
  await open(page, "/?ask=everything");
  const overview = page.locator(".overview");
  await page.keyboard.press("f");
  await expect(overview).toBeHidden();
  for (let turn = 0; turn < 4; turn++) await page.keyboard.press("+");
  await expect(overview).toBeVisible();
  expect((await new AxeBuilder({ page }).include(".drawing").analyze()).violations).toEqual([]);
  const middle = () => page.evaluate(() => window.alumnigraph.camera.place?.().x ?? 0);
  const box = await overview.boundingBox();
  if (box === null) throw new Error("The overview has no place.");
  await page.mouse.move(box.x + 30, box.y + box.height / 2);
  await page.mouse.down();
  const left = await middle();
  await page.mouse.move(box.x + 130, box.y + box.height / 2, { steps: 4 });
  await page.mouse.up();
  expect(await middle()).toBeGreaterThan(left);
  await page.keyboard.press("f");
  await expect(overview).toBeHidden();
});
