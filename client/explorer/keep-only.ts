/** One of several filters of the key, with the others hidden. */
import type { FilterKind } from "../store.ts";
import { type Context, endStep } from "./context.ts";

/** Hides all keys of a kind but one; where it alone is left, shows all of them again. */
export function keepOnly(context: Context, kind: FilterKind, key: string, among: readonly string[]): void {
  const { filters } = context.store.getState();
  const now = filters[kind];
  const others = among.filter((each) => each !== key);
  const isAlone = now[key] === undefined && others.every((each) => now[each] === "hide");
  const kept = Object.entries(now).filter(([each]) => !among.includes(each));
  const hidden = isAlone ? [] : others.map((each) => [each, "hide"] as const);
  context.store.setState({ filters: { ...filters, [kind]: Object.fromEntries([...kept, ...hidden]) } });
  endStep(context, isAlone ? "said.filterAll" : "said.filterOnly", undefined, { filter: { kind, key } });
}
