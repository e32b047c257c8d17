/** Chinese names in the other script and in letters. */
import { Converter } from "opencc-js/t2cn";
import { pinyin } from "pinyin-pro";

const fromTaiwan = Converter({ from: "tw", to: "cn" });
const fromHongKong = Converter({ from: "hk", to: "cn" });

/** Traditional to simplified, character by character and phrase by phrase, without exchanging words: 輝達 → 辉达, not 英伟达. */
export function toSimplified(text: string): string {
  return fromTaiwan(text);
}

const folded = new Map<string, string>();

/**
 * One form for every way to write a character, whatever stands beside it: 張, 张 → 张. A dictionary of phrases would read
 * 乾 one way in 乾坤 and another at the end of what has been typed so far.
 */
export function foldCharacter(character: string): string {
  let simple = folded.get(character);
  if (simple === undefined) {
    simple = fromTaiwan(fromHongKong(character));
    folded.set(character, simple);
  }
  return simple;
}

const han = /\p{Script=Han}/u;
const doubleSurnames = new Set(
  "欧阳 司马 诸葛 上官 司徒 夏侯 皇甫 尉迟 公孙 慕容 令狐 宇文 长孙 东方 南宫 独孤 端木 申屠 闻人 澹台".split(" "),
);

/**
 * A Chinese name's readings, each as its syllables without tones; none for a name without Chinese characters. A person's
 * first character is read as a surname (單 → shan), and as it is read otherwise; a person's name also with the surname last.
 */
export function readingsOf(name: string, isPerson: boolean): string[][] {
  if (!han.test(name)) return [];
  // pinyin-pro knows surnames by their simplified characters only.
  const simplified = toSimplified(name.normalize("NFKC"));
  const plain = syllables(simplified, "off");
  if (!isPerson) return [plain];
  const asSurname = syllables(simplified, "head");
  const readings = [asSurname, ...(asSurname.join() === plain.join() ? [] : [plain])];
  const surname = doubleSurnames.has(simplified.slice(0, 2)) ? 2 : 1;
  if (/^\p{Script=Han}{2,4}$/u.test(simplified) && asSurname.length > surname) {
    readings.push([...asSurname.slice(surname), ...asSurname.slice(0, surname)]);
  }
  return readings;
}

function syllables(simplified: string, surname: "off" | "head"): string[] {
  return pinyin(simplified, { toneType: "none", type: "array", nonZh: "consecutive", v: true, surname });
}
