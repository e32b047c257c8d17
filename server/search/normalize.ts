/** One form for names and for what is typed, so that the two meet whatever script, accent or spacing they came in. */
import { foldCharacter } from "./chinese.ts";

/** Letters that are not a letter with an accent, though many type them so. */
const letters: Readonly<Record<string, string>> = {
  ß: "ss",
  ø: "o",
  ł: "l",
  đ: "d",
  æ: "ae",
  œ: "oe",
  ı: "i",
  ς: "σ",
  ð: "d",
  þ: "th",
};

/**
 * `normalizeQuery("Zhāng Jiàn-zhōng")` → `"zhangjianzhong"`, `normalizeQuery("張建中")` → `"张建中"`.
 * Empty when nothing is left to search for.
 */
export function normalizeQuery(text: string): string {
  const marked = text.normalize("NFKC").toLowerCase().normalize("NFKD");
  // Accents of Latin, Greek and Cyrillic go; a mark of another script, such as a Hindi vowel, is part of its word.
  const bare = marked
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[^\p{L}\p{N}\p{M}]/gu, "")
    .normalize("NFC");
  return Array.from(bare, (character) => letters[character] ?? foldCharacter(character)).join("");
}
