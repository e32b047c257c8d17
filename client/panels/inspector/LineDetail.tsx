/** The inspector of a relationship: its sentence, properties, dates, certainty, sources and rivals. */
import { useEffect } from "react";
import { type GraphNode, type GraphRelationship, isDerived } from "../../../schema/graph.ts";
import { localizedProperty } from "../../../schema/language.ts";
import { citationsOf } from "../../facts/claims.ts";
import { relationshipInWords } from "../../words/copy-words.ts";
import { formatInterval } from "../../strings/format.ts";
import { useExplorer, useGraph, useLanguage, useSay, useView, useVocabulary } from "../context.ts";
import { isBundle } from "../../view/groups.ts";
import { BundleDetail } from "./BundleDetail.tsx";
import { Citations } from "./Citations.tsx";
import { CertaintyNote, PropertyList } from "./ClaimDetail.tsx";
import { CopyButton } from "./CopyButton.tsx";
import { useHasSources } from "./use-has-sources.ts";
import { useCopyWording } from "./use-copied-words.ts";
import { Parallels } from "./Parallels.tsx";
import { RivalsOfClaim } from "./Rivals.tsx";
import { WholeSentence } from "./Sentence.tsx";

/** What follows from two stints, and which they are: the sources are theirs. */
function Derived({ relationship }: { relationship: GraphRelationship }) {
  const language = useLanguage();
  const say = useSay();
  const { properties, start, end } = relationship;
  const claims = useView(({ details }) => details);
  const explorer = useExplorer();
  useEffect(() => {
    for (const id of [start, end]) void explorer.learnOf(id);
  }, [explorer, start, end]);
  const stints = Array.isArray(properties["stints"]) ? properties["stints"].map(String) : [];
  const found = [start, end].flatMap((id) => {
    const detail = claims[id];
    return (detail?.claims ?? [])
      .filter((claim) => stints.includes(claim.relationship.id))
      .map((claim) => ({ claim, detail }));
  });
  return (
    <>
      <p className="kind">{say("overlap.kind")}</p>
      <h2 className="inspected sentence">{localizedProperty(properties, "words", language)?.text}</h2>
      <p className="note">{say("overlap.derived")}</p>
      {found.map(({ claim: { relationship: stint, neighbor }, detail }) =>
        detail === undefined ? null : (
          <section key={stint.id} className="derived-from">
            <p>
              <WholeSentence relationship={stint} start={detail.node} end={neighbor} />{" "}
              <span className="fact-date">{formatInterval(stint.properties, language) ?? say("date.none")}</span>
            </p>
            <Citations citations={citationsOf(stint.properties)} documents={detail.documents} />
          </section>
        ),
      )}
    </>
  );
}

export function LineDetail({ relationship }: { relationship: GraphRelationship }) {
  if (isBundle(relationship.id)) return <BundleDetail relationship={relationship} />;
  return isDerived(relationship) ? <Derived relationship={relationship} /> : <Sourced relationship={relationship} />;
}

function Sourced({ relationship }: { relationship: GraphRelationship }) {
  const graph = useGraph();
  const vocabulary = useVocabulary();
  const language = useLanguage();
  const say = useSay();
  const wording = useCopyWording();
  const hasSources = useHasSources();
  const detail = useView((state) => state.details[relationship.start]);
  const { type, properties, id } = relationship;
  const nodeOf = (end: string): GraphNode => graph.getNodeAttribute(end, "node");
  const date = formatInterval(properties, language);
  return (
    <>
      <p className="kind">{say("inspector.fact")}</p>
      <h2 className="inspected sentence">
        <WholeSentence relationship={relationship} start={nodeOf(relationship.start)} end={nodeOf(relationship.end)} />
      </h2>
      {date === null && !hasSources ? null : (
        <p className={date === null ? "line-date undated" : "line-date"}>{date ?? say("date.none")}</p>
      )}
      <PropertyList forms={vocabulary.relationships[type]?.properties} properties={properties} />
      <CertaintyNote properties={properties} />
      <div className="actions">
        <CopyButton withKey words={() => relationshipInWords(relationship, wording)} hint={say("copy.claimHint")} />
      </div>
      <Parallels id={id} />
      {hasSources ? (
        <>
          <h3>{say("inspector.sources")}</h3>
          <Citations citations={citationsOf(properties)} documents={detail?.documents ?? []} />
        </>
      ) : null}
      {detail === undefined ? null : <RivalsOfClaim detail={detail} about={id} />}
    </>
  );
}
