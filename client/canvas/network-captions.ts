/** What every line of a small network says, in the middle of each, and what a name that stands alone is there for. Pure. */
import { type Box, type Point, pointAt, strikes } from "../../scene/geometry.ts";
import { curveOf } from "../../scene/lines.ts";
import type { ExplorerGraph } from "../view/graph.ts";
import { degreeIn, isBundle } from "../view/groups.ts";
import type { ExplorerState } from "../store.ts";
import { say } from "../strings/strings.ts";
import { isAboutDisagreements, isInColumns } from "../view/question-view.ts";
import type { Appearance } from "./appearance-types.ts";
import type { ScreenLine } from "./line-captions.ts";

/** With more lines than these, only those of what is selected speak. */
export const mostLines = 36;

/** Lines that carry words: all that are not dimmed nor a bundle of one, where they are few and do not run between columns. */
export function networkLines(
  state: ExplorerState,
  { relationships, edge }: Pick<Appearance, "relationships" | "edge">,
): string[] | null {
  if (isInColumns(state) || relationships.size === 0 || relationships.size > mostLines) return null;
  return [...relationships].filter((id) => !edge(id).dimmed && !(isBundle(id) && edge(id).count === 1)).sort();
}

/** Of a question about disagreements: a name that no line reaches is there for its figures. */
export function noteOf(state: ExplorerState, graph: ExplorerGraph, id: string): string | null {
  const { answer } = state;
  if (answer === null || isInColumns(state) || !answer.figures["alone"] || degreeIn(graph, id) > 0) return null;
  if (!answer.subgraph.nodes.some((node) => node.id === id)) return null;
  return isAboutDisagreements(answer) ? say(state.language, "rivals.figures") : null;
}

/** The curve of a line on screen, in straight pieces. */
export function piecesOf(line: ScreenLine, pieces = 10): (readonly [Point, Point])[] {
  const points = curveOf(line);
  return Array.from({ length: pieces }, (_, i) => [pointAt(points, i / pieces), pointAt(points, (i + 1) / pieces)]);
}

/** So flat a line would vanish behind words on it, which stand above or below it instead. */
const flat = 0.35;
/** Where along a line its words may stand, best first. */
const shares = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74] as const;

/** Boxes to try for the words of a line, best first: on it, or beside it where it runs level. */
export function middlePlaces(line: ScreenLine, width: number, height: number): Box[] {
  const points = curveOf(line);
  return shares.flatMap((share) => {
    const at = pointAt(points, share);
    const [before, after] = [pointAt(points, share - 0.04), pointAt(points, share + 0.04)];
    const slope = Math.abs(after.y - before.y) / Math.max(Math.abs(after.x - before.x), 1e-6);
    const rise = slope < flat ? (height + slope * width) / 2 + 2 : 0;
    const centers = rise > 0 ? [at.y - rise, at.y + rise] : [at.y];
    return centers.map((y) => ({
      left: at.x - width / 2,
      right: at.x + width / 2,
      top: y - height / 2,
      bottom: y + height / 2,
    }));
  });
}

/** The box that the fewest other lines strike; the first of those. */
export function leastStruck(boxes: readonly Box[], others: readonly (readonly [Point, Point])[]): Box | undefined {
  let best: { box: Box; struck: number } | undefined;
  for (const box of boxes) {
    const struck = others.filter(([from, to]) => strikes(from, to, box)).length;
    if (!best || struck < best.struck) best = { box, struck };
    if (struck === 0) break;
  }
  return best?.box;
}
