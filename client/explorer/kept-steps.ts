/** The steps of a tab as plain values, so that undo and redo go on after a reload. */
import { z } from "zod";
import { Answer } from "../../schema/api.ts";
import { GraphNode, GraphRelationship } from "../../schema/graph.ts";
import { Guides } from "../../schema/guides.ts";
import { Language } from "../../schema/language.ts";
import { linkedView } from "./linked-view.ts";
import { writeLink } from "../permalink.ts";
import { stepNames } from "../words/step-words.ts";
import { styleParts } from "../store.ts";
import { readRules } from "../style/rules.ts";
import type { MessageId } from "../strings/message.ts";
import { type Context, type ViewSnapshot, settle } from "./context.ts";
import { keptFields, viewFrom } from "./kept-view.ts";
import { listSteps } from "./steps.ts";

/** Grows when what was kept before can no longer be read. */
const version = 1;
/** Nodes and relationships of all steps together; what lies further from the present one is let go. */
const mostKept = 60_000;

const ids = z.array(z.string()).readonly();
const saidIds = Object.keys(stepNames) as [MessageId, ...MessageId[]];
const filterKinds = ["labels", "types", "certainties", "threads", "documents", "values"] as const;

const KeptStep = z.object({
  link: z.string().nullable(),
  step: z
    .object({
      id: z.enum(saidIds).nullable(),
      values: z.record(z.string(), z.union([z.string(), z.number()])).exactOptional(),
      nodes: ids.exactOptional(),
      filter: z.object({ kind: z.enum(filterKinds), key: z.string() }).exactOptional(),
      style: z.enum(styleParts).exactOptional(),
      range: z.string().exactOptional(),
      kinds: ids.exactOptional(),
    })
    .nullable(),
  stage: z.object({ width: z.number(), height: z.number() }),
  language: Language,
  nodes: z.array(z.tuple([z.string(), z.number(), z.number(), z.boolean(), z.boolean()])),
  relationships: ids,
  guides: Guides.nullable().default(null),
  answer: z.int().nonnegative().nullable(),
  ...keptFields,
});
type KeptStep = z.infer<typeof KeptStep>;

/** Entities, relationships and answers lie beside the steps, each once. */
const KeptSteps = z.object({
  format: z.literal("alumnigraph-steps"),
  version: z.literal(version),
  dataset: z.object({ id: z.string(), version: z.string() }),
  nodes: z.array(GraphNode),
  relationships: z.array(GraphRelationship),
  answers: z.array(Answer),
  steps: z.array(KeptStep),
  now: z.int().nonnegative(),
});
export type KeptSteps = z.infer<typeof KeptSteps>;

const links = new WeakMap<ViewSnapshot, string>();

/** A link without what is no step: selection, language, the open panel and the console. */
function viewPart(link: string): string {
  const parts = new URLSearchParams(link);
  for (const name of ["node", "line", "also", "lang", "dock", "cypher", "with"]) parts.delete(name);
  return parts.toString();
}

/** From where to where steps are kept: as many around the present one as there is room for, those before it first. */
function keptRange(views: readonly ViewSnapshot[], now: number): [from: number, to: number] {
  let room = mostKept;
  const fits = (index: number) => {
    const graph = views[index]?.graph;
    room -= graph === undefined ? Infinity : graph.nodes.size + graph.relationships.size + 1;
    return room >= 0;
  };
  if (!fits(now)) return [now, now];
  let [from, to] = [now, now];
  while (from > 0 && fits(from - 1)) from -= 1;
  while (to + 1 < views.length && fits(to + 1)) to += 1;
  return [from, to];
}

/** The steps as plain values; null before the data set is there. */
export function keepSteps(context: Context): KeptSteps | null {
  const { dataset } = context.store.getState();
  if (dataset === null) return null;
  links.set(context.settled, viewPart(writeLink(linkedView(context))));
  const { views, now } = listSteps(context);
  const [from, to] = keptRange(views, now);
  const kept = views.slice(from, to + 1);
  const answers = [...new Set(kept.flatMap(({ view }) => view.answer ?? []))];
  const nodes = new Map(kept.flatMap(({ graph }) => [...graph.nodes].map(([id, { node }]) => [id, node])));
  const relationships = new Map(kept.flatMap(({ graph }) => [...graph.relationships]));
  return {
    format: "alumnigraph-steps",
    version,
    dataset: { id: dataset.id, version: dataset.version },
    nodes: [...nodes.values()],
    relationships: [...relationships.values()],
    answers,
    steps: kept.map((view) => keepStep(view, answers)),
    now: now - from,
  };
}

