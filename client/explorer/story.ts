/**
 * A story of the data set: its steps, in an order, and what was taken back. Read when stories are first asked for; keeping
 * them is the page's matter.
 */
import { type Annotation, type Story, type StoryStep, readStory, storyVersion } from "../../schema/story.ts";
import { linkedView } from "./linked-view.ts";
import { record, stepBack } from "../history.ts";
import { readLink, writeLink } from "../permalink.ts";
import { unpackLink } from "../permalink/pack.ts";
import { say } from "../strings/strings.ts";
import { nameOf } from "../../schema/graph.ts";
import { type StepFacts, factsShown } from "../story/digest.ts";
import type { ExplorerState, ProblemReport } from "../store.ts";
import { type Aside, openAside } from "./aside.ts";
import { type Context, announce } from "./context.ts";
import { openLink } from "./opening.ts";
import { wordPaths } from "../words/path-words.ts";

/** Takes a story for the present one, as a step that can be undone; `chosen` is the step that is worked on. */
function adopt({ store, ...context }: Pick<Context, "store" | "stories">, story: Story | null, chosen?: string | null) {
  const before = store.getState();
  context.stories.history = record(context.stories.history, before.story);
  const has = (step: string | null) => story?.steps.some(({ id }) => id === step) === true;
  store.setState({
    story,
    canUndoStory: true,
    chosenStep:
      chosen === undefined ? (has(before.chosenStep) ? before.chosenStep : (story?.steps[0]?.id ?? null)) : chosen,
    playedFrom: chosen === undefined && has(before.playedFrom) ? before.playedFrom : null,
  });
}

const emptyStory = (dataset: string): Story => ({
  format: "alumnigraph-story",
  version: storyVersion,
  dataset: { id: dataset },
  title: "",
  steps: [],
});

const freshId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, "0")).join("");

/** Adds what is on screen after the step that is worked on, under the view's own title; a path is told in words, too. */
function addStoryStep(context: Context): void {
  const { store, graph } = context;
  const state = store.getState();
  if (state.dataset === null) return;
  const story = state.story ?? emptyStory(state.dataset.id);
  const { language, answer } = state;
  const path = wordPaths(state, graph);
  const step: StoryStep = {
    id: freshId(),
    title: path?.title ?? answer?.headline[language] ?? say(language, "stage.explore"),
    text: path?.sentence ?? "",
    view: writeLink(linkedView({ store, graph })),
    annotations: [],
    ...factsShown(state, graph),
  };
  const at = story.steps.findIndex(({ id }) => id === state.chosenStep);
  const steps = story.steps.toSpliced(at === -1 ? story.steps.length : at + 1, 0, step);
  adopt(context, { ...story, steps }, step.id);
  announce(context, "said.stepAdded", { number: steps.indexOf(step) + 1 });
}

function changeSteps(context: Context, change: (steps: readonly StoryStep[]) => StoryStep[]): Story | null {
  const { story } = context.store.getState();
  if (story === null) return null;
  const changed = { ...story, steps: change(story.steps) };
  adopt(context, changed);
  return changed;
}

/** Puts a step at another place, counted from 0. */
function moveStoryStep(context: Context, id: string, to: number): void {
  const steps = context.store.getState().story?.steps ?? [];
  const from = steps.findIndex((step) => step.id === id);
  const place = Math.min(Math.max(to, 0), steps.length - 1);
  if (from === -1 || from === place) return;
  changeSteps(context, (all) => {
    const [step] = all.slice(from, from + 1);
    return step === undefined ? [...all] : all.toSpliced(from, 1).toSpliced(place, 0, step);
  });
  announce(context, "said.stepMoved", { number: place + 1 });
}

type StepChanges = Partial<Pick<StoryStep, "title" | "text" | "annotations" | "names">>;

function changeStoryStep(context: Context, id: string, changes: StepChanges): void {
  changeSteps(context, (steps) => steps.map((step) => (step.id === id ? { ...step, ...changes } : step)));
}

const withFacts = ({ said: _before, ...step }: StoryStep, facts: StepFacts): StoryStep => ({ ...step, ...facts });

/** Takes the view on screen for a step's, with the facts as they are now. */
function renewStoryStep(context: Context, id: string): void {
  const { store, graph } = context;
  const view = writeLink(linkedView({ store, graph }));
  const facts = factsShown(store.getState(), graph);
  changeSteps(context, (steps) => steps.map((step) => (step.id === id ? { ...withFacts(step, facts), view } : step)));
  announce(context, "said.stepRenewed");
}

/** Takes the facts under a step as they are now for known. */
function acceptStoryFacts(context: Context, id: string, facts: StepFacts): void {
  changeSteps(context, (steps) => steps.map((step) => (step.id === id ? withFacts(step, facts) : step)));
}

function removeStoryStep(context: Context, id: string): void {
  changeSteps(context, (steps) => steps.filter((step) => step.id !== id));
  announce(context, "said.stepRemoved");
}

