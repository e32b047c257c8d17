/** The key of an exported drawing: what its colors, shapes, lines and signs mean, of what is in the picture. */
import type { Tokens } from "../../scene/colors.ts";
import type { Pattern } from "../../scene/lines.ts";
import type { KeyEntry, KeyGroup, SceneLine, SceneNode } from "../../scene/scene.ts";
import { type GraphRelationship, isDerived, mainLabel } from "../../schema/graph.ts";
import { certaintyOf } from "../facts/claims.ts";
import { isBundle, isGroup } from "../view/groups.ts";
import type { ExplorerGraph } from "../view/graph.ts";
import { type ExplorerState, styleParts } from "../store.ts";
import { type ValueClass, noValue } from "../style/classes.ts";
import {
  type Scale,
  classOf,
  colorOfClass,
  extentOf,
  ownColor,
  radiusOfValue,
  styleScale,
  valueKey,
  widthOfClass,
} from "../style/engine.ts";
import { ownName, seenOn, wordClass, wordStyle, wordValue } from "../style/words.ts";
import { say } from "../strings/strings.ts";
import { questionView, threadOf } from "../view/question-view.ts";
import { nameById } from "../words/names.ts";
import type { Wording } from "./evidence.ts";

export interface Shown {
  state: ExplorerState;
  graph: ExplorerGraph;
  wording: Wording;
  colors: Tokens;
  nodes: readonly SceneNode[];
  lines: readonly SceneLine[];
  /** What bundles of lines stand for. */
  bundled: readonly GraphRelationship[];
  /** The latest day that the documents tell, YYYY-MM-DD. */
  date: string | null;
}

/** Only groups that have something to explain. */
export const describeKey = (shown: Shown): KeyGroup[] =>
  [
    ...(shown.state.style.nodeColor === null ? [threads(shown)] : []),
    labels(shown),
    ...rules(shown),
    types(shown),
    certainties(shown),
    parallels(shown),
    groups(shown),
    overlaps(shown),
    marks(shown),
  ].filter(({ entries }) => entries.length > 0);

function threads({ state, wording, colors, nodes }: Shown): KeyGroup {
  const {
    language,
    style: { own },
  } = state;
  const question = questionView(state);
  const present = new Set(nodes.map(({ node }) => threadOf(state, node.id)));
  const origins = question?.origins ?? [];
  const entries: KeyEntry[] = origins.flatMap((id, i) => {
    const color = ownColor(own, `thread=${id}`, colors) ?? colors.threads[i];
    if (color === undefined || !present.has(id)) return [];
    return [{ kind: "color", color, caption: ownName(state.style, `thread=${id}`, nameById(id, wording)) }];
  });
  if (present.has("both")) {
    const color = ownColor(own, "thread=both", colors) ?? colors.both;
    entries.push({ kind: "color", color, caption: ownName(state.style, "thread=both", severalOrigins(state)) });
  }
  return { caption: say(language, "key.threads"), entries };
}

/** How who came from more than one origin is called. */
export const severalOrigins = ({ language, answer }: ExplorerState) =>
  say(language, "key.both", { count: answer?.columns?.origins.length ?? 0 });

function labels({ state, graph, colors, nodes }: Shown): KeyGroup {
  const { vocabulary, language } = state;
  const present = new Map(nodes.map(({ node }) => [mainLabel(node), node.id]));
  const isPlain = questionView(state) !== null || state.style.nodeColor !== null;
  const byLabel = state.style.nodeColor === "label" ? styleScale(state, graph, "nodeColor") : null;
  const { own, nodeColor } = state.style;
  const isRuled = nodeColor !== null && nodeColor !== "label";
  const colorOf = (label: string) => {
    const each = byLabel && classOf(byLabel, present.get(label) ?? "");
    if (each) return colorOfClass(byLabel, each, colors, own);
    return isRuled ? undefined : ownColor(own, `label=v:${label}`, colors);
  };
  const entries = Object.entries(vocabulary?.labels ?? {})
    .filter(([label]) => present.has(label))
    .map(([label, form]): KeyEntry => ({
      kind: "shape",
      shape: form.shape,
      color: colorOf(label) ?? (isPlain ? colors.ink2 : colors.family[form.family]),
      caption: ownName(state.style, `label=v:${label}`, form.caption[language]),
    }));
  return { caption: say(language, "key.labels"), entries };
}

const certaintyPatterns = [
  ["stated", "solid"],
  ["reported", "dashed"],
  ["planned", "dotted"],
  ["opinion", "dash-dot"],
] as const satisfies readonly (readonly [string, Pattern])[];

/** That all is stated is worth saying only where there are sources. */
function certainties({ state, colors, lines, wording }: Shown): KeyGroup {
  const claims = lines.filter(({ relationship }) => !isDerived(relationship));
  const present = new Set(claims.map(({ relationship }) => certaintyOf(relationship.properties)));
  const entries = certaintyPatterns
    .filter(([certainty]) => present.has(certainty))
    .map(([certainty, pattern]): KeyEntry => ({
      kind: "line",
      pattern,
      color: colors.ink2,
      caption: say(state.language, `certainty.${certainty}`),
    }));
  const isPlain = wording.untold.includes("uncited") && [...present].every((certainty) => certainty === "stated");
  // Where lines have colors by it, it is listed with them.
  const isRule = state.style.lineColor === "certainty";
  return { caption: say(state.language, "key.certainty"), entries: isPlain || isRule ? [] : entries };
}

