/** What a line looks like. Pure. */
import type { Route } from "../../scene/geometry.ts";
import type { Pattern } from "../../scene/lines.ts";
import { isDerived, mainLabel } from "../../schema/graph.ts";
import type { Role } from "../../schema/vocabulary.ts";
import { mix } from "../page/theme.ts";
import { certaintyOf } from "../view/filters.ts";
import { threadOf } from "../view/question-view.ts";
import type { EdgeAppearance } from "./appearance-types.ts";
import { type Context, dimming, fading, isSelected, threadColor } from "./drawn-scene.ts";
import { standOf } from "./node-style.ts";
import { routeOf } from "./routes.ts";

const patterns: Readonly<Record<string, Pattern>> = { reported: "dashed", planned: "dotted", opinion: "dash-dot" };

/** A derived relationship is two thin lines with room between them. */
const derivedWidth = 4;

/** How far a derived relationship that is only possible goes into the background. */
const onlyPossible = 0.3;

/** How far lines go into the background where places tell something else than they do. */
const quiet = { few: 0.75, many: 0.9, from: 600 } as const;
/** From so many on they lie over one another: each time that they are twice as many they go this much further, up to most. */
const dense = { from: 2000, each: 0.18, most: 0.6 } as const;
/** How far so many lines go into the background, so that nodes and names stand out; in hundredths, as each share mixes colors anew. */
export const paleness = (lines: number): number =>
  Math.round(100 * Math.min(Math.max(dense.each * Math.log2(lines / dense.from), 0), dense.most)) / 100;

const quietness = ({ state, focus, look, relationships: { size } }: Context, isOwn: boolean): number => {
  if (focus !== null) return 0;
  if (state.layout === "grid") return size < quiet.from ? quiet.few : quiet.many;
  // Colors that tell something are those of the key.
  return isOwn || look?.lineColor ? 0 : paleness(size);
};

export function describeEdge(context: Context, id: string): EdgeAppearance {
  const { state, graph, colors, focus } = context;
  const attributes = graph.getEdgeAttributes(id);
  const { type, properties } = attributes.relationship;
  const [source, target] = graph.extremities(id);
  const role = state.vocabulary?.relationships[type]?.role ?? "other";
  const thread = lineThread(context, role, source, target);
  // Most lines stand for themselves alone, and among thousands lists of one would take most of the time.
  const all = context.parallels.get(id);
  const isAny = (is: (each: string) => boolean) => (all === undefined ? is(id) : all.some(is));
  const inFocus = focus !== null && isAny((each) => focus.relationships.has(each));
  const dimmed =
    (focus !== null && !inFocus) ||
    (all === undefined
      ? context.filterOfLine(attributes) === "dim"
      : all.every((each) => context.filterOfLine(graph.getEdgeAttributes(each)) === "dim")) ||
    context.isDimmed(source) ||
    context.isDimmed(target);
  const chosen = context.selection !== null && isAny((each) => isSelected(context, "relationship", each));
  const fadedBy = (each: string) => fading[context.times?.ofRelationship(each) ?? "certain"].mark;
  const faded = all === undefined ? fadedBy(id) : Math.min(...all.map(fadedBy));
  const derived = isDerived(attributes.relationship);
  const bundled = context.bundles.get(id);
  const isPossible = derived && properties["answer"] === "possible";
  const ruled = derived ? null : ruledColor(context, id, all, type);
  const plain =
    ruled ??
    thread ??
    (chosen || (derived && bundled === undefined) ? colors.accent : inFocus ? colors.ink2 : colors.edge);
  const look = new LineLook(context, id, source, target);
  look.hidden = !context.relationships.has(id);
  look.color = mix(
    plain,
    colors.bg,
    dimmed
      ? dimming.line
      : chosen
        ? 0
        : Math.max(faded, isPossible ? onlyPossible : 0, quietness(context, ruled !== null)),
  );
  look.width =
    (derived
      ? derivedWidth + Math.min(5, 1.2 * Math.log2(bundled ?? 1))
      : widest(context, id, all, widthOf(role, thread !== null))) +
    (inFocus ? 0.5 : 0) +
    (chosen ? 0.8 : 0);
  look.pattern = derived ? (isPossible ? "double-dashed" : "double") : (patterns[certaintyOf(properties)] ?? "solid");
  look.zIndex = inFocus ? 3 : dimmed ? 0 : thread === null ? 1 : 2;
  look.dimmed = dimmed;
  look.count = bundled ?? all?.length ?? 1;
  return look;
}

