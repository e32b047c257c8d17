/** The sentence under the headline: the answer in figures, and what colors mean as they are now. */
import type { ExplorerState } from "./store.ts";
import { say } from "./strings/strings.ts";

type Told = Pick<ExplorerState, "answer" | "style" | "language">;

export function standfirstOf({ answer, style, language }: Told): string {
  if (answer === null) return say(language, "stage.exploreHint");
  const said = [answer.standfirst, ...(style.nodeColor === null ? [answer.colors ?? []].flat() : [])];
  return said.map((text) => text[language]).join(language === "en" ? " " : "");
}
