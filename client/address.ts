/** Keeps the address bar in step with the view: a question is a page to go back to, smaller steps replace it. */
import type { Explorer } from "./explorer.ts";
import { layoutOf } from "./explorer/questions.ts";
import { changesOf } from "./graph-changes.ts";
import { groupsIn, isGroup, membersOf } from "./groups.ts";
import type { LinkedGroup } from "./permalink/groups.ts";
import { type LinkedView, writeLink } from "./permalink.ts";
import { type ExplorerState, isManySelected } from "./store.ts";
import { isRuled } from "./question-view.ts";

/** A group as a link has it. */
function linkedGroup(graph: Explorer["graph"], id: string): LinkedGroup {
  const { x, y, pinned } = graph.getNodeAttributes(id);
  const [, kind, ...key] = id.split(":");
  return { kind: kind as LinkedGroup["kind"], key: key.join(":"), x, y, pinned, members: membersOf(graph, id) };
}

type Places = Pick<LinkedView, "added" | "moved" | "laid">;
const places = new WeakMap<Explorer["graph"], { keys: readonly unknown[]; value: Places }>();

/** Where nodes lie; the same lists as before while none has moved, as with thousands each step and selection asks. */
function placesIn(state: ExplorerState, graph: Explorer["graph"]): Places {
  const { answer, layout } = state;
  const keys = [changesOf(graph).nodes, answer, layout];
  const before = places.get(graph);
  if (before?.keys.every((key, i) => key === keys[i])) return before.value;
  const answered = new Set(answer?.subgraph.nodes.map(({ id }) => id));
  // In order of id, so that one view has one link however it came about.
  const placed = graph.filterNodes((id, attributes) => attributes.placed && !isGroup(id)).toSorted();
  const place = (id: string) => ({ id, x: graph.getNodeAttribute(id, "x"), y: graph.getNodeAttribute(id, "y") });
  const added = placed.filter((id) => !answered.has(id)).map(place);
  const moved = placed.filter((id) => graph.getNodeAttribute(id, "pinned")).map(place);
  // What was laid out together with added nodes cannot be laid out again from the question alone.
  const isMixed = layout !== "columns" && !isRuled(state) && added.length > 0;
  const laid = isMixed
    ? placed.filter((id) => answered.has(id) && !graph.getNodeAttribute(id, "pinned")).map(place)
    : [];
  const value = { added, moved, laid };
  places.set(graph, { keys, value });
  return value;
}

/** What of the present view goes into a link. */
export function linkedView({ store, graph }: Pick<Explorer, "store" | "graph">): LinkedView {
  const state = store.getState();
  const { answer, paths, layout } = state;
  const { added, moved, laid } = placesIn(state, graph);
  const usual = layoutOf(answer);
  return {
    question: answer === null ? null : { id: answer.question, parameters: answer.parameters },
    free: answer === null,
    added,
    moved,
    laid,
    hidden: [...state.hidden].toSorted(),
    filters: state.filters,
    selected: state.selected,
    also: isManySelected(state) ? [...state.alsoSelected].filter((id) => id !== state.selected?.id).toSorted() : [],
    path: paths === null ? null : { ends: paths.ends, options: paths.options, shown: paths.shown },
    expansions: Object.fromEntries(Object.entries(state.expansions).filter(([id]) => graph.hasNode(id))),
    groups: groupsIn(graph)
      .toSorted()
      .map((id) => linkedGroup(graph, id)),
    overlaps: state.overlaps?.ids ?? [],
    layout: layout === usual ? null : layout,
    around: layout === "radial" || layout === "columns" ? state.around : [],
    time: state.time,
    style: state.style,
    dock: state.dock === "cypher" && state.cypher.query.trim() !== "" ? null : state.dock,
    showUndrawn: state.showUndrawn,
    cypher: state.dock === "cypher" && state.cypher.query.trim() !== "" ? state.cypher : null,
    stage: added.length + moved.length + groupsIn(graph).length > 0 ? state.stage : null,
    language: state.language,
  };
}

const shownKeys = [
  "revision",
  "selected",
  "alsoSelected",
  "language",
  "dock",
  "cypher",
] as const satisfies readonly (keyof ExplorerState)[];
const pause = 150;

/** Writes the view into the address bar as it changes, and opens what the browser goes back to. */
export function bindAddressBar(explorer: Explorer, page: Window): () => void {
  const { store } = explorer;
  let opened = store.getState().answer;
  let timer: number | undefined;
  const write = () => {
    timer = undefined;
    const link = writeLink(linkedView(explorer)) || page.location.pathname;
    if (link === page.location.search) return;
    const { answer } = store.getState();
    // The first view and what the browser went back to already have their entry.
    const isNewPage = opened !== null && answer !== opened && !goingBack;
    if (isNewPage) page.history.pushState(null, "", link);
    else page.history.replaceState(null, "", link);
    opened = answer;
    goingBack = false;
  };
  let goingBack = false;
  const stop = store.subscribe((state, before) => {
    if (state.dataset === null || state.revision === 0) return;
    if (shownKeys.some((key) => state[key] !== before[key])) timer ??= page.setTimeout(write, pause);
  });
  const goBack = () => {
    goingBack = true;
    void explorer.openLink(page.location.search);
  };
  page.addEventListener("popstate", goBack);
  return () => {
    stop();
    page.clearTimeout(timer);
    page.removeEventListener("popstate", goBack);
  };
}
