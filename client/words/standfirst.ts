/** The sentence under the headline: the answer in figures, and of which time, and what colors and sizes mean as they are now. */
import type { Language } from "../../schema/language.ts";
import type { ExplorerState, TimeView } from "../store.ts";
import { formatPeriod } from "../strings/format.ts";
import { say } from "../strings/strings.ts";
import { sentencesOf } from "../style/rules.ts";
import { isTimeSet } from "../view/time.ts";

const sayCounted = (language: Language, time: TimeView | null) =>
  say(language, time?.undated === false ? "time.countedDated" : "time.counted", {
    when: formatPeriod(time ?? {}, language),
  });

/** What colors and sizes mean as they are now, after sentences that say something else. */
export function withMeanings(said: readonly string[], state: ExplorerState): string {
  const { answer, style, language } = state;
  const usual = style.nodeColor === null ? answer?.colors?.[language] : undefined;
  return [...said, usual ?? "", ...sentencesOf(state)].filter((text) => text !== "").join(language === "en" ? " " : "");
}

export function standfirstOf(state: ExplorerState): string {
  const { answer, language, time, told } = state;
  const isAtTime = answer !== null && isTimeSet(time);
  const counted = isAtTime && told?.answer === answer && told.time === time ? told.standfirst?.[language] : undefined;
  const said = counted ?? answer?.standfirst[language] ?? say(language, "stage.exploreHint");
  const of = counted === undefined ? say(language, "time.figures") : sayCounted(language, time);
  return withMeanings(isAtTime ? [said, of] : [said], state);
}
