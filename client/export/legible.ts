/** A view on a page with its text as large as leaves every name its place, since a page shows it smaller than the screen. */
import { composeSheet } from "../../scene/sheet.ts";
import type { SheetOptions } from "../../scene/sheet/forms.ts";
import type { Composed } from "../../scene/page.ts";
import { boxAround, overlaps } from "../../scene/geometry.ts";
import type { Scene, SceneWord } from "../../scene/scene.ts";
import { type SceneRequest, type Subject, describeScene } from "./scene-of.ts";
import { columnsOf, widenedFor } from "./widen.ts";

/** The usual text, 12 pixels, is this many times as large on a page that is read from the back of a room: 10 points. */
const enough = 1.11;
/** With more names than this, text of that size would leave most of them out. */
const mostNames = 250;
/** So many sizes are tried between that and the one that the view has by itself. */
const tries = 5;

/** How large text comes out on a page, against its usual size. */
const textOn = ({ scene, sheet }: Composed): number => scene.scale * sheet.pixel;

const namesIn = ({ words }: Scene): SceneWord[] => words.filter(({ of }) => of === "node");

/** Free pixels that a line needs between a name and the mark that it leads to. */
const beforeMark = 24;

/** How many names reach so far toward a mark beside them that no line between them is seen. */
function crowdedIn(scene: Scene): number {
  const marks = scene.nodes.map(({ at, radius }) => boxAround(at, 2 * radius, 2 * radius));
  const isCrowded = ({ box, id }: SceneWord) => {
    const wide = { ...box, left: box.left - 2, right: box.right + beforeMark * scene.scale };
    return marks.some((mark, i) => scene.nodes[i]?.node.id !== id && overlaps(mark, wide));
  };
  return namesIn(scene).filter(isCrowded).length;
}

/** `finish` puts into a scene what belongs to its page. */
export function composeLegibly(
  subject: Subject,
  request: SceneRequest,
  options: SheetOptions,
  finish: (scene: Scene) => Scene,
): Composed {
  const composeAt = (zoom: number, more: Partial<SceneRequest> = {}): Composed => {
    const scene = finish(describeScene(subject, { ...request, zoom, ...more }));
    return { scene, sheet: composeSheet(scene, options, subject.ruler) };
  };
  const usual = composeAt(1);
  const names = namesIn(usual.scene).length;
  const lacking = textOn(usual) / enough;
  if (options.size === "free" || names > mostNames || lacking >= 1) return usual;
  const crowded = crowdedIn(usual.scene);
  const columns = columnsOf(usual.scene, subject, request);
  for (let i = 0; i < tries; i++) {
    // A page with larger names needs more room beside them, so the first goes a little further.
    const zoom = (lacking * 0.94) ** ((tries - i) / tries);
    const larger = composeAt(zoom, widenedFor(usual, columns, zoom));
    const hasRoom = namesIn(larger.scene).length >= names && crowdedIn(larger.scene) <= crowded;
    if (hasRoom && textOn(larger) > textOn(usual)) return larger;
  }
  return usual;
}
