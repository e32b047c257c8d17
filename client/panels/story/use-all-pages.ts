/** All pages of a story as a format has them, composed one after another. */
import { useEffect, useMemo, useState } from "react";
import type { Story, StoryStep } from "../../../schema/story.ts";
import { type StoryFormat, type StoryPage, composeStep, pageFor } from "../../story/pages.ts";
import { notWorkedOut } from "../../explorer/context.ts";
import type { ProblemReport } from "../../store.ts";
import { useView } from "../context.ts";
import { usePageTools } from "./use-pages.ts";

interface Composing {
  pages: readonly { step: StoryStep; page: StoryPage }[];
  /** Steps whose views are not there, and why. */
  missing: readonly { step: StoryStep; problem: ProblemReport }[];
  isDone: boolean;
}

const nothing: Composing = { pages: [], missing: [], isDone: false };

export function useAllPages(story: Story, format: StoryFormat): Composing & { again: () => void } {
  const tools = usePageTools();
  const palette = useView((state) => state.theme);
  // Slides and pages of paper are composed alike.
  const isHtml = format === "html";
  const [attempt, setAttempt] = useState(0);
  const wanted = useMemo(
    () => tools && { story, tools, options: { ...pageFor(isHtml ? "html" : "pptx"), palette }, attempt },
    [story, tools, palette, isHtml, attempt],
  );
  const [composing, setComposing] = useState({ of: wanted, ...nothing });
  useEffect(() => {
    if (wanted === null) return undefined;
    let isWanted = true;
    const compose = async () => {
      let done = { of: wanted, ...nothing };
      for (const step of wanted.story.steps) {
        const page = await composeStep(wanted.story, step, wanted.options, wanted.tools).catch(() => notWorkedOut);
        if (!isWanted) return;
        done =
          "scene" in page
            ? { ...done, pages: [...done.pages, { step, page }] }
            : { ...done, missing: [...done.missing, { step, problem: page }] };
        setComposing(done);
      }
      setComposing({ ...done, isDone: true });
    };
    void compose();
    return () => {
      isWanted = false;
    };
  }, [wanted]);
  // Pages of what was wanted before are not to be taken for these, not even for the moment until an effect runs.
  return { ...(composing.of === wanted ? composing : nothing), again: () => setAttempt(attempt + 1) };
}
