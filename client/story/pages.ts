/** The steps of a story as pages, each composed from its own view with the facts as they are now. */
import type { Page } from "../../scene/page.ts";
import { usualSheet } from "../../scene/sheet/forms.ts";
import type { GraphNode } from "../../schema/graph.ts";
import type { Story, StoryStep } from "../../schema/story.ts";
import type { FormatId } from "../../scene/writers/formats.ts";
import type { Stories } from "../explorer/story.ts";
import { withMeasures } from "../measures/measure.ts";
import type { ProblemReport } from "../store.ts";
import type { ComposePages, PageOptions } from "./compose-pages.ts";
import { type ClaimChanges, type StepFacts, changesBetween, factsShown } from "./digest.ts";

export interface StoryPage extends Page {
  /** How the facts differ from what they were when the step was made; null where they do not. */
  changes: ClaimChanges | null;
  /** The facts as they are now. */
  facts: StepFacts;
}

export interface PageTools {
  stories: Pick<Stories, "openAside">;
  compose: ComposePages;
  documents: readonly GraphNode[];
}

export const usualPage = { ...usualSheet, isTranslated: false } as const;

/** A page that fills an upright phone, with the drawing as it is drawn there. */
export const phonePage = { ...usualPage, size: "phone", stage: { width: 360, height: 480 } } as const;

/** The formats that a story can become. */
export const storyFormats = ["pptx", "pdf", "html"] as const satisfies readonly FormatId[];
export type StoryFormat = (typeof storyFormats)[number];

/** How pages are composed for a format: one HTML page speaks every language, and says a step's words by itself. */
export const pageFor = (format: StoryFormat): Omit<PageOptions, "palette"> =>
  format === "html" ? { ...usualPage, title: false, isTranslated: true } : usualPage;

/** A step's view with the step's own words, or why the view cannot be opened. */
export async function composeStep(
  story: Story,
  step: StoryStep,
  options: PageOptions,
  { stories, compose, documents }: PageTools,
): Promise<StoryPage | ProblemReport> {
  const aside = await stories.openAside(step.view, options.stage);
  if (!("graph" in aside)) return aside;
  const { graph } = aside;
  const state = await withMeasures(aside.state, graph);
  const facts = factsShown(state, graph);
  const [own, ...translations] = await compose(
    { state, graph, camera: null, documents },
    {
      options,
      step: { title: step.title, text: step.text, annotations: step.annotations },
      story: story.title.trim() || "story",
    },
  );
  return { ...own, facts, changes: changesBetween(step.claims, facts.claims), translations };
}
