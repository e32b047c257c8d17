/** Layers and years that leave the sides of their page empty are drawn wider than the view has them. */
import type { Composed } from "../../scene/page.ts";
import type { Scene } from "../../scene/scene.ts";
import { guidesOf } from "../view/graph.ts";
import type { SceneRequest, Subject } from "./scene-of.ts";

/** So many times wider years are drawn at most. */
const mostStretch = 1.5;
/** Pixels that lines need between two layers, and which share of that between two columns of one. */
const between = 34;
const within = 0.4;

/** Where a column of marks stands in the picture, and how far marks and names reach to its left and right, at any zoom. */
interface Column {
  x: number;
  before: number;
  after: number;
  /** How much of what lies between two layers lies before it. */
  share: number;
}

/** What may be moved from left to right without a change of what places mean. */
export type Columns = readonly Column[] | "years" | null;

/** `scene` is the view as it is drawn at its own size. */
export function columnsOf(scene: Scene, { graph, camera }: Subject, { scope }: SceneRequest): Columns {
  const guides = guidesOf(graph);
  if (guides?.kind === "timeline") return "years";
  if (guides?.kind !== "layered") return null;
  const lens = scope === "view" ? camera?.lens : undefined;
  const names = new Map(scene.words.filter(({ of }) => of === "node").map(({ id, box }) => [id, box]));
  return [...guides.layers, ...guides.further]
    .toSorted((a, b) => a - b)
    .map((edge) => {
      const { x } = lens?.toScreen({ x: edge, y: 0 }) ?? { x: edge };
      const members = scene.nodes.filter(({ at }) => Math.abs(at.x - x) < 0.5);
      const marks = members.map(({ radius }) => ({ left: x - radius, right: x + radius }));
      const boxes = [...marks, ...members.flatMap(({ node }) => names.get(node.id) ?? [])];
      return {
        x,
        before: x - Math.min(x, ...boxes.map(({ left }) => left)),
        after: Math.max(x, ...boxes.map(({ right }) => right)) - x,
        share: guides.further.includes(edge) ? within : 1,
      };
    });
}

/** How a scene must be asked for to be as wide as its page, when heights are drawn by `zoom`. */
export function widenedFor(usual: Composed, columns: Columns, zoom: number): Pick<SceneRequest, "across"> {
  if (columns === null || columns.length === 0) return {};
  const { box } = usual.scene;
  const wanted = usual.sheet.room * (box.bottom - box.top) * zoom;
  if (columns === "years") {
    const stretch = Math.min(Math.max(wanted / ((box.right - box.left) * zoom), 1), mostStretch);
    return { across: (x) => x * zoom * stretch };
  }
  const needed = columns.reduce((sum, { before, after }) => sum + before + after, 0);
  const gaps = columns.slice(1).reduce((sum, { share }) => sum + share, 0);
  const gap = gaps === 0 ? 0 : Math.max(between, (wanted - needed) / gaps);
  let reached = 0;
  const places = columns.map(({ x, before, after, share }, i) => {
    const to = reached + (i === 0 ? 0 : gap * share) + before;
    reached = to + after;
    return { from: x, to };
  });
  return { across: (x) => through(places, x, zoom) };
}

interface Place {
  from: number;
  to: number;
}

/** Between two places in proportion, and beyond them by `zoom`. */
function through(places: readonly Place[], x: number, zoom: number): number {
  const i = places.findLastIndex(({ from }) => from <= x);
  const [one, next] = [places[i], places[i + 1]];
  if (one === undefined) return (next?.to ?? 0) + (x - (next?.from ?? 0)) * zoom;
  if (next === undefined) return one.to + (x - one.from) * zoom;
  return one.to + ((x - one.from) / (next.from - one.from)) * (next.to - one.to);
}
