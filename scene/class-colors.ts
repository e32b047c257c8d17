/** Colors for classes of values: apart for those who see colors differently, and clear of the ground. */
import type { Palette } from "./colors.ts";

interface ClassColors {
  /** For values without an order, the most frequent first. */
  categories: readonly string[];
  /** From the least to the most. */
  ramp: readonly string[];
}

const onLight: ClassColors = {
  categories: ["#1457B4", "#A98C3F", "#8A0004", "#4B99B2", "#9363FC", "#965F4E", "#55182B", "#0B01A5"],
  ramp: ["#4C94B8", "#2F79A3", "#1E5E88", "#12436A", "#08294A"],
};

export const classColors: Readonly<Record<Palette, ClassColors>> = {
  light: onLight,
  dark: {
    categories: ["#7BDFFE", "#A0520E", "#B2E65B", "#D66FFF", "#529367", "#F6CBB7", "#9C9F34", "#754DC9"],
    ramp: ["#3F7296", "#5491B6", "#77B1D3", "#A6D1EA", "#DDF1FC"],
  },
  print: onLight,
};

/** A color of the ramp for one of so many classes: the ends are always the ramp's own. */
export function rampColor(ramp: readonly string[], index: number, count: number): string {
  const at = count < 2 ? ramp.length - 1 : Math.round((index * (ramp.length - 1)) / (count - 1));
  return ramp[at] ?? "";
}
