/** Taking back what expansions of a node brought, as the steps tell it. */
import type { Explorer } from "../explorer.ts";
import { dropNodes, isOnScreen } from "../view/graph.ts";
import { type Context, endStep } from "./context.ts";
import { isRuled } from "../view/question-view.ts";
import { layOutView } from "./laying-out.ts";
import { listSteps } from "./steps.ts";

const isExpansion = (id: string | null) => id === "said.expanded" || id === "said.expandedInPart";

/**
 * Ids of what expansions of a node brought and what is still there. What was moved by hand, was expanded itself, or
 * belongs to the path that is shown has become more than that, and stays.
 */
export function broughtBy(explorer: Pick<Explorer, "graph" | "store" | "listSteps">, id: string): string[] {
  const { graph, store } = explorer;
  const { views, now } = explorer.listSteps();
  const { path, hidden } = store.getState();
  const brought = new Set<string>();
  const hubs = new Set<string>([id]);
  for (const [index, { step, graph: after }] of views.slice(0, now + 1).entries()) {
    const [hub] = step?.nodes ?? [];
    if (hub === undefined || !isExpansion(step?.id ?? null)) continue;
    hubs.add(hub);
    const before = views[index - 1]?.graph.nodes;
    if (hub === id) for (const each of after.nodes.keys()) if (before?.has(each) === false) brought.add(each);
  }
  return [...brought].filter(
    (each) =>
      graph.hasNode(each) &&
      !hidden.has(each) &&
      !hubs.has(each) &&
      !graph.getNodeAttribute(each, "pinned") &&
      path?.nodes.has(each) !== true,
  );
}

/** Takes them out of the view again, in one step. Where a place has a meaning the others move up, as they made room before. */
export async function collapseNode(context: Context, id: string): Promise<void> {
  const { store, graph } = context;
  const leaving = broughtBy({ graph, store, listSteps: () => listSteps(context) }, id);
  if (leaving.length === 0) return;
  context.camera.glide?.();
  dropNodes(graph, leaving);
  const { selected } = store.getState();
  store.setState({ hovered: null, selected: isOnScreen(context.graph, selected) ? selected : null });
  if (isRuled(store.getState()) && !(await layOutView(context))) return;
  endStep(context, "said.collapsed", { count: leaving.length }, { nodes: [id] });
}
