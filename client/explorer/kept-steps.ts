/** The steps of a tab as plain values, so that undo and redo go on after a reload. */
import { z } from "zod";
import { Answer } from "../../schema/api.ts";
import { GraphNode, GraphRelationship } from "../../schema/graph.ts";
import { Guides } from "../../schema/guides.ts";
import { Language } from "../../schema/language.ts";
import { isBundle, isGroup } from "../view/groups.ts";
import { linkOf } from "./linked-view.ts";
import { readLink } from "../permalink.ts";
import { stepNames } from "../words/step-words.ts";
import { styleParts } from "../store.ts";
import { readRules } from "../style/rules.ts";
import type { MessageId } from "../strings/message.ts";
import { type Context, type ViewSnapshot, attempt, settle } from "./context.ts";
import { type GraphChunks, chunksOf, cutNodes, cutRelationships } from "./kept-chunks.ts";
import { keptFields, viewFrom } from "./kept-view.ts";
import { historyLimit } from "../history.ts";
import { goTo, goToStep, listSteps } from "./steps.ts";
import { select } from "./view.ts";

/** Grows when what was kept before can no longer be read. */
const version = 2;
/** Nodes, places and relationships of all steps together; what lies further from the present one is let go. */
const mostKept = 150_000;
/** So many lists are read at a time. */
const readAtOnce = 4;

const ids = z.array(z.string()).readonly();
const saidIds = Object.keys(stepNames) as [MessageId, ...MessageId[]];
const filterKinds = ["labels", "types", "certainties", "threads", "documents", "values"] as const;

/** Which lists, by their numbers. */
const chunkNumbers = { nodes: z.array(z.int()), relationships: z.array(z.int()) };

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
  ...chunkNumbers,
  places: z.array(z.int()),
  guides: Guides.nullable().default(null),
  answer: z.int().nonnegative().nullable(),
  ...keptFields,
});
type KeptStep = z.infer<typeof KeptStep>;

const KeptAnswer = z.object({ ...Answer.shape, subgraph: z.object(chunkNumbers) });

/** What the steps are about lies beside them in lists: each stays the same object until something in it changes. */
export const keptLists = ["nodes", "places", "relationships", "answers"] as const;
const listForms = {
  nodes: z.array(GraphNode),
  places: z.array(z.tuple([z.number(), z.number(), z.boolean(), z.boolean()])),
  relationships: z.array(GraphRelationship),
  answers: KeptAnswer,
} as const satisfies Record<(typeof keptLists)[number], z.ZodType>;
type Lists = { [Name in keyof typeof listForms]: z.infer<(typeof listForms)[Name]>[] };

const KeptHead = z.object({
  format: z.literal("alumnigraph-steps"),
  version: z.literal(version),
  dataset: z.object({ id: z.string(), version: z.string() }),
  steps: z.array(KeptStep),
  now: z.int().nonnegative(),
  nodes: z.array(z.unknown()),
  places: z.array(z.unknown()),
  relationships: z.array(z.unknown()),
  answers: z.array(z.unknown()),
});
type KeptHead = z.infer<typeof KeptHead>;
export type KeptSteps = Omit<KeptHead, keyof Lists> & Lists;

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
  const taken = new Set<readonly unknown[]>();
  const fits = (index: number) => {
    const view = views[index];
    if (view === undefined) return false;
    const { nodes, places, relationships } = chunksOf(view.graph);
    for (const list of [...nodes, ...places, ...relationships]) {
      if (!taken.has(list)) room -= list.length;
      taken.add(list);
    }
    room -= 1;
    return room >= 0;
  };
  if (!fits(now)) return [now, now];
  let [from, to] = [now, now];
  while (from > 0 && fits(from - 1)) from -= 1;
  while (to + 1 < views.length && fits(to + 1)) to += 1;
  return [from, to];
}

