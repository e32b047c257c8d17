/** What a step of the history is called: what it did and to what, in the reader's language. */
import { type GraphNode, nameOf } from "../../schema/graph.ts";
import type { Language } from "../../schema/language.ts";
import type { Step, ViewSnapshot } from "../explorer/context.ts";
import { listMark } from "../table/columns.ts";
import type { Style, Vocabulary } from "../store.ts";
import { formatPeriod } from "../strings/format.ts";
import { wordCategoryOfKey, wordRange, wordStyle, wordValueFilter } from "../style/words.ts";
import type { MessageId } from "../strings/message.ts";
import { directedCaption } from "./wording.ts";
import { say } from "../strings/strings.ts";

/** What is said of a step as it happens, and what it is called afterwards. */
export const stepNames = {
  "said.question": "step.question",
  "said.free": "step.free",
  "said.expanded": "step.expanded",
  "said.expandedInPart": "step.expanded",
  "said.collapsed": "step.collapsed",
  "said.released": "step.released",
  "said.grouped": "step.grouped",
  "said.ungrouped": "step.ungrouped",
  "said.added": "step.added",
  "said.hidden": "step.hidden",
  "said.shownAgain": "step.shownAgain",
  "said.moved": "step.moved",
  "said.filterShown": "step.filterShown",
  "said.filterDimmed": "step.filterDimmed",
  "said.filterHidden": "step.filterHidden",
  "said.filterOnly": "step.filterOnly",
  "said.filterAll": "step.filterAll",
  "said.leastDegree": "said.leastDegree",
  "said.filtersReset": "step.filtersReset",
  "said.undrawnShown": "said.undrawnShown",
  "said.undrawnLeftOut": "said.undrawnLeftOut",
  "said.layout": "step.layout",
  "said.around": "step.around",
  "said.page": "said.page",
  "said.path": "step.path",
  "said.connection": "step.connection",
  "said.otherPath": "said.otherPath",
  "said.noPath": "said.noPath",
  "said.pathClosed": "said.pathClosed",
  "said.time": "said.time",
  "style.said": "style.said",
  "style.saidAll": "style.saidAll",
  "style.saidRange": "style.saidRange",
  "style.saidHue": "style.saidHue",
  "style.saidNamed": "style.saidNamed",
  "style.saidUnnamed": "style.saidUnnamed",
  "style.saidAsUsual": "style.saidAsUsual",
  "said.overlapsDrawn": "said.overlapsDrawn",
  "said.overlapsHidden": "said.overlapsHidden",
  "said.viewOpened": "said.viewOpened",
  "said.cypherAdded": "step.cypherAdded",
  "said.cypherShown": "step.cypherShown",
} as const satisfies Partial<Record<MessageId, MessageId>>;

const nameIn = (
  { graph }: ViewSnapshot,
  id: string,
  language: Language,
  known: (id: string) => GraphNode | undefined,
) => {
  const node = graph.nodes.get(id)?.node ?? known(id);
  return node === undefined ? id : nameOf(node, language).text;
};

const seenIn = ({ nodes, relationships }: ViewSnapshot["graph"]) => ({
  nodes: () => [...nodes.values()].map(({ node }) => node),
  relationships: () => relationships.values(),
});

function filterName(
  { kind, key }: NonNullable<Step["filter"]>,
  vocabulary: Vocabulary | null,
  language: Language,
  nodeName: (id: string) => string,
  { graph, view: { answer } }: ViewSnapshot,
): string {
  if (kind === "values") {
    return wordValueFilter(key, { language, vocabulary, measures: null, figures: {} }, seenIn(graph));
  }
  if (kind === "labels") return vocabulary?.labels[key]?.caption[language] ?? key;
  if (kind === "types") return vocabulary?.relationships[key]?.caption[language] ?? key;
  if (kind === "certainties") return say(language, `certainty.${key}` as MessageId);
  const count = answer?.columns?.origins.length ?? 0;
  return key === "both" || key === "neither" ? say(language, `key.${key}`, { count }) : nodeName(key);
}

/** At most so many types are named. */
const mostNamed = 2;

/** By which types an expansion's newcomers came. */
function kindNames(kinds: readonly string[], vocabulary: Vocabulary | null, language: Language): string {
  if (vocabulary === null) return "";
  const names = kinds.map((kind) => {
    const [type = "", direction] = kind.split(".");
    return directedCaption(vocabulary, type, direction === "in" ? "in" : "out", language);
  });
  const distinct = [...new Set(names)];
  const more = distinct.length > mostNamed ? " …" : "";
  return `${distinct.slice(0, mostNamed).join(listMark[language])}${more}`;
}

/** What became of a category of the key. */
const ownNames = (category: string, { own }: Style, language: Language) => {
  const { hue, name = "" } = own[category] ?? {};
  return { own: name, color: say(language, hue === undefined ? "style.usual" : `style.hue.${hue}`) };
};

/** What a step of style or of a range says: by the view that it led to, as the reader's language may be another. */
function ruleNames(
  { step, graph, view: { style, filters, answer } }: ViewSnapshot,
  language: Language,
  vocabulary: Vocabulary | null,
) {
  const told = { language, vocabulary, measures: null, figures: {} };
  return {
    ...(step?.style === undefined ? {} : wordStyle({ ...told, style }, step.style)),
    ...(step?.range === undefined ? {} : { range: wordRange(step.range, filters.ranges[step.range], told) }),
    ...(step?.own === undefined
      ? {}
      : {
          name: wordCategoryOfKey(step.own, { ...told, answer }, seenIn(graph)),
          ...ownNames(step.own, style, language),
        }),
  };
}

/** The name of the step that led to a view; `known` finds nodes that are no longer in it. */
export function wordStep(view: ViewSnapshot, { language, vocabulary, known }: WordStepParts): string {
  const { step } = view;
  const { answer, layout, paths, time } = view.view;
  const headline = answer?.headline[language] ?? say(language, "stage.explore");
  if (step === null) return say(language, "step.start", { headline });
  const id =
    step.id !== null && Object.hasOwn(stepNames, step.id) ? stepNames[step.id as keyof typeof stepNames] : null;
  if (id === null) return say(language, "step.link", { headline });
  const nodeName = (node: string) => nameIn(view, node, language, known);
  const [first = "", ...others] = step.nodes ?? paths?.ends ?? [];
  const isNarrowed = id === "step.expanded" && (step.kinds?.length ?? 0) > 0;
  return say(language, isNarrowed ? "step.expandedBy" : id, {
    ...step.values,
    headline,
    name: step.filter === undefined ? nodeName(first) : filterName(step.filter, vocabulary, language, nodeName, view),
    ...ruleNames(view, language, vocabulary),
    others: others.length,
    end: nodeName(others[0] ?? first),
    layout: say(language, `layout.${layout}`),
    kinds: kindNames(step.kinds ?? [], vocabulary, language),
    when: formatPeriod(time ?? {}, language),
  });
}

export interface WordStepParts {
  language: Language;
  vocabulary: Vocabulary | null;
  known: (id: string) => GraphNode | undefined;
}
