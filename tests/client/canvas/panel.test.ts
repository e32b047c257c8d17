import { describe, expect, it } from "vitest";
import { languages } from "../../../schema/language.ts";
import { createAppearance } from "../../../client/canvas/appearance.ts";
import { createDocks } from "../../../client/canvas/docks.ts";
import { layWords } from "../../../client/canvas/words.ts";
import { tokens } from "../../../client/page/theme.ts";
import { measure, openView, question } from "./support/view.ts";

/** Names of the columns as they are placed above a panel, by the camera that fits them into what it leaves. */
async function namedAbove(covered: number, language: (typeof languages)[number], height: number): Promise<string[]> {
  const state = { ...question, language, covered, stage: { width: 1152, height } };
  const graph = await openView(state);
  const appearance = createAppearance(state, graph);
  const lowest = Math.max(...graph.mapNodes((_id, { y }) => y)) + 12;
  const ratio = Math.max(1, lowest / (height - covered));
  const scale = 1 / Math.sqrt(ratio);
  const drawn = {
    state,
    graph,
    appearance,
    docks: createDocks(state, graph, appearance, measure),
    colors: tokens.light,
    pointOf: (id: string) => ({ x: graph.getNodeAttribute(id, "x"), y: graph.getNodeAttribute(id, "y") }),
    toScreen: ({ x, y }: { x: number; y: number }) => ({ x: x / ratio, y: y / ratio }),
    scale,
    marks: scale,
    stage: { left: 0, top: 0, right: 1152, bottom: height },
  };
  return layWords(drawn, measure, new Map(), null).names.map(({ id }) => id);
}

describe("above a panel", () => {
  it.each(languages.flatMap((language) => [640, 820].map((height) => [language, height] as const)))(
    "every company that people founded or joined keeps its name in %s on a stage of %i",
    async (language, height) => {
      const named = await namedAbove(260, language, height);
      const { destinations = [], origins = [] } = question.answer?.columns ?? {};
      expect([...destinations, ...origins].filter((id) => !named.includes(id))).toEqual([]);
    },
  );
});
