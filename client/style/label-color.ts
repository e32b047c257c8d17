/** The color of a label's mark beside its name: a person's own, else its family's. Pure. */
import { hues } from "../../scene/class-colors.ts";
import type { LabelForm } from "../../schema/vocabulary.ts";
import type { ExplorerState } from "../store.ts";

/** As CSS. */
export function labelColor(
  { style, theme }: Pick<ExplorerState, "style" | "theme">,
  label: string,
  family: LabelForm["family"],
) {
  const hue = style.own[`label=v:${label}`]?.hue;
  return hue === undefined ? `var(--family-${family})` : hues[theme][hue];
}
