/** A view on a page with its text as large as leaves every name its place, since a page shows it smaller than the screen. */
import { composeSheet } from "../../scene/sheet.ts";
import { type SheetOptions, margin, pageSizes } from "../../scene/sheet/forms.ts";
import { sideWidth } from "../../scene/sheet/key.ts";
import type { Composed } from "../../scene/page.ts";
import { boxAround, overlaps } from "../../scene/geometry.ts";
import type { Scene, SceneWord } from "../../scene/scene.ts";
import { type SceneRequest, type Subject, describeScene, extentOf } from "./scene-of.ts";
import { columnsOf, widenedFor } from "./widen.ts";

/** The usual text, 12 pixels, is this many times as large on a page that is read from the back of a room: 10 points. */
const enough = 1.11;
/** With more names than this, text of that size would leave most of them out. */
const mostNames = 250;
/** Of so many, more can be named in text that is a little smaller. */
const enoughForMany = 0.85;
/** Text that is smaller than this share of the usual is no text: then a few names are shown that can be read. */
const least = 0.5;
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

/** Room on a page that is not the drawing's, above and below. */
const aboveAndBelow = 120;

/** How much closer together many things have to lie to fill a page under text that can be read; null where it can. */
function zoomOfMany(subject: Subject, request: SceneRequest, { size }: SheetOptions): number | null {
  if (size === "free" || subject.graph.order <= mostNames) return null;
  const { nodes, box, scale } = extentOf(subject, request);
  if (nodes <= mostNames) return null;
  const page = pageSizes[size];
  const width = page.width - 2 * margin - sideWidth;
  const height = page.height - 2 * margin - aboveAndBelow;
  const fit = Math.min(width / (box.right - box.left), height / (box.bottom - box.top));
  return scale * fit < least ? (scale * fit) / enoughForMany : null;
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
  const many = zoomOfMany(subject, request, options);
  if (many !== null) return composeAt(many);
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
