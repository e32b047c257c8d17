/** Text with the language that it is in, so that Han glyphs and voices are right. */
import { type GraphNode, nameOf } from "../../schema/graph.ts";
import type { Language } from "../../schema/language.ts";
import type { Worded } from "../words/wording.ts";
import { useLanguage } from "./context.ts";

/** Marks the language only where it differs from the page's. */
export function Words({ words }: { words: Worded }) {
  const language = useLanguage();
  return words.language === language ? words.text : <span lang={words.language}>{words.text}</span>;
}

/** Han characters in no given language: the reader's own glyphs are right, or traditional ones for a reader of English. */
export const guessLanguage = (text: string, reading: Language): Language =>
  /\p{Script=Han}/u.test(text) ? (reading === "en" ? "zh-Hant" : reading) : "en";

export function Name({ node }: { node: GraphNode }) {
  return <Words words={nameOf(node, useLanguage())} />;
}
