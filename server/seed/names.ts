/** Names in camel case as words, and English words in the plural and the singular. */

/** `TvShow` → `tv show`, `IPAddress` → `IP address`, `risk_factor` → `risk factor`. */
export function wordsOf(name: string): string {
  const words = name.split(/[\s_-]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/);
  return words.map((word) => (/^[A-Z]{2,}\d*$/.test(word) ? word : word.toLowerCase())).join(" ");
}

/** The usual plural of an English word; other words stay as they are. */
export function pluralOf(word: string): string {
  if (/(^|\s)person$/i.test(word)) return word.replace(/erson$/i, "eople");
  if (/[^aeiou\s]y$/i.test(word)) return `${word.slice(0, -1)}ies`;
  if (/(?:s|x|z|ch|sh)$/i.test(word)) return `${word}es`;
  return /[a-z]$/i.test(word) ? `${word}s` : word;
}

/** What an English word may be the plural of; itself among them. */
export function singularsOf(word: string): string[] {
  const found = [word];
  if (word.endsWith("s")) found.push(word.slice(0, -1));
  if (word.endsWith("es")) found.push(word.slice(0, -2));
  if (word.endsWith("ies")) found.push(`${word.slice(0, -3)}y`);
  if (word.endsWith("men")) found.push(`${word.slice(0, -3)}man`);
  return found;
}
