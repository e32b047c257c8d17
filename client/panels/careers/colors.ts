/** One color for each organization in view: the threads of the question first, then a palette of well apart hues. */
import type { OwnLooks } from "../../choices.ts";
import type { Theme } from "../../store.ts";
import { tokens } from "../../page/theme.ts";
import { ownColor } from "../../style/engine.ts";

/** Apart from the first two threads, in either theme at least 3 : 1 against the background. */
const palette: Readonly<Record<Theme, readonly string[]>> = {
  light: ["#2C6AA0", "#8A5A9E", "#5B7A1F", "#B0476B", "#8A6A1C", "#2F7F86", "#6F5F52", "#4F56A8"],
  dark: ["#6FAEE6", "#C39AD6", "#A3C25B", "#E58BA9", "#D2B45A", "#63C2C9", "#B9A796", "#9AA2F0"],
};

/** Colors by organization: the most frequent first, so that those beyond the palette are the rare ones. */
export function organizationColors(
  organizations: readonly string[],
  threads: readonly string[],
  theme: Theme,
  own: OwnLooks,
): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  for (const id of organizations) counts.set(id, (counts.get(id) ?? 0) + 1);
  const ranked = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([id]) => id);
  const { threads: threadColors, quiet } = tokens[theme];
  const colors = new Map<string, string>();
  for (const [index, id] of threads.slice(0, threadColors.length).entries())
    colors.set(id, ownColor(own, `thread=${id}`, tokens[theme]) ?? threadColors[index] ?? quiet);
  let next = 0;
  for (const id of ranked) if (!colors.has(id)) colors.set(id, palette[theme][next++] ?? quiet);
  return colors;
}
