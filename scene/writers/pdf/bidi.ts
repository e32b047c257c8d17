/** Text in the order in which it is seen: right-to-left words from right to left, as a screen shows a line. */
import createBidi from "bidi-js";

const bidi = createBidi();

/** A part of a line that runs one way. Words of one that runs to the left stand in the order in which they are seen. */
export interface Run {
  text: string;
  isLeftward: boolean;
  /** Its place in the line as it is read, counted from 0. */
  at: number;
}

/** What runs to the left, or says how text runs. */
const leftward = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Bidi_Control}]/u;

/** Signs that only say how text runs. */
const controls = /\p{Bidi_Control}/gu;

/** The runs of a line from left to right. The line as a whole runs to the right, as drawings and pages do. */
export function runsOf(line: string): Run[] {
  if (!leftward.test(line)) return [{ text: line, isLeftward: false, at: 0 }];
  const embedding = bidi.getEmbeddingLevels(line, "ltr");
  const mirrored = bidi.getMirroredCharactersMap(line, embedding.levels);
  const runs: { text: string; level: number; at: number }[] = [];
  for (let i = 0; i < line.length; i++) {
    const level = embedding.levels[i] ?? 0;
    const sign = mirrored.get(i) ?? line.charAt(i);
    const last = runs.at(-1);
    if (last?.level === level) last.text += sign;
    else runs.push({ text: sign, level, at: runs.length });
  }
  return inSight(runs)
    .map(({ text, level, at }) => ({ text: text.replace(controls, ""), isLeftward: level % 2 === 1, at }))
    .filter(({ text }) => text !== "");
}

/** From the highest level down to the first odd one, what lies on a level or above it is turned around. */
function inSight<T extends { level: number }>(runs: readonly T[]): T[] {
  const order = [...runs];
  for (let level = Math.max(...runs.map((run) => run.level)); level > 0; level--) {
    for (let start = 0; start < order.length; start++) {
      let end = start;
      while ((order[end]?.level ?? -1) >= level) end += 1;
      if (end > start) order.splice(start, end - start, ...order.slice(start, end).toReversed());
      start = end;
    }
  }
  return order;
}

/** Words and the spaces between them, from left to right; each word's letters are set in their order by its face. */
export const wordsInSight = ({ text, isLeftward }: Run): string[] =>
  isLeftward
    ? text
        .split(/(\s+)/)
        .filter((part) => part !== "")
        .toReversed()
    : [text];
