/** Undo and redo of any value: what was before, what is now, what was undone; capped. */
export interface History<T> {
  readonly past: readonly T[];
  readonly future: readonly T[];
}

export const emptyHistory: History<never> = { past: [], future: [] };

/** How many steps can be undone. */
export const historyLimit = 100;

/** Remembers `before`, the state that a step is about to leave; what was undone is forgotten. */
export function record<T>(history: History<T>, before: T): History<T> {
  return { past: [...history.past, before].slice(-historyLimit), future: [] };
}

/** Goes to another state of those before, now and undone, counted from the earliest; null where there is none. */
export function jumpTo<T>(history: History<T>, now: T, index: number): { history: History<T>; state: T } | null {
  const states = [...history.past, now, ...history.future.toReversed()];
  const state = states[index];
  if (state === undefined || index === history.past.length) return null;
  return { state, history: { past: states.slice(0, index), future: states.slice(index + 1).toReversed() } };
}

/** The state to go back to from `now`, or null at the beginning. */
export function stepBack<T>(history: History<T>, now: T): { history: History<T>; state: T } | null {
  const state = history.past.at(-1);
  if (state === undefined) return null;
  return { state, history: { past: history.past.slice(0, -1), future: [...history.future, now] } };
}

/** The state to go forward to from `now`, or null when nothing was undone. */
export function stepForward<T>(history: History<T>, now: T): { history: History<T>; state: T } | null {
  const state = history.future.at(-1);
  if (state === undefined) return null;
  return { state, history: { past: [...history.past, now], future: history.future.slice(0, -1) } };
}
