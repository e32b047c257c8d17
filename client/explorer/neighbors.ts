/** What grows and shrinks the view: expanding with a preview, adding one entity, hiding. */
import type { EntityDetail, NeighborCounts } from "../../schema/api.ts";
import type { GraphNode, Subgraph } from "../../schema/graph.ts";
import { Id } from "../../schema/fact.ts";
import type { ExpandOptions } from "../explorer.ts";
import { dropNodes, mergeSubgraph } from "../graph.ts";
import type { Target } from "../store.ts";
import { timeQuery } from "../time.ts";
import { type Context, announce, attempt, endStep } from "./context.ts";

/** How many neighbors one expansion adds at most. */
export const expansionSize = 20;
const pageSize = 100;
const mostPages = 20;
/** The server takes no more ids at once. */
const mostIds = 500;

/** Who said something, where that is an entity's id and not a name. */
function saidBy({ claims, observations, rivals }: EntityDetail): string[] {
  const all = [
    ...[...claims, ...rivals.relationships].map(({ relationship }) => relationship.properties),
    ...[...observations, ...rivals.observations].map(({ properties }) => properties),
  ];
  return all.flatMap((properties) => Id.safeParse(properties["saidBy"]).data ?? []);
}

/** Entities that are named by id alone: what rival claims are about, and who said something. */
async function loadMentioned(context: Context, detail: EntityDetail): Promise<void> {
  const { store, graph, api } = context;
  const { details, mentioned } = store.getState();
  const { rivals } = detail;
  const named = new Set(rivals.relationships.map(({ neighbor }) => neighbor.id));
  const ends = rivals.relationships.flatMap(({ relationship }) => [relationship.start, relationship.end]);
  const missing = [...ends, ...rivals.observations.map(({ entity }) => entity), ...saidBy(detail)].filter(
    (id) => !named.has(id) && !graph.hasNode(id) && details[id] === undefined && mentioned[id] === undefined,
  );
  if (missing.length === 0) return;
  const { nodes } = await api.getSubgraph([...new Set(missing)].slice(0, mostIds));
  store.setState(({ mentioned: before }) => ({
    mentioned: { ...before, ...Object.fromEntries(nodes.map((node) => [node.id, node])) },
  }));
}

/** Asks once for what is known of an entity, and keeps it. */
export async function loadDetail(context: Context, id: string): Promise<void> {
  const { store, api } = context;
  if (store.getState().details[id] !== undefined) return;
  await attempt(
    context,
    async () => {
      const detail = await api.getNode(id);
      store.setState(({ details }) => ({ details: { ...details, [id]: detail } }));
      await loadMentioned(context, detail);
    },
    () => learnOf(context, id),
  );
}

export async function listDocuments(context: Context): Promise<void> {
  const { store, api } = context;
  if (store.getState().documents !== null) return;
  await attempt(
    context,
    async () => {
      const { documents } = await api.listDocuments();
      store.setState({ documents: Object.fromEntries(documents.map(({ node }) => [node.id, node])) });
    },
    () => void listDocuments(context),
  );
}

export async function previewExpansion(context: Context, id: string): Promise<NeighborCounts | null> {
  const known = context.store.getState().previews[id];
  if (known !== undefined) return known;
  return attempt(
    context,
    async () => {
      const { time } = context.store.getState();
      const counts = await context.api.countNeighbors(id, timeQuery(time));
      if (context.store.getState().time !== time) return null;
      context.store.setState(({ previews }) => ({ previews: { ...previews, [id]: counts } }));
      return counts;
    },
    () => learnOf(context, id),
  );
}

/** Asks for what the inspector shows of an entity: both again where either failed. */
export function learnOf(context: Context, id: string): void {
  void loadDetail(context, id);
  void previewExpansion(context, id);
}

/** The first neighbors, in the server's order, that are not on screen or were hidden by hand. */
async function findNewcomers(context: Context, id: string, options: ExpandOptions): Promise<GraphNode[]> {
  const newcomers = new Map<string, GraphNode>();
  const { hidden, time } = context.store.getState();
  let cursor: string | null = null;
  for (let page = 0; page < mostPages && newcomers.size < expansionSize; page += 1) {
    const found = await context.api.expandNode(id, {
      ...options,
      ...timeQuery(time),
      limit: pageSize,
      ...(cursor === null ? {} : { cursor }),
    });
    for (const node of found.subgraph.nodes) {
      const isNew = node.id !== id && (!context.graph.hasNode(node.id) || hidden.has(node.id));
      if (isNew && newcomers.size < expansionSize) newcomers.set(node.id, node);
    }
    cursor = found.nextCursor;
    if (cursor === null) break;
  }
  return [...newcomers.values()];
}

