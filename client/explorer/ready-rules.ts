/** Getting ready what a view's style and its filters by value need. */
import type { ExplorerState } from "../store.ts";
import { readRules, usesFigures, usesRules } from "../style/rules.ts";
import type { Context } from "./context.ts";

/** Reads the rules, and the figures of what is on screen, where a view goes by them. */
export async function readyRules(context: Context, view: Pick<ExplorerState, "style" | "filters">): Promise<void> {
  if (!usesRules(view)) return;
  await readRules();
  if (usesFigures(view)) await (await import("./figures.ts")).listFigures(context);
}
