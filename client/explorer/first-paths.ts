/** The paths that are shown first, before anybody sets a condition. */
import { mainLabel } from "../../schema/graph.ts";
import { typesWithRole } from "../../schema/vocabulary.ts";
import { type PathOptions, type ShownPaths, usualPath } from "../store.ts";
import type { Context } from "./context.ts";
import { askPaths } from "./paths.ts";

/**
 * That two companies compete says little of two people: where a path between people goes by it, another is looked for
 * that does without, and shown with that condition, which can be taken away.
 */
export async function askFirstPaths(
  context: Context,
  ends: readonly string[],
): Promise<{ options: PathOptions; answer: ShownPaths["answer"] }> {
  const answer = await askPaths(context, ends, usualPath);
  const forms = context.store.getState().vocabulary;
  const isPerson = (id: string) => {
    const node = answer.subgraph.nodes.find((each) => each.id === id);
    return node !== undefined && forms?.labels[mainLabel(node)]?.family === "people";
  };
  const rivalries = forms === null ? [] : typesWithRole(forms, "rivalry");
  if (!ends.every(isPerson) || !answer.subgraph.relationships.some(({ type }) => rivalries.includes(type)))
    return { options: usualPath, answer };
  const options = { ...usualPath, withoutTypes: rivalries };
  const without = await askPaths(context, ends, options);
  return without.paths.length > 0 && without.unreached.length <= answer.unreached.length
    ? { options, answer: without }
    : { options: usualPath, answer };
}
