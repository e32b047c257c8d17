/** Fields and classes of their values in words. */
import { Certainty } from "../../schema/fact.ts";
import { type GraphNode, type GraphRelationship, type Properties, nameOf } from "../../schema/graph.ts";
import { type Language, localizedProperty } from "../../schema/language.ts";
import type { ExplorerGraph } from "../view/graph.ts";
import { type ExplorerState, type Range, type Style, type StylePart, type Vocabulary, measuredBy } from "../store.ts";
import { formatMoney, formatNumber, formatRatio } from "../strings/format.ts";
import { say } from "../strings/strings.ts";
import { bracket } from "../words/marks.ts";
import type { ValueClass } from "./classes.ts";
import { readValueKey } from "./engine.ts";
import { type Value, formOf, isOfNodes, lineValue, nodeValue, partsOf, propertyForm, propertyForms } from "./fields.ts";

type Told = Pick<ExplorerState, "language" | "vocabulary" | "measures" | "figures">;

const unitIn = (unit: string, vocabulary: Vocabulary | null, language: Language) =>
  vocabulary?.units[unit]?.[language] ?? unit;

/** `Founded`, `Revenue (CNY)` */
export function wordField(field: string, { language, vocabulary }: Told): string {
  if (field === "label") return say(language, "table.label");
  if (field === "type") return say(language, "table.type");
  if (field === "certainty") return say(language, "table.certainty");
  if (field === "sources") return say(language, "style.sources");
  if (field === "year") return say(language, "style.year");
  if (field === "community") return say(language, "measures.community");
  const measure = measuredBy.find((each) => each === field);
  if (measure !== undefined) return say(language, `measures.${measure}`);
  const { kind, name, unit } = partsOf(field);
  const form = kind === "figure" ? vocabulary?.measures[name] : propertyForm(vocabulary, field);
  const caption = form?.caption[language] ?? name;
  if (unit === "") return caption;
  return caption + bracket(unitIn(unit, vocabulary, language), language);
}

/** A number of a field, with its currency or unit. */
function wordNumber(field: string, value: number, { language, vocabulary }: Told): string {
  if (field === "betweenness" || field === "pagerank") return value.toFixed(3);
  if (formOf(field, vocabulary) === "year") return String(value);
  const { kind, name, unit } = partsOf(field);
  const form = kind === "figure" ? vocabulary?.measures[name]?.form : propertyForm(vocabulary, field)?.form;
  if (form === "money" && unit !== "") return formatMoney(value, unit, language);
  if (form === "ratio") return formatRatio(value, language);
  const number = formatNumber(value, language);
  return unit === "" ? number : `${number}\u{a0}${unitIn(unit, vocabulary, language)}`;
}

/** Where a text is found of which only the key is known. */
export interface Seen {
  nodes: () => Iterable<GraphNode>;
  relationships: () => Iterable<GraphRelationship>;
}

export const seenOn = (graph: ExplorerGraph): Seen => ({
  nodes: () => graph.mapNodes((_, { node }) => node),
  relationships: () => graph.mapEdges((_, { relationship }) => relationship),
});

/** Any properties that hold a text of which the key is known. */
function holderOf(field: string, key: string, state: Told, seen: Seen): Properties | undefined {
  if (isOfNodes(field)) {
    for (const node of seen.nodes()) if (nodeValue(field, state, node) === key) return node.properties;
  } else {
    for (const each of seen.relationships()) if (lineValue(field, state, each) === key) return each.properties;
  }
  return undefined;
}

function wordCategory(field: string, key: string, state: Told, seen: Seen): string {
  const { language, vocabulary } = state;
  if (field === "label") return vocabulary?.labels[key]?.caption[language] ?? key;
  if (field === "type") return vocabulary?.relationships[key]?.caption[language] ?? key;
  if (field === "certainty") return say(language, `certainty.${Certainty.catch("stated").parse(key)}`);
  if (field === "community") return say(language, "style.community", { number: Number(key) + 1 });
  const { name } = partsOf(field);
  const form = propertyForm(vocabulary, field);
  if (form?.form === "boolean") return say(language, key === "true" ? "value.yes" : "value.no");
  const choice = propertyForms(vocabulary, field).find(
    ({ choices }) => choices !== undefined && Object.hasOwn(choices, key),
  );
  if (choice !== undefined) return choice.choices?.[key]?.[language] ?? key;
  if (form?.form !== "text") return key;
  const holder = holderOf(field, key, state, seen);
  return (holder === undefined ? undefined : localizedProperty(holder, name, language)?.text) ?? key;
}

