/** Signs that no face of ours has, told before a PDF is made and without reading one. */
import type { Scene } from "../../scene.ts";

/** Scripts that the faces cover, and what belongs to no script. Rare Han characters beyond the first planes have none. */
const covered =
  /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Common}\p{Script=Inherited}]/u;

const isLacking = (sign: string): boolean =>
  !covered.test(sign) || (/\p{Script=Han}/u.test(sign) && (sign.codePointAt(0) ?? 0) > 0xffff);

/** So many signs are named. */
const mostNamed = 12;

/** Signs in what a page writes that come out as boxes in its PDF, each once; the first few. */
export function lackingIn(scenes: readonly Pick<Scene, "words" | "text" | "annotations">[]): string[] {
  const found = new Set<string>();
  for (const { words, text, annotations = [] } of scenes) {
    const all = [
      text.title,
      text.standfirst,
      ...words.map((word) => word.text),
      ...annotations.map((note) => note.text),
    ];
    for (const sign of [...all, ...text.sources.map((source) => source.text)].join("")) {
      if (isLacking(sign)) found.add(sign);
      if (found.size === mostNamed) return [...found];
    }
  }
  return [...found];
}
