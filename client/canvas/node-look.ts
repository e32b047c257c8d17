/** What a node and its name look like. Pure. */
import type { Side } from "../../scene/captions.ts";
import { mainLabel, nameOf, shortNameOf } from "../../schema/graph.ts";
import type { Shape } from "../../schema/vocabulary.ts";
import { degreeIn, membersOf } from "../view/groups.ts";
import { type Tokens, mix } from "../page/theme.ts";
import { hasNamesAbove, threadOf } from "../view/question-view.ts";
import type { NodeAppearance } from "./appearance-types.ts";
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
import type { TextKind } from "./text.ts";

/** With more than these selected, their names give way to each other as all names do. */
const mostForced = 12;

/** Whether something that is selected is drawn as part of this group. */
const holdsSelected = ({ selection, graph, groups }: Context, id: string): boolean =>
  selection?.kind === "node" && groups.has(id) && membersOf(graph, id).some((each) => selection.ids.has(each));

export function describeNode(context: Context, id: string): NodeAppearance {
  const { state, graph, colors, focus } = context;
  const column = columnIn(state, graph, id);
  const kind = textKindOf(state, graph, id);
  const dimmed = (focus !== null && !focus.nodes.has(id)) || context.isDimmed(id);
  const size = context.groups.get(id);
  const chosen = isSelected(context, "node", id) || state.pathFrom === id || holdsSelected(context, id);
  const hovered = state.hovered?.kind === "node" && state.hovered.id === id;
  const faded = fading[isGhost(context, id) ? "past" : "certain"];
  const color = nodeColor(context, id);
  const look = new NodeLook(context, id, kind);
  look.hidden = !context.nodes.has(id);
  look.shape =
    size === undefined ? (labelForm(state, graph.getNodeAttributes(id))?.shape ?? "circle") : "circle-hollow";
  look.color = mix(color, colors.bg, dimmed ? dimming.node : faded.mark);
  look.radius = inRow(
    state,
    size === undefined
      ? (context.look?.nodeRadius?.(id) ?? radiusOf(graph, context.question, id, hasNamesAbove(state)))
      : groupRadius(size),
  );
  // A group is two rings, one within the other.
  look.ring = chosen ? colors.accent : size === undefined ? null : mix(color, colors.bg, dimmed ? dimming.node : 0);
  look.zIndex = chosen ? 3 : dimmed ? 0 : focus ? 2 : 1;
  look.isNamedWhole = chosen || hovered;
  look.fade = dimmed ? dimming.name : chosen || hovered ? 0 : faded.name;
  // A group's name, longer than most, may stand wherever there is room: on a phone, and where the next column is near.
  look.side =
    size !== undefined && (column === "people" || hasNamesAbove(state))
      ? undefined
      : column
        ? sideIn(column, hasNamesAbove(state))
        : rowSide(state, graph, id);
  look.rank =
    rankOf({ chosen, hovered, dimmed, inColumn: column !== undefined }) + 100 * kindRank[kind] + degreeIn(graph, id);
  look.forced = hovered || (chosen && (context.selection === null || context.selection.ids.size <= mostForced));
  return look;
}

/** A class, as thousands of names that are never shown are not to be worked out. */
class NodeLook implements NodeAppearance {
  hidden = false;
  shape: Shape = "circle";
  color = "";
  radius = 0;
  ring: string | null = null;
  zIndex = 0;
  side: Side | undefined = undefined;
  rank = 0;
  forced = false;
  isNamedWhole = false;
  /** How far the name goes into the background. */
  fade = 0;
  private readonly context: Context;
  private readonly id: string;
  private readonly kind: TextKind;
  private named: NodeAppearance["name"] | undefined = undefined;

  constructor(context: Context, id: string, kind: TextKind) {
    this.context = context;
    this.id = id;
    this.kind = kind;
  }

  get name(): NodeAppearance["name"] {
    return (this.named ??= this.nameNow());
  }

  private nameNow(): NodeAppearance["name"] {
    const { context, id, kind, isNamedWhole } = this;
    const { state, graph, colors, focus } = context;
    const size = context.groups.get(id);
    const isQuiet = kind === "other" && !isNamedWhole && !(focus?.nodes.has(id) ?? false);
    return {
      ...(isNamedWhole ? nameOf : shortNameOf)(graph.getNodeAttribute(id, "node"), state.language),
      tail: size === undefined ? yearTail(context.years.get(id)) : ` · ${size.toLocaleString(state.language)}`,
      kind,
      color: mix(isQuiet ? colors.ink2 : colors.ink, colors.bg, this.fade),
    };
  }
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
  const own = look?.own(`label=v:${mainLabel(graph.getNodeAttribute(id, "node"))}`);
  if (own !== undefined) return own;
  if (!question) return colors.family[labelForm(state, graph.getNodeAttributes(id))?.family ?? "context"];
  const column = question.column.get(id);
  if (column === "destinations") return colors.ink;
  return threadColor(context, question, threadOf(state, id)) ?? colors.quiet;
}

/** The color that all members of a group have; else a quiet one. */
const sharedColor = ([first, ...rest]: readonly string[], { quiet: none }: Tokens): string =>
  first !== undefined && rest.every((each) => each === first) ? first : none;
