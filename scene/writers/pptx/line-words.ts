/** What lines say, at the connectors as they are drawn. */
import { type Box, boxAround, overlaps, shift } from "../../geometry.ts";
import { type Path, isAtOwn, isClearOf, middlePlaces } from "../../line-places.ts";
import type { SceneLine } from "../../scene.ts";
import { type Sheet, type SheetText, textBox } from "../../sheet/forms.ts";
import { alongConnector } from "./drawing.ts";
import type { Glued } from "./glue.ts";

type Joined = Pick<SceneLine, "relationship"> & { glued: Glued };

/** The two names of a line, in one order. */
export const pairOf = ({ relationship: { start, end } }: Joined | SceneLine): string =>
  [start, end].toSorted().join(" ");

/** Straight pieces of a connector; a straight one is one. */
function pathOf({ glued }: Joined): Path {
  const pieces = glued.way.form === "straight" ? 1 : 16;
  return Array.from({ length: pieces + 1 }, (_, i) => alongConnector(glued, i / pieces));
}

/** Free pixels between words one below the other. */
const leading = 2.5;

/**
 * The sheet's texts, with those of lines where their connectors run, clear of names and of lines between other names:
 * what several lines between the same two say stands one below the other. What finds no room is left out.
 */
export function wordsOnConnectors(
  { texts, nodes, pixel }: Pick<Sheet, "texts" | "nodes" | "pixel">,
  joined: readonly Joined[],
): SheetText[] {
  const isSaid = ({ role }: SheetText) => role === "relationship";
  const said = texts.filter(isSaid);
  if (said.length === 0) return [...texts];
  const lines = new Map(joined.map((line) => [line.relationship.id, { pair: pairOf(line), path: pathOf(line) }]));
  const taken: Box[] = [
    ...texts.filter(({ role }) => role === "node").map(textBox),
    ...nodes.map(({ at, radius }) => boxAround(at, 2 * radius, 2 * radius)),
  ];
  const stacks = new Map<string, Box[]>();
  const placed = said.flatMap((text): SheetText[] => {
    const line = lines.get(text.id ?? "");
    if (line === undefined) return [];
    const others = [...lines.values()].flatMap(({ pair, path }) => (pair === line.pair ? [] : [path]));
    const box = textBox(text);
    const stack = stacks.get(line.pair) ?? [];
    stacks.set(line.pair, stack);
    const [width, height] = [box.right - box.left, box.bottom - box.top];
    const beside = stack.flatMap((each) => {
      const over = boxAround({ x: (each.left + each.right) / 2, y: (each.top + each.bottom) / 2 }, width, height);
      return [1, -1].map((way) => shift(over, { x: 0, y: way * (height + leading) }));
    });
    const isFree = (each: Box) => !taken.some((other) => overlaps(each, other, 2));
    const place =
      beside.find((each) => isFree(each) && isClearOf(each, others, pixel)) ??
      [box, ...middlePlaces(line.path, width, height)].find(
        (each) => isFree(each) && isAtOwn(each, line.path, others, pixel),
      );
    if (place === undefined) return [];
    taken.push(place);
    stack.push(place);
    return [{ ...text, x: text.x + place.left - box.left, y: text.y + place.top - box.top }];
  });
  return [...texts.filter((text) => !isSaid(text)), ...placed];
}
