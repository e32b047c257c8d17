/** Undo and redo of whole views. */
import { stepBack, stepForward } from "../history.ts";
import { type Context, type ViewSnapshot, announce, putBack, settle } from "./context.ts";
import { isInColumns } from "../visibility.ts";
import { followTime } from "./time.ts";
import { arrangeAgain } from "./questions.ts";

/** Positions of another size or language are computed again; what was dragged stays. */
function goTo(context: Context, target: ViewSnapshot): void {
  context.opening += 1;
  const left = context.store.getState();
  putBack(context, target);
  const { stage, language } = context.store.getState();
  const fits =
    target.stage.width === stage.width && target.stage.height === stage.height && target.language === language;
  settle(context);
  if (target.view.time !== left.time) followTime(context);
  if (!fits && isInColumns(context.store.getState())) void arrangeAgain(context);
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