/** The rules of style, with their classes that are drawn. */
function rules({ state, graph, colors, nodes, lines }: Shown): KeyGroup[] {
  const drawn = { nodes: nodes.map(({ node }) => node.id), lines: lines.map(({ relationship }) => relationship.id) };
  return styleParts.flatMap((part): KeyGroup[] => {
    const scale = styleScale(state, graph, part);
    // Labels are listed with their own colors.
    if (scale === null || (part === "nodeColor" && scale.field === "label")) return [];
    const present = new Set(drawn[part.startsWith("node") ? "nodes" : "lines"].map((id) => classOf(scale, id)));
    const words = (each: ValueClass) =>
      ownName(state.style, valueKey(scale.field, each), wordClass(scale.field, each, state, seenOn(graph)));
    const shown = scale.classes.filter((each) => present.has(each));
    const entries =
      part === "nodeSize"
        ? sizes(scale, { state, graph, colors }, shown.includes(noValue))
        : shown.map((each): KeyEntry => {
            const color = part === "lineWidth" ? colors.ink2 : colorOfClass(scale, each, colors, state.style.own);
            if (part === "nodeColor") return { kind: "color", color, caption: words(each) };
            const certainty = each.kind === "value" && scale.field === "certainty" ? each.value : "stated";
            const pattern = new Map<unknown, Pattern>(certaintyPatterns).get(certainty) ?? "solid";
            const line = {
              kind: "line",
              pattern: part === "lineColor" ? pattern : "solid",
              color,
              caption: words(each),
            } as const;
            return part === "lineWidth" ? Object.assign(line, { width: widthOfClass(scale, each) }) : line;
          });
    return [{ caption: say(state.language, "style.by", wordStyle(state, part)), entries }];
  });
}

/** Types that a person gave a color or a name, where lines have no color by a rule. */
function types({ state, colors, lines }: Shown): KeyGroup {
  const { vocabulary, language, style } = state;
  const present = new Set(lines.map(({ relationship: { type } }) => type));
  const entries = Object.entries(vocabulary?.relationships ?? {}).flatMap(([type, form]): KeyEntry[] => {
    const category = `type=v:${type}`;
    if (!present.has(type) || !Object.hasOwn(style.own, category)) return [];
    const color = ownColor(style.own, category, colors) ?? colors.edge;
    return [{ kind: "line", pattern: "solid", color, caption: ownName(style, category, form.caption[language]) }];
  });
  return { caption: say(language, "key.types"), entries: style.lineColor === null ? entries : [] };
}

/** Radius of the largest sample, which a row of the key has room for. */
const largestSample = 8;

function sizes(scale: Scale, { state, graph, colors }: Pick<Shown, "state" | "graph" | "colors">, hasBare: boolean) {
  const extent = extentOf(scale);
  if (extent === null) return [];
  const { field } = scale;
  const shrink = largestSample / radiusOfValue(scale, extent.most);
  const sample = (radius: number, caption: string): KeyEntry => ({
    kind: "size",
    radius: radius * shrink,
    color: colors.quiet,
    caption,
  });
  return [
    ...[...new Set([extent.least, extent.most])].map((value) =>
      sample(radiusOfValue(scale, value), wordValue(field, value, state, seenOn(graph))),
    ),
    ...(hasBare ? [sample(radiusOfValue(scale, undefined), wordClass(field, noValue, state, seenOn(graph)))] : []),
  ];
}

/** Lines that stand for several relationships. */
function parallels({ state: { language }, colors, lines }: Shown): KeyGroup {
  const line = { kind: "line", pattern: "solid", width: 2.6, color: colors.ink2 } as const;
  const isAny = lines.some(({ parallels: all }) => all !== undefined);
  return {
    caption: say(language, "key.parallels"),
    entries: isAny ? [{ ...line, caption: say(language, "key.parallel") }] : [],
  };
}

/** Names and lines that are drawn as one. */
function groups({ state: { language }, colors, nodes, lines }: Shown): KeyGroup {
  const bundle = lines.find(({ relationship }) => isBundle(relationship.id));
  const entries: KeyEntry[] = [
    {
      kind: "shape",
      shape: "circle-hollow",
      color: colors.ink2,
      caption: say(language, "key.group"),
      isDouble: true,
    },
    ...(bundle === undefined
      ? []
      : [
          {
            kind: "line" as const,
            pattern: "double" as const,
            color: bundle.color,
            caption: say(language, "key.bundle"),
          },
        ]),
  ];
  return { caption: say(language, "key.groups"), entries: nodes.some(({ node }) => isGroup(node.id)) ? entries : [] };
}

/** What is derived, as it is drawn. */
function overlaps({ state: { language }, lines }: Shown): KeyGroup {
  const entries = (["double", "double-dashed"] as const).flatMap((pattern): KeyEntry[] => {
    const line = lines.find((each) => each.pattern === pattern && !isBundle(each.relationship.id));
    const caption = say(language, pattern === "double" ? "overlap.certain" : "overlap.possible");
    return line === undefined ? [] : [{ kind: "line", pattern, color: line.color, caption }];
  });
  return { caption: say(language, "overlap.key"), entries };
}

function marks({ state, lines }: Shown): KeyGroup {
  const present = new Set(lines.flatMap((line) => line.marks));
  const entries = (["uncited", "disputed", "undated"] as const)
    .filter((mark) => present.has(mark))
    .map((mark): KeyEntry => ({ kind: "mark", mark, caption: say(state.language, `export.mark.${mark}`) }));
  return { caption: say(state.language, "export.marks"), entries };
}