type Several = readonly string[] | undefined;

/** The color that a rule gives a line and all that it stands for, or a person their type; null where there is none, or not the same for all. */
function ruledColor({ look }: Context, id: string, several: Several, type: string): string | null {
  if (!look?.lineColor) return look?.own(`type=v:${type}`) ?? null;
  if (several === undefined) return look.lineColor(id);
  const [first, ...others] = new Set(several.map(look.lineColor));
  return others.length > 0 ? null : (first ?? null);
}

/** As wide as a rule has it, or as the widest of all that it stands for and a little more. */
function widest({ look }: Context, id: string, several: Several, usual: number): number {
  const width = (each: string) => look?.lineWidth?.(each) ?? usual;
  if (several === undefined) return width(id);
  return Math.max(...several.map(width)) + Math.min(2.4, 0.4 * Math.log2(several.length));
}

/** A class, as getters of each line's own would cost more than all else that is worked out for it. */
class LineLook implements EdgeAppearance {
  hidden = false;
  color = "";
  width = 0;
  pattern: Pattern = "solid";
  zIndex = 0;
  dimmed = false;
  count = 1;
  private readonly context: Context;
  private readonly id: string;
  private readonly source: string;
  private readonly target: string;

  constructor(context: Context, id: string, source: string, target: string) {
    this.context = context;
    this.id = id;
    this.source = source;
    this.target = target;
  }

  get arrow(): boolean {
    return hasArrow(this.context, this.id, this.source, this.target);
  }

  get route(): Route {
    const { context, id, source, target } = this;
    return routeOf(
      { source: lineEnd(context, source), target: lineEnd(context, target) },
      context.lanes().get(id) ?? { at: 0, of: 1 },
    );
  }
}

const lineEnd = ({ state, graph }: Context, id: string) => ({
  id,
  x: graph.getNodeAttribute(id, "x"),
  y: graph.getNodeAttribute(id, "y"),
  column: standOf(state, graph, id),
});

function widthOf(role: Role, threaded: boolean): number {
  if (role === "founding") return threaded ? 2.4 : 2;
  return threaded ? 1.5 : 1.1;
}

/** A job or a founding takes the thread of the origin at its end, else of its person toward a destination. */
function lineThread(context: Context, role: Role, source: string, target: string): string | null {
  const { state, question, look } = context;
  // Colors say one thing at a time: a rule, or threads.
  if (!question || look?.nodeColor || (role !== "career" && role !== "founding")) return null;
  const [person, organization] = question.column.get(source) === "people" ? [source, target] : [target, source];
  if (question.column.get(person) !== "people") return null;
  const column = question.column.get(organization);
  if (column === "origins") return threadColor(context, question, organization);
  return column === "destinations" ? threadColor(context, question, threadOf(state, person)) : null;
}

/** Arrows where the ends alone do not tell the way: both of one label, or on the selected node's lines and a path. */
function hasArrow(context: Context, id: string, source: string, target: string): boolean {
  const { state, graph } = context;
  const relationship = graph.getEdgeAttribute(id, "relationship");
  const { type } = relationship;
  if (isDerived(relationship) || state.vocabulary?.relationships[type]?.directed === false) return false;
  const { path } = state;
  const all = context.parallels.get(id) ?? [id];
  const chosen =
    all.some((each) => isSelected(context, "relationship", each)) ||
    isSelected(context, "node", source) ||
    isSelected(context, "node", target);
  if (chosen || all.some((each) => path?.relationships.has(each))) return true;
  return mainLabel(graph.getNodeAttribute(source, "node")) === mainLabel(graph.getNodeAttribute(target, "node"));
}
