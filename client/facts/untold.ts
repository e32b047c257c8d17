/** What nothing in the data set has, so that to lack it says nothing of one claim. Pure. */
import type { Untold } from "../../scene/review.ts";
import type { ExplorerState } from "../store.ts";

export function untoldIn({ dataset }: Pick<ExplorerState, "dataset">): Untold[] {
  return [
    ...(dataset?.counts.documents === 0 ? (["uncited"] as const) : []),
    ...(dataset?.dated === false ? (["undated"] as const) : []),
  ];
}
