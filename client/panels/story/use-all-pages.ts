/** All pages of a story as a format has them, composed one after another. */
import { useEffect, useState } from "react";
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
  const [composing, setComposing] = useState(nothing);
  // Slides and pages of paper are composed alike.
  const isHtml = format === "html";
  useEffect(() => {
    if (tools === null) return undefined;
    let isWanted = true;
    const options = { ...pageFor(isHtml ? "html" : "pptx"), palette };
    const compose = async () => {
      setComposing(nothing);
      for (const step of story.steps) {
        // Words of another language may fail to come; the step is told of as any that cannot be opened.
        const page = await composeStep(story, step, options, tools).catch(() => null);
        if (!isWanted) return;
        setComposing(({ pages, missing }) =>
          page === null || !("scene" in page)
            ? { pages, missing: [...missing, step], isDone: false }
            : { pages: [...pages, { step, page }], missing, isDone: false },
        );
      }
      setComposing((before) => ({ ...before, isDone: true }));
    };
    void compose();
    return () => {
      isWanted = false;
    };
  }, [story, tools, palette, isHtml]);
  return composing;
}
