/** What a node and its name look like. Pure. */
import { nameOf, shortNameOf } from "../../schema/graph.ts";
import { degreeIn, membersOf } from "../groups.ts";
import { type Tokens, mix } from "../theme.ts";
import { hasNamesAbove, threadOf } from "../visibility.ts";
import type { NodeAppearance } from "./appearance.ts";
import { type Context, dimming, fading, isSelected, threadColor } from "./drawn-scene.ts";
import { yearTail } from "./names.ts";
import {
  columnIn,
  groupRadius,
  inRow,
  kindRank,
  labelForm,
  radiusOf,
  rowSide,
  sideIn,
  textKindOf,
} from "./node-style.ts";

/** With more than these selected, their names give way to each other as all names do. */
const mostForced = 12;

/** Whether something that is selected is drawn as part of this group. */
const holdsSelected = ({ selection, graph, groups }: Context, id: string): boolean =>
  selection?.kind === "node" && groups.has(id) && membersOf(graph, id).some((each) => selection.ids.has(each));

export function describeNode(context: Context, id: string): NodeAppearance {
  const { state, graph, colors, focus } = context;
  const attributes = graph.getNodeAttributes(id);
  const column = columnIn(state, graph, id);
  const kind = textKindOf(state, graph, id);
  const dimmed = (focus !== null && !focus.nodes.has(id)) || context.isDimmed(id);
  const size = context.groups.get(id);
  const chosen = isSelected(context, "node", id) || state.pathFrom === id || holdsSelected(context, id);
  const hovered = state.hovered?.kind === "node" && state.hovered.id === id;
  const ink = kind === "other" && !chosen && !hovered && !(focus?.nodes.has(id) ?? false) ? colors.ink2 : colors.ink;
  const color = nodeColor(context, id);
  const faded = fading[isGhost(context, id) ? "past" : "certain"];
  const name = (chosen || hovered ? nameOf : shortNameOf)(attributes.node, state.language);
  return {
    hidden: !context.nodes.has(id),
    shape: size === undefined ? (labelForm(state, attributes)?.shape ?? "circle") : "circle-hollow",
    color: mix(color, colors.bg, dimmed ? dimming.node : faded.mark),
    radius: inRow(
      state,
      size === undefined
        ? (context.look?.nodeRadius?.(id) ?? radiusOf(graph, context.question, id, hasNamesAbove(state)))
        : groupRadius(size),
    ),
    // A group is two rings, one within the other.
    ring: chosen ? colors.accent : size === undefined ? null : mix(color, colors.bg, dimmed ? dimming.node : 0),
    zIndex: chosen ? 3 : dimmed ? 0 : focus ? 2 : 1,
    name: {
      ...name,
      tail: size === undefined ? yearTail(context.years.get(id)) : ` · ${size}`,
      kind,
      color: mix(ink, colors.bg, dimmed ? dimming.name : chosen || hovered ? 0 : faded.name),
    },
    // On a phone a group's name, longer than most, may stand wherever there is room.
    side:
      size !== undefined && hasNamesAbove(state)
        ? undefined
        : column
          ? sideIn(column, hasNamesAbove(state))
          : rowSide(state, graph, id),
    rank:
      rankOf({ chosen, hovered, dimmed, inColumn: column !== undefined }) + 100 * kindRank[kind] + degreeIn(graph, id),
    forced: hovered || (chosen && (context.selection === null || context.selection.ids.size <= mostForced)),
  };
}

/** Whether all that is said of a node was before the time that is looked at. */
const isGhost = ({ times }: Context, id: string): boolean => times?.ofNode(id) === "past";

/** A column's names have one side alone, so they come before those that can give way, dimmed or not. */
function rankOf(is: { chosen: boolean; hovered: boolean; dimmed: boolean; inColumn: boolean }): number {
  return (is.chosen ? 6000 : 0) + (is.hovered ? 4000 : 0) + (is.inColumn ? 2000 : 0) + (is.dimmed ? 0 : 1000);
}

/** In a question only the threads have color; in free exploration families do. Never both. */
function nodeColor(context: Context, id: string): string {
  const { state, graph, colors, question, look } = context;
  if (context.groups.has(id))
    return sharedColor(
      membersOf(graph, id).map((each) => nodeColor(context, each)),
      colors,
    );
  if (look?.nodeColor) return look.nodeColor(id);
  if (!question) return colors.family[labelForm(state, graph.getNodeAttributes(id))?.family ?? "context"];
  const column = question.column.get(id);
  if (column === "destinations") return colors.ink;
  return threadColor(state, colors, question, threadOf(state, id)) ?? colors.quiet;
}

/** The color that all members of a group have; else a quiet one. */
const sharedColor = ([first, ...rest]: readonly string[], { quiet: none }: Tokens): string =>
  first !== undefined && rest.every((each) => each === first) ? first : none;
