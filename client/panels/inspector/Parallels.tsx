/** Of a relationship that is drawn as one line with others like it: all of them, each with what tells it apart. */
import type { GraphRelationship } from "../../../schema/graph.ts";
import { byStrength } from "../../../schema/strength.ts";
import { formatInterval } from "../../strings/format.ts";
import { parallels } from "../../view/visibility.ts";
import { type Worded, gist } from "../../words/wording.ts";
import { useDrawn, useExplorer, useGraph, useLanguage, useSay, useVocabulary } from "../context.ts";
import { Words } from "../Words.tsx";
import { Fold } from "./Fold.tsx";

/** So many are listed; the table has them all. */
const mostListed = 100;

/** What tells each of several apart: what its type says of it, or its dates, else its number. */
export function useTellApart(): (relationship: GraphRelationship, place: number) => { words: Worded; date: string } {
  const language = useLanguage();
  const vocabulary = useVocabulary();
  const say = useSay();
  return ({ type, properties }, place) => {
    const told = gist(vocabulary, type, properties, language);
    const date = formatInterval(properties, language) ?? "";
    if (told !== null) return { words: told, date };
    return { words: { text: date || say("group.parallel", { number: place + 1 }), language }, date: "" };
  };
}

export function Parallels({ id }: { id: string }) {
  const explorer = useExplorer();
  const graph = useGraph();
  const say = useSay();
  const tellApart = useTellApart();
  const { relationships } = useVocabulary();
  const all = (useDrawn(parallels).get(id) ?? []).filter((each) => graph.hasEdge(each));
  const told = (each: string) => graph.getEdgeAttribute(each, "relationship");
  const stronger = byStrength(relationships);
  const ids = all.toSorted((a, b) => stronger(told(a), told(b)));
  if (ids.length === 0) return null;
  return (
    <Fold title={say("group.parallels", { count: ids.length })} open className="selection-list parallels">
      <ul>
        {ids.slice(0, mostListed).map((each, place) => {
          const { words, date } = tellApart(graph.getEdgeAttribute(each, "relationship"), place);
          return (
            <li key={each}>
              <button
                type="button"
                className="node-link"
                aria-current={each === id ? "true" : undefined}
                onClick={() => explorer.select({ kind: "relationship", id: each })}
              >
                <Words words={words} /> {date === "" ? null : <span className="caption">{date}</span>}
              </button>
            </li>
          );
        })}
      </ul>
      {ids.length > mostListed ? (
        <p className="note">{say("group.parallelsMore", { count: ids.length - mostListed })}</p>
      ) : null}
    </Fold>
  );
}
