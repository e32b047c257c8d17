/** The colors of the look, on screen and on paper, and the faces of its text. */
import type { Family } from "../schema/vocabulary.ts";

/** `print` is for paper: a white ground and darker lines. */
export const palettes = ["light", "dark", "print"] as const;
export type Palette = (typeof palettes)[number];

/** Colors as hex: Sigma turns `oklch()` and `var()` into black without a word. */
export interface Tokens {
  bg: string;
  surface: string;
  sunken: string;
  ink: string;
  ink2: string;
  ink3: string;
  line: string;
  edge: string;
  quiet: string;
  accent: string;
  /** Color of a node's family, in free exploration. */
  family: Readonly<Record<Family, string>>;
  /** Colors of who came from the first origin, the second, and so on; those beyond are quiet. */
  threads: readonly [string, string, string, string];
  /** Color of who came from more than one origin. */
  both: string;
}

export const tokens: Readonly<Record<Palette, Tokens>> = {
  light: {
    bg: "#FBFAF7",
    surface: "#FFFFFF",
    sunken: "#F2F0EA",
    ink: "#1B1D21",
    ink2: "#50545B",
    ink3: "#666A71",
    line: "#DFDBD2",
    edge: "#8F8B84",
    quiet: "#8B8883",
    accent: "#2F3BE0",
    family: { people: "#A32A16", orgs: "#2C4270", money: "#AB7D24", made: "#2B9690", context: "#6A665E" },
    threads: ["#0B6350", "#D26A14", "#0A8FD1", "#760A03"],
    both: "#5A1668",
  },
  dark: {
    bg: "#15171B",
    surface: "#1C1F24",
    sunken: "#101215",
    ink: "#EFEDE7",
    ink2: "#B4B8BE",
    ink3: "#90959C",
    line: "#30343B",
    edge: "#747980",
    quiet: "#717779",
    accent: "#AEB4FF",
    family: { people: "#E0653A", orgs: "#4C93DB", money: "#DDCF58", made: "#6BE3D3", context: "#8A8986" },
    threads: ["#86DFC0", "#EA8A1E", "#386CA0", "#C4473A"],
    both: "#B78FF0",
  },
  print: {
    bg: "#FFFFFF",
    surface: "#FFFFFF",
    sunken: "#F6F6F6",
    ink: "#000000",
    ink2: "#3C3F45",
    ink3: "#55585E",
    line: "#CFCFCF",
    edge: "#77746F",
    quiet: "#8B8883",
    accent: "#2F3BE0",
    family: { people: "#A32A16", orgs: "#2C4270", money: "#AB7D24", made: "#2B9690", context: "#6A665E" },
    threads: ["#0B6350", "#D26A14", "#0A8FD1", "#760A03"],
    both: "#5A1668",
  },
};

/** Mixed before, by share and by what was mixed into: thousands of marks and lines have few colors. */
const known = new Map<number, Map<string, Map<string, string>>>();

/** Mixes a color into another: `share` 0 leaves it, 1 gives the other. For dimming, as alpha shines when premultiplied. */
export function mix(color: string, into: string, share: number): string {
  if (share === 0) return color;
  const alike = known.get(share)?.get(into);
  const before = alike?.get(color);
  if (before !== undefined) return before;
  const channel = (hex: string, at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
  const mixed = [1, 3, 5].map((at) => Math.round(channel(color, at) * (1 - share) + channel(into, at) * share));
  const now = `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
  if (alike) alike.set(color, now);
  else known.set(share, new Map(known.get(share)).set(into, new Map([[color, now]])));
  return now;
}

const sansTail = "system-ui,sans-serif";
const serifTail = "Georgia,serif";

/** Font families by language: Latin from our own files, Chinese from the system. */
export const sans = {
  en: `"Inter Variable",${sansTail}`,
  "zh-Hant": `"Inter Variable","PingFang TC","Microsoft JhengHei","Noto Sans TC","Noto Sans CJK TC",${sansTail}`,
  "zh-Hans": `"Inter Variable","PingFang SC","Microsoft YaHei","Noto Sans SC","Noto Sans CJK SC",${sansTail}`,
} as const;

export const serif = {
  en: `"Source Serif 4 Variable",${serifTail}`,
  "zh-Hant": `"Source Serif 4 Variable","Songti TC","Noto Serif TC","Noto Serif CJK TC",${serifTail}`,
  "zh-Hans": `"Source Serif 4 Variable","Songti SC","Noto Serif SC","Noto Serif CJK SC",${serifTail}`,
} as const;
