/** Where a card or a menu stands beside what it is about. Pure. */
import { type Box, type Point, around, boxAround, overlaps } from "../../../scene/geometry.ts";

/** Free pixels between the card and what it stands beside, and between it and the stage's edge. */
const [gap, edge] = [10, 8];
/** A pointer covers so much around its tip. */
const pointerReach = 14;

/**
 * The upper left corner of a menu right of its subject, or left of it where it has no room there, both moved into a
 * window of this size.
 */
export function placeMenu(menu: Size, { left, right, top }: Box, window: Size): Point {
  const inside = (value: number, room: number) => Math.max(edge, Math.min(value, room - edge));
  const isRight = right + gap + menu.width <= window.width - edge || left - gap - menu.width < edge;
  return {
    x: inside(isRight ? right + gap : left - gap - menu.width, window.width - menu.width),
    y: inside(top, window.height - menu.height),
  };
}

interface Size {
  width: number;
  height: number;
}

export interface CardPlacing {
  width: number;
  height: number;
  /** What must stay in sight: the mark and its name; none for a line. */
  subject: readonly Box[];
  pointer: Point;
  /** What of the stage is free. */
  stage: Box;
}

/**
 * The card's upper left corner: right of its subject, else left, below or above; a line has the card below or above it
 * first, as most go across. Null where the card would cover its subject.
 */
export function placeCard({ width, height, subject, pointer, stage }: CardPlacing): Point | null {
  const tip = boxAround(pointer, 2 * pointerReach, 2 * pointerReach);
  const { left, right, top, bottom } = subject.reduce(around, tip);
  const inside = (value: number, from: number, to: number) => Math.max(from + edge, Math.min(value, to - edge));
  const x = inside(pointer.x - 24, stage.left, stage.right - width);
  const y = inside(pointer.y - 24, stage.top, stage.bottom - height);
  const beside = [
    { x: right + gap, y },
    { x: left - gap - width, y },
  ];
  const along = [
    { x, y: bottom + gap },
    { x, y: top - gap - height },
  ];
  const places = subject.length === 0 ? [...along, ...beside] : [...beside, ...along];
  const fits = (at: Point) => {
    const box = { left: at.x, right: at.x + width, top: at.y, bottom: at.y + height };
    const isOnStage =
      box.left >= stage.left + edge &&
      box.right <= stage.right - edge &&
      box.top >= stage.top + edge &&
      box.bottom <= stage.bottom - edge;
    return isOnStage && ![...subject, tip].some((other) => overlaps(box, other));
  };
  return places.find(fits) ?? null;
}
