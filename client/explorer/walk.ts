/** Walking the drawing along its relationships by keys, and saying where one is. */
import { type GraphNode, type GraphRelationship, mainLabel, nameOf } from "../../schema/graph.ts";
import { certaintyOf, citationsOf, citedDocuments, rivalsOf } from "../facts/claims.ts";
import { isBundle, isGroup } from "../view/groups.ts";
import type { Target } from "../store.ts";
import { formatInterval } from "../strings/format.ts";
import { say } from "../strings/strings.ts";
import { bundleSizes, drawnAs, groupSizes, parallels, visibleNodes, visibleRelationships } from "../view/visibility.ts";
import { directedCaption, gist } from "../words/wording.ts";
import { type Context, announce } from "./context.ts";
import { isOnScreen } from "../view/graph.ts";
import { select } from "./view.ts";

/** Where each walk stands, and the nodes it came by; selected otherwise, a node has no way back. */
const trails = new WeakMap<Context, { at: string; before: readonly string[] }>();

const wayTo = (context: Context, here: string): readonly string[] => {
  const trail = trails.get(context);
  return trail?.at === here ? trail.before : [];
};

/** How far a page leads. */
const page = 10;

const moves: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => (at === last ? 0 : at + 1),
  ArrowUp: (at, last) => (at <= 0 ? last : at - 1),
  PageDown: (at, last) => Math.min(at + page, last),
  PageUp: (at) => Math.max(at - page, 0),
  Home: () => 0,
  End: (_at, last) => last,
};

/** The drawn lines of a node, by where their other ends stand: from top to bottom, then from left to right. */
function linesOf({ store, graph }: Context, id: string): string[] {
  const drawn = visibleRelationships(store.getState(), graph);
  const place = (line: string) => graph.getNodeAttributes(graph.opposite(id, line));
  return graph
    .filterEdges(id, (line) => drawn.has(line))
    .toSorted((a, b) => {
      const [one, other] = [place(a), place(b)];
      return one.y - other.y || one.x - other.x || (a < b ? -1 : 1);
    });
}

/** Where a walk begins when nothing is selected: the drawn node with the most lines. */
function firstNode({ store, graph }: Context): string | undefined {
  const drawn = [...visibleNodes(store.getState(), graph)];
  return drawn.toSorted((a, b) => graph.degree(b) - graph.degree(a) || (a < b ? -1 : 1))[0];
}

/** Goes to a node and tells of it; the camera follows. */
function arrive(context: Context, id: string): void {
  context.store.setState({ hovered: null });
  select(context, { kind: "node", id });
  context.camera.center(id);
}

/**
 * One key of a walk: up and down choose among the lines of the node one stands at, right or Enter follows the chosen one,
 * left goes back. An empty key tells which there are.
 */
export function walk(context: Context, key: string): void {
  if (key === "") return announce(context, "walk.hint");
  const here = standsAt(context, context.store.getState().selected);
  const move = moves[key];
  if (here === null) begin(context);
  else if (move !== undefined) choose(context, here, key, move);
  else if (key === "ArrowLeft") goBack(context, here);
  else follow(context, here);
}

function begin(context: Context): void {
  const first = firstNode(context);
  if (first === undefined) return;
  trails.delete(context);
  arrive(context, first);
}

function choose(context: Context, here: string, key: string, move: (at: number, last: number) => number): void {
  const { store, graph } = context;
  const { hovered } = store.getState();
  const lines = linesOf(context, here);
  const pointed = hovered?.kind === "relationship" ? lines.indexOf(drawnAs(store.getState(), graph, hovered.id)) : -1;
  const isFirst = pointed < 0 && key !== "ArrowUp" && key !== "End";
  const line = lines[isFirst ? 0 : move(pointed, lines.length - 1)];
  if (line === undefined) return announce(context, "walk.noLines");
  context.store.setState({ hovered: { kind: "relationship", id: line } });
  const words = wordLine(context, line, here);
  announce(context, "walk.line", { at: lines.indexOf(line) + 1, count: lines.length, words });
}

