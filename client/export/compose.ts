/** A view on a page, as it is asked for; free of the DOM. */
import { isDerived } from "../../schema/graph.ts";
import { languages } from "../../schema/language.ts";
import type { Composed } from "../../scene/page.ts";
import type { Scene } from "../../scene/scene.ts";
import { composeSheet } from "../../scene/sheet.ts";
import type { SheetOptions } from "../../scene/sheet/forms.ts";
import { type FormatId, isPicture } from "../../scene/writers/formats.ts";
import { hasGroups, isBundle, opened, withMembers } from "../view/groups.ts";
import { type ExplorerState, selectionOf } from "../store.ts";
import { readStrings } from "../strings/strings.ts";
import { composeLegibly } from "./legible.ts";
import { type SceneRequest, type Subject, describeScene } from "./scene-of.ts";

export interface ExportOptions extends SceneRequest, SheetOptions {
  format: FormatId;
  /** With all columns, as on a larger screen, where this one has folded the outer ones away. */
  unfolded?: boolean;
  /** Pixels of a PNG to each of the page. */
  scale: 1 | 2 | 3 | 4;
}

export function compose(subject: Subject, options: ExportOptions): Composed {
  if (isPicture(options.format)) return composeLegibly(subject, options, options, (scene) => scene);
  const scene = sourced(describeScene(withOpenGroups(subject), { ...options, apart: true }));
  return { scene, sheet: composeSheet(scene, options, subject.ruler) };
}

/** Data has the members of groups, and their lines one by one; what is selected of groups is their members. */
function withOpenGroups(subject: Subject): Subject {
  const { state, graph } = subject;
  if (!hasGroups(graph)) return subject;
  const selection = selectionOf(state);
  const ids = selection?.kind === "node" ? withMembers(graph, selection.ids) : [];
  const [first] = ids;
  const bundle = state.selected?.kind === "relationship" && isBundle(state.selected.id);
  const chosen: Partial<ExplorerState> =
    first !== undefined
      ? { selected: { kind: "node", id: first }, alsoSelected: new Set(ids) }
      : bundle
        ? { selected: null }
        : {};
  return { ...subject, state: { ...state, ...chosen }, graph: opened(graph) };
}

/** Data is what sources say: what is derived is left out. */
const sourced = (scene: Scene): Scene => ({
  ...scene,
  lines: scene.lines.filter(({ relationship }) => !isDerived(relationship)),
});

/** The same in the other languages, for a format that speaks all of them; between two of them it can be given up. */
export async function composeTranslations(
  subject: Subject,
  options: ExportOptions,
  signal?: AbortSignal,
): Promise<Composed[]> {
  if (options.format !== "html") return [];
  const others = languages.filter((language) => language !== subject.state.language);
  await readStrings(...others);
  const translations: Composed[] = [];
  for (const language of others) {
    // A large view takes a second each, in which the page would not answer.
    await new Promise((resolve) => setTimeout(resolve));
    signal?.throwIfAborted();
    translations.push(compose({ ...subject, state: { ...subject.state, language } }, options));
  }
  return translations;
}
