/** An article's text and what is cited of it. */

/** Half-open, in Unicode code points. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Sentence extends Span {
  readonly text: string;
}

const sentenceEnd = new Set("。！？!?\n");
const closing = new Set('”」』）)"’');

/** The sentences of a text with their places; a closing quotation mark belongs to the sentence that it ends. */
export function sentencesOf(text: string): Sentence[] {
  const characters = Array.from(text);
  const sentences: Sentence[] = [];
  let start = 0;
  characters.forEach((character, index) => {
    const next = characters[index + 1];
    const ends =
      next === undefined ||
      (sentenceEnd.has(character) && !closing.has(next)) ||
      (closing.has(character) && sentenceEnd.has(characters[index - 1] ?? ""));
    if (!ends) return;
    const sentence = characters.slice(start, index + 1).join("");
    if (sentence.trim() !== "") sentences.push({ start, end: index + 1, text: sentence.trim() });
    start = index + 1;
  });
  return sentences;
}

/** The sentences of which no span cites a single character. */
export function uncited(sentences: readonly Sentence[], spans: readonly Span[]): Sentence[] {
  return sentences.filter(({ start, end }) => !spans.some((span) => span.start < end && start < span.end));
}

/** The first run of `length` characters that a text shares with an article; undefined when there is none. */
export function sharedRun(text: string, article: string, length: number): string | undefined {
  const characters = Array.from(text);
  for (let start = 0; start + length <= characters.length; start += 1) {
    const run = characters.slice(start, start + length).join("");
    if (article.includes(run)) return run;
  }
  return undefined;
}
