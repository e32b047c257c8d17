/** All pages of a story as a format has them, composed one after another. */
import { useEffect, useMemo, useState } from "react";
import type { Story, StoryStep } from "../../../schema/story.ts";
import { type StoryFormat, type StoryPage, composeStep, pageFor } from "../../story/pages.ts";
import { useView } from "../context.ts";
import { usePageTools } from "./use-pages.ts";

interface Composing {
  pages: readonly { step: StoryStep; page: StoryPage }[];
  /** Steps whose views cannot be opened. */
  missing: readonly StoryStep[];
  isDone: boolean;
}

const nothing: Composing = { pages: [], missing: [], isDone: false };

export function useAllPages(story: Story, format: StoryFormat): Composing {
  const tools = usePageTools();
  const palette = useView((state) => state.theme);
  // Slides and pages of paper are composed alike.
  const isHtml = format === "html";
  const wanted = useMemo(
    () => tools && { story, tools, options: { ...pageFor(isHtml ? "html" : "pptx"), palette } },
    [story, tools, palette, isHtml],
  );
  const [composing, setComposing] = useState({ of: wanted, ...nothing });
  useEffect(() => {
    if (wanted === null) return undefined;
    let isWanted = true;
    const compose = async () => {
      let done = { of: wanted, ...nothing };
      for (const step of wanted.story.steps) {
        // Words of another language may fail to come; the step is told of as any that cannot be opened.
        const page = await composeStep(wanted.story, step, wanted.options, wanted.tools).catch(() => null);
        if (!isWanted) return;
        done =
          page === null || !("scene" in page)
            ? { ...done, missing: [...done.missing, step] }
            : { ...done, pages: [...done.pages, { step, page }] };
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
  return composing.of === wanted ? composing : nothing;
}
