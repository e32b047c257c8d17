/** The rules of style and the filters by value. Pure. */
import { changesOf } from "../view/graph-changes.ts";
import { isGroup } from "../view/groups.ts";
import { classColors, hues, rampColor } from "../../scene/class-colors.ts";
import { type Palette, mix, tokens } from "../../scene/colors.ts";
import { Certainty } from "../../schema/fact.ts";
import type { GraphNode, GraphRelationship } from "../../schema/graph.ts";
import type { ExplorerGraph } from "../view/graph.ts";
import type { ExplorerState, Filter, Filters, OwnLooks, Range, StylePart } from "../store.ts";
import type { Tokens } from "../page/theme.ts";
import { type ValueClass, classify, isIn, readClass } from "./classes.ts";
import { type FieldForm, type Value, formOf, isMeasure, isOfNodes, lineValue, nodeValue } from "./fields.ts";
import type { Look, Rules } from "./rules.ts";

/** Radii of the least and the largest, and of what has no value, in pixels. */
const [leastRadius, radiusSpan, bareRadius] = [4.5, 14, 3.5] as const;
const widths = [1, 1.8, 2.8, 4, 5.4] as const;
const bareWidth = 0.8;
/** The surer, the wider. */
const certaintyWidths: Readonly<Record<string, number>> = { stated: 3.6, reported: 2.4, planned: 1.6, opinion: 1 };

/** A field on what is on screen: what each node or line has of it, and the classes of that. */
export interface Scale {
  field: string;
  form: FieldForm;
  values: ReadonlyMap<string, Value>;
  classes: readonly ValueClass[];
}

/** Orders that categories have by themselves. */
function orderOf(field: string, values: Iterable<Value>): readonly string[] {
  if (field === "certainty") return Certainty.options;
  if (field !== "community") return [];
  return [...new Set(values)].map(String).toSorted((a, b) => Number(a) - Number(b));
}

interface Kept {
  keys: readonly unknown[];
  scales: Map<string, Scale | null>;
}
const kept = new WeakMap<ExplorerGraph, Kept>();

/** Worked out once for each change of what is on screen; null for a field that there is not. */
export function scaleOf(state: ExplorerState, graph: ExplorerGraph, field: string): Scale | null {
  const { vocabulary, measures, figures } = state;
  const keys = [vocabulary, measures, figures, changesOf(graph).shown];
  let known = kept.get(graph);
  if (known === undefined || keys.some((key, i) => key !== known?.keys[i])) {
    known = { keys, scales: new Map() };
    kept.set(graph, known);
  }
  const before = known.scales.get(field);
  if (before !== undefined) return before;
  const scale = makeScale(state, graph, field);
  known.scales.set(field, scale);
  return scale;
}

function makeScale(state: ExplorerState, graph: ExplorerGraph, field: string): Scale | null {
  const form = formOf(field, state.vocabulary);
  if (form === null) return null;
  const values = new Map<string, Value>();
  const take = (id: string, value: Value | undefined) => {
    if (value !== undefined) values.set(id, value);
  };
  if (isOfNodes(field))
    graph.forEachNode((id, { node, placed }) => placed && !isGroup(id) && take(id, nodeValue(field, state, node)));
  else graph.forEachEdge((id, { relationship }) => take(id, lineValue(field, state, relationship)));
  return { field, form, values, classes: classify(form, values.values(), orderOf(field, values.values())) };
}

/** The class of each node or line on a scale. */
export const classOf = ({ classes, values }: Scale, id: string): ValueClass | undefined => {
  const value = values.get(id);
  return classes.find((each) => isIn(each, value));
};

const paletteOf = (colors: Tokens): Palette =>
  colors === tokens.dark ? "dark" : colors === tokens.print ? "print" : "light";

/** The color that a person chose for a category; undefined where it keeps its usual one. */
export function ownColor(own: OwnLooks, category: string, colors: Tokens): string | undefined {
  const hue = Object.hasOwn(own, category) ? own[category]?.hue : undefined;
  return hue && hues[paletteOf(colors)][hue];
}

