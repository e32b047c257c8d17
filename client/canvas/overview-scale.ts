/** How the whole drawing lies in its small picture. Pure. */
import type { Box, Point } from "../../scene/geometry.ts";

/** The picture's width and the bounds of its height, in pixels. */
export const pictureSize = { width: 176, least: 64, most: 128 } as const;
/** Free pixels around what is drawn in it. */
const margin = 8;

/** `left` and `top` are the graph's point in the picture's upper left corner; a pixel of the graph is `scale` of its own. */
export interface Scaling {
  scale: number;
  left: number;
  top: number;
  height: number;
}

/** All of a box in the picture's middle. */
export function scalingOf({ left, right, top, bottom }: Box): Scaling {
  const [wide, high] = [Math.max(right - left, 1), Math.max(bottom - top, 1)];
  const { width, least, most } = pictureSize;
  const scale = Math.min((width - 2 * margin) / wide, (most - 2 * margin) / high);
  const height = Math.max(least, Math.round(high * scale + 2 * margin));
  return { scale, height, left: left - (width / scale - wide) / 2, top: top - (height / scale - high) / 2 };
}

export const toPicture = ({ scale, left, top }: Scaling, { x, y }: Point): Point => ({
  x: (x - left) * scale,
  y: (y - top) * scale,
});

export const fromPicture = ({ scale, left, top }: Scaling, { x, y }: Point): Point => ({
  x: left + x / scale,
  y: top + y / scale,
});

/** The part of the picture that a box of the graph takes, no further than the picture goes. */
export function frameOf(scaling: Scaling, box: Box): Box {
  const [first, last] = [
    toPicture(scaling, { x: box.left, y: box.top }),
    toPicture(scaling, { x: box.right, y: box.bottom }),
  ];
  const within = (value: number, most: number) => Math.min(Math.max(value, 0), most);
  return {
    left: within(first.x, pictureSize.width),
    right: within(last.x, pictureSize.width),
    top: within(first.y, scaling.height),
    bottom: within(last.y, scaling.height),
  };
}

/** Whether some of a box lies outside another. */
export const isPartly = (box: Box, within: Box): boolean =>
  box.left < within.left || box.right > within.right || box.top < within.top || box.bottom > within.bottom;
