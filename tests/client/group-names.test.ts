/** Names of groups in columns, which have room for the names of their members. */
import { join } from "node:path";
import { expect, it } from "vitest";
import { createAppearance } from "../../client/canvas/appearance.ts";
import { createDocks } from "../../client/canvas/docks.ts";
import { layWords } from "../../client/canvas/words.ts";
import { tokens } from "../../client/page/theme.ts";
import { isGroup } from "../../client/view/groups.ts";
import { languages } from "../../schema/language.ts";
import { makeExplorer, serveFolder, stage } from "./support.ts";

const { api } = serveFolder(join(import.meta.dirname, "../../seeds"));
const measure = (text: string) => text.length * 8;

it.each(languages)("each group of a workplace is named in %s, cut short before the next column", async (language) => {
  const explorer = makeExplorer(api);
  await explorer.start();
  explorer.setLanguage(language);
  await explorer.groupNodes("career");
  explorer.select(null);
  const { graph, store } = explorer;
  const state = store.getState();
  const appearance = createAppearance(state, graph);
  const docks = createDocks(state, graph, appearance, measure);
  const { names } = layWords(
    {
      state,
      graph,
      appearance,
      docks,
      colors: tokens.light,
      scale: 1,
      marks: 1,
      stage: { left: 0, top: 0, right: stage.width, bottom: stage.height },
      toScreen: (point) => point,
      pointOf: (id) => ({ x: graph.getNodeAttribute(id, "x"), y: graph.getNodeAttribute(id, "y") }),
    },
    measure,
    new Map(),
    null,
  );
  const drawn = [...appearance.nodes].filter(isGroup);
  expect(drawn.length).toBeGreaterThan(2);
  expect(names.map(({ id }) => id)).toEqual(expect.arrayContaining(drawn));
  for (const { word } of names.filter(({ id }) => isGroup(id))) expect(word.text).toMatch(/ · \d+$/);
});
