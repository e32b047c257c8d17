/** Small words that carry no meaning of their own in a question, and those that join names or ask for a path. */
import { wordsOf } from "./tokens.ts";

const setOf = (words: string) => new Set(words.split(" ").flatMap(wordsOf));

/** May stand anywhere, or be left out. */
export const fillers: ReadonlySet<string> = setOf(
  "the a an of who whom whose which what when where does do did is are was were has have had been there all any me please show tell s it its that and their 的 了 嗎 呢 有 是 誰 哪 些 請 問 什 麼 個 家 所 之 在 於 年",
);

/** Stand between the names of a list. */
export const joints: ReadonlySet<string> = setOf("and or with vs versus 和 與 跟 及 或 、 同");

/** Lead from one name to another. */
export const arrows: ReadonlySet<string> = new Set(["→", "->", "=>", "⇒"]);

/** Say that a way between two names is asked for. */
export const pathWords: ReadonlySet<string> = setOf(
  "to from between and path paths way connection connections connected link linked how 到 和 與 跟 至 從 路 徑 之 間 如 何 怎 連 接 關 係",
);

/** May stand before a time. */
export const beforeTimes: ReadonlySet<string> = setOf("in during for since by at on 在 於");
