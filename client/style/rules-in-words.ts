/** The rules, with the sentences that say what they show. */
import { type ExplorerState, type StylePart, styleParts } from "../store.ts";
import type { MessageId } from "../strings/message.ts";
import { say } from "../strings/strings.ts";
import { lookRules } from "./engine.ts";
import { formOf, isOfNodes } from "./fields.ts";
import type { Rules } from "./rules.ts";
import { wordField } from "./words.ts";

const messages = {
  nodeColor: "style.colorShows",
  nodeSize: "style.sizeShows",
  lineColor: "style.lineColorShows",
  lineWidth: "style.lineWidthShows",
} as const satisfies Record<StylePart, MessageId>;

function sentences(state: ExplorerState): string[] {
  return styleParts.flatMap((part) => {
    const field = state.style[part];
    if (field === null || formOf(field, state.vocabulary) === null || isOfNodes(field) !== part.startsWith("node"))
      return [];
    return [say(state.language, messages[part], { field: wordField(field, state) })];
  });
}

export const rules: Rules = { ...lookRules, sentences };
