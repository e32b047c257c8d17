/** Expanding a node: the best connected of the neighbors that are wanted and not on screen, so many at a time. */
import type { GraphNode } from "../../schema/graph.ts";
import { kindsOf } from "../view/expansion.ts";
import { dropNodes, mergeSubgraph } from "../view/graph.ts";
import { type ExpansionChoice, usualExpansion } from "../store.ts";
import { timeQuery } from "../view/time.ts";
import { type Context, announce, attempt, endStep } from "./context.ts";
import { bringNewcomers, unhide } from "./neighbors.ts";

const pageSize = 100;
const mostPages = 20;

/** The first neighbors, in the server's order, that are not on screen or were hidden by hand. */
async function findNewcomers(
  context: Context,
  id: string,
  { withoutKinds, most }: ExpansionChoice,
): Promise<GraphNode[]> {
  const newcomers = new Map<string, GraphNode>();
  const { hidden, time } = context.store.getState();
  let cursor: string | null = null;
  for (let page = 0; page < mostPages && newcomers.size < most; page += 1) {
    const found = await context.api.expandNode(id, {
      withoutKinds,
      ...timeQuery(time),
      limit: pageSize,
      ...(cursor === null ? {} : { cursor }),
    });
    for (const node of found.subgraph.nodes) {
      const isNew = node.id !== id && (!context.graph.hasNode(node.id) || hidden.has(node.id));
      if (isNew && newcomers.size < most) newcomers.set(node.id, node);
    }
    cursor = found.nextCursor;
    if (cursor === null) break;
  }
  return [...newcomers.values()];
}

/** Kinds among those wanted that join newcomers to the node, in their order. */
function kindsBrought({ graph }: Context, id: string, ids: readonly string[], without: readonly string[]): string[] {
  const kinds = ids.flatMap((other) =>
    graph.hasNode(other)
      ? graph.mapEdges(id, other, (_, { relationship }) =>
          kindsOf(relationship, graph.getNodeAttribute(other, "node"), id),
        )
      : [],
  );
  return [...new Set(kinds.flat())].filter((kind) => !without.includes(kind));
}

/** Remembers a choice until another is made; the usual one needs no remembering. */
function remember({ store }: Context, id: string, choice: ExpansionChoice): void {
  const { [id]: _before, ...others } = store.getState().expansions;
  const isUsual = choice.withoutKinds.length === 0 && choice.most === usualExpansion.most;
  store.setState({ expansions: isUsual ? others : { ...others, [id]: choice } });
}

/** Goes on with the choice of the time before, but for what is said otherwise. */
export async function expandNode(
  context: Context,
  id: string,
  change: Partial<ExpansionChoice> | undefined,
): Promise<void> {
  const { opening, store, graph } = context;
  const choice = { ...(store.getState().expansions[id] ?? usualExpansion), ...change };
  const { withoutKinds } = choice;
  const isNarrowed = withoutKinds.length > 0;
  await attempt(
    context,
    async () => {
      const ids = (await findNewcomers(context, id, choice)).map((node) => node.id);
      const subgraph = ids.length === 0 ? null : await bringNewcomers(context, ids);
      if (opening !== context.opening || !graph.hasNode(id)) return;
      if (subgraph === null) return announce(context, isNarrowed ? "said.nothingChosen" : "said.nothingToExpand");
      unhide(context, ids);
      const added = mergeSubgraph(graph, subgraph);
      const waiting = context.arrange.placeNewcomers(store.getState(), graph, id, added);
      dropNodes(graph, waiting);
      const count = ids.length - waiting.length;
      if (count === 0) return announce(context, "said.noRoom");
      remember(context, id, choice);
      const words = waiting.length === 0 ? "said.expanded" : "said.expandedInPart";
      const about = isNarrowed ? { kinds: kindsBrought(context, id, ids, withoutKinds) } : {};
      endStep(context, words, { count, waiting: waiting.length }, { nodes: [id], ...about });
    },
    () => void expandNode(context, id, change),
  );
}
