/** The tokens of the look as CSS variables. */
import { tokens } from "../../scene/colors.ts";
import type { Theme } from "../store.ts";

export { type Tokens, mix, sans, serif, tokens } from "../../scene/colors.ts";

/** Every token as a CSS custom property: `--bg`, `--family-people`, `--thread-1` … */
export function cssVariables(theme: Theme): Record<string, string> {
  const { family, threads, both, ...plain } = tokens[theme];
  const variables: Record<string, string> = { "--thread-both": both };
  for (const [i, color] of threads.entries()) variables[`--thread-${i + 1}`] = color;
  for (const [name, color] of Object.entries(plain)) variables[`--${name}`] = color;
  for (const [name, color] of Object.entries(family)) variables[`--family-${name}`] = color;
  return variables;
}

/** Writes the variables, and the theme's name as `data-theme`, on an element: the document's root. */
export function applyTheme(theme: Theme, root: HTMLElement): void {
  for (const [name, color] of Object.entries(cssVariables(theme))) root.style.setProperty(name, color);
  root.dataset["theme"] = theme;
  root.style.colorScheme = theme;
}
