/** What the sources say of one entity, a row per relationship, in order of time; grouped by type when there are many. */
import { useId, useState } from "react";
import type { EntityDetail, RelationshipClaim } from "../../../schema/api.ts";
import {
  type ClaimGroup,
  certaintyOf,
  citationsOf,
  groupClaims,
  inOrderOfTime,
  rivalsOf,
  summarize,
} from "../../claims.ts";
import { formatInterval } from "../../strings/format.ts";
import { gist } from "../../wording.ts";
import { useExplorer, useLanguage, useSay, useVocabulary } from "../context.ts";
import { LineSample } from "../LineSample.tsx";
import { Words } from "../Words.tsx";
import { Citations } from "./Citations.tsx";
import { CertaintyNote, PropertyList } from "./ClaimDetail.tsx";
import { ClaimSentence, NodeLink } from "./Sentence.tsx";

interface FactProps {
  claim: RelationshipClaim;
  detail: EntityDetail;
  /** In a group the heading says the caption once for all rows. */
  grouped?: boolean;
}

function OpenedFact({ claim, detail }: FactProps) {
  const explorer = useExplorer();
  const vocabulary = useVocabulary();
  const say = useSay();
  const { id, type, properties } = claim.relationship;
  return (
    <>
      <PropertyList forms={vocabulary.relationships[type]?.properties} properties={properties} />
      <CertaintyNote properties={properties} />
      <Citations citations={citationsOf(properties)} documents={detail.documents} />
      {explorer.graph.hasEdge(id) ? (
        <button type="button" className="link" onClick={() => explorer.select({ kind: "relationship", id })}>
          {say("inspector.openLine")}
        </button>
      ) : null}
    </>
  );
}

function Fact({ claim, detail, grouped }: FactProps) {
  const language = useLanguage();
  const vocabulary = useVocabulary();
  const say = useSay();
  const [open, setOpen] = useState(false);
  const openedId = useId();
  const { type, properties } = claim.relationship;
  const date = formatInterval(properties, language);
  const subtitle = gist(vocabulary, type, properties, language);
  const count = citationsOf(properties).length;
  return (
    <li className="fact">
      <LineSample certainty={certaintyOf(properties)} />
      <div className="fact-words">
        {grouped ? <NodeLink node={claim.neighbor} /> : <ClaimSentence claim={claim} id={detail.node.id} />}
        {rivalsOf(properties).length > 0 ? (
          <>
            {" "}
            <span className="disputed">{say("rivals.mark")}</span>
          </>
        ) : null}
      </div>
      <span className={date === null ? "fact-date undated" : "fact-date"}>{date ?? say("date.none")}</span>
      <button
        type="button"
        className="source-count"
        aria-expanded={open}
        aria-controls={openedId}
        aria-label={say("sources.count", { count })}
        title={say("sources.count", { count })}
        onClick={() => setOpen(!open)}
      >
        {count}
      </button>
      {subtitle === null ? null : (
        <p className="fact-gist">
          <Words words={subtitle} />
        </p>
      )}
      <div id={openedId} className="fact-opened" hidden={!open}>
        {open ? <OpenedFact claim={claim} detail={detail} /> : null}
      </div>
    </li>
  );
}

function FactList({ claims, detail, grouped }: Omit<FactProps, "claim"> & { claims: readonly RelationshipClaim[] }) {
  return (
    <ul className="facts">
      {claims.map((claim) => (
        <Fact key={claim.relationship.id} claim={claim} detail={detail} grouped={grouped} />
      ))}
    </ul>
  );
}

/** How many rows of a long group are shown before it is opened. */
const shortGroup = 12;

function FactGroup({ group, detail }: { group: ClaimGroup; detail: EntityDetail }) {
  const language = useLanguage();
  const form = useVocabulary().relationships[group.type];
  const say = useSay();
  const [all, setAll] = useState(false);
  const caption = (group.outgoing ? form?.caption : form?.inverse)?.[language].replace(/^的/, "") ?? group.type;
  const shown = all ? group.claims : group.claims.slice(0, shortGroup);
  return (
    <section>
      <h4>
        {caption} <span className="key-count">{group.claims.length}</span>
      </h4>
      <FactList claims={shown} detail={detail} grouped />
      {shown.length < group.claims.length ? (
        <button type="button" className="link" onClick={() => setAll(true)}>
          {say("inspector.all", { count: group.claims.length })}
        </button>
      ) : null}
    </section>
  );
}

export function Facts({ detail }: { detail: EntityDetail }) {
  const say = useSay();
  const claims = inOrderOfTime(detail.claims);
  const groups = groupClaims(claims, detail.node.id);
  if (claims.length === 0 && detail.observations.length === 0)
    return <p className="note">{say("inspector.noFacts")}</p>;
  return (
    <section className={groups === null ? undefined : "grouped"}>
      {claims.length === 0 ? null : (
        <div className="facts-head">
          <h3>{say("inspector.facts")}</h3>
          <span aria-hidden="true">{say("inspector.sources")}</span>
        </div>
      )}
      {groups === null ? (
        <FactList claims={claims} detail={detail} />
      ) : (
        groups.map((group) => <FactGroup key={`${group.type} ${group.outgoing}`} group={group} detail={detail} />)
      )}
      {detail.more ? <p className="note">{say("inspector.more", { count: detail.claims.length })}</p> : null}
    </section>
  );
}

export function Summary({ detail }: { detail: EntityDetail }) {
  const say = useSay();
  const summary = summarize(detail);
  return summary.facts === 0 ? null : <p className="note">{say("inspector.summary", { ...summary })}</p>;
}
