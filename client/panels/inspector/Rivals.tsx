/** Claims that cannot hold together, side by side, with what they disagree about. */
import type { EntityDetail } from "../../../schema/api.ts";
import type { GraphNode, Properties } from "../../../schema/graph.ts";
import { disagreements } from "../../facts/claim-lists.ts";
import { type Claim, certaintyOf, claimId, citationsOf, citedDocuments } from "../../facts/claims.ts";
import { formatInterval } from "../../strings/format.ts";
import { gist, wordObservation, wordText } from "../../words/wording.ts";
import { isAboutDisagreements } from "../../view/question-view.ts";
import { useLanguage, useNode, useSay, useView, useVocabulary } from "../context.ts";
import { LineSample } from "../LineSample.tsx";
import { Words } from "../Words.tsx";
import { DocumentLink } from "./DocumentLink.tsx";
import { Fold } from "./Fold.tsx";
import { useMeasureCaption, useObservationDate } from "./figure-parts.tsx";
import { NodeLink, useCaption } from "./Sentence.tsx";

/** The documents that say so, named once each. */
function Sayers({ properties, documents }: { properties: Properties; documents: readonly GraphNode[] }) {
  return (
    <ul className="sayers">
      {citedDocuments(citationsOf(properties)).map((id) => {
        const document = documents.find((each) => each.id === id);
        return (
          <li key={id}>
            <DocumentLink id={id} document={document} />
          </li>
        );
      })}
    </ul>
  );
}

function RelationshipRival({ claim }: { claim: Extract<Claim, { kind: "relationship" }>["claim"] }) {
  const { relationship, neighbor } = claim;
  const language = useLanguage();
  const vocabulary = useVocabulary();
  const caption = useCaption(relationship, relationship.start);
  const startsAtNeighbor = relationship.start === neighbor.id;
  const other = useNode(startsAtNeighbor ? relationship.end : relationship.start);
  const [start, end] = startsAtNeighbor ? [neighbor, other] : [other, neighbor];
  const subtitle = gist(vocabulary, relationship.type, relationship.properties, language);
  const date = formatInterval(relationship.properties, language);
  const say = useSay();
  return (
    <>
      <p>
        {start === null ? null : <NodeLink node={start} />} {caption} {end === null ? null : <NodeLink node={end} />}
      </p>
      {subtitle === null ? null : (
        <p className="rival-value">
          <Words words={subtitle} />
        </p>
      )}
      {date === null ? <p className="undated">{say("date.none")}</p> : <p className="rival-value">{date}</p>}
    </>
  );
}

function ObservationRival({ claim }: { claim: Extract<Claim, { kind: "observation" }>["claim"] }) {
  const language = useLanguage();
  const vocabulary = useVocabulary();
  const caption = useMeasureCaption(claim);
  const entity = useNode(claim.entity);
  const date = useObservationDate(claim);
  const value = wordObservation(claim, vocabulary, language);
  const text = wordText(claim, language);
  const say = useSay();
  return (
    <>
      <p>
        {entity === null ? null : <NodeLink node={entity} />} · {caption}
      </p>
      {value === null ? null : (
        <p className="rival-value">
          <Words words={value} />
        </p>
      )}
      {text === null || text.text === value?.text ? null : (
        <p>
          <Words words={text} />
        </p>
      )}
      {date === null ? <p className="undated">{say("date.none")}</p> : <p>{date}</p>}
    </>
  );
}

/** How sure the source is. */
function HowSure({ properties }: { properties: Properties }) {
  const say = useSay();
  const certainty = certaintyOf(properties);
  return (
    <p>
      <LineSample certainty={certainty} /> {say(`certainty.${certainty}`)}
    </p>
  );
}

function Rival({ claim, documents }: { claim: Claim; documents: readonly GraphNode[] }) {
  const properties = claim.kind === "relationship" ? claim.claim.relationship.properties : claim.claim.properties;
  return (
    <li>
      {claim.kind === "relationship" ? (
        <RelationshipRival claim={claim.claim} />
      ) : (
        <ObservationRival claim={claim.claim} />
      )}
      <HowSure properties={properties} />
      <Sayers properties={properties} documents={documents} />
    </li>
  );
}

/** Claims that cannot hold together, side by side: what each says, how surely, and who says so. */
export function RivalClaims({ claims, documents }: { claims: readonly Claim[]; documents: readonly GraphNode[] }) {
  const say = useSay();
  return (
    <>
      <p className="note">{say("rivals.both")}</p>
      <ul className="rival-claims" data-count={Math.min(claims.length, 3)}>
        {claims.map((claim) => (
          <Rival key={claimId(claim)} claim={claim} documents={documents} />
        ))}
      </ul>
    </>
  );
}

/** The disagreements that one claim takes part in, laid open. */
export function RivalsOfClaim({ detail, about }: { detail: EntityDetail; about: string }) {
  const language = useLanguage();
  const say = useSay();
  return disagreements(detail, language, about).map(({ topic, claims }) => (
    <section key={claims.map(claimId).join(" ")} className="rivals">
      <h3 lang={topic?.language}>
        {topic === null ? say("rivals.title") : say("rivals.about", { topic: topic.text })}
      </h3>
      <RivalClaims claims={claims} documents={detail.documents} />
    </section>
  ));
}

/** Everything about an entity that sources disagree on, folded; open while the view asks where they disagree. */
export function Rivals({ detail }: { detail: EntityDetail }) {
  const language = useLanguage();
  const say = useSay();
  const isAsked = useView(({ answer }) => isAboutDisagreements(answer));
  const found = disagreements(detail, language);
  if (found.length === 0) return null;
  return (
    <section className="rivals">
      <h3>{say("rivals.count", { count: found.length })}</h3>
      {found.map(({ topic, claims }) => (
        <Fold
          key={claims.map(claimId).join(" ")}
          title={topic === null ? say("rivals.title") : <Words words={topic} />}
          open={isAsked}
        >
          <RivalClaims claims={claims} documents={detail.documents} />
        </Fold>
      ))}
    </section>
  );
}
