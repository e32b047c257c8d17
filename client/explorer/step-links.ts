/** The link that each step has in the address bar, by which a reload finds it. */
import type { Context, ViewSnapshot } from "./context.ts";
import { linkOf } from "./linked-view.ts";

const links = new WeakMap<ViewSnapshot, string>();

/** Notes the link that the step on screen has now. */
export const noteLink = (context: Context): unknown => links.set(context.settled, viewPart(linkOf(context)));

export const linkOfStep = (step: ViewSnapshot): string | null => links.get(step) ?? null;

export const putLink = (step: ViewSnapshot, link: string): unknown => links.set(step, link);

/** A link without what is no step: selection, language, the open panel and the console. */
function viewPart(link: string): string {
  const parts = new URLSearchParams(link);
  for (const name of ["node", "line", "also", "lang", "dock", "cypher", "with"]) parts.delete(name);
  return parts.toString();
}

/** The kept step whose link the address bar has; the nearest to the present one where several have it. */
export function stepWithLink(
  { steps, now }: { steps: readonly { link: string | null }[]; now: number },
  link: string,
): number | null {
  const wanted = viewPart(link);
  const fitting = steps.flatMap((step, index) => (step.link === wanted ? [index] : []));
  return fitting.toSorted((a, b) => Math.abs(a - now) - Math.abs(b - now))[0] ?? null;
}
