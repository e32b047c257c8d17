/** Undo and redo of whole views, and the list of steps to go to. */
import { jumpTo, stepBack, stepForward } from "../history.ts";
import { type Context, type ViewSnapshot, announce, putBack, settle } from "./context.ts";
import { freeStage, isInColumns, isRuled } from "../view/question-view.ts";
import { groupsIn } from "../view/groups.ts";
import { beginOpening } from "./laying-out.ts";
import { followTime } from "./time.ts";
import { arrangeAgain } from "./questions.ts";
import { stretch } from "./view.ts";

/** Positions of another size or language are computed again; what was dragged, or came beside, keeps its share of the stage. */
export function goTo(context: Context, target: ViewSnapshot): void {
  beginOpening(context);
  const { camera, graph, settled } = context;
  const left = context.store.getState();
  const groups = groupsIn(graph).length;
  if (target.camera !== undefined) settled.camera = camera.place?.();
  camera.glide?.();
  putBack(context, target);
  const { language } = context.store.getState();
  const stage = freeStage(context.store.getState());
  const isAsLarge = target.stage.width === stage.width && target.stage.height === stage.height;
  const fits = isAsLarge && target.language === language;
  if (!isAsLarge) stretch(context, target.stage);
  settle(context, target.step);
  if (target.view.time !== left.time) followTime(context);
  const now = context.store.getState();
  const isOther = now.layout !== left.layout || now.around !== left.around || now.answer !== left.answer;
  if (target.camera !== undefined) camera.goTo?.(target.camera);
  else if (isOther || groupsIn(graph).length !== groups) camera.makeWay?.();
  if (!fits && (isInColumns(now) || (isRuled(now) && target.language !== language))) void arrangeAgain(context);
}

export function undo(context: Context): void {
  const back = stepBack(context.history, context.settled);
  if (back === null) return;
  context.history = back.history;
  goTo(context, back.state);
  announce(context, "said.undone");
}

export function redo(context: Context): void {
  const forward = stepForward(context.history, context.settled);
  if (forward === null) return;
  context.history = forward.history;
  goTo(context, forward.state);
  announce(context, "said.redone");
}

/** Views in the order of the steps that led to them: those before, the present one, and those undone. */
export function listSteps({ history, settled }: Context): { views: readonly ViewSnapshot[]; now: number } {
  return { views: [...history.past, settled, ...history.future.toReversed()], now: history.past.length };
}

/** Goes to the view at this place of the list. */
export function goToStep(context: Context, index: number): void {
  const there = jumpTo(context.history, context.settled, index);
  if (there === null) return;
  const isBack = index < context.history.past.length;
  context.history = there.history;
  goTo(context, there.state);
  announce(context, isBack ? "said.undone" : "said.redone");
}
