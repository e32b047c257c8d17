/** What grows and shrinks the view: expanding with a preview, adding one entity, hiding. */
import { type EntityDetail, type NeighborCounts, mostIds } from "../../schema/api.ts";
import type { Subgraph } from "../../schema/graph.ts";
import { Id } from "../../schema/fact.ts";
import { isGroup, withMembers } from "../view/groups.ts";
import { mergeSubgraph } from "../view/graph.ts";
import type { Target } from "../store.ts";
import { timeQuery } from "../view/time.ts";
import { type Context, attempt, endStep, workOut } from "./context.ts";

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
  const { nodes } = await api.getSubgraph([...new Set(missing)].slice(0, mostIds.asked));
  store.setState(({ mentioned: before }) => ({
    mentioned: { ...before, ...Object.fromEntries(nodes.map((node) => [node.id, node])) },
  }));
}

/** Asks once for what is known of an entity, and keeps it. */
export async function loadDetail(context: Context, id: string): Promise<void> {
  const { store, api } = context;
  if (isGroup(id) || store.getState().details[id] !== undefined) return;
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

export async function previewExpansion(
  context: Context,
  id: string,
  withoutKinds: readonly string[] = [],
): Promise<NeighborCounts | null> {
  const isWhole = withoutKinds.length === 0;
  if (isGroup(id)) return null;
  const known = context.store.getState().previews[id];
  if (known !== undefined && isWhole) return known;
  return attempt(
    context,
    async () => {
      const { time } = context.store.getState();
      const counts = await context.api.countNeighbors(id, { ...timeQuery(time), withoutKinds });
      if (context.store.getState().time !== time) return null;
      if (isWhole) context.store.setState(({ previews }) => ({ previews: { ...previews, [id]: counts } }));
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

/** Newcomers with every relationship that joins them to each other and to what is on screen. */
export async function joinToScreen(context: Context, ids: readonly string[]): Promise<Subgraph> {
  const arriving = new Set(ids);
  const present = context.graph.nodes().filter((id) => !arriving.has(id) && !isGroup(id));
  // Few newcomers are joined to those here some hundred at a time, so that what is here already is hardly sent again.
  const most = ids.length <= mostIds.asked / 2 ? mostIds.asked : mostIds.posted;
  const room = Math.max(1, most - ids.length);
  const parts = Array.from({ length: Math.max(1, Math.ceil(present.length / room)) }, (_, part) =>
    context.api.getSubgraph([...ids, ...present.slice(part * room, (part + 1) * room)]),
  );
  const found = await Promise.all(parts);
  return {
    nodes: found[0]?.nodes.filter((node) => arriving.has(node.id)) ?? [],
    relationships: found
      .flatMap(({ relationships }) => relationships)
      .filter(({ start, end }) => arriving.has(start) || arriving.has(end)),
  };
}

/** Likewise, when their places can be had at once. */
export async function bringNewcomers(context: Context, ids: readonly string[]): Promise<Subgraph> {
  const { arrange, store, graph, placing } = context;
  const coming = await joinToScreen(context, ids);
  await workOut(arrange.readyNewcomers(store.getState(), graph, coming, placing.signal));
  return coming;
}

export function unhide(context: Context, ids: readonly string[]): void {
  const { hidden } = context.store.getState();
  if (!ids.some((id) => hidden.has(id))) return;
  context.store.setState({ hidden: new Set([...hidden].filter((id) => !ids.includes(id))) });
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
      const subgraph = missing.length === 0 ? null : await bringNewcomers(context, missing);
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
  const leaving = new Set(withMembers(graph, ids).filter((id) => graph.hasNode(id) && !hidden.has(id)));
  if (leaving.size === 0) return;
  const isGone = ({ kind, id }: Target) =>
    kind === "node"
      ? withMembers(graph, [id]).every((each) => leaving.has(each))
      : graph.extremities(id).some((end) => leaving.has(end));
  const gone = selected !== null && isGone(selected);
  store.setState({ hidden: new Set([...hidden, ...leaving]), hovered: null, ...(gone ? { selected: null } : {}) });
  endStep(context, "said.hidden", undefined, { nodes: [...leaving] });
}

export function showHidden(context: Context): void {
  if (context.store.getState().hidden.size === 0) return;
  context.store.setState({ hidden: new Set() });
  endStep(context, "said.shownAgain");
}
