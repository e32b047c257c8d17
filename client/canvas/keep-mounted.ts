/** The drawing mounted for as long as the page shows it, also where the browser gives no graphics or takes them away. */

/** How the drawing fares: it is there, or the browser gives no WebGL. */
export type Drawn = "drawn" | "undrawn";

/** So many times in a row is graphics memory asked for again, before the reader is asked to. */
const mostLosses = 3;
/** Milliseconds after which another loss is not of the same row. */
const lasting = 60_000;

const givesWebGL = (): boolean => {
  const canvas = document.createElement("canvas");
  return (canvas.getContext("webgl2") ?? canvas.getContext("webgl")) !== null;
};

/**
 * Mounts by `mount`, which returns what takes the drawing down, and mounts anew whenever the browser has taken its
 * graphics memory away. `tell` hears how it fares. An error of any other kind is thrown. Returns what ends it.
 */
export function keepMounted(element: HTMLElement, mount: () => () => void, tell: (drawn: Drawn) => void): () => void {
  let unmount = () => {};
  let [losses, timer, mounted] = [0, 0, 0];
  const takeDown = () => {
    unmount();
    unmount = () => {};
    element.replaceChildren(); // canvases of a mounting that failed half-way
  };
  const begin = () => {
    try {
      unmount = mount();
    } catch (error) {
      takeDown();
      if (givesWebGL()) throw error;
      return tell("undrawn");
    }
    mounted = performance.now();
    tell("drawn");
  };
  const onLost = () => {
    takeDown();
    losses = performance.now() - mounted > lasting ? 1 : losses + 1;
    if (losses > mostLosses) return tell("undrawn");
    timer = window.setTimeout(begin);
  };
  // The event does not bubble, so it is caught on its way down; each layer of the drawing has one.
  element.addEventListener("webglcontextlost", onLost, true);
  begin();
  return () => {
    window.clearTimeout(timer);
    element.removeEventListener("webglcontextlost", onLost, true);
    takeDown();
  };
}
