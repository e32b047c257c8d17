/** Layouts in which a place means something; they are quick enough to be had at once where there are few nodes. */
import { type GridInput, layGrid } from "./grid.ts";
import type { Laid } from "./laid.ts";
import { type RadialInput, layRadial } from "./radial.ts";

export type RuledJob = { layout: "grid"; input: GridInput } | { layout: "radial"; input: RadialInput };

export function layRuled(job: RuledJob): Laid {
  return job.layout === "grid" ? layGrid(job.input) : layRadial(job.input);
}
