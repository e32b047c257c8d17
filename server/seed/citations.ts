/** Where words stand in a document's text. */
import type { Citation } from "../../schema/fact.ts";

/** Each occurrence, overlapping ones too, as a citation in code points, with a little of the text on either side. */
export function citationsOf(document: string, text: string, words: string): { citation: Citation; around: string }[] {
  const found: { citation: Citation; around: string }[] = [];
  const length = Array.from(words).length;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const start = Array.from(text.slice(0, at)).length;
    const before = Array.from(text.slice(0, at)).slice(-8).join("");
    const after = Array.from(text.slice(at + words.length))
      .slice(0, 8)
      .join("");
    const around = `…${before}[${words}]${after}…`.replaceAll(/\s+/g, " ");
    found.push({ citation: `${document}#${start}-${start + length}`, around });
  }
  return found;
}
