/** What only some layouts need to be drawn, once it was read. */
import type * as RowLooks from "./row-looks.ts";

type Looks = Pick<typeof RowLooks, "dockFreely" | "reachOf" | "shownYears" | "wayOf">;

let known: Looks | null = null;

/** Null before `readRowLooks`: until then lines are drawn more simply. */
export const rowLooks = (): Looks | null => known;

export async function readRowLooks(): Promise<void> {
  known ??= await import("./row-looks.ts");
}
