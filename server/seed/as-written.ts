/** Keeps as text what a person means as text, though YAML reads a number: `start: 2006`, `ticker: 09903`, `en: 360`. */
import { isScalar, isSeq, visit, type Document, type Node } from "yaml";
import type { PropertyForm } from "../../schema/vocabulary.ts";

interface Owner {
  readonly properties?: Readonly<Record<string, Pick<PropertyForm, "form">>> | undefined;
}

/** What of a vocabulary decides which values are text; as it is written, or whole. */
export interface Forms {
  readonly labels: Readonly<Record<string, Owner>>;
  readonly relationships: Readonly<Record<string, Owner>>;
  readonly measures: Readonly<Record<string, { readonly form: string }>>;
}

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
  "description",
  "headline",
  "caption",
  "plural",
  "inverse",
];

/** Restores, in place, the text of every scalar that stands where text or a date belongs. */
export function keepAsWritten(document: Document, forms?: Forms): void {
  const text = textNames(forms);
  visit(document, {
    Map(_, map) {
      const measure = map.get("measure");
      const valueIsDate = typeof measure === "string" && forms?.measures[measure]?.form === "date";
      for (const { key, value } of map.items) {
        if (!isScalar(key)) continue;
        // An id may look like a number, or be the word null.
        restore(key, true);
        if (typeof key.value !== "string") continue;
        if (text.has(key.value) || (key.value === "value" && valueIsDate))
          restore(value as Node | null, names.has(key.value));
      }
    },
  });
}

/** Where nothing would make no sense, so that the word null is a name. */
const names: ReadonlySet<string> = new Set(["to", "en", "zh-Hant", "zh-Hans", "aliases"]);

function restore(node: Node | null, isName: boolean): void {
  if (isSeq(node)) for (const item of node.items) restore(item as Node, isName);
  if (!isScalar(node) || typeof node.value === "string" || node.source === undefined) return;
  if (node.value !== null || (isName && /^null$/i.test(node.source))) node.value = node.source;
}

const known = new WeakMap<Forms, ReadonlySet<string>>();
const always: ReadonlySet<string> = new Set(alwaysText);

/** Names of what is text. */
function textNames(forms: Forms | undefined): ReadonlySet<string> {
  if (forms === undefined) return always;
  const before = known.get(forms);
  if (before !== undefined) return before;
  const properties = [...Object.values(forms.labels), ...Object.values(forms.relationships)]
    .flatMap(({ properties = {} }) => Object.entries(properties))
    .filter(([, { form }]) => form === "string" || form === "date" || form === "choice")
    .map(([name]) => name);
  const names = new Set([...alwaysText, ...properties]);
  known.set(forms, names);
  return names;
}
