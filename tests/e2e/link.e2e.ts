/** Links: handed on, followed in part, and too large for what is on screen. */
import { expect, forgive, open, test } from "./explorer.ts";

test("the link of the view is copied, by the button and by the key U", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await open(page, "/?ask=alumni-of;companies:nvidia,amd&node=dell");
  await page.getByRole("button", { name: "Copy link", exact: true }).click();
  await expect(page.getByText("Link copied")).toBeAttached();
  await expect.poll(copied).toMatch(/^http:\/\/127.*\/\?ask=alumni-of;companies:nvidia,amd&node=dell&lang=en$/);
  await page.evaluate(() => navigator.clipboard.writeText(""));
  await page.keyboard.press("u");
  await expect.poll(copied).toContain("node=dell");
});

test("a view that is too large for a link is offered as a file", async ({ page }) => {
  await open(page);
  await page.evaluate(() => {
    const { store } = window.alumnigraph;
    const many = Array.from({ length: 1200 }, (_, i) => `hidden-name-${i}`);
    store.setState({ hidden: new Set(many) });
  });
  await page.getByRole("button", { name: "Copy link", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Export" });
  await expect(dialog.getByRole("alert")).toContainText("too large for a link");
  await expect(dialog.getByRole("combobox", { name: "Format" })).toHaveValue("view");
});

test("what of a link could not be followed is said, and goes when it was read", async ({ page, complaints }) => {
  await open(page, "/?ask=nope&style=color:nothing&lang=en");
  const said = page.getByRole("alert");
  await expect(said).toHaveText(
    /^Some of the link could not be followed: the question “nope” cannot be asked as it stands there, so the first one is shown; the style by “nothing”\./,
  );
  await said.getByRole("button").click();
  await expect(said).toHaveCount(0);
  forgive(complaints, /404|400/);
});
