/** Careers and their overlaps: read for the panels, and drawn in the network as relationships derived from stints. */
import type { CareerOverlap, Careers, OverlapAnswer } from "../../schema/careers.ts";
import { type GraphRelationship, isDerived } from "../../schema/graph.ts";
import { mergeSubgraph } from "../view/graph.ts";
import { isBundle } from "../view/groups.ts";
import { type Context, announce, attempt, endStep } from "./context.ts";

/** The server takes so many people at once; and no more are asked about. */
const mostAtOnce = 50;
const mostPeople = 200;
const pageSize = 100;
const mostPages = 10;

const drawnAnswers: readonly OverlapAnswer[] = ["certain", "possible"];

/** The careers of these people, in as many requests as it takes. */
export async function listCareers(
  { api }: Pick<Context, "api">,
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<Careers> {
  const wanted = ids.slice(0, mostPeople);
  const groups = Array.from({ length: Math.ceil(wanted.length / mostAtOnce) }, (_, index) =>
    wanted.slice(index * mostAtOnce, (index + 1) * mostAtOnce),
  );
  const parts = await Promise.all(groups.map((group) => api.listCareers(group, signal)));
  const each = <T extends { id: string }>(lists: readonly T[][]) => [
    ...new Map(lists.flat().map((item) => [item.id, item])).values(),
  ];
  return {
    people: each(parts.map(({ people }) => people)),
    organizations: each(parts.map(({ organizations }) => organizations)),
    stints: each(parts.map(({ stints }) => stints)),
    documents: each(parts.map(({ documents }) => documents)),
  };
}

/** An overlap as a relationship that says that it is derived, from what, and what follows. */
export function derivedFrom({
  id,
  people,
  organization,
  role,
  answer,
  meetings,
  words,
}: CareerOverlap): GraphRelationship {
  const [start, end] = [...people].sort() as [string, string];
  return {
    id,
    type: "OVERLAPPED",
    start,
    end,
    properties: {
      id,
      derived: true,
      answer,
      organization,
      role,
      stints: [...(meetings[0]?.stints ?? [])],
      wordsEn: words.en,
      wordsZhHant: words["zh-Hant"],
      wordsZhHans: words["zh-Hans"],
    },
  };
}

function dropDerived({ graph }: Context): void {
  for (const id of graph.edges())
    if (!isBundle(id) && isDerived(graph.getEdgeAttribute(id, "relationship"))) graph.dropEdge(id);
}

/** Reads the overlaps of these people and draws those between two who are on screen, in place of others; gives back how many. Where there are none nothing changes. */
export async function bringOverlaps(context: Context, ids: readonly string[]): Promise<number | null> {
  const { api, graph, opening, store } = context;
  const found: CareerOverlap[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < mostPages; page += 1) {
    const query = { answers: drawnAnswers, limit: pageSize, ...(cursor === null ? {} : { cursor }) };
    const { overlaps, nextCursor } = await api.findOverlaps(ids, query);
    found.push(...overlaps);
    cursor = nextCursor;
    if (cursor === null) break;
  }
  if (opening !== context.opening) return null;
  const drawn = found.filter(({ people }) => people.every((id) => graph.hasNode(id))).map(derivedFrom);
  if (drawn.length === 0) return 0;
  dropDerived(context);
  mergeSubgraph(graph, { nodes: [], relationships: drawn });
  store.setState({ overlaps: { ids } });
  return drawn.length;
}

export async function drawOverlaps(context: Context, ids: readonly string[]): Promise<void> {
  await attempt(
    context,
    async () => {
      const count = await bringOverlaps(context, ids);
      if (count === 0) announce(context, "said.noOverlaps");
      else if (count !== null) endStep(context, "said.overlapsDrawn", { count });
    },
    () => void drawOverlaps(context, ids),
  );
}

export function hideOverlaps(context: Context): void {
  const { store, graph } = context;
  const { selected, overlaps } = store.getState();
  if (overlaps === null) return;
  const isGone =
    selected?.kind === "relationship" &&
    graph.hasEdge(selected.id) &&
    isDerived(graph.getEdgeAttribute(selected.id, "relationship"));
  dropDerived(context);
  store.setState({ overlaps: null, hovered: null, ...(isGone ? { selected: null } : {}) });
  endStep(context, "said.overlapsHidden");
}
