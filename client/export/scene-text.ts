/** What stands around an exported drawing: title, key, caption and sources, in the language of the view. */
import type { SceneSource, SceneText } from "../../scene/scene.ts";
import { signsLeftOut } from "../../scene/review.ts";
import { webAddress } from "../../scene/writers/clean.ts";
import { type GraphRelationship, nameOf } from "../../schema/graph.ts";
import { citationsOf, citedDocuments } from "../facts/claims.ts";
import { wordPaths } from "../words/path-words.ts";
import { standfirstOf, withMeanings } from "../words/standfirst.ts";
import type { ExplorerGraph } from "../view/graph.ts";
import type { ExplorerState, FilterKind } from "../store.ts";
import { seenOn, wordRange, wordValueFilter } from "../style/words.ts";
import { isTimeSet } from "../view/time.ts";
import { undrawn } from "../view/visibility.ts";
import { layoutHint } from "../words/layout-hint.ts";
import { formatDate, formatPeriod } from "../strings/format.ts";
import { say } from "../strings/strings.ts";
import { hasPages, isFolded, pageIn, questionView } from "../view/question-view.ts";
import { type Wording, wordDocument } from "./evidence.ts";
import { type Shown, describeKey, severalOrigins } from "./scene-key.ts";

export function describeText(shown: Shown): SceneText {
  const { state, wording } = shown;
  const { language, answer } = state;
  const path = wordPaths(state, shown.graph);
  return {
    title: path?.title ?? answer?.headline[language] ?? say(language, "stage.explore"),
    standfirst: path === null ? standfirstOf(state) : withMeanings([path.sentence], state),
    ...(path === null ? {} : { standfirstLines: 5 }),
    key: describeKey(shown),
    caption: [...(path === null ? [] : [path.note]), ...caption(shown)],
    ...unsigned(shown),
    sourcesTitle: say(language, "inspector.sources"),
    sources: sources([...shown.lines.map(({ relationship }) => relationship), ...shown.bundled], wording),
    more: say(language, "export.more", { count: "{count}" }),
  };
}

/** Documents cited by what is drawn, the most cited first. */
function sources(claims: readonly GraphRelationship[], wording: Wording): SceneSource[] {
  const counts = new Map<string, number>();
  for (const { properties } of claims) {
    for (const id of citedDocuments(citationsOf(properties))) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([id]) => {
      const { text, language } = wordDocument(id, wording);
      return { id, text, language, url: webAddress(wording.nodeOf(id)?.properties["url"]) };
    });
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
function caption({ state, graph, nodes, date, wording }: Shown): string[] {
  const { language } = state;
  return [
    ...(date === null ? [] : [say(language, "export.asTold", { date: formatDate(date, language) })]),
    ...pageInWords(state),
    ...timeInWords(state),
    ...filtersInWords({ state, graph }),
    ...undrawnInWords(state, graph),
    ...layoutInWords({ state, graph, nodes }),
    ...(wording.untold.includes("uncited") ? [] : [say(language, "footer.disclaimer")]),
  ];
}

function unsigned({ state, lines }: Shown): Pick<SceneText, "unsigned"> {
  const count = signsLeftOut(lines);
  return count === null ? {} : { unsigned: say(state.language, "export.unsigned", { count }) };
}

/** What the question leaves out of its drawing. */
function undrawnInWords(state: ExplorerState, graph: ExplorerGraph): string[] {
  if (state.answer === null || state.showUndrawn) return [];
  const { nodes, relationships: lines } = undrawn(state, graph);
  if (nodes + lines === 0) return [];
  if (isFolded(state)) return [say(state.language, "footer.undrawnSmall", { nodes, lines })];
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
