/** What stands around an exported drawing: title, key, caption and sources, in the language of the view. */
import type { Tokens } from "../../scene/colors.ts";
import type { Pattern } from "../../scene/lines.ts";
import type { KeyEntry, KeyGroup, SceneLine, SceneNode, SceneSource, SceneText } from "../../scene/scene.ts";
import { webAddress } from "../../scene/writers/clean.ts";
import { type GraphRelationship, isDerived, mainLabel, nameOf } from "../../schema/graph.ts";
import { citationsOf, certaintyOf } from "../facts/claims.ts";
import { isBundle, isGroup } from "../view/groups.ts";
import { standfirstOf } from "../words/standfirst.ts";
import type { ExplorerGraph } from "../view/graph.ts";
import { type ExplorerState, type FilterKind, styleParts } from "../store.ts";
import { type ValueClass, noValue } from "../style/classes.ts";
import {
  type Scale,
  classOf,
  colorOfClass,
  extentOf,
  radiusOfValue,
  styleScale,
  widthOfClass,
} from "../style/engine.ts";
import { seenOn, wordClass, wordRange, wordStyle, wordValue, wordValueFilter } from "../style/words.ts";
import { isTimeSet } from "../view/time.ts";
import { undrawn } from "../view/visibility.ts";
import { layoutHint } from "../words/layout-hint.ts";
import { formatDate, formatPeriod } from "../strings/format.ts";
import { say } from "../strings/strings.ts";
import { hasPages, pageIn, questionView, threadOf } from "../view/question-view.ts";
import { type Wording, wordDocument } from "./evidence.ts";