/** Lists in the order in which they are first met, and the number of each. */
function numbering<List>(): { lists: List[]; numberOf: (list: List) => number } {
  const numbers = new Map<List, number>();
  const lists: List[] = [];
  const numberOf = (list: List) => {
    const known = numbers.get(list);
    if (known !== undefined) return known;
    numbers.set(list, lists.length);
    return lists.push(list) - 1;
  };
  return { lists, numberOf };
}

const keptAnswers = new WeakMap<Answer, Map<string, z.infer<typeof KeptAnswer>>>();

/** The same object for an answer whose lists have the same numbers. */
function keepAnswer(
  answer: Answer,
  subgraph: { nodes: number[]; relationships: number[] },
): z.infer<typeof KeptAnswer> {
  const key = JSON.stringify(subgraph);
  const known = keptAnswers.get(answer)?.get(key);
  if (known) return known;
  const kept = { ...answer, subgraph };
  keptAnswers.set(answer, new Map([[key, kept]]));
  return kept;
}

/** The steps as plain values; null before the data set is there. */
export function keepSteps(context: Context): KeptSteps | null {
  const { dataset } = context.store.getState();
  if (dataset === null) return null;
  links.set(context.settled, viewPart(linkOf(context)));
  const { views, now } = listSteps(context);
  const [from, to] = keptRange(views, now);
  const nodes = numbering<GraphChunks["nodes"][number]>();
  const places = numbering<GraphChunks["places"][number]>();
  const relationships = numbering<GraphChunks["relationships"][number]>();
  const answers = numbering<Answer>();
  const steps = views.slice(from, to + 1).map((snapshot) => {
    const chunks = chunksOf(snapshot.graph);
    const { answer } = snapshot.view;
    return keepStep(snapshot, {
      nodes: chunks.nodes.map(nodes.numberOf),
      places: chunks.places.map(places.numberOf),
      relationships: chunks.relationships.map(relationships.numberOf),
      answer: answer === null ? null : answers.numberOf(answer),
    });
  });
  const keptAnswers = answers.lists.map((answer) =>
    keepAnswer(answer, {
      nodes: cutNodes(answer.subgraph.nodes).map(nodes.numberOf),
      relationships: cutRelationships(answer.subgraph.relationships).map(relationships.numberOf),
    }),
  );
  return {
    format: "alumnigraph-steps",
    version,
    dataset: { id: dataset.id, version: dataset.version },
    nodes: nodes.lists,
    places: places.lists,
    relationships: relationships.lists,
    answers: keptAnswers,
    steps,
    now: now - from,
  };
}

function keepStep(
  snapshot: ViewSnapshot,
  numbers: Pick<KeptStep, "nodes" | "places" | "relationships" | "answer">,
): KeptStep {
  const { step, stage, language, graph, view } = snapshot;
  const { answer: _answer, hidden, path, ...rest } = view;
  return {
    ...rest,
    ...numbers,
    link: links.get(snapshot) ?? null,
    step,
    stage,
    language,
    guides: graph.guides,
    hidden: [...hidden],
    path: path && { nodes: [...path.nodes], relationships: [...path.relationships] },
  };
}

/** The kept step whose link the address bar has; the nearest to the present one where several have it. */
function openStep(
  { steps, now }: { steps: readonly { link: string | null }[]; now: number },
  link: string,
): number | null {
  const wanted = viewPart(link);
  const fitting = steps.flatMap((step, index) => (step.link === wanted ? [index] : []));
  return fitting.toSorted((a, b) => Math.abs(a - now) - Math.abs(b - now))[0] ?? null;
}

const sameQuestion = (a: Answer, b: Answer) =>
  a.question === b.question && JSON.stringify(a.parameters) === JSON.stringify(b.parameters);

/** Lets the page do what is due. */
const rest = () => new Promise((resolve) => setTimeout(resolve));

