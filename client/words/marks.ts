/** The marks that stand between words, as each language has them. */
import type { Language } from "../../schema/language.ts";

const inEnglish = (language: Language): boolean => language === "en";

/** Between one thing that is told and the next: `Secretary; 1842`. */
export const between = (language: Language): string => (inEnglish(language) ? "; " : "；");

/** What follows a word in brackets: ` (1842)`. */
export const bracket = (text: string, language: Language): string =>
  inEnglish(language) ? ` (${text})` : `（${text}）`;

/** What is told, after what it is: `Title: Secretary`. */
export const captioned = (caption: string, text: string, language: Language): string =>
  `${caption}${inEnglish(language) ? ": " : "："}${text}`;
