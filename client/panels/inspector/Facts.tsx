/** What the sources say of one entity, a row per relationship, in order of time; grouped by type when there are many. */
import { useId, useState } from "react";
import type { EntityDetail, RelationshipClaim } from "../../../schema/api.ts";
import { datedOf, daysOfPeriod, presenceOf } from "../../../schema/as-of.ts";
import { type Properties, mainLabel } from "../../../schema/graph.ts";
import { type ClaimGroup, countAll, groupClaims, openGroups, summarize } from "../../facts/claim-lists.ts";
import { certaintyOf, citationsOf, inOrderOfTime, rivalsOf } from "../../facts/claims.ts";
import { formatInterval, formatPeriod } from "../../strings/format.ts";
import { isDrawnThen, isTimeSet, todayAsDays } from "../../view/time.ts";
import type { TimeView } from "../../store.ts";
import { relationshipInWords } from "../../words/copy-words.ts";
import { directedCaption, gist } from "../../words/wording.ts";
import { useExplorer, useLanguage, useSay, useView, useVocabulary } from "../context.ts";
import { Count } from "../Count.tsx";
import { LineSample } from "../LineSample.tsx";
import { Name, Words } from "../Words.tsx";
import { Citations } from "./Citations.tsx";
import { CertaintyNote, PropertyList } from "./ClaimDetail.tsx";
import { Fold } from "./Fold.tsx";
import { ClaimSentence, NodeLink } from "./Sentence.tsx";
import { SourceCount } from "./SourceCount.tsx";
import { useHasSources } from "./use-has-sources.ts";
import { CopyButton } from "./CopyButton.tsx";
import { useCopyWording } from "./use-copied-words.ts";

/** Whether a fact holds or may hold at the time that is looked at. */
function isThen(properties: Properties, time: TimeView): boolean {
  const presence = presenceOf(datedOf(properties), daysOfPeriod(time), todayAsDays(new Date()));
  return presence !== "past" && isDrawnThen(presence, time);
}