/** Every list in its form, a few at a time; null where one has another. */
async function readLists(head: KeptHead): Promise<Lists | null> {
  const read: Record<string, unknown[]> = {};
  let since = 0;
  for (const name of keptLists) {
    read[name] = [];
    for (const list of head[name]) {
      if (++since % readAtOnce === 0) await rest();
      const found = listForms[name].safeParse(list);
      if (!found.success) return null;
      read[name].push(found.data);
    }
  }
  return asOne(read as Lists);
}

/** A list that changed in part has the rest in common with the one before it: the same objects, so that undo touches less. */
function asOne(lists: Lists): Lists {
  const same = <Item extends { id: string }>(isOwn: (id: string) => boolean) => {
    const known = new Map<string, Item>();
    return (item: Item): Item => {
      if (isOwn(item.id)) return item;
      const first = known.get(item.id) ?? item;
      known.set(item.id, first);
      return first;
    };
  };
  return {
    ...lists,
    nodes: lists.nodes.map((list) => list.map(same<GraphNode>(isGroup))),
    relationships: lists.relationships.map((list) => list.map(same<GraphRelationship>(isBundle))),
  };
}

const tooLarge = {
  kind: "partly",
  detail: "This view is too large for its link, and not kept in this browser.",
  remedy: "Open the file that it was exported to.",
} as const;

const keptElsewhere = {
  kind: "otherData",
  detail: "This view is too large for its link, and was kept with other data.",
  remedy: "It stays in this tab: start Alumnigraph with that data, then reload the page.",
} as const;

/** Whether one of these steps, if that is what they are, has this link. */
export function holdsLink(value: unknown, link: string): boolean {
  const head = KeptHead.safeParse(value).data;
  return head !== undefined && openStep(head, link) !== null;
}

/** Why a view was not put back, for those who wait for it. */
function reasonOf({ store }: Context, value: unknown, link: string): typeof tooLarge | typeof keptElsewhere {
  const { dataset } = store.getState();
  const made = KeptHead.safeParse(value).data?.dataset;
  const isOther = made?.id !== dataset?.id || made?.version !== dataset?.version;
  return isOther && holdsLink(value, link) ? keptElsewhere : tooLarge;
}

/** Goes to the step that has this link, which tells its view in part; says so where none has. */
export function openKept(context: Context, link: string): void {
  links.set(context.settled, viewPart(linkOf(context)));
  const { views, now } = listSteps(context);
  const there = openStep({ steps: views.map((view) => ({ link: links.get(view) ?? null })), now }, link);
  if (there === null) context.store.setState({ problem: tooLarge });
  else goToStep(context, there);
}

/**
 * Puts kept steps before and after the view that is open; gives back false where they are none of ours or of another
 * view. Where the link tells the view in part, the kept one is put on screen, and it is told where there is none.
 */
export async function restoreSteps(context: Context, value: unknown, link: string): Promise<boolean> {
  const { partly, selected } = readLink(link).view;
  const restored = await (partly
    ? attempt(context, () => restore(context, value, link))
    : restore(context, value, link));
  if (!partly) return restored === true;
  if (restored !== true) context.store.setState({ problem: reasonOf(context, value, link) });
  else {
    if (selected !== null) select(context, selected);
    context.camera.fit();
  }
  return restored === true;
}

async function restore(context: Context, value: unknown, link: string): Promise<boolean> {
  // Any of them may need the rules, and undo does not wait.
  await readRules();
  const head = KeptHead.safeParse(value).data;
  const { dataset } = context.store.getState();
  if (head === undefined || dataset === null) return false;
  if (head.dataset.id !== dataset.id || head.dataset.version !== dataset.version) return false;
  const now = openStep(head, link);
  if (now === null) return false;
  const lists = await readLists(head);
  if (lists === null) return false;
  const { answer } = context.store.getState();
  const answers = lists.answers.map((each) => answerOf(each, lists));
  // The open answer stands for its kept twin, so that going back to it opens no other page.
  const asked = answers.map((each) => (answer !== null && each !== null && sameQuestion(each, answer) ? answer : each));
  const lay = layerOf(lists);
  const views = head.steps.map((step) => snapshotOf(step, { lists, answers: asked, lay }));
  if (views.includes(null)) return false;
  const whole = views as ViewSnapshot[];
  const open = whole[now];
  if (open === undefined) return false;
  takeUp(context, { before: whole.slice(0, now), open, after: whole.slice(now + 1) }, readLink(link).view.partly);
  return true;
}