function follow(context: Context, here: string): void {
  const { graph, store } = context;
  const { hovered, pathFrom } = store.getState();
  if (hovered?.kind !== "relationship" || !graph.hasEdge(hovered.id) || !graph.extremities(hovered.id).includes(here))
    return announce(context, "walk.chooseFirst");
  const next = graph.opposite(here, hovered.id);
  if (pathFrom === null) trails.set(context, { at: next, before: [...wayTo(context, here), here] });
  arrive(context, next);
}

/** Back by the way one came, past what is no longer drawn. */
function goBack(context: Context, here: string): void {
  const drawn = visibleNodes(context.store.getState(), context.graph);
  const way = wayTo(context, here).filter((id) => drawn.has(id));
  const before = way.at(-1);
  if (before === undefined) return announce(context, "walk.start");
  trails.set(context, { at: before, before: way.slice(0, -1) });
  arrive(context, before);
}

/** The node one stands at: the selected one, or where a selected relationship starts. */
function standsAt({ graph }: Context, selected: Target | null): string | null {
  if (selected === null) return null;
  if (selected.kind === "node") return graph.hasNode(selected.id) ? selected.id : null;
  return graph.hasEdge(selected.id) ? graph.source(selected.id) : null;
}

/** A line as it is told from one of its ends: what it says, as what, when, how surely, whether sources disagree, and by how many it is said; of many as one, how many unless one is meant. */
function wordLine({ store, graph }: Context, line: string, here: string, isOne = false): string {
  const state = store.getState();
  const { language, vocabulary } = state;
  const relationship: GraphRelationship = graph.getEdgeAttribute(line, "relationship");
  const other: GraphNode = graph.getNodeAttribute(graph.opposite(here, line), "node");
  const name = nameOf(other, language).text;
  const { type, start, properties } = relationship;
  if (isBundle(line)) {
    const count = bundleSizes(state, graph).get(line) ?? 0;
    return say(language, "walk.bundle", { count, name });
  }
  const caption =
    vocabulary === null ? type : directedCaption(vocabulary, type, start === here ? "out" : "in", language);
  const count = isOne ? undefined : parallels(state, graph).get(line)?.length;
  if (count !== undefined) return say(language, "walk.parallels", { caption, name, count });
  const details = [
    vocabulary === null ? null : gist(vocabulary, type, properties, language)?.text,
    formatInterval(properties, language) ?? say(language, "date.none"),
    say(language, `certainty.${certaintyOf(properties)}`),
    rivalsOf(properties).length > 0 ? say(language, "rivals.mark") : null,
  ].filter((words) => typeof words === "string");
  const sources = citedDocuments(citationsOf(properties)).length;
  return say(language, "walk.claim", { caption, name, details: details.join(say(language, "walk.and")), sources });
}

/** Says what is selected: a node with its label and its lines, or a relationship whole. */
export function tellSelected(context: Context): void {
  const { store, graph } = context;
  const state = store.getState();
  const { selected, language, vocabulary } = state;
  if (selected === null || vocabulary === null || !isOnScreen(context.graph, selected)) return;
  if (selected.kind === "relationship") {
    const start = graph.source(selected.id);
    const from = nameOf(graph.getNodeAttribute(start, "node"), language).text;
    return announce(context, "walk.fact", { name: from, words: wordLine(context, selected.id, start, true) });
  }
  const node = graph.getNodeAttribute(selected.id, "node");
  const name = nameOf(node, language).text;
  const count = linesOf(context, selected.id).length;
  if (isGroup(selected.id))
    return announce(context, "walk.group", { name, members: groupSizes(state, graph).get(selected.id) ?? 0, count });
  const label = vocabulary.labels[mainLabel(node)]?.caption[language] ?? mainLabel(node);
  announce(context, "walk.node", { name, label, count });
}
