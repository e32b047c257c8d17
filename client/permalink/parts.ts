/** Question, time, style, stage and query in a link. */
import { Period } from "../../schema/as-of.ts";
import { hueNames } from "../../scene/hues.ts";
import {
  type OwnLook,
  type OwnLooks,
  type Style,
  type StylePart,
  type TimeView,
  measuredBy,
  usualStyle,
} from "../store.ts";
import { Unreadable, atom, readAtom, readChoice, readIds, readOne } from "./pieces.ts";

export interface LinkedQuestion {
  id: string;
  parameters: Readonly<Record<string, readonly string[]>>;
}

export interface LinkedStage {
  width: number;
  height: number;
}

export function writeQuestion({ id, parameters }: LinkedQuestion): string {
  const filled = Object.entries(parameters).map(([name, ids]) => `${atom(name)}:${ids.map(atom).join(",")}`);
  return [atom(id), ...filled].join(";");
}

export function readQuestion(text: string): LinkedQuestion {
  const [id = "", ...parameters] = text.split(";");
  const filled = parameters.map((parameter): [string, string[]] => {
    const [name = "", ids = "", ...rest] = parameter.split(":");
    if (name === "" || rest.length > 0) throw new Unreadable();
    return [readAtom(name), readIds(ids)];
  });
  return { id: readOne(id), parameters: Object.fromEntries(filled) };
}

/** `2020` as of a date, `2018..2020-06` between two, `2018..` and `..2020` open at an end, `all`; `-undated` without what has no date. */
export function writeTime({ from, to, undated }: TimeView): string {
  const period = from === undefined && to === undefined ? "all" : from === to ? from : `${from ?? ""}..${to ?? ""}`;
  return `${period}${undated ? "" : "-undated"}`;
}

export function readTime(text: string): TimeView {
  const undated = !text.endsWith("-undated");
  const period = undated ? text : text.slice(0, -"-undated".length);
  if (period === "all") return { undated };
  const [from = "", to = from, ...rest] = period.split("..");
  const read = Period.safeParse({ ...(from === "" ? {} : { from }), ...(to === "" ? {} : { to }) });
  if (!read.success || rest.length > 0 || (from === "" && to === "")) throw new Unreadable();
  return { ...read.data, undated };
}

const styleWords: ReadonlyArray<[StylePart, string]> = [
  ["nodeColor", "color"],
  ["nodeSize", "size"],
  ["lineColor", "line"],
  ["lineWidth", "width"],
];

/** `color:community,size:pagerank,line:certainty` */
export const writeStyle = (style: Style): string =>
  styleWords
    .flatMap(([part, word]) => {
      const field = style[part];
      return field === null ? [] : [`${word}:${atom(field)}`];
    })
    .join(",");

export function readStyle(text: string, { own }: Style): Style {
  const style: Record<StylePart, string | null> = { ...usualStyle };
  for (const piece of text.split(",")) {
    const [word, field = "", ...rest] = piece.split(":");
    const part = styleWords.find(([, name]) => name === word)?.[0];
    if (part === undefined || field === "" || rest.length > 0) throw new Unreadable();
    style[part] = readAtom(field);
  }
  return { ...usualStyle, ...style, own };
}

/** `thread=nvidia:green:,community=v:3::AMD alumni`, each piece escaped: a category, the color and the name given to it. */
export const writeOwn = (own: OwnLooks): string =>
  Object.entries(own)
    .map(([category, { hue = "", name = "" }]) => [category, hue, name].map(atom).join(":"))
    .join(",");

/** Letters of a category's own name. */
export const longestName = 60;

export const readOwn = (text: string): OwnLooks =>
  Object.fromEntries(
    text.split(",").map((piece): [string, OwnLook] => {
      const [category = "", hue = "", name = "", ...rest] = piece.split(":").map(readAtom);
      if (category === "" || hue + name === "" || name.length > longestName || rest.length > 0) throw new Unreadable();
      return [category, { ...(hue && { hue: readChoice(hue, hueNames) }), ...(name && { name }) }];
    }),
  );

/** As links of before have it: `pagerank`, `colors` or `pagerank,colors`. */
export function readOldStyle(text: string): Style {
  const words = text.split(",").map((word) => readChoice(word, [...measuredBy, "colors"]));
  const [nodeSize = null, ...rest] = words.filter((word) => word !== "colors");
  if (rest.length > 0) throw new Unreadable();
  return { ...usualStyle, nodeSize, nodeColor: words.includes("colors") ? "community" : null };
}

export function readStage(text: string): LinkedStage {
  const [, width, height] = /^([1-9]\d{0,4})x([1-9]\d{0,4})$/.exec(text) ?? [];
  if (width === undefined || height === undefined) throw new Unreadable();
  return { width: Number(width), height: Number(height) };
}

/** A longer one would make no address that other programs take. */
const longestCypher = 3000;
export const writeCypher = (text = "") => (text.length > longestCypher ? "" : text);

export function readCypher(text: string): string {
  if (text.length > longestCypher) throw new Unreadable();
  return text;
}