interface Shown {
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

export function describeText(shown: Shown): SceneText {
  const { state, wording } = shown;
  const { language, answer } = state;
  return {
    title: answer?.headline[language] ?? say(language, "stage.explore"),
    standfirst: standfirstOf(state),
    key: [
      ...(state.style.nodeColor === null ? [threads(shown)] : []),
      labels(shown),
      ...rules(shown),
      certainties(shown),
      groups(shown),
      overlaps(shown),
      marks(shown),
    ].filter(({ entries }) => entries.length > 0),
    caption: caption(shown),
    sourcesTitle: say(language, "inspector.sources"),
    sources: sources([...shown.lines.map(({ relationship }) => relationship), ...shown.bundled], wording),
    more: say(language, "export.more", { count: "{count}" }),
  };
}

/** Documents cited by what is drawn, the most cited first. */
function sources(claims: readonly GraphRelationship[], wording: Wording): SceneSource[] {
  const counts = new Map<string, number>();
  for (const { properties } of claims) {
    for (const id of new Set(citationsOf(properties).map(({ document }) => document)))
      counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([id]) => {
      const { text, language } = wordDocument(id, wording);
      return { id, text, language, url: webAddress(wording.nodeOf(id)?.properties["url"]) };
    });
}

function threads({ state, wording, colors, nodes }: Shown): KeyGroup {
  const { language } = state;
  const question = questionView(state);
  const present = new Set(nodes.map(({ node }) => threadOf(state, node.id)));
  const origins = question?.origins ?? [];
  const entries: KeyEntry[] = origins.flatMap((id, i) => {
    const color = colors.threads[i];
    const node = wording.nodeOf(id);
    if (color === undefined || !present.has(id)) return [];
    return [{ kind: "color", color, caption: node === undefined ? id : nameOf(node, language).text }];
  });
  if (present.has("both")) entries.push({ kind: "color", color: colors.both, caption: severalOrigins(state) });
  return { caption: say(language, "key.threads"), entries };
}

/** How who came from more than one origin is called. */
const severalOrigins = ({ language, answer }: ExplorerState) =>
  say(language, "key.both", { count: answer?.columns?.origins.length ?? 0 });

function labels({ state, graph, colors, nodes }: Shown): KeyGroup {
  const { vocabulary, language } = state;
  const present = new Map(nodes.map(({ node }) => [mainLabel(node), node.id]));
  const isPlain = questionView(state) !== null || state.style.nodeColor !== null;
  const byLabel = state.style.nodeColor === "label" ? styleScale(state, graph, "nodeColor") : null;
  const ownColor = (label: string) => {
    const own = byLabel && classOf(byLabel, present.get(label) ?? "");
    return own ? colorOfClass(byLabel, own, colors) : null;
  };
  const entries = Object.entries(vocabulary?.labels ?? {})
    .filter(([label]) => present.has(label))
    .map(([label, form]): KeyEntry => ({
      kind: "shape",
      shape: form.shape,
      color: ownColor(label) ?? (isPlain ? colors.ink2 : colors.family[form.family]),
      caption: form.caption[language],
    }));
  return { caption: say(language, "key.labels"), entries };
}

const certaintyPatterns = [
  ["stated", "solid"],
  ["reported", "dashed"],
  ["planned", "dotted"],
  ["opinion", "dash-dot"],
] as const satisfies readonly (readonly [string, Pattern])[];

function certainties({ state, colors, lines }: Shown): KeyGroup {
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
  return { caption: say(state.language, "key.certainty"), entries };
}

/** The rules of style, with their classes that are drawn. */
function rules({ state, graph, colors, nodes, lines }: Shown): KeyGroup[] {
  const drawn = { nodes: nodes.map(({ node }) => node.id), lines: lines.map(({ relationship }) => relationship.id) };
  return styleParts.flatMap((part): KeyGroup[] => {
    const scale = styleScale(state, graph, part);
    // Labels are listed with their own colors.
    if (scale === null || (part === "nodeColor" && scale.field === "label")) return [];
    const present = new Set(drawn[part.startsWith("node") ? "nodes" : "lines"].map((id) => classOf(scale, id)));
    const words = (each: ValueClass) => wordClass(scale.field, each, state, seenOn(graph));
    const shown = scale.classes.filter((each) => present.has(each));
    const entries =
      part === "nodeSize"
        ? sizes(scale, { state, graph, colors }, shown.includes(noValue))
        : shown.map((each): KeyEntry => {
            const color = part === "lineWidth" ? colors.ink2 : colorOfClass(scale, each, colors);
            if (part === "nodeColor") return { kind: "color", color, caption: words(each) };
            const line = { kind: "line", pattern: "solid", color, caption: words(each) } as const;
            return part === "lineWidth" ? Object.assign(line, { width: widthOfClass(scale, each) }) : line;
          });
    return [{ caption: say(state.language, "style.by", wordStyle(state, part)), entries }];
  });
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

/** Which of many people the page shows. */
function pageInWords(state: ExplorerState): string[] {
  const question = questionView(state);
  if (!question || !hasPages(state)) return [];
  const page = pageIn(state, question);
  const shown = question.pages[page]?.columns.people.length ?? 0;
  const [all, pages] = [question.columns.people.length, question.pages.length];
  const words = say(state.language, "pages.shown", { shown, all, page: page + 1, pages });
  return [`${words}${state.language === "en" ? "." : "。"}`];
}

/** The date, the filters in force, and what a missing line means. */
function caption({ state, graph, nodes, date }: Shown): string[] {
  const { language } = state;
  return [
    ...(date === null ? [] : [say(language, "export.asTold", { date: formatDate(date, language) })]),
    ...pageInWords(state),
    ...timeInWords(state),
    ...filtersInWords({ state, graph }),
    ...undrawnInWords(state, graph),
    ...layoutInWords({ state, graph, nodes }),
    say(language, "footer.disclaimer"),
  ];
}

/** What the question leaves out of its drawing. */
function undrawnInWords(state: ExplorerState, graph: ExplorerGraph): string[] {
  if (state.answer === null || state.showUndrawn) return [];
  const { nodes, relationships: lines } = undrawn(state, graph);
  if (nodes + lines === 0) return [];
  if (lines === 0) return [say(state.language, "footer.undrawnNodes", { nodes })];
  return [say(state.language, hasPages(state) ? "footer.undrawnPaged" : "footer.undrawn", { nodes, lines })];
}

function layoutInWords({ state, graph, nodes }: Pick<Shown, "state" | "graph" | "nodes">): string[] {
  const hint = layoutHint(
    state,
    graph,
    nodes.map(({ node }) => node.id),
  );
  return hint === null ? [] : [hint];
}

function timeInWords({ language, time }: ExplorerState): string[] {
  if (!isTimeSet(time)) return [];
  return [
    say(language, "export.time", { when: formatPeriod(time, language) }),
    ...(time.undated ? [] : [say(language, "export.withoutUndated")]),
  ];
}

function filtersInWords({ state, graph }: Pick<Shown, "state" | "graph">): string[] {
  const { language, filters, vocabulary, hidden, documents } = state;
  const captionOf = (kind: FilterKind, key: string): string => {
    if (kind === "labels") return vocabulary?.labels[key]?.plural[language] ?? key;
    if (kind === "types") return vocabulary?.relationships[key]?.caption[language] ?? key;
    if (kind === "certainties" && (key === "stated" || key === "reported" || key === "planned" || key === "opinion"))
      return say(language, `certainty.${key}`);
    if (kind === "values") return wordValueFilter(key, state, seenOn(graph));
    const document = kind === "documents" ? documents?.[key] : undefined;
    if (document !== undefined) return nameOf(document, language).text;
    if (key === "both") return severalOrigins(state);
    if (key === "neither") return say(language, "key.neither");
    return graph.hasNode(key) ? nameOf(graph.getNodeAttribute(key, "node"), language).text : key;
  };
  const left = (["labels", "types", "certainties", "threads", "documents", "values"] as const).flatMap((kind) =>
    Object.entries(filters[kind])
      .filter(([, filter]) => filter === "hide")
      .map(([key]) => captionOf(kind, key)),
  );
  const said = [
    ...(left.length === 0
      ? []
      : [say(language, "export.leftOut", { names: left.join(language === "en" ? ", " : "、") })]),
    ...Object.entries(filters.ranges).map(
      ([field, range]) => `${wordRange(field, range, state)}${language === "en" ? "." : "。"}`,
    ),
    ...(filters.leastDegree === 0 ? [] : [say(language, "said.leastDegree", { count: filters.leastDegree })]),
  ];
  return hidden.size === 0 ? said : [...said, say(language, "footer.hidden", { count: hidden.size })];
}