export const wordValue = (field: string, value: Value, state: Told, seen: Seen): string =>
  typeof value === "number" ? wordNumber(field, value, state) : wordCategory(field, value, state, seen);

/** `listed`, `RMB 1bn to under RMB 5bn`, `other`, `no value` */
export function wordClass(field: string, each: ValueClass, state: Told, seen: Seen): string {
  const { language } = state;
  if (each.kind === "none") return say(language, "style.none");
  if (each.kind === "other") return say(language, "style.other");
  if (each.kind === "value") return wordValue(field, each.value, state, seen);
  const [from, to] = [each.from, each.to].map((end) => (end === undefined ? "" : wordNumber(field, end, state)));
  if (each.from === undefined) return say(language, "style.under", { to: to ?? "" });
  if (each.to === undefined) return say(language, "style.over", { from: from ?? "" });
  return formOf(field, state.vocabulary) === "year"
    ? `${each.from} – ${each.to - 1}`
    : say(language, "style.between", { from: from ?? "", to: to ?? "" });
}

/** `Founded: 2010 – 2020`; with a range that is open at both ends only what has a value is told. */
export function wordRange(field: string, range: Range | undefined, state: Told): string {
  const { language } = state;
  const caption = wordField(field, state);
  if (range === undefined) return say(language, "style.rangeAll", { field: caption });
  const [from, to] = [range.from, range.to].map((end) => (end === undefined ? "" : wordNumber(field, end, state)));
  return say(language, range.without ? "style.rangeOf" : "style.rangeOnly", {
    field: caption,
    ends: from === "" && to === "" ? "none" : from === "" ? "to" : to === "" ? "from" : "both",
    from: from ?? "",
    to: to ?? "",
  });
}

/** A filter by value: `Stage: listed`. */
export function wordValueFilter(key: string, state: Told, seen: Seen): string {
  const read = readValueKey(key, state);
  if (read === null) return key;
  const value = wordClass(read.field, read.each, state, seen);
  return say(state.language, "style.is", { field: wordField(read.field, state), value });
}

/** A category that the key lists, as it is called before anybody gives it a name: `NVIDIA`, `Community 3`, `Stage: listed`. */
export function wordCategoryOfKey(category: string, state: Told & Pick<ExplorerState, "answer">, seen: Seen): string {
  const { language, answer } = state;
  if (category.startsWith("thread=")) {
    const thread = category.slice("thread=".length);
    if (thread === "both") return say(language, "key.both", { count: answer?.columns?.origins.length ?? 0 });
    for (const node of seen.nodes()) if (node.id === thread) return nameOf(node, language).text;
    return thread;
  }
  const read = readValueKey(category, state);
  if (read === null) return category;
  const { field, each } = read;
  const isPlain = field === "label" || field === "type" || field === "community";
  return isPlain ? wordClass(field, each, state, seen) : wordValueFilter(category, state, seen);
}

/** The name that a person gave a category of the key, else its usual one. */
export const ownName = ({ own }: Style, category: string, usual: string): string =>
  (Object.hasOwn(own, category) ? own[category]?.name : undefined) ?? usual;

/** What a part of the style shows, for a sentence: `Marks’ colour`, `Founded`. */
export function wordStyle(
  state: Told & Pick<ExplorerState, "style">,
  part: StylePart,
): { part: string; field: string } {
  const field = state.style[part];
  const { language } = state;
  return {
    part: say(language, `style.${part}`),
    field: field === null ? say(language, "style.usual") : wordField(field, state),
  };
}
