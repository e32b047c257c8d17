/** Whether a cited passage names what is claimed: both ends of a relationship, or a figure's entity and value. */
import type { Properties } from "../../../schema/graph.ts";
import { normalizeQuery } from "../../search/normalize.ts";

/** Every name of an entity, longest first. */
export function namesOf(properties: Properties): string[] {
  const names = ["nameEn", "nameZhHant", "nameZhHans", "shortEn", "shortZhHant", "shortZhHans", "title"].map(
    (name) => properties[name],
  );
  const lists = ["aliases", "tickers"].flatMap((name) => properties[name] ?? []);
  return [...names, ...lists].filter((name) => typeof name === "string").toSorted((a, b) => b.length - a.length);
}

/** Whether one of the names stands in the passage, in whatever script or spacing. */
export function isNamed(names: readonly string[], passage: string): boolean {
  const read = normalizeQuery(passage);
  return names.some((name) => {
    const wanted = normalizeQuery(name);
    return wanted !== "" && read.includes(wanted);
  });
}

const scales: readonly [number, string][] = [
  [1e12, "兆"],
  [1e8, "億"],
  [1e4, "萬"],
  [1e3, "千"],
  [1, ""],
];

/** The ways an article may write a number: 426400 → 42.64萬, 426,400; 0.41 → 41%. */
export function writtenForms(value: number): string[] {
  const digits = (number: number) => String(Number(number.toPrecision(12)));
  const plain = scales.map(([scale, word]) => digits(Math.abs(value) / scale) + word);
  const grouped = Math.abs(value).toLocaleString("en-US");
  return [...plain, grouped, `${digits(Math.abs(value) * 100)}%`];
}

/** Whether a passage holds the value in one of its forms; words and dates are not looked for. */
export function holdsValue(properties: Properties, passage: string): boolean {
  const { value } = properties;
  if (typeof value !== "number") return true;
  const read = passage
    .replaceAll(/[，,\s]/g, "")
    .replaceAll("万", "萬")
    .replaceAll("亿", "億")
    .replaceAll("％", "%");
  return writtenForms(value).some((form) => read.includes(form.replaceAll(",", "")));
}
