/** The path that is shown as a title and a sentence, in the reader's language; null while none is. */
import { wordEvidence } from "../export/evidence.ts";
import { pathsInView } from "../view/paths-in-view.ts";
import type { ExplorerState, ShownPaths } from "../store.ts";
import { formatInterval } from "../strings/format.ts";
import { say } from "../strings/strings.ts";
import type { ExplorerGraph } from "../view/graph.ts";
import { between, bracket } from "./marks.ts";
import { nameById } from "./names.ts";

export interface PathWords {
  title: string;
  /** What leads from one end to the other, a fact after another, each with its date where it has one. */
  sentence: string;
  /** How many steps, and that no source says the whole of it. */
  note: string;
}

/** Chinese has no blanks between its own words. */
const closed = (text: string): string => text.replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, "");

const idsOf = (paths: ShownPaths): string[] => [
  ...new Set(pathsInView(paths).flatMap(({ relationships }) => relationships)),
];

/** Throws before the vocabulary is there. */
export function wordPaths(state: ExplorerState, graph: ExplorerGraph): PathWords | null {
  const { paths, language, vocabulary } = state;
  if (paths === null || pathsInView(paths).length === 0) return null;
  if (vocabulary === null) throw new Error("A path is to be worded before the vocabulary is there.");
  const isEnglish = language === "en";
  const { nodes, relationships } = paths.answer.subgraph;
  const nodeOf = (id: string) =>
    graph.hasNode(id) ? graph.getNodeAttribute(id, "node") : nodes.find((node) => node.id === id);
  const told = idsOf(paths).flatMap((id) => {
    const claim = relationships.find((each) => each.id === id);
    if (claim === undefined) return [];
    const { sentence } = wordEvidence(claim, { language, vocabulary, nodeOf, untold: [] });
    const date = formatInterval(claim.properties, language);
    const words = isEnglish ? sentence : closed(sentence);
    return [date === null ? words : words + bracket(date, language)];
  });
  const names = paths.ends.map((id) => nameById(id, { language, nodeOf }));
  const [from = "", to = ""] = names;
  const list = new Intl.ListFormat(language, { type: "conjunction" }).format(names);
  return {
    title:
      names.length > 2 ? say(language, "path.connects", { names: list }) : say(language, "path.title", { from, to }),
    sentence: `${told.join(between(language))}${isEnglish ? "." : "。"}`,
    note: say(language, "path.steps", { steps: told.length }),
  };
}
