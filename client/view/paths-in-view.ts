/** Which of the paths that were found are drawn. */
import type { RankedPath } from "../../schema/api.ts";
import type { ShownPaths } from "../store.ts";

/** What is shown at once: one of the paths between two ends, all of those among several. */
export function pathsInView({ ends, answer, shown }: ShownPaths): RankedPath[] {
  return ends.length > 2 ? answer.paths : answer.paths.slice(shown, shown + 1);
}