export function colorOfClass(scale: Scale, each: ValueClass, colors: Tokens, own: OwnLooks): string {
  return ownColor(own, valueKey(scale.field, each), colors) ?? usualColor(scale, each, colors);
}

/** The surer, the darker on light ground: an order, told beside the patterns of lines and apart from the hues of marks. */
function certaintyColor(each: ValueClass, { ink, edge }: Tokens): string {
  const at = Certainty.options.findIndex((option) => each.kind === "value" && option === each.value);
  return mix(ink, edge, Math.max(at, 0) / (Certainty.options.length - 1));
}

/** Lines begin so far behind in the list of categories, so that those of few categories have no color of the marks'. */
const firstOfLines = 4;

function usualColor({ field, form, classes }: Scale, each: ValueClass, colors: Tokens): string {
  if (each.kind === "none") return colors.quiet;
  if (each.kind === "other") return colors.ink2;
  if (field === "certainty") return certaintyColor(each, colors);
  const { categories, ramp, lineRamp } = classColors[paletteOf(colors)];
  const ofLines = !isOfNodes(field);
  const index = classes.indexOf(each);
  if (form !== "category") return rampColor(ofLines ? lineRamp : ramp, index, classes.length - 1);
  return categories[(index + (ofLines ? firstOfLines : 0)) % categories.length] ?? colors.ink2;
}

export function widthOfClass({ field, form, classes }: Scale, each: ValueClass): number {
  if (each.kind === "none") return bareWidth;
  if (field === "certainty") return certaintyWidths[each.kind === "value" ? each.value : ""] ?? 1;
  const count = classes.length - 1;
  const at = count < 2 ? 0 : Math.round((classes.indexOf(each) * (widths.length - 1)) / (count - 1));
  return form === "category" ? 1 : (widths[at] ?? 1);
}

/** The least and the largest value of a scale of numbers; null where there is none. */
export function extentOf({ values }: Scale): { least: number; most: number } | null {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values.values()) {
    if (typeof value !== "number") continue;
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return least > most ? null : { least, most };
}

/** A mark's radius: its area grows with an amount; from the least to the most where an amount cannot begin at none. */
export function radiusOfValue(scale: Scale, value: Value | undefined, extent = extentOf(scale)): number {
  if (typeof value !== "number" || extent === null) return bareRadius;
  const { least, most } = extent;
  if (scale.form === "number" && least >= 0)
    return leastRadius + (most === 0 ? 0 : radiusSpan * Math.sqrt(value / most));
  return leastRadius + (most === least ? radiusSpan / 2 : (radiusSpan * (value - least)) / (most - least));
}

/** Radiuses of many values on one scale. */
const radiusesOn = (scale: Scale) => {
  const extent = extentOf(scale);
  return (value: Value | undefined) => radiusOfValue(scale, value, extent);
};

/** The scale by which a part of the style goes; null where that has its usual look. */
export function styleScale(state: ExplorerState, graph: ExplorerGraph, part: StylePart): Scale | null {
  const field = state.style[part];
  if (field === null || isOfNodes(field) !== part.startsWith("node")) return null;
  return scaleOf(state, graph, field);
}

let last: { keys: readonly unknown[]; look: Look } | null = null;

function look(state: ExplorerState, graph: ExplorerGraph, colors: Tokens): Look {
  const [nodeColor, nodeSize, lineColor, lineWidth] = (
    ["nodeColor", "nodeSize", "lineColor", "lineWidth"] as const
  ).map((part) => styleScale(state, graph, part));
  const { own } = state.style;
  const keys = [nodeColor, nodeSize, lineColor, lineWidth, colors, own];
  if (last !== null && keys.every((key, i) => key === last?.keys[i])) return last.look;
  const made: Look = {
    nodeColor: nodeColor ? byClass(nodeColor, (each) => colorOfClass(nodeColor, each, colors, own)) : null,
    nodeRadius: nodeSize ? byValue(nodeSize, radiusesOn(nodeSize)) : null,
    lineColor: lineColor ? byClass(lineColor, (each) => colorOfClass(lineColor, each, colors, own)) : null,
    lineWidth: lineWidth ? byClass(lineWidth, (each) => widthOfClass(lineWidth, each)) : null,
    own: (category) => ownColor(own, category, colors),
  };
  last = { keys, look: made };
  return made;
}

