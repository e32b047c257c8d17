/** The steps of a tab as plain values, so that undo and redo go on after a reload. */
import type { z } from "zod";
import type { Answer } from "../../schema/api.ts";
import type { Context, ViewSnapshot } from "./context.ts";
import { type GraphChunks, chunksOf, cutNodes, cutRelationships } from "./kept-chunks.ts";
import { type KeptAnswer, type KeptStep, type KeptSteps, version } from "./kept-form.ts";
import { linkOfStep, noteLink } from "./step-links.ts";
import { listSteps } from "./steps.ts";

/** Nodes, places and relationships of all steps together; what lies further from the present one is let go. */
const mostKept = 150_000;

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
  noteLink(context);
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
    link: linkOfStep(snapshot),
    step,
    stage,
    language,
    guides: graph.guides,
    hidden: [...hidden],
    path: path && { nodes: [...path.nodes], relationships: [...path.relationships] },
  };
}
