/** The panel of a story, as those find it who press its buttons. */
import type { Page } from "@playwright/test";

export function storyPanel(page: Page) {
  const panel = page.getByRole("tabpanel", { name: "Story" });
  return {
    tab: page.getByRole("tab", { name: "Story" }),
    panel,
    add: panel.getByRole("button", { name: "Add this view as a step" }),
    steps: panel.getByRole("list", { name: "Steps of the story" }).getByRole("listitem"),
  };
}

/** Opens the panel by its tab. */
export async function openStory(page: Page): Promise<ReturnType<typeof storyPanel>> {
  const story = storyPanel(page);
  await story.tab.click();
  return story;
}
