/** Layouts in which a place means something; they are quick enough to be had at once where there are few nodes. */
import { type GridInput, layGrid } from "./grid.ts";
import type { Laid } from "./laid.ts";

export type RuledJob = { layout: "grid"; input: GridInput };

export function layRuled(job: RuledJob): Laid {
  return layGrid(job.input);
}
