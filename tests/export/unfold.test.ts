/** What leaves a small screen with all its columns. */
import { expect, it } from "vitest";
import { describeScene } from "../../client/export/scene-of.ts";
import { unfold } from "../../client/export/unfold.ts";
import { openView, question } from "../client/canvas/support/view.ts";
import { ruler } from "./scenes.ts";

const phone = { ...question, stage: { width: 390, height: 560 } };
const asked = { scope: "whole", palette: "light" } as const;
const subjectOn = async (state: typeof question) => ({
  state,
  graph: await openView(state),
  ruler,
  camera: null,
  documents: [],
});
const shownBy = ({ nodes, heads }: ReturnType<typeof describeScene>) => ({
  ids: nodes.map(({ node }) => node.id).toSorted(),
  heads: heads.map(({ text }) => text),
});

it("has the names and the columns of a large screen", async () => {
  const small = await subjectOn(phone);
  const large = shownBy(describeScene(await subjectOn(question), asked));
  expect(shownBy(describeScene(small, asked)).ids.length).toBeLessThan(large.ids.length);
  expect(shownBy(describeScene(await unfold(small), asked))).toEqual(large);
});

it("says nothing of a small screen", async () => {
  const { text } = describeScene(await unfold(await subjectOn(phone)), asked);
  expect(text.caption.join(" ")).not.toContain("small screen");
});

it("leaves the view as it is, and what a hand has placed where it was of the whole", async () => {
  const small = await subjectOn(phone);
  const [id = ""] = small.graph.nodes();
  small.graph.mergeNodeAttributes(id, { x: 195, y: 140, pinned: true });
  const before = small.graph.export();
  const { graph, state } = await unfold(small);
  expect(small.graph.export()).toEqual(before);
  expect(graph.getNodeAttribute(id, "x")).toBe(state.stage.width / 2);
  expect(graph.getNodeAttribute(id, "y")).toBe(state.stage.height / 4);
});
