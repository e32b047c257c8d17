/** Colors for classes of values: apart for those who see colors differently, and clear of the ground. */
import type { Palette } from "./colors.ts";
import type { Hue } from "./hues.ts";

interface ClassColors {
  /** For values without an order, the most frequent first. */
  categories: readonly string[];
  /** From the least to the most. */
  ramp: readonly string[];
  /** The same for lines, so that neither is taken for what the marks show. */
  lineRamp: readonly string[];
}

const onLight: ClassColors = {
  categories: ["#1457B4", "#A98C3F", "#8A0004", "#4B99B2", "#9363FC", "#965F4E", "#55182B", "#0B01A5"],
  ramp: ["#4C94B8", "#2F79A3", "#1E5E88", "#12436A", "#08294A"],
  lineRamp: ["#BE831C", "#986A1F", "#73521E", "#503A1B", "#2F2416"],
};

export const classColors: Readonly<Record<Palette, ClassColors>> = {
  light: onLight,
  dark: {
    categories: ["#7BDFFE", "#A0520E", "#B2E65B", "#D66FFF", "#529367", "#F6CBB7", "#9C9F34", "#754DC9"],
    ramp: ["#3F7296", "#5491B6", "#77B1D3", "#A6D1EA", "#DDF1FC"],
    lineRamp: ["#B13E06", "#C66948", "#DA9279", "#EBBAA8", "#FBE2D9"],
  },
  print: onLight,
};

const huesOnLight: Readonly<Record<Hue, string>> = {
  red: "#952132",
  orange: "#AC580B",
  yellow: "#B18A08",
  green: "#54884F",
  teal: "#3E9E9B",
  blue: "#003D95",
  violet: "#8F5DFD",
  pink: "#E4558B",
  brown: "#512202",
  grey: "#686560",
};

/** What a person can choose from: each as its name says in every palette, and all apart. */
export const hues: Readonly<Record<Palette, Readonly<Record<Hue, string>>>> = {
  light: huesOnLight,
  dark: {
    red: "#D3260E",
    orange: "#F0760E",
    yellow: "#F8EF59",
    green: "#8BC97C",
    teal: "#75F5F2",
    blue: "#5F95E1",
    violet: "#7358CB",
    pink: "#FE9CBD",
    brown: "#8F6653",
    grey: "#878786",
  },
  print: huesOnLight,
};

/** A color of the ramp for one of so many classes: the ends are always the ramp's own. */
export function rampColor(ramp: readonly string[], index: number, count: number): string {
  const at = count < 2 ? ramp.length - 1 : Math.round((index * (ramp.length - 1)) / (count - 1));
  return ramp[at] ?? "";
}
