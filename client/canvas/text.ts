/** What of the stage's text depends on the stage. */
export { type Measure, type TextKind, cutTo, fontOf, textStyles } from "../../scene/text.ts";

/** Free bands above and below the rows of columns: for the heads, for names above the first row, for what lies over a phone's foot. */
export const bandsOf = (namesAbove: boolean) => ({ top: namesAbove ? 72 : 52, bottom: namesAbove ? 60 : 22 });

/** Names wider than this are cut short until they are selected or under the pointer. */
export const widestName = 190;

/** How much larger discs and text are on a tall stage, and how much smaller on a narrow one. */
export function stageScale({ width, height }: { width: number; height: number }): number {
  if (width > 0 && width < 480) return 0.94;
  return Math.min(Math.max(height / 640, 1), 1.4);
}
