/** The sign of what stays where it was put. */
import { expect, it } from "vitest";
import { placeDots } from "../../../client/canvas/pins.ts";
import type { Drawn } from "../../../client/canvas/words.ts";
import { pinnedIn } from "../../../client/view/pinned.ts";
import { tokens } from "../../../scene/colors.ts";
import { drawnOf, openView, question } from "./support/view.ts";

async function openPinned(...ids: string[]): Promise<Drawn> {
  const graph = await openView();
  for (const id of ids) graph.setNodeAttribute(id, "pinned", true);
  return drawnOf(question, graph);
}

it("a pinned node has a dot in the middle of its mark, and no other has", async () => {
  const view = await openPinned("nvidia");
  const [dot, ...others] = placeDots(view);
  expect(others).toEqual([]);
  expect(dot).toMatchObject(view.pointOf("nvidia"));
  expect(dot?.radius).toBeLessThan(view.appearance.node("nvidia").radius / 2);
  expect(dot?.color).toBe(tokens.light.bg);
});

it("what is unpinned again has none", async () => {
  const view = await openPinned("nvidia", "amd");
  expect(placeDots(view)).toHaveLength(2);
  view.graph.setNodeAttribute("amd", "pinned", false);
  expect(pinnedIn(view.graph)).toEqual(["nvidia"]);
  expect(placeDots(view)).toHaveLength(1);
});

it("a mark too small for a dot has none", async () => {
  const view = await openPinned("nvidia");
  expect(placeDots({ ...view, marks: 0.1 })).toEqual([]);
});
