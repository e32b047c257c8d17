/** Where the drawing meets the rules of style and the filters by value, whose code is read when they are first used. */
import type { GraphNode, GraphRelationship } from "../../schema/graph.ts";
import type { ExplorerGraph } from "../view/graph.ts";
import { type ExplorerState, type Filter, isUsualStyle, noFilters, styleParts } from "../store.ts";
import { readLaterStrings } from "../strings/strings.ts";
import type { Tokens } from "../page/theme.ts";

/** What the rules say of each node and line, asked by id; null where a part keeps its usual look. */
export interface Look {
  nodeColor: ((id: string) => string) | null;
  /** In pixels of the stage. */
  nodeRadius: ((id: string) => number) | null;
  lineColor: ((id: string) => string) | null;
  lineWidth: ((id: string) => number) | null;
  /** The color that a person chose for a category of the key, named as `OwnLooks` has it. */
  own: (category: string) => string | undefined;
}

export interface Rules {
  look(state: ExplorerState, graph: ExplorerGraph, colors: Tokens): Look;
  nodeFilter(state: ExplorerState, node: GraphNode): Filter | undefined;
  lineFilter(state: ExplorerState, relationship: GraphRelationship): Filter | undefined;
  /** What the rules in force show, in sentences. */
  sentences(state: ExplorerState): string[];
}

let rules: Rules | null = null;

/** Reads the rules and their words; until then everything has its usual look and no value filters. */
export async function readRules(): Promise<void> {
  rules ??= (await Promise.all([import("./rules-in-words.ts"), readLaterStrings()]))[0].rules;
}

/** Whether the rules were read, without which a view that uses them looks as if it did not. */
export const hasRules = (): boolean => rules !== null;

type Used = Pick<ExplorerState, "style" | "filters">;

export const filtersByValue = ({ filters }: Pick<ExplorerState, "filters">): boolean =>
  filters.values !== noFilters.values || filters.ranges !== noFilters.ranges;

/** Whether a view needs the rules. */
export const usesRules = (view: Used): boolean => !isUsualStyle(view.style) || filtersByValue(view);

/** Whether a view goes by figures, which are read apart from the nodes. */
export const usesFigures = ({ style, filters }: Used): boolean =>
  [...styleParts.map((part) => style[part]), ...Object.keys(filters.values), ...Object.keys(filters.ranges)].some(
    (field) => field?.startsWith("figure/"),
  );

export const lookOf = (state: ExplorerState, graph: ExplorerGraph, colors: Tokens): Look | null =>
  isUsualStyle(state.style) || rules === null ? null : rules.look(state, graph, colors);

export const sentencesOf = (state: ExplorerState): string[] =>
  isUsualStyle(state.style) ? [] : (rules?.sentences(state) ?? []);

export const valueFilterOfNode = (state: ExplorerState, node: GraphNode): Filter | undefined =>
  filtersByValue(state) ? rules?.nodeFilter(state, node) : undefined;

export const valueFilterOfLine = (state: ExplorerState, relationship: GraphRelationship): Filter | undefined =>
  filtersByValue(state) ? rules?.lineFilter(state, relationship) : undefined;