/** Newcomers with every relationship that joins them to each other and to what is on screen. */
export async function joinToScreen(context: Context, ids: readonly string[]): Promise<Subgraph> {
  const arriving = new Set(ids);
  const present = context.graph.nodes().filter((id) => !arriving.has(id));
  const subgraph = await context.api.getSubgraph([...ids, ...present].slice(0, mostIds));
  return {
    nodes: subgraph.nodes.filter((node) => arriving.has(node.id)),
    relationships: subgraph.relationships.filter(({ start, end }) => arriving.has(start) || arriving.has(end)),
  };
}

function unhide(context: Context, ids: readonly string[]): void {
  const { hidden } = context.store.getState();
  if (!ids.some((id) => hidden.has(id))) return;
  context.store.setState({ hidden: new Set([...hidden].filter((id) => !ids.includes(id))) });
}

export async function expandNode(context: Context, id: string, options: ExpandOptions = {}): Promise<void> {
  const { opening } = context;
  const retry = () => void expandNode(context, id, options);
  await attempt(
    context,
    async () => {
      const newcomers = await findNewcomers(context, id, options);
      const ids = newcomers.map((node) => node.id);
      const subgraph = ids.length === 0 ? null : await joinToScreen(context, ids);
      if (opening !== context.opening || !context.graph.hasNode(id)) return;
      if (subgraph === null) return announce(context, "said.nothingToExpand");
      unhide(context, ids);
      const added = mergeSubgraph(context.graph, subgraph);
      const waiting = context.arrange.placeNewcomers(context.store.getState(), context.graph, id, added);
      dropNodes(context.graph, waiting);
      const count = ids.length - waiting.length;
      if (count === 0) return announce(context, "said.noRoom");
      const words = waiting.length === 0 ? "said.expanded" : "said.expandedInPart";
      endStep(context, words, { count, waiting: waiting.length }, { nodes: [id] });
    },
    retry,
  );
}

/** The node on screen beside which an entity belongs: its best joined neighbor, else what is selected, else any. */
function anchorOf(context: Context, id: string): string | undefined {
  const { graph, store } = context;
  const neighbors = graph.neighbors(id).filter((neighbor) => graph.getNodeAttribute(neighbor, "placed"));
  const best = neighbors.toSorted((a, b) => graph.degree(b) - graph.degree(a) || (a < b ? -1 : 1))[0];
  const { selected } = store.getState();
  if (best !== undefined) return best;
  if (selected?.kind === "node" && graph.hasNode(selected.id)) return selected.id;
  return graph.findNode((_, { placed }) => placed);
}

/** Places a newcomer that someone asked for by name: it always gets a place, if need be in the middle. */
export function placeAnyway(context: Context, id: string, around: string | undefined = anchorOf(context, id)): void {
  const { graph, store, arrange } = context;
  const waiting = around === undefined ? [id] : arrange.placeNewcomers(store.getState(), graph, around, [id]);
  if (waiting.length === 0) return;
  const { width, height } = store.getState().stage;
  graph.mergeNodeAttributes(id, { x: width / 2, y: graph.order === 1 ? height / 2 : height - 28, placed: true });
}

/** Adds an entity that is not on screen; gives back whether it is there now. */
export const addNode = (context: Context, id: string): Promise<boolean> => addNodes(context, [id]);

/** Adds in one step what of these is not on screen; gives back whether all are there now. */
export async function addNodes(context: Context, ids: readonly string[]): Promise<boolean> {
  const { graph, opening } = context;
  const { hidden } = context.store.getState();
  const missing = ids.filter((id) => !graph.hasNode(id));
  if (missing.length === 0 && !ids.some((id) => hidden.has(id))) return true;
  const done = await attempt(
    context,
    async () => {
      const subgraph = missing.length === 0 ? null : await joinToScreen(context, missing);
      if (opening !== context.opening) return false;
      unhide(context, ids);
      if (subgraph !== null) for (const added of mergeSubgraph(graph, subgraph)) placeAnyway(context, added);
      if (!ids.some((id) => graph.hasNode(id))) return false;
      endStep(context, "said.added", undefined, { nodes: ids });
      return ids.every((id) => graph.hasNode(id));
    },
    () => void addNodes(context, ids),
  );
  return done ?? false;
}

export function hideNodes(context: Context, ids: readonly string[]): void {
  const { store, graph } = context;
  const { hidden, selected } = store.getState();
  const leaving = new Set(ids.filter((id) => graph.hasNode(id) && !hidden.has(id)));
  if (leaving.size === 0) return;
  const isGone = ({ kind, id }: Target) =>
    kind === "node" ? leaving.has(id) : graph.extremities(id).some((end) => leaving.has(end));
  const gone = selected !== null && isGone(selected);
  store.setState({ hidden: new Set([...hidden, ...leaving]), hovered: null, ...(gone ? { selected: null } : {}) });
  endStep(context, "said.hidden", undefined, { nodes: [...leaving] });
}

export function showHidden(context: Context): void {
  if (context.store.getState().hidden.size === 0) return;
  context.store.setState({ hidden: new Set() });
  endStep(context, "said.shownAgain");
}