function keepStep(snapshot: ViewSnapshot, answers: readonly Answer[]): KeptStep {
  const { step, stage, language, graph, view } = snapshot;
  const { answer, hidden, path, ...rest } = view;
  return {
    ...rest,
    link: links.get(snapshot) ?? null,
    step,
    stage,
    language,
    nodes: [...graph.nodes].map(([id, { x, y, placed, pinned }]) => [id, x, y, placed, pinned]),
    relationships: [...graph.relationships.keys()],
    guides: graph.guides,
    answer: answer === null ? null : answers.indexOf(answer),
    hidden: [...hidden],
    path: path && { nodes: [...path.nodes], relationships: [...path.relationships] },
  };
}

/** The kept step whose link the address bar has; the nearest to the present one where several have it. */
function openStep({ steps, now }: KeptSteps, link: string): number | null {
  const wanted = viewPart(link);
  const fitting = steps.flatMap((step, index) => (step.link === wanted ? [index] : []));
  return fitting.toSorted((a, b) => Math.abs(a - now) - Math.abs(b - now))[0] ?? null;
}

const sameQuestion = (a: Answer, b: Answer) =>
  a.question === b.question && JSON.stringify(a.parameters) === JSON.stringify(b.parameters);

/** Puts kept steps before and after the view that is open; gives back false where they are none of ours or of another view. */
export async function restoreSteps(context: Context, value: unknown, link: string): Promise<boolean> {
  // Any of them may need the rules, and undo does not wait.
  await readRules();
  const { dataset, answer } = context.store.getState();
  const kept = KeptSteps.safeParse(value).data;
  const { past, future } = context.history;
  if (kept === undefined || dataset === null || past.length + future.length > 0) return false;
  if (kept.dataset.id !== dataset.id || kept.dataset.version !== dataset.version) return false;
  const now = openStep(kept, link);
  if (now === null) return false;
  // The open answer stands for its kept twin, so that going back to it opens no other page.
  const answers = kept.answers.map((each) => (answer !== null && sameQuestion(each, answer) ? answer : each));
  const views = kept.steps.map((step) => snapshotOf(step, kept, answers));
  if (views.includes(null)) return false;
  const whole = views as ViewSnapshot[];
  context.history = { past: whole.slice(0, now), future: whole.slice(now + 1).toReversed() };
  settle(context, whole[now]?.step ?? null);
  return true;
}

const tables = new WeakMap<
  KeptSteps,
  { nodes: Map<string, GraphNode>; relationships: Map<string, GraphRelationship> }
>();
function tablesOf(kept: KeptSteps) {
  const known = tables.get(kept) ?? {
    nodes: new Map(kept.nodes.map((node) => [node.id, node])),
    relationships: new Map(kept.relationships.map((each) => [each.id, each])),
  };
  tables.set(kept, known);
  return known;
}

function snapshotOf(step: KeptStep, kept: KeptSteps, answers: readonly Answer[]): ViewSnapshot | null {
  const all = tablesOf(kept);
  const nodes = new Map<string, ViewSnapshot["graph"]["nodes"] extends ReadonlyMap<string, infer A> ? A : never>();
  for (const [id, x, y, placed, pinned] of step.nodes) {
    const node = all.nodes.get(id);
    if (node === undefined) return null;
    nodes.set(id, { node, x, y, placed, pinned });
  }
  const relationships = new Map<string, GraphRelationship>();
  for (const id of step.relationships) {
    const relationship = all.relationships.get(id);
    if (relationship === undefined) return null;
    relationships.set(id, relationship);
  }
  const answer = step.answer === null ? null : answers[step.answer];
  if (answer === undefined) return null;
  const snapshot: ViewSnapshot = {
    step: step.step,
    stage: step.stage,
    language: step.language,
    graph: { nodes, relationships, guides: step.guides },
    view: viewFrom(step, answer),
  };
  if (step.link !== null) links.set(snapshot, step.link);
  return snapshot;
}
