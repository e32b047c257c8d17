/** A line at a glance: the claim in words, when, how surely, and by how many sources. */
import { type GraphRelationship, isDerived, nameOf } from "../../../schema/graph.ts";
import { localizedProperty } from "../../../schema/language.ts";
import { certaintyOf, citationsOf, citedDocuments } from "../../facts/claims.ts";
import { formatInterval } from "../../strings/format.ts";
import { isBundle } from "../../view/groups.ts";
import { bundleSizes, parallels } from "../../view/visibility.ts";
import { gist } from "../../words/wording.ts";
import { useDrawn, useGraph, useLanguage, useSay, useVocabulary } from "../context.ts";
import { useHasSources } from "../inspector/use-has-sources.ts";
import { useTellApart } from "../inspector/Parallels.tsx";
import { WholeSentence } from "../inspector/Sentence.tsx";
import { LineSample } from "../LineSample.tsx";
import { Words } from "../Words.tsx";

export function LineCard({ id }: { id: string }) {
  const relationship = useGraph().getEdgeAttribute(id, "relationship");
  const all = useDrawn(parallels).get(id);
  if (isBundle(id)) return <Bundle relationship={relationship} />;
  if (all !== undefined) return <Several relationship={relationship} ids={all} />;
  return isDerived(relationship) ? <Derived relationship={relationship} /> : <Claim relationship={relationship} />;
}

function Bundle({ relationship: { id, start, end } }: { relationship: GraphRelationship }) {
  const graph = useGraph();
  const language = useLanguage();
  const say = useSay();
  const count = useDrawn(bundleSizes).get(id) ?? 0;
  if (!graph.hasEdge(id)) return null;
  const name = (end: string) => nameOf(graph.getNodeAttribute(end, "node"), language).text;
  return <p className="card-claim">{say("group.bundleBetween", { count, a: name(start), b: name(end) })}</p>;
}

/** A card has room for so many. */
const mostListed = 8;

/** Parallel relationships that are drawn as one line. */
function Several({ relationship, ids }: { relationship: GraphRelationship; ids: readonly string[] }) {
  const graph = useGraph();
  const say = useSay();
  const tellApart = useTellApart();
  if (!ids.every((id) => graph.hasEdge(id))) return null;
  const nodeOf = (id: string) => graph.getNodeAttribute(id, "node");
  const { start, end } = relationship;
  const listed = ids.length > mostListed + 1 ? ids.slice(0, mostListed) : ids;
  return (
    <>
      <p className="card-claim">
        <WholeSentence relationship={relationship} start={nodeOf(start)} end={nodeOf(end)} plain />
      </p>
      <p className="card-note">{say("group.parallels", { count: ids.length })}</p>
      <ul className="card-parallels">
        {listed.map((id, place) => {
          const { words, date } = tellApart(graph.getEdgeAttribute(id, "relationship"), place);
          return (
            <li key={id}>
              <Words words={words} /> {date === "" ? null : <span className="caption">{date}</span>}
            </li>
          );
        })}
      </ul>
      {listed.length < ids.length ? (
        <p className="card-note">{say("group.parallelsMore", { count: ids.length - listed.length })}</p>
      ) : null}
    </>
  );
}

function Derived({ relationship: { properties } }: { relationship: GraphRelationship }) {
  const language = useLanguage();
  const say = useSay();
  return (
    <>
      <p className="kind">{say("overlap.kind")}</p>
      <p className="card-claim">{localizedProperty(properties, "words", language)?.text}</p>
    </>
  );
}

function Claim({ relationship }: { relationship: GraphRelationship }) {
  const graph = useGraph();
  const vocabulary = useVocabulary();
  const language = useLanguage();
  const say = useSay();
  const hasSources = useHasSources();
  const { type, start, end, properties } = relationship;
  const detail = gist(vocabulary, type, properties, language);
  const certainty = certaintyOf(properties);
  const date = formatInterval(properties, language);
  const sources = citedDocuments(citationsOf(properties)).length;
  if (!graph.hasEdge(relationship.id)) return null;
  const nodeOf = (id: string) => graph.getNodeAttribute(id, "node");
  return (
    <>
      <p className="card-claim">
        <WholeSentence relationship={relationship} start={nodeOf(start)} end={nodeOf(end)} plain />
      </p>
      {detail === null ? null : (
        <p>
          <Words words={detail} />
        </p>
      )}
      {date === null && !hasSources ? null : <p className="card-note">{date ?? say("date.none")}</p>}
      {hasSources ? (
        <p className="card-note">
          <LineSample certainty={certainty} /> {say(`certainty.${certainty}`)} ·{" "}
          {say("sources.count", { count: sources })}
        </p>
      ) : null}
    </>
  );
}