/** `not` where a fact is over by the time that is looked at, or still to come. */
function useThen(properties: Properties): "not" | undefined {
  const time = useView((state) => state.time);
  return !isTimeSet(time) || isThen(properties, time) ? undefined : "not";
}

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
  const wording = useCopyWording();
  const { id, type, properties } = claim.relationship;
  return (
    <>
      <PropertyList forms={vocabulary.relationships[type]?.properties} properties={properties} />
      <CertaintyNote properties={properties} />
      <Citations citations={citationsOf(properties)} documents={detail.documents} />
      <p className="opened-actions">
        <CopyButton words={() => relationshipInWords(claim.relationship, wording)} hint={say("copy.claimHint")} />
      </p>
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
  const isDisputed = rivalsOf(properties).length > 0;
  const hasSources = useHasSources();
  const undated = hasSources ? say("date.none") : null;
  return (
    <li className="fact" data-then={useThen(properties)}>
      <LineSample certainty={certaintyOf(properties)} />
      <div className="fact-words">
        {grouped ? <NodeLink node={claim.neighbor} /> : <ClaimSentence claim={claim} id={detail.node.id} />}
      </div>
      <span className={date === null ? "fact-date undated" : "fact-date"}>{date ?? undated}</span>
      <SourceCount citations={citationsOf(properties)} open={open} controls={openedId} toggle={() => setOpen(!open)} />
      {subtitle === null && !isDisputed ? null : (
        <p className="fact-gist">
          {subtitle === null ? null : <Words words={subtitle} />}
          {isDisputed ? <span className="disputed">{say("rivals.mark")}</span> : null}
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

/** How many rows of a long group are shown before all are asked for. */
const shortGroup = 12;

/** The first few names of a group, each once. */
function Names({ claims }: { claims: readonly RelationshipClaim[] }) {
  const named = new Map(claims.map(({ neighbor }) => [neighbor.id, neighbor]));
  return [...named.values()].slice(0, 6).map((node, index) => (
    <span key={node.id}>
      {index === 0 ? "" : " · "}
      <Name node={node} />
    </span>
  ));
}

/** How many facts of a group there are in all, where only the first of an entity's are listed. */
function useAllOf(group: ClaimGroup, { node, more }: EntityDetail): number | undefined {
  const counts = useView((state) => (isTimeSet(state.time) ? undefined : state.previews[node.id]?.counts));
  const isDirected = useVocabulary().relationships[group.type]?.directed !== false;
  return more ? countAll(group, counts ?? [], node.properties["degree"], isDirected) : undefined;
}

interface FactGroupProps {
  group: ClaimGroup;
  detail: EntityDetail;
  open: boolean;
}

function FactGroup({ group, detail, open }: FactGroupProps) {
  const language = useLanguage();
  const say = useSay();
  const [all, setAll] = useState(false);
  const caption = directedCaption(useVocabulary(), group.type, group.outgoing ? "out" : "in", language);
  const inAll = useAllOf(group, detail);
  const shown = all ? group.claims : group.claims.slice(0, shortGroup);
  // One fact needs no heading of its own.
  if (group.claims.length === 1) return <FactList claims={group.claims} detail={detail} />;
  return (
    <Fold title={caption} count={group.claims.length} all={inAll} preview={<Names claims={group.claims} />} open={open}>
      <FactList claims={shown} detail={detail} grouped />
      {shown.length < group.claims.length ? (
        <button type="button" className="link more" onClick={() => setAll(true)}>
          {say("inspector.all", { count: group.claims.length })}
        </button>
      ) : null}
    </Fold>
  );
}

/** How many of the facts hold at the time that is looked at, or may. */
function FactsThen({ claims }: { claims: readonly RelationshipClaim[] }) {
  const language = useLanguage();
  const time = useView((state) => state.time);
  const say = useSay();
  if (!isTimeSet(time)) return null;
  const held = claims.filter(({ relationship }) => isThen(relationship.properties, time)).length;
  return <p className="note">{say("time.facts", { held, when: formatPeriod(time, language) })}</p>;
}

export function Facts({ detail }: { detail: EntityDetail }) {
  const say = useSay();
  const hasSources = useHasSources();
  const { relationships } = useVocabulary();
  const claims = inOrderOfTime(detail.claims, relationships);
  const groups = groupClaims(claims, detail.node.id, (type) => relationships[type]?.directed !== false);
  const open = openGroups(groups ?? []);
  const all = Number(detail.node.properties["degree"]);
  const isDocument = mainLabel(detail.node) === "Document";
  if (claims.length === 0 && detail.observations.length === 0)
    return <p className="note">{say(isDocument ? "inspector.noFactsOfDocument" : "inspector.noFacts")}</p>;
  return (
    <section className={groups === null ? undefined : "grouped"}>
      {claims.length === 0 ? null : (
        <div className="facts-head">
          <h3>
            {say("inspector.facts")} <Count of={claims.length} all={detail.more ? all : undefined} />
          </h3>
          {hasSources ? <span aria-hidden="true">{say("inspector.sources")}</span> : null}
        </div>
      )}
      <FactsThen claims={claims} />
      {groups === null ? (
        <FactList claims={claims} detail={detail} />
      ) : (
        groups.map((group) => (
          <FactGroup key={`${group.type} ${group.outgoing}`} group={group} detail={detail} open={open.has(group)} />
        ))
      )}
      {detail.more ? <p className="note">{say("inspector.more", { count: detail.claims.length })}</p> : null}
    </section>
  );
}

export function Summary({ detail }: { detail: EntityDetail }) {
  const say = useSay();
  const summary = summarize(detail);
  const hasSources = useHasSources();
  return summary.facts === 0 || !hasSources ? null : <p className="note">{say("inspector.summary", { ...summary })}</p>;
}
