/** A step's view on its pages, by the words that the step has for it. */
import type { Palette } from "../../scene/colors.ts";
import type { Composed } from "../../scene/page.ts";
import type { SheetOptions } from "../../scene/sheet/forms.ts";
import { languages } from "../../schema/language.ts";
import { type StoryStep, annotatedNodes } from "../../schema/story.ts";
import { composeLegibly } from "../export/legible.ts";
import { readSceneParts } from "../export/read-parts.ts";
import type { SceneRequest, Subject } from "../export/scene-of.ts";

export interface PageOptions extends SheetOptions {
  palette: Palette;
  /** Whether the other languages are wanted too. */
  isTranslated: boolean;
  /** What views without places of their own are laid out on, where it is not a usual stage. */
  stage?: { width: number; height: number };
}

/** What is asked of a view: plain values, as it may be sent to a worker. */
export interface PageOrder {
  options: PageOptions;
  step: Pick<StoryStep, "title" | "text" | "annotations">;
  /** What files are named after. */
  story: string;
}

/** The view's own language first, then the others where they are wanted. */
export type ComposePages = (
  subject: Omit<Subject, "ruler">,
  order: PageOrder,
) => Promise<readonly [Composed, ...Composed[]]>;

/** A path is a page of its own, without what is not on it, unless something of that is annotated. */
function scopeOf({ state: { path } }: Subject, { annotations }: PageOrder["step"]): SceneRequest["scope"] {
  const isAlone = path !== null && annotations.flatMap(annotatedNodes).every((id) => path.nodes.has(id));
  return isAlone ? "selection" : "screen";
}

export async function composePages(
  subject: Subject,
  { options, step, story }: PageOrder,
): Promise<readonly [Composed, ...Composed[]]> {
  const { state } = subject;
  const others = options.isTranslated ? languages.filter((language) => language !== state.language) : [];
  await readSceneParts(state.language, ...others);
  const [own, ...translated] = [state.language, ...others].map((language) =>
    composeLegibly(
      { ...subject, state: { ...state, language } },
      { scope: scopeOf(subject, step), palette: options.palette },
      options,
      (scene) => ({
        ...scene,
        annotations: step.annotations,
        text: { ...scene.text, title: step.title, standfirst: step.text, standfirstLines: 6 },
        about: { ...scene.about, question: story, parameters: [] },
      }),
    ),
  ) as [Composed, ...Composed[]];
  return [own, ...translated];
}