/** Puts kept views around what is open, or what is open before them; steps that were taken meanwhile are not lost. */
function takeUp(
  context: Context,
  { before, open, after }: { before: readonly ViewSnapshot[]; open: ViewSnapshot; after: readonly ViewSnapshot[] },
  isPartly: boolean,
): void {
  const { past, future } = context.history;
  const isTouched = past.length + future.length > 0;
  const history = (earlier: readonly ViewSnapshot[], later: readonly ViewSnapshot[]) =>
    (context.history = { past: earlier.slice(-historyLimit), future: later });
  if (isPartly) {
    // What the link alone opened is nobody's view.
    const taken = past.length > 0 ? [...past.slice(1), context.settled] : [];
    history([...taken, ...before], after.toReversed());
    goTo(context, open);
  } else {
    history(past.length > 0 ? [...before, open, ...past.slice(1)] : before, isTouched ? future : after.toReversed());
    settle(context, past.length > 0 ? context.settled.step : open.step);
  }
}

/** The lists of these numbers, one after another; null where one is gone. */
function joined<Item>(lists: readonly (readonly Item[])[], numbers: readonly number[]): Item[] | null {
  const found = numbers.map((number) => lists[number]);
  return found.includes(undefined) ? null : found.flatMap((list) => list ?? []);
}

function answerOf({ subgraph, ...answer }: z.infer<typeof KeptAnswer>, lists: Lists): Answer | null {
  const nodes = joined(lists.nodes, subgraph.nodes);
  const relationships = joined(lists.relationships, subgraph.relationships);
  return nodes && relationships && { ...answer, subgraph: { nodes, relationships } };
}

type Laid = ViewSnapshot["graph"]["nodes"] extends ReadonlyMap<string, infer Attributes> ? Attributes : never;
type Lay = (nodes: number, places: number) => readonly Laid[] | null;

/** Lays a list of nodes out in a list of places: the same objects each time, as they are shared among steps. */
function layerOf(lists: Lists): Lay {
  const known = new Map<string, readonly Laid[] | null>();
  const lay: Lay = (number, at) => {
    const [nodes, places] = [lists.nodes[number], lists.places[at]];
    if (nodes === undefined || places?.length !== nodes.length) return null;
    return nodes.map((node, i) => {
      const [x, y, placed, pinned] = places[i] ?? [0, 0, false, false];
      return { node, x, y, placed, pinned };
    });
  };
  return (nodes, places) => {
    const key = `${nodes} ${places}`;
    const found = known.has(key) ? (known.get(key) ?? null) : lay(nodes, places);
    known.set(key, found);
    return found;
  };
}

function snapshotOf(
  step: KeptStep,
  { lists, answers, lay }: { lists: Lists; answers: readonly (Answer | null)[]; lay: Lay },
): ViewSnapshot | null {
  if (step.nodes.length !== step.places.length) return null;
  const laid = step.nodes.map((number, i) => lay(number, step.places[i] ?? -1));
  const relationships = joined(lists.relationships, step.relationships);
  const answer = step.answer === null ? null : answers[step.answer];
  if (laid.includes(null) || relationships === null) return null;
  if (answer === undefined || (answer === null && step.answer !== null)) return null;
  const snapshot: ViewSnapshot = {
    step: step.step,
    stage: step.stage,
    language: step.language,
    graph: {
      nodes: new Map(laid.flatMap((list) => list ?? []).map((each) => [each.node.id, each])),
      relationships: new Map(relationships.map((each) => [each.id, each])),
      guides: step.guides,
    },
    view: viewFrom(step, answer),
  };
  if (step.link !== null) links.set(snapshot, step.link);
  return snapshot;
}
