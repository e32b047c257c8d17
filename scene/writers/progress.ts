/** How far a file is written. */

/** Told the share that is written, from 0 to 1. */
export type Progress = (share: number) => void;

/** Counts pieces of work towards a total, and tells of each hundredth of it. */
export function countTo(total: number, progress: Progress | undefined): (pieces: number) => void {
  let [done, told] = [0, 0];
  return (pieces) => {
    done += pieces;
    if (done - told < total / 100) return;
    told = done;
    progress?.(Math.min(done / total, 1));
  };
}
