/** What can be done with stories, in panels that are drawn only once it is there. */
import { use } from "react";
import type { Stories } from "../../explorer/story.ts";
import { useExplorer } from "../context.ts";

/** Suspends until it is read. */
export const useStories = (): Stories => use(useExplorer().stories());
