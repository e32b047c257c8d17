/** Layouts in which a place means something; they are quick enough to be had at once where there are few nodes. */
import { type GridInput, layGrid } from "./grid.ts";
import type { Laid } from "./laid.ts";
import { type RadialInput, layRadial } from "./radial.ts";
import { type TimelineInput, layTimeline } from "./timeline.ts";

export type RuledJob =
  | { layout: "grid"; input: GridInput }
  | { layout: "radial"; input: RadialInput }
  | { layout: "timeline"; input: TimelineInput };

export function layRuled(job: RuledJob): Laid {
  if (job.layout === "grid") return layGrid(job.input);
  return job.layout === "radial" ? layRadial(job.input) : layTimeline(job.input);
}
