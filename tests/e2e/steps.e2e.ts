import { expect, open, test } from "./explorer.ts";

test("the list of steps leads back by keys, and is still there after a reload", async ({ page }) => {
  await open(page, "/?ask=alumni-of;companies:nvidia,amd&node=nvidia");
  await page.keyboard.press("e");
  await expect(page.getByText(/neighbors? added/)).toBeAttached();
  await page.keyboard.press("h");
  const list = page.getByRole("region", { name: "Steps" });
  await expect(list.getByRole("button", { name: /^Expanded NVIDIA: \d+ added/ })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(list.getByRole("button").last()).toHaveAttribute("aria-current", "step");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expect(list.getByRole("button").first()).toHaveAttribute("aria-current", "step");
  await page.keyboard.press("Escape");
  await expect(list).toHaveCount(0);
  await expect(page).toHaveURL(/add=/);
  const isKept = () =>
    page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const asked = indexedDB.open("keyval-store");
          asked.addEventListener("success", () => {
            const key = `steps.${sessionStorage.getItem("alumnigraph.tab")}`;
            const read = asked.result.transaction("keyval").objectStore("keyval").get(key);
            read.addEventListener("success", () => resolve(read.result?.now ?? -1));
          });
        }),
    );
  await expect.poll(isKept).toBe(1);
  await page.reload();
  await expect(page.getByRole("button", { name: "Undo" })).toBeEnabled();
  await page.getByRole("button", { name: "List of steps" }).click();
  await expect(list.getByRole("button").first()).toHaveText(/^Expanded NVIDIA/);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page).not.toHaveURL(/add=/);
});

test("opening the ways to group closes the list of steps, and the other way round", async ({ page }) => {
  await open(page, "/?ask=alumni-of;companies:nvidia,amd&node=nvidia");
  await page.keyboard.press("e");
  await expect(page.getByRole("button", { name: "Undo" })).toBeEnabled();
  const list = page.getByRole("region", { name: "Steps" });
  const menu = page.getByRole("menu");
  await page.keyboard.press("h");
  await expect(list).toBeVisible();
  await page.keyboard.press("g");
  await expect(menu).toBeVisible();
  await expect(list).toHaveCount(0);
  await page.keyboard.press("h");
  await expect(list).toBeVisible();
  await expect(menu).toHaveCount(0);
});
