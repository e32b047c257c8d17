/** What the claims of a view say, so that a step of a story can tell when they have changed since. Pure. */
import { type GraphRelationship, isDerived } from "../../schema/graph.ts";
import type { ExplorerGraph } from "../view/graph.ts";
import type { ExplorerState } from "../store.ts";
import type { StoryStep } from "../../schema/story.ts";
import { wordEvidence } from "../export/evidence.ts";
import { untoldIn } from "../facts/untold.ts";
import { standFor, visibleRelationships } from "../view/visibility.ts";

export type Claims = Readonly<Record<string, string>>;

/** Properties in order of their names, so that the order in which a database gives them is no change. */
const ordered = (value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** FNV-1a, twice over with different beginnings: enough to notice a change, and no secret. */
function digest(text: string): string {
  const half = (seed: number) => {
    let hash = seed;
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    return (hash >>> 0).toString(16).padStart(8, "0");
  };
  return half(0x811c9dc5) + half(0x9747b28c);
}

const digestOf = ({ type, start, end, properties }: GraphRelationship): string =>
  digest(JSON.stringify([type, start, end, ordered(properties)]));

/** What a view shows of what sources say. What is derived from that is not among it. */
const claimed = (state: ExplorerState, graph: ExplorerGraph): GraphRelationship[] =>
  standFor(state, graph, visibleRelationships(state, graph))
    .map((id) => graph.getEdgeAttribute(id, "relationship"))
    .filter((each) => !isDerived(each));

/** The claims that a view shows. */
export const claimsShown = (state: ExplorerState, graph: ExplorerGraph): Claims =>
  Object.fromEntries(claimed(state, graph).map((each) => [each.id, digestOf(each)]));

/** The claims under a step, and what they say in words where they are not too many to be kept. */
export type StepFacts = Pick<StoryStep, "claims" | "said">;

/** Of more claims than these only digests are kept. */
const mostSaid = 600;

/** The claims that a view shows, with what they say in its language. Throws before the vocabulary is there. */
export function factsShown(state: ExplorerState, graph: ExplorerGraph): StepFacts {
  const { language, vocabulary } = state;
  const claims = claimsShown(state, graph);
  if (vocabulary === null) throw new Error("Facts are to be worded before the vocabulary is there.");
  const shown = claimed(state, graph);
  if (shown.length > mostSaid) return { claims };
  const nodeOf = (id: string) => (graph.hasNode(id) ? graph.getNodeAttribute(id, "node") : state.mentioned[id]);
  const wording = { language, vocabulary, nodeOf, untold: untoldIn(state) };
  const said = shown.map((each) => {
    const { sentence, details } = wordEvidence(each, wording);
    return [each.id, details === "" ? sentence : `${sentence} — ${details}`];
  });
  return { claims, said: Object.fromEntries(said) };
}

export interface ClaimChanges {
  changed: number;
  added: number;
  gone: number;
}

/** How the claims of a view differ from what they were; null where they do not. */
export function changesBetween(before: Claims, now: Claims): ClaimChanges | null {
  const ids = Object.keys(before);
  const changes = {
    changed: ids.filter((id) => now[id] !== undefined && now[id] !== before[id]).length,
    gone: ids.filter((id) => now[id] === undefined).length,
    added: Object.keys(now).filter((id) => before[id] === undefined).length,
  };
  return changes.changed + changes.gone + changes.added === 0 ? null : changes;
}

/**
 * A claim that is another than it was, new or gone; in words as far as they were kept, else by its id. Where its words
 * are the same, something else of it is `cited`: where it was read, or what contradicts it.
 */
export interface ToldChange {
  kind: "changed" | "cited" | "added" | "gone";
  id: string;
  before: string | null;
  now: string | null;
}

/** Each claim of a step that differs from what it was: those gone first, then the changed, then the new. */
export function listChanges(before: StepFacts, now: StepFacts): ToldChange[] {
  const told = (kind: ToldChange["kind"]) => (id: string) => {
    const [was, is] = [before.said?.[id] ?? null, now.said?.[id] ?? null];
    return { kind: was !== null && was === is ? "cited" : kind, id, before: was, now: is };
  };
  const ids = Object.keys(before.claims);
  return [
    ...ids.filter((id) => now.claims[id] === undefined).map(told("gone")),
    ...ids.filter((id) => now.claims[id] !== undefined && now.claims[id] !== before.claims[id]).map(told("changed")),
    ...Object.keys(now.claims)
      .filter((id) => before.claims[id] === undefined)
      .map(told("added")),
  ];
}
