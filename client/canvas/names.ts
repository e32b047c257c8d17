/** How a node's name is shown: how far from its mark, and cut short where it is long. Pure. */
import type { NodeAppearance } from "./appearance-types.ts";
import { type Measure, cutTo, widestName } from "./text.ts";

/** Free pixels between mark and name: more beside the ring of what is selected. */
export const gapOf = ({ ring }: Pick<NodeAppearance, "ring">): number => (ring === null ? 6 : 10);

/** A long name is cut short unless it is selected or under the pointer. */
export function shownText(
  { name, forced }: Pick<NodeAppearance, "name" | "forced">,
  measure: Measure,
  widest = widestName,
): string {
  const text = forced ? name.text : cutTo(name.text, widest, (part) => measure(part, name.kind, name.language));
  return text + (name.tail ?? "");
}

/** What is shown after a name whose year is known. */
export const yearTail = (year: number | undefined): string | undefined =>
  year === undefined ? undefined : ` · ${year}`;
