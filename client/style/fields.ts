/**
 * The fields by which nodes and lines can look and be filtered, and what each node or line has of one. Pure.
 * Of nodes: `label`, measures of the network, `property/technique`, `figure/revenue/CNY`; of lines: `type`,
 * `certainty`, `sources`, `year`, `claim/status`. A currency or unit is part of a field, since amounts in two of them
 * cannot be compared.
 */
import type { Observation } from "../../schema/api.ts";
import { Certainty } from "../../schema/fact.ts";
import { type GraphNode, type GraphRelationship, type Properties, isDerived, mainLabel } from "../../schema/graph.ts";
import type { PropertyForm } from "../../schema/vocabulary.ts";
import { certaintyOf, citationsOf, citedDocuments, rivalsOf } from "../facts/claims.ts";
import { type ExplorerState, type Vocabulary, measuredBy } from "../store.ts";

/** A category's key, a number, or a year. */
export type Value = string | number;
export type FieldForm = "category" | "number" | "year";
type Known = Pick<ExplorerState, "vocabulary" | "measures" | "figures">;

interface Field {
  kind: string;
  name: string;
  unit: string;
}

/** `figure/revenue/CNY` in its parts; a unit may hold the sign that divides them. */
export function partsOf(field: string): Field {
  const [kind = "", name = "", ...unit] = field.split("/");
  return { kind, name, unit: unit.join("/") };
}

const ofNetwork: ReadonlySet<string> = new Set([...measuredBy, "community"]);
export const isMeasure = (field: string): boolean => ofNetwork.has(field);

/** Whether it is a field of nodes; else it is one of lines. */
export function isOfNodes(field: string): boolean {
  const { kind } = partsOf(field);
  return kind === "label" || kind === "property" || kind === "figure" || isMeasure(field);
}

const formOfProperty: Readonly<Record<PropertyForm["form"], FieldForm>> = {
  text: "category",
  string: "category",
  choice: "category",
  boolean: "category",
  number: "number",
  ratio: "number",
  money: "number",
  date: "year",
};

/** The forms of a property, of which labels or types can have several under one name. */
export function propertyForms(vocabulary: Vocabulary | null, field: string): PropertyForm[] {
  const { kind, name } = partsOf(field);
  const owners = Object.values((kind === "claim" ? vocabulary?.relationships : vocabulary?.labels) ?? {});
  return owners.flatMap(({ properties }) =>
    properties !== undefined && Object.hasOwn(properties, name) ? (properties[name] ?? []) : [],
  );
}

export const propertyForm = (vocabulary: Vocabulary | null, field: string): PropertyForm | undefined =>
  propertyForms(vocabulary, field)[0];

/** Null for a field that this data set does not have. */
export function formOf(field: string, vocabulary: Vocabulary | null): FieldForm | null {
  const { kind, name } = partsOf(field);
  if (field === "label" || field === "community" || field === "type" || field === "certainty") return "category";
  if (isMeasure(field) || field === "sources") return "number";
  if (field === "year") return "year";
  if (kind === "figure") {
    const form = vocabulary !== null && Object.hasOwn(vocabulary.measures, name) ? vocabulary.measures[name]?.form : "";
    return form === "date" ? "year" : form === undefined || form === "" || form === "text" ? null : "number";
  }
  const form = kind === "property" || kind === "claim" ? propertyForm(vocabulary, field) : undefined;
  return form === undefined ? null : formOfProperty[form.form];
}

const yearOf = (date: unknown): number | undefined => {
  const year = typeof date === "string" || typeof date === "number" ? /^\d{4}/.exec(String(date))?.[0] : undefined;
  return year === undefined ? undefined : Number(year);
};

/** Text by its first language, so that one value is the same in all of them. */
const textKey = (properties: Properties, name: string) =>
  properties[`${name}En`] ?? properties[`${name}ZhHant`] ?? properties[`${name}ZhHans`];

function readProperty(form: PropertyForm["form"] | undefined, name: string, unit: string, properties: Properties) {
  const given = form === "text" ? textKey(properties, name) : properties[name];
  if (form === "money" && unitOf(properties) !== unit) return undefined;
  if (form === "date") return yearOf(given);
  if (typeof given === "boolean") return String(given);
  return typeof given === "string" || typeof given === "number" ? given : undefined;
}

const unitOf = ({ currency, unit }: Properties): string => {
  const given = currency ?? unit;
  return typeof given === "string" ? given : "";
};

