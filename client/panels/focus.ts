/** Where the keyboard goes on from. */

/** The drawing. */
export const focusStage = (): void => document.querySelector<HTMLElement>(".stage-canvas")?.focus();

/** What tells of the selection, wherever it stands. */
export const focusDetails = (): void => document.getElementById("details")?.focus({ preventScroll: true });
