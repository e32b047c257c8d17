/** What the link of each step tells, by which a reload finds it: none of them packed. */
import type { Context, ViewSnapshot } from "./context.ts";
import { hash } from "../../scene/random.ts";
import { isPartly, readLink } from "../permalink.ts";
import { linkInPart, linkOf } from "./linked-view.ts";

const links = new WeakMap<ViewSnapshot, string>();

/** Notes the link that the step on screen has now. */
export const noteLink = (context: Context): unknown => links.set(context.settled, keyOf(linkOf(context)));

export const linkOfStep = (step: ViewSnapshot): string | null => links.get(step) ?? null;

export const putLink = (step: ViewSnapshot, link: string): unknown => links.set(step, link);

/** A link without what is no step: selection, language, the open panel and the console. */
function viewPart(link: string): string {
  const parts = new URLSearchParams(link);
  for (const name of ["node", "line", "also", "lang", "dock", "cypher", "with"]) parts.delete(name);
  return parts.toString();
}

/** Longer ones are kept as what an address without room for them tells, and a hash of all. */
const longest = 2000;

function keyOf(link: string): string {
  const part = viewPart(link);
  if (part.length <= longest) return part;
  return `${viewPart(linkInPart(readLink(link).view))}#${hash(part).toString(36)}`;
}

/** The kept step whose link the address bar has; the nearest to the present one where several have it. */
export function stepWithLink(
  { steps, now }: { steps: readonly { link: string | null }[]; now: number },
  link: string,
): number | null {
  const [wanted, told] = [keyOf(link), viewPart(link)];
  const isInPart = isPartly(link);
  const fits = (key: string | null) => key === wanted || key === told || (isInPart && key?.split("#")[0] === told);
  const fitting = steps.flatMap((step, index) => (fits(step.link) ? [index] : []));
  return fitting.toSorted((a, b) => Math.abs(a - now) - Math.abs(b - now))[0] ?? null;
}
