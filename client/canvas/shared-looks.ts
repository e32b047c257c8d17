/** The looks that straight lines share, in Sigma's words: thousands of lines have few, and Sigma keeps one for each. Pure. */
import type { EdgeDisplayData } from "sigma/types";
import type { Pattern } from "../../scene/lines.ts";

export type StraightLook = Pick<EdgeDisplayData, "hidden" | "color" | "size" | "zIndex" | "type"> & {
  pattern: Pattern;
};

/** What Sigma would else add to each, one property after the other. */
export const unused = { label: "", forceLabel: false } as const;

/** Where each line has a look of its own, looking for its like would cost more than it saves. */
const mostShared = 24;

/** Gives back the one look that is the same; it must not be changed. */
export function sharedLooks(): (look: StraightLook) => StraightLook {
  let known: StraightLook[] = [];
  return ({ hidden, color, size, pattern, zIndex, type }) => {
    const same = known.find(
      (each) =>
        each.hidden === hidden &&
        each.color === color &&
        each.size === size &&
        each.pattern === pattern &&
        each.zIndex === zIndex &&
        each.type === type,
    );
    if (same) return same;
    const look = { hidden, color, size, pattern, zIndex, type, ...unused };
    known = known.length < mostShared ? [...known, look] : [look];
    return look;
  };
}
