/** The first drawing of a page: what can come later waits for it, and leaves it the machine. */

/** Milliseconds after which nothing waits any longer. */
const patience = 3000;

let tell = () => {};
let isComing = false;

/** Resolves once the first view is on screen, will not be drawn, or takes its time. */
export const firstDrawing = new Promise<void>((resolve) => (tell = resolve));

/** Tells that it will be with the next frame. */
export function tellFirstDrawing(): void {
  if (isComing) return;
  isComing = true;
  requestAnimationFrame(() => setTimeout(tell));
}

setTimeout(tell, patience);
