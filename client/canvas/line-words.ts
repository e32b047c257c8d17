/** What lines say, each at its own line, and notes of names that stand alone. Pure; screen and exports share it. */
import { mix } from "../../scene/colors.ts";
import { type Box, overlaps } from "../../scene/geometry.ts";
import { type Path, isAtOwn, middlePlaces, pathOf } from "../../scene/line-places.ts";
import { curveOf } from "../../scene/lines.ts";
import { type Measure, cutTo, textStyles } from "../../scene/text.ts";
import { type LineWords, captionedLines, countSign, lineWords, wordPlaces } from "./line-captions.ts";
import { mostLines, networkLines, noteOf } from "./network-captions.ts";
import { type Drawn, type NameLayout, type Word, type Words, screenLine } from "./words.ts";

/** Places notes, then what lines say, where names and marks leave room. */
export function sayMore(drawn: Drawn, { names, taken }: NameLayout, measure: Measure): Pick<Words, "notes" | "lines"> {
  const notes = layNotes(drawn, names, measure);
  return { notes, lines: layLineWords(drawn, measure, [...taken, ...notes.map(({ box }) => box)]) };
}

/** Words on lines, none over a name, a mark or another's words. */
function layLineWords(drawn: Drawn, measure: Measure, taken: readonly Box[]): Word[] {
  const network = networkLines(drawn.state, drawn.appearance);
  if (network !== null) return layNetworkWords(drawn, network, measure, taken);
  const words = layEgoWords(drawn, measure, taken);
  return [...words, ...layCounts(drawn, measure, taken, words)];
}

/** So many lines say how many relationships they stand for, those that stand for the most. */
const mostCounted = 60;

/** In the middle of lines for several relationships that say nothing else: how many those are. */
function layCounts(drawn: Drawn, measure: Measure, taken: readonly Box[], said: readonly Word[]): Word[] {
  const { state, appearance, colors, scale, stage } = drawn;
  const sets = [...new Set(appearance.parallels.values())].toSorted((a, b) => b.length - a.length);
  const { language } = state;
  const words: Word[] = [];
  for (const [id = "", ...others] of sets.slice(0, mostCounted)) {
    if (appearance.edge(id).dimmed || said.some((word) => word.id === id)) continue;
    const text = countSign(others.length + 1);
    const [width, height] = [scale * measure(text, "line", language), scale * textStyles.line.size * 1.2];
    const path = pathsOf(drawn, [id]).get(id) ?? [];
    const boxes = middlePlaces(path, width, height).filter((box) => overlaps(box, stage));
    const [box] = freeOf(boxes, taken, [...said, ...words]);
    if (box) words.push({ text, language, kind: "line", color: colors.ink2, box, id });
  }
  return words;
}

/** Words at the far ends of the lines of what is selected or pointed at. */
function layEgoWords(drawn: Drawn, measure: Measure, taken: readonly Box[]): Word[] {
  const { state, graph, appearance } = drawn;
  const captioned = captionedLines(state, graph, appearance.relationships);
  if (captioned === null) return [];
  const { hub, lines } = captioned;
  const beside = graph.edges(hub).filter((id) => appearance.relationships.has(id));
  const paths = pathsOf(drawn, [...lines, ...beside.slice(0, mostLines)]);
  const words: Word[] = [];
  for (const id of lines) {
    const said = wordsOf(drawn, id, measure);
    const farEnd = graph.source(id) === hub ? "to" : "from";
    const { width, height } = said;
    const boxes = [
      ...wordPlaces(screenLine(drawn, id), farEnd, width, height).map(({ x, y }): Box => ({
        left: x,
        top: y,
        right: x + width,
        bottom: y + height,
      })),
      ...middlePlaces(paths.get(id) ?? [], width, height),
    ];
    // What a line says that stands out alone is at no other.
    const free = freeOf(boxes, taken, words);
    const box = ownPlace(drawn, id, paths, free) ?? (lines.length === 1 ? free[0] : undefined);
    if (box) words.push({ ...said.word, box });
  }
  return words;
}

/** Words in the middle of every line of a small network. */
function layNetworkWords(drawn: Drawn, lines: readonly string[], measure: Measure, taken: readonly Box[]): Word[] {
  const { appearance } = drawn;
  const bright = [...appearance.relationships].filter((id) => !appearance.edge(id).dimmed);
  const paths = pathsOf(drawn, bright);
  const words: Word[] = [];
  // Long words have the fewest places.
  const all = lines.map((id) => ({ id, ...wordsOf(drawn, id, measure) })).toSorted((a, b) => b.width - a.width);
  for (const { id, ...said } of all) {
    const boxes = middlePlaces(paths.get(id) ?? [], said.width, said.height);
    const box = ownPlace(drawn, id, paths, freeOf(boxes, taken, words));
    // Quieter than the names, as there are many of them.
    const color = said.disputed ? said.word.color : drawn.colors.ink3;
    if (box) words.push({ ...said.word, color, box });
  }
  return words;
}

const pathsOf = (drawn: Drawn, lines: readonly string[]): Map<string, Path> =>
  new Map(lines.map((id) => [id, pathOf(curveOf(screenLine(drawn, id)))]));

/** The first of the boxes that is at its own line rather than at another. */
function ownPlace({ scale }: Drawn, id: string, paths: Map<string, Path>, boxes: readonly Box[]): Box | undefined {
  const others = [...paths].flatMap(([other, path]) => (other === id ? [] : [path]));
  return boxes.find((box) => isAtOwn(box, paths.get(id) ?? [], others, scale));
}

const freeOf = (boxes: readonly Box[], taken: readonly Box[], words: readonly Word[]): Box[] =>
  boxes.filter((box) => ![...taken, ...words.map((word) => word.box)].some((other) => overlaps(box, other, 2)));

/** Widest words on a line before its dates; a post's title may be long. */
const widestWords = 140;

function wordsOf({ state, graph, colors, scale }: Drawn, id: string, measure: Measure) {
  const said: LineWords = lineWords(state, graph, id);
  const width = (text: string) => measure(text, "line", said.language);
  const text = cutTo(said.text, widestWords, width) + said.rest;
  const color = said.disputed ? colors.family.people : mix(colors.ink2, colors.ink, 0.2);
  return {
    disputed: said.disputed,
    word: { text, language: said.language, kind: "line" as const, color, id },
    width: scale * width(text),
    height: scale * textStyles.line.size * 1.2,
  };
}

/** What a name that stands alone is there for, under it. */
function layNotes({ state, graph, colors, scale }: Drawn, names: NameLayout["names"], measure: Measure): Word[] {
  const { language } = state;
  return names.flatMap(({ id, box }) => {
    const text = noteOf(state, graph, id);
    if (text === null) return [];
    const [width, height] = [scale * measure(text, "line", language), scale * textStyles.line.size * 1.2];
    const at = { left: box.left, right: box.left + width, top: box.bottom, bottom: box.bottom + height };
    return [{ text, language, kind: "line" as const, color: colors.family.people, box: at, id }];
  });
}
