/** The inspector of a relationship: its sentence, properties, dates, certainty, sources and rivals. */
import type { GraphNode, GraphRelationship } from "../../../schema/graph.ts";
import { citationsOf } from "../../claims.ts";
import { formatInterval } from "../../strings/format.ts";
import { useGraph, useLanguage, useSay, useView, useVocabulary } from "../context.ts";
import { Citations } from "./Citations.tsx";
import { CertaintyNote, PropertyList } from "./ClaimDetail.tsx";
import { RivalsOfClaim } from "./Rivals.tsx";
import { WholeSentence } from "./Sentence.tsx";

export function LineDetail({ relationship }: { relationship: GraphRelationship }) {
  const graph = useGraph();
  const vocabulary = useVocabulary();
  const language = useLanguage();
  const say = useSay();
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
      <p className={date === null ? "line-date undated" : "line-date"}>{date ?? say("date.none")}</p>
      <PropertyList forms={vocabulary.relationships[type]?.properties} properties={properties} />
      <CertaintyNote properties={properties} />
      <h3>{say("inspector.sources")}</h3>
      <Citations citations={citationsOf(properties)} documents={detail?.documents ?? []} />
      {detail === undefined ? null : <RivalsOfClaim detail={detail} about={id} />}
    </>
  );
}