/** Plans and opinions are no state of things. */
const isTold = ({ properties }: Observation) => {
  const { certainty } = properties;
  return certainty !== "planned" && certainty !== "opinion";
};

const dayOf = ({ properties: { endLatest, startLatest, startEarliest, asOf } }: Observation): number =>
  Number(endLatest ?? startLatest ?? startEarliest ?? (yearOf(asOf) ?? 0) * 10_000);

const latest = new WeakMap<readonly Observation[], Map<string, Observation | null>>();

/** The latest figure of a measure and unit that is told of an entity; of several of one day the surest. */
export function latestFigure(observations: readonly Observation[], field: string): Observation | null {
  const known = latest.get(observations) ?? new Map<string, Observation | null>();
  latest.set(observations, known);
  const before = known.get(field);
  if (before !== undefined) return before;
  const { name, unit } = partsOf(field);
  const surest = (each: Observation) =>
    Certainty.options.findIndex((option) => option === certaintyOf(each.properties));
  const [found = null] = observations
    .filter((each) => each.properties["measure"] === name && isTold(each) && unitOf(each.properties) === unit)
    .toSorted((a, b) => dayOf(b) - dayOf(a) || surest(a) - surest(b) || (a.id < b.id ? -1 : 1));
  known.set(field, found);
  return found;
}

function readFigure(observations: readonly Observation[], field: string, form: FieldForm | null): Value | undefined {
  const { value, date } = latestFigure(observations, field)?.properties ?? {};
  if (form === "year") return yearOf(date ?? value);
  return typeof value === "number" ? value : undefined;
}

/** What a node has of a field; undefined where that is not known. */
export function nodeValue(field: string, state: Known, node: GraphNode): Value | undefined {
  if (field === "label") return mainLabel(node);
  const measures = state.measures?.get(node.id);
  if (field === "community") return measures === undefined ? undefined : String(measures.community);
  const measure = measuredBy.find((each) => each === field);
  if (measure !== undefined) return measures?.[measure];
  const { kind, name, unit } = partsOf(field);
  if (kind === "figure") return readFigure(state.figures[node.id] ?? [], field, formOf(field, state.vocabulary));
  if (kind !== "property") return undefined;
  const forms = state.vocabulary?.labels[mainLabel(node)]?.properties ?? {};
  return Object.hasOwn(forms, name) ? readProperty(forms[name]?.form, name, unit, node.properties) : undefined;
}

/** What a relationship has of a field; nothing where it is derived, as no document says it. */
export function lineValue(field: string, state: Known, relationship: GraphRelationship): Value | undefined {
  const { type, properties } = relationship;
  if (isDerived(relationship)) return undefined;
  if (field === "type") return type;
  if (field === "certainty") return certaintyOf(properties);
  if (field === "sources") return citedDocuments(citationsOf(properties)).length;
  if (field === "year") return yearOf(properties["start"] ?? properties["end"]);
  const { kind, name, unit } = partsOf(field);
  const forms = state.vocabulary?.relationships[type]?.properties ?? {};
  if (kind !== "claim" || !Object.hasOwn(forms, name)) return undefined;
  return readProperty(forms[name]?.form, name, unit, properties);
}

/** Whether sources disagree on the figure that a node shows. */
export const isFigureDisputed = (field: string, { figures }: Known, id: string): boolean => {
  const figure = latestFigure(figures[id] ?? [], field);
  return figure !== null && rivalsOf(figure.properties).length > 0;
};

/** Fields that an entity's figures give it: numbers and dates. */
export const figureFields = (observations: readonly Observation[]): string[] =>
  observations.flatMap((each) => {
    const { measure } = each.properties;
    const unit = unitOf(each.properties);
    return typeof measure !== "string" || !isTold(each) ? [] : [`figure/${measure}${unit === "" ? "" : `/${unit}`}`];
  });

/** Fields that a node's or a relationship's own properties give it, by the vocabulary. */
export function propertyFields(
  kind: "property" | "claim",
  forms: Readonly<Record<string, PropertyForm>> | undefined,
  properties: Properties,
): string[] {
  return Object.entries(forms ?? {}).flatMap(([name, { form }]) => {
    const unit = form === "money" ? unitOf(properties) : "";
    const field = `${kind}/${name}${unit === "" ? "" : `/${unit}`}`;
    return readProperty(form, name, unit, properties) === undefined ? [] : [field];
  });
}