/** Draws something over a step: a note at one node, an arrow between two, or a box around several. */
function annotateStep(context: Context, id: string, kind: Annotation["kind"], nodes: readonly string[]): void {
  const [first, second] = nodes;
  const step = context.store.getState().story?.steps.find((each) => each.id === id);
  if (step === undefined || first === undefined) return;
  const base = { id: freshId(), text: "" };
  if (kind === "arrow" && second === undefined) return;
  const annotation: Annotation =
    kind === "note"
      ? { ...base, kind, node: first }
      : kind === "arrow"
        ? { ...base, kind, from: first, to: second ?? first }
        : { ...base, kind, nodes: [...nodes] };
  const { graph, store } = context;
  const { language } = store.getState();
  const called = nodes
    .filter((node) => graph.hasNode(node))
    .map((node) => [node, nameOf(graph.getNodeAttribute(node, "node"), language).text]);
  const names = { ...step.names, ...Object.fromEntries(called) };
  changeStoryStep(context, id, { annotations: [...step.annotations, annotation], names });
}

function changeStory(context: Context, changes: Partial<Pick<Story, "title">>): void {
  const { story } = context.store.getState();
  if (story !== null) adopt(context, { ...story, ...changes });
}

/** Works on a step from now on, and shows its view in the language on screen, whichever it was made in. */
async function showStoryStep(context: Context, id: string): Promise<void> {
  const { story, language } = context.store.getState();
  const step = story?.steps.find((each) => each.id === id);
  if (step === undefined) return;
  context.store.setState({ chosenStep: id, playedFrom: id });
  const { view } = readLink(await unpackLink(step.view));
  await openLink(context, writeLink({ ...view, language }), false);
}

/** Begins anew; the story that was there comes back by undo. */
function closeStory(context: Context): void {
  if (context.store.getState().story !== null) adopt(context, null, null);
}

/** Opens a story from the text of a file; what cannot be read is told with its place. */
function openStory(context: Context, name: string, text: string): void {
  const { store } = context;
  const read = readStory(text);
  if ("fault" in read) {
    const place = read.fault === "" ? name : read.fault;
    return store.setState({
      problem: {
        kind: "story",
        values: { place },
        detail: `This story cannot be read: there is something wrong at ${place}.`,
        remedy: "Choose a file that was saved here as a story.",
      },
    });
  }
  if (read.story.dataset.id !== store.getState().dataset?.id) {
    return store.setState({
      problem: {
        kind: "otherData",
        detail: "This story was made from another data set.",
        remedy: "Start Alumnigraph with that data set, then open the file again.",
      },
    });
  }
  adopt(context, read.story, read.story.steps[0]?.id ?? null);
  store.setState({ problem: null, dock: "story" });
  announce(context, "said.storyOpened", { name });
}

/** Takes the story that was kept from before; where another was opened meanwhile, undo brings the kept one. */
function recallStory(context: Context, kept: Story): void {
  const { store, stories } = context;
  if (store.getState().story === null && stories.history.past.length === 0)
    store.setState({ story: kept, chosenStep: kept.steps[0]?.id ?? null });
  else stories.history = { past: [kept, ...stories.history.past.filter((story) => story !== null)], future: [] };
}

function undoStory(context: Context): void {
  const { store, stories } = context;
  const { story, chosenStep, playedFrom } = store.getState();
  const back = stepBack(stories.history, story);
  if (back === null) return;
  stories.history = back.history;
  const steps = back.state?.steps ?? [];
  const chosen = steps.find(({ id }) => id === chosenStep) ?? steps[0];
  store.setState({
    story: back.state,
    canUndoStory: back.history.past.length > 0,
    chosenStep: chosen?.id ?? null,
    playedFrom: steps.some(({ id }) => id === playedFrom) ? playedFrom : null,
  });
  announce(context, "said.undone");
}

/** What can be done with stories. */
export interface Stories {
  /** Opens a link beside the view, which stays as it is; a problem where it cannot be opened. */
  openAside(link: string, stage?: ExplorerState["stage"]): Promise<Aside | ProblemReport>;
  /** Adds the view on screen, after the step that is worked on and under the view's own title. */
  addStep(): void;
  /** Puts a step at another place, counted from 0. */
  moveStep(id: string, to: number): void;
  changeStep(id: string, changes: StepChanges): void;
  /** Takes the view on screen for a step's, with the facts as they are now. */
  renewStep(id: string): void;
  /** Takes the facts under a step as they are now for known. */
  acceptFacts(id: string, facts: StepFacts): void;
  removeStep(id: string): void;
  /** Draws a note at a node, an arrow between two or a box around several over a step. */
  annotate(id: string, kind: Annotation["kind"], nodes: readonly string[]): void;
  change(changes: Partial<Pick<Story, "title">>): void;
  /** Works on a step from now on, and shows its view. */
  show(id: string): Promise<void>;
  /** Begins anew; the story that was there comes back by undo. */
  close(): void;
  /** Opens a story from the text of a file. */
  open(name: string, text: string): void;
  /** Takes the story that was kept from before. */
  recall(kept: Story): void;
  undo(): void;
}

export const createStories = (context: Context): Stories => ({
  openAside: (link, stage) => openAside(context, link, stage),
  addStep: () => addStoryStep(context),
  moveStep: (id, to) => moveStoryStep(context, id, to),
  changeStep: (id, changes) => changeStoryStep(context, id, changes),
  renewStep: (id) => renewStoryStep(context, id),
  acceptFacts: (id, facts) => acceptStoryFacts(context, id, facts),
  removeStep: (id) => removeStoryStep(context, id),
  annotate: (id, kind, nodes) => annotateStep(context, id, kind, nodes),
  change: (changes) => changeStory(context, changes),
  show: (id) => showStoryStep(context, id),
  close: () => closeStory(context),
  open: (name, text) => openStory(context, name, text),
  recall: (kept) => recallStory(context, kept),
  undo: () => undoStory(context),
});
