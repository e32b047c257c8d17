/** Kept steps put back around the view that is open, or in its place. */
import type { z } from "zod";
import type { Answer } from "../../schema/api.ts";
import type { GraphNode, GraphRelationship } from "../../schema/graph.ts";
import { isBundle, isGroup } from "../view/groups.ts";
import { readLink } from "../permalink.ts";
import { readRules } from "../style/rules.ts";
import { type Context, type ViewSnapshot, attempt, settle } from "./context.ts";
import { type KeptAnswer, KeptHead, type KeptStep, type Lists, keptLists, listForms } from "./kept-form.ts";
import { viewFrom } from "./kept-view.ts";
import { historyLimit } from "../history.ts";
import { linkOfStep, noteLink, putLink, stepWithLink } from "./step-links.ts";
import { goTo, goToStep, listSteps } from "./steps.ts";
import { select } from "./view.ts";

/** So many lists are read at a time. */
const readAtOnce = 4;

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
  return head !== undefined && stepWithLink(head, link) !== null;
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
  noteLink(context);
  const { views, now } = listSteps(context);
  const there = stepWithLink({ steps: views.map((view) => ({ link: linkOfStep(view) })), now }, link);
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
  const now = stepWithLink(head, link);
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
  if (step.link !== null) putLink(snapshot, step.link);
  return snapshot;
}
