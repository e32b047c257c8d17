/** The steps of a story as pages, each composed from its own view with the facts as they are now. */
import { type SheetOptions, usualSheet } from "../../scene/sheet/forms.ts";
import { composeSheet } from "../../scene/sheet.ts";
import type { Ruler } from "../../scene/text.ts";
import type { GraphNode } from "../../schema/graph.ts";
import type { Language } from "../../schema/language.ts";
import type { Story, StoryStep } from "../../schema/story.ts";
import type { Palette } from "../../scene/colors.ts";
import type { Composed } from "../export/compose.ts";
import { describeScene } from "../export/scene-of.ts";
import type { Stories } from "../explorer/story.ts";
import { withMeasures } from "../measures/measure.ts";
import { type ClaimChanges, type Claims, changesBetween, claimsShown } from "./digest.ts";

export interface StoryPage extends Composed {
  /** How the facts differ from what they were when the step was made; null where they do not. */
  changes: ClaimChanges | null;
  /** The facts as they are now. */
  claims: Claims;
  /** The page in other languages, by language, where they were asked for. */
  translations: Composed[];
}

export interface PageOptions extends SheetOptions {
  palette: Palette;
  /** Other languages that are wanted too. */
  languages: readonly Language[];
}

export interface PageTools {
  stories: Pick<Stories, "openAside">;
  ruler: Ruler;
  documents: readonly GraphNode[];
}

export const usualPage = { ...usualSheet, languages: [] } as const;

/** A step's view with the step's own words; null where the view cannot be opened. */
export async function composeStep(
  story: Story,
  step: StoryStep,
  options: PageOptions,
  { stories, ruler, documents }: PageTools,
): Promise<StoryPage | null> {
  const aside = await stories.openAside(step.view);
  if (aside === null) return null;
  const { graph } = aside;
  const state = await withMeasures(aside.state, graph);
  const composeIn = (language: Language): Composed => {
    const subject = { state: { ...state, language }, graph, ruler, camera: null, documents };
    const whole = describeScene(subject, { scope: "screen", palette: options.palette });
    const scene = {
      ...whole,
      annotations: step.annotations,
      text: { ...whole.text, title: step.title, standfirst: step.text, standfirstLines: 6 },
      about: { ...whole.about, question: story.title.trim() || "story", parameters: [] },
    };
    return { scene, sheet: composeSheet(scene, options, ruler) };
  };
  const claims = claimsShown(state, graph);
  return {
    ...composeIn(state.language),
    claims,
    changes: changesBetween(step.claims, claims),
    translations: options.languages.map(composeIn),
  };
}