/** Worked out for all at once, so that asking for one is a look into a table. */
function byClass<T>(scale: Scale, of: (each: ValueClass) => T): (id: string) => T {
  const ofClass = new Map(scale.classes.map((each) => [each, of(each)]));
  const bare = of({ key: "none", kind: "none" });
  const all = new Map<string, T>();
  for (const id of scale.values.keys()) {
    const found = classOf(scale, id);
    all.set(id, (found === undefined ? undefined : ofClass.get(found)) ?? bare);
  }
  return (id) => all.get(id) ?? bare;
}

function byValue(scale: Scale, of: (value: Value | undefined) => number): (id: string) => number {
  const all = new Map([...scale.values].map(([id, value]) => [id, of(value)]));
  const bare = of(undefined);
  return (id) => all.get(id) ?? bare;
}

interface Condition {
  field: string;
  each: ValueClass;
  filter: Filter;
}
const conditions = new WeakMap<Filters["values"], Condition[]>();

/** `property/technique=v:oil`: a field, and the key of one of its classes. */
export const valueKey = (field: string, each: ValueClass): string => `${field}=${each.key}`;

export function readValueKey(key: string, state: Pick<ExplorerState, "vocabulary">): Omit<Condition, "filter"> | null {
  const at = key.indexOf("=");
  const field = key.slice(0, at);
  const form = at === -1 ? null : formOf(field, state.vocabulary);
  const each = form === null ? null : readClass(key.slice(at + 1), form);
  return each === null ? null : { field, each };
}

function conditionsOf(state: ExplorerState): readonly Condition[] {
  const { values } = state.filters;
  const known = conditions.get(values);
  if (known !== undefined) return known;
  const read = Object.entries(values).flatMap(([key, filter]) => {
    const condition = readValueKey(key, state);
    return condition === null ? [] : [{ ...condition, filter }];
  });
  conditions.set(values, read);
  return read;
}

const isBeyond = (value: Value | undefined, { from, to, without }: Range): boolean =>
  typeof value === "number" ? value < (from ?? -Infinity) || value > (to ?? Infinity) : !without;

function filterOf(
  state: ExplorerState,
  ofNodes: boolean,
  valueOf: (field: string) => Value | undefined,
  isRead: (field: string) => boolean = () => true,
): Filter | undefined {
  let found: Filter | undefined;
  for (const { field, each, filter } of conditionsOf(state)) {
    if (isOfNodes(field) !== ofNodes || !isRead(field) || !isIn(each, valueOf(field))) continue;
    if (filter === "hide") return "hide";
    found = filter;
  }
  for (const [field, range] of Object.entries(state.filters.ranges)) {
    if (isOfNodes(field) !== ofNodes || !isRead(field) || formOf(field, state.vocabulary) === null) continue;
    if (isBeyond(valueOf(field), range)) return "hide";
  }
  return found;
}

export const lookRules: Omit<Rules, "sentences"> = {
  look,
  nodeFilter: (state: ExplorerState, node: GraphNode) =>
    filterOf(
      state,
      true,
      (field) => nodeValue(field, state, node),
      // What has not been read or worked out yet is not known to be without a value.
      (field) =>
        isMeasure(field)
          ? state.measures?.has(node.id) === true
          : !field.startsWith("figure/") || Object.hasOwn(state.figures, node.id),
    ),
  lineFilter: (state: ExplorerState, relationship: GraphRelationship) =>
    filterOf(state, false, (field) => lineValue(field, state, relationship)),
};
