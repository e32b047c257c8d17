/** What a benchmark asks: the same in every run, of the graph that graph.ts makes. */
import { seededRandom } from "../../scene/random.ts";
import { shares, type GraphSize } from "./graph.ts";

/** Two characters and more: rare and common, Chinese, pinyin, initials, Latin, and what is not there. */
export const words = [
  ["張建", "王偉", "科技", "半導", "北京大學", "歐陽鋒"],
  ["zh", "an", "wang", "chen", "zhangjian", "zhang jianzhong", "liwei", "xian"],
  ["zjz", "wl", "lmx"],
  ["ka", "james", "susan", "james 12", "robert", "linda 1", "karimo", "velten", "dor", "no such name", "7 7"],
].flat();

/** Single letters, digits and characters. */
export const letters = ["z", "a", "w", "e", "7", "張", "王", "科"];

/** Entities of every label, each as likely as another. */
export function someEntities({ entities }: GraphSize, count: number, seed = 1): string[] {
  const random = seededRandom(seed);
  const labels = Object.entries(shares);
  return Array.from({ length: count }, () => {
    let rest = random();
    const [label, share] = labels.find(([, share]) => (rest -= share) < 0) ?? ["Person", shares.Person];
    return `${label.toLowerCase()}-${Math.floor(random() * Math.floor(entities * share))}`;
  });
}

/** Pairs of different people. */
export function somePairs({ entities }: GraphSize, count: number): { from: string; to: string }[] {
  const random = seededRandom(2);
  const person = () => `person-${Math.floor(random() * Math.floor(entities * shares.Person))}`;
  return Array.from({ length: count }, () => ({ from: person(), to: person() })).filter(({ from, to }) => from !== to);
}
