/** A node's type of name, side of name and size of mark: by its column in a question, else by family and lines. Pure. */
import type { ColumnName } from "../../schema/api.ts";
import { mainLabel } from "../../schema/graph.ts";
import type { Side } from "../../scene/captions.ts";
import { type ExplorerGraph, type NodeAttributes, guidesOf } from "../view/graph.ts";
import { degreeIn, isGroup, membersOf } from "../view/groups.ts";
import type { ExplorerState } from "../store.ts";
import {
  type QuestionView,
  addedTo,
  columnOf,
  hasNamesAbove,
  isLayered,
  isRuled,
  questionView,
} from "../view/question-view.ts";
import type { TextKind } from "./text.ts";

/** Which names are placed before which. */
export const kindRank: Record<TextKind, number> = { main: 5, hub: 4, organization: 2, person: 3, other: 1, line: 0 };

/** What the vocabulary says of a node's label. */
export function labelForm(state: ExplorerState, { node }: NodeAttributes) {
  return state.vocabulary?.labels[mainLabel(node)];
}

/** Lines from which a node in free exploration is a hub, named in bolder type. */
const hubLines = 9;

/** Which kind of text a node's name is: by its column in a question, else by its family. */
export function textKindOf(state: ExplorerState, graph: ExplorerGraph, id: string): TextKind {
  if (isGroup(id)) return "hub";
  const question = questionView(state);
  const column = question?.column.get(id);
  if (column === "origins" || column === "destinations") return hasNamesAbove(state) ? "hub" : "main";
  if (column) return column === "people" ? "person" : "other";
  const family = labelForm(state, graph.getNodeAttributes(id))?.family;
  if (!question && degreeIn(graph, id) >= hubLines) return "hub";
  if (family === "people") return "person";
  return family === "orgs" && !question ? "organization" : "other";
}

/** The side on which a column's names stand. */
export function sideIn(column: ColumnName, above: boolean): Side {
  if (column === "origins" || (above && column === "destinations")) return "above";
  return column === "elsewhere" ? "left" : "right";
}

/** The side of names that stand in rows: right, and in rings and what was added to columns outward; undefined where names have their choice. */
export function rowSide(state: ExplorerState, graph: ExplorerGraph, id: string): Side | undefined {
  const added = addedTo(state, id, graph.getNodeAttribute(id, "x"));
  if (added !== undefined && added !== "among") return added;
  if (state.layout !== "radial") return isLayered(state) || isRuled(state) ? "right" : undefined;
  const guides = guidesOf(graph);
  if (guides?.kind !== "radial" || state.around.includes(id)) return undefined;
  return graph.getNodeAttribute(id, "x") < guides.at.x ? "left" : "right";
}

/** The column of a node; of a group, the one that all of its members have. */
export function columnIn(state: ExplorerState, graph: ExplorerGraph, id: string): ColumnName | undefined {
  if (!isGroup(id) || !graph.hasNode(id)) return columnOf(state, id);
  const columns = new Set(membersOf(graph, id).map((each) => columnOf(state, each)));
  return columns.size === 1 ? [...columns][0] : undefined;
}

/** The column or the layer in which a node stands, by which its lines run; undefined where nodes stand freely. */
export function standOf(state: ExplorerState, graph: ExplorerGraph, id: string): string | undefined {
  if (!isLayered(state)) return columnIn(state, graph, id);
  return `layer ${Math.round(graph.getNodeAttribute(id, "x"))}`;
}

/** The largest mark that stays within its row. */
const mostInRow = 10;

/** A mark's size where rows are as close as those of a grid, of rings or of a year. */
export const inRow = (state: ExplorerState, radius: number): number =>
  isRuled(state) ? Math.min(radius, mostInRow) : radius;

/** Size of a group's mark, growing slowly with its members. */
export const groupRadius = (size: number): number => Math.min(8 + 1.4 * Math.sqrt(size), 20);

/** Size of a node's mark: fixed by the question's columns, else growing slowly with its lines. */
export function radiusOf(graph: ExplorerGraph, question: QuestionView | null, id: string, above = false): number {
  if (!question) return 6.5 + Math.min(7.5, 0.85 * Math.sqrt(degreeIn(graph, id)));
  const column = question.column.get(id);
  const lines = question.degree.get(id) ?? 0;
  if (column === "origins") return above ? 12.5 : 15;
  if (column === "destinations") return above ? 9.5 : Math.min(11 + lines / 12, 13);
  if (column === "people") return Math.min(6.5 + Math.max(lines - 4, 0) * 0.4, 9);
  return column ? 6 : 6.5;
}
