/** Keeps as text what a person means as text, though YAML reads a number: `start: 2006`, `ticker: 09903`, `en: 360`. */
import { isMap, isScalar, isSeq, visit, type Node } from "yaml";
import type { PropertyForm, Vocabulary } from "../../schema/vocabulary.ts";
import type { Source } from "./source.ts";

const alwaysText = [
  "to",
  "key",
  "measure",
  "saidBy",
  "start",
  "end",
  "asOf",
  "published",
  "writtenAfter",
  "en",
  "zh-Hant",
  "zh-Hans",
  "aliases",
  "unit",
  "title",
];

/** Restores, in place, the text of every scalar that stands where text or a date belongs. */
export function keepAsWritten(source: Source, vocabulary?: Vocabulary): void {
  const text = new Set([...alwaysText, ...textProperties(vocabulary)]);
  visit(source.document, {
    Map(_, map) {
      const measure = map.get("measure");
      const valueIsDate = typeof measure === "string" && vocabulary?.measures[measure]?.form === "date";
      for (const { key, value } of map.items) {
        if (!isScalar(key) || typeof key.value !== "string") continue;
        if (text.has(key.value) || (key.value === "value" && valueIsDate)) restore(value as Node | null);
      }
    },
  });
}

function restore(node: Node | null): void {
  if (isSeq(node)) for (const item of node.items) restore(item as Node);
  else if (isScalar(node) && node.value !== null && typeof node.value !== "string" && node.source !== undefined)
    node.value = node.source;
  else if (isMap(node)) return;
}

function textProperties(vocabulary: Vocabulary | undefined): string[] {
  if (vocabulary === undefined) return [];
  return [...Object.values(vocabulary.labels), ...Object.values(vocabulary.relationships)]
    .flatMap(({ properties = {} }) => Object.entries<PropertyForm>(properties))
    .filter(([, { form }]) => form === "string" || form === "date" || form === "choice")
    .map(([name]) => name);
}
