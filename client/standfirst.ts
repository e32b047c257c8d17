/** The sentence under the headline: the answer in figures, and what colors and sizes mean as they are now. */
import type { ExplorerState } from "./store.ts";
import { say } from "./strings/strings.ts";
import { sentencesOf } from "./style/rules.ts";

export function standfirstOf(state: ExplorerState): string {
  const { answer, style, language } = state;
  const meant = sentencesOf(state);
  const usual = style.nodeColor === null ? answer?.colors?.[language] : undefined;
  const said = answer?.standfirst[language] ?? say(language, "stage.exploreHint");
  return [said, usual ?? "", ...meant].filter((text) => text !== "").join(language === "en" ? " " : "");
}
