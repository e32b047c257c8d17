/** A shown path and its conditions in a link. */
import { type PathOptions, usualPath } from "../store.ts";
import { Unreadable, atom, readAtom, readChoice } from "./pieces.ts";

export interface LinkedPath {
  ends: readonly string[];
  options: PathOptions;
  shown: number;
}

export const writePath = ({ ends, shown }: LinkedPath): string => [...ends.map(atom), shown].join(",");

export function readPath(text: string, path: LinkedPath | null): LinkedPath {
  const pieces = text.split(",");
  const shown = Number(pieces.at(-1));
  const ends = pieces.slice(0, -1).map(readAtom);
  const isFine = ends.length >= 2 && ends.length <= 6 && !ends.includes("") && Number.isInteger(shown) && shown >= 0;
  if (!isFine) throw new Unreadable();
  return { ends, options: path?.options ?? usualPath, shown };
}

/** Lists among the conditions of a path, by the words that stand for them. */
const pathLists = [
  ["certainty", "certainties"],
  ["type", "types"],
  ["label", "labels"],
  ["no-type", "withoutTypes"],
  ["no-label", "withoutLabels"],
  ["not", "without"],
] as const satisfies ReadonlyArray<[string, keyof PathOptions]>;

export function writePathOptions(options: PathOptions): string {
  const lists = pathLists.flatMap(([word, name]) => options[name].map((item) => `${word}:${atom(item)}`));
  const plain = [
    ...(options.which === usualPath.which ? [] : [`which:${options.which}`]),
    ...(options.maxLength === usualPath.maxLength ? [] : [`most:${options.maxLength}`]),
    ...(options.dates === usualPath.dates ? [] : [`dates:${options.dates}`]),
  ];
  return [...plain, ...lists].join(",");
}

export function readPathOptions(text: string): PathOptions {
  const options: PathOptions = { ...usualPath };
  for (const part of text.split(",")) {
    const [word = "", value = "", ...rest] = part.split(":");
    const list = pathLists.find(([name]) => name === word)?.[1];
    if (value === "" || rest.length > 0) throw new Unreadable();
    if (list !== undefined) options[list] = [...options[list], readAtom(value)];
    else if (word === "which") options.which = readChoice(value, ["shortest", "best"]);
    else if (word === "dates") options.dates = readChoice(value, ["any", "possible", "certain"]);
    else if (word === "most") options.maxLength = Number(readChoice(value, ["1", "2", "3", "4", "5", "6", "7", "8"]));
    else throw new Unreadable();
  }
  return options;
}
