/** Names as the files of a data set write them, made of what a table says. */
import { observationType, reservedLabels } from "../reserved.ts";

const words = (text: string): string[] =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .split(/[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])/)
    .filter((word) => word !== "");

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();

/** `TV show` → `TvShow`; what cannot be written so is called by `otherwise`. */
export function labelOf(kind: string, otherwise: string): string {
  const label = words(kind.replace(/^[^\p{L}]+/u, ""))
    .map(capital)
    .join("");
  return label === "" || reservedLabels.has(label) ? otherwise : label;
}

/** `worked at` → `WORKED_AT` */
export function typeOf(kind: string, otherwise: string): string {
  const type = words(kind)
    .map((word) => word.toUpperCase())
    .join("_")
    .replace(/^[\d_]+/, "");
  return type === "" || type === observationType ? otherwise : type;
}

/** `Market value` → `marketValue`; a name that the program gives itself gets `own` before it. */
export function propertyOf(column: string, reserved: ReadonlySet<string>, otherwise: string): string {
  const [first, ...rest] = words(column.replace(/:\w+(\[\])?$/, ""));
  const name = first === undefined ? "" : first.toLowerCase() + rest.map(capital).join("");
  if (!/^[a-z]/.test(name)) return otherwise;
  return reserved.has(name) ? `own${capital(name)}` : name;
}

/** Far from what addresses and links take. */
const longestId = 80;

/** `Ada Lovelace` → `ada-lovelace`; a number alone, and what has no such letters, goes on after `otherwise`. */
export function idOf(text: string, otherwise: string): string {
  const id = words(text)
    .map((word) => word.toLowerCase())
    .join("-")
    .slice(0, longestId)
    .replace(/-$/, "");
  if (id === "") return otherwise;
  return /^\d+$/.test(id) ? `${otherwise.replace(/-\d+$/, "")}-${id}` : id;
}

/** Names that are given, each with the last number that was tried after it. */
export type Given = Map<string, number>;

/** Gives each thing a name that no other has: a second `x` becomes `x-2`. */
export function unique(given: Given, name: string, between: string): string {
  let found = name;
  let last = given.get(name) ?? 0;
  while (given.has(found)) found = `${name}${between}${(last = Math.max(last, 1) + 1)}`;
  given.set(name, last);
  if (found !== name) given.set(found, 0);
  return found;
}
