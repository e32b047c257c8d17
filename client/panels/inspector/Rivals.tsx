/** Claims that cannot hold together, side by side, with what they disagree about. */
import type { EntityDetail } from "../../../schema/api.ts";
import type { GraphNode, Properties } from "../../../schema/graph.ts";
import { type Claim, type Disagreement, claimId, citationsOf, disagreements } from "../../claims.ts";
import { formatInterval } from "../../strings/format.ts";
import { gist, wordObservation } from "../../wording.ts";
import { useLanguage, useNode, useSay, useVocabulary } from "../context.ts";
import { Name, Words } from "../Words.tsx";
import { useMeasureCaption, useObservationDate } from "./Figures.tsx";
import { useCaption } from "./Sentence.tsx";

/** The documents that say so, named once each. */
function Sayers({ properties, documents }: { properties: Properties; documents: readonly GraphNode[] }) {
  const ids = new Set(citationsOf(properties).map(({ document }) => document));
  return (
    <ul className="sayers">
      {[...ids].map((id) => {
        const document = documents.find((each) => each.id === id);
        return <li key={id}>{document === undefined ? id : <Name node={document} />}</li>;
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
  return (
    <>
      <p>
        {start === null ? null : <Name node={start} />} {caption} {end === null ? null : <Name node={end} />}
      </p>
      {subtitle === null ? null : (
        <p className="rival-value">
          <Words words={subtitle} />
        </p>
      )}
      {date === null ? null : <p className="rival-value">{date}</p>}
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
  return (
    <>
      <p>
        {entity === null ? null : <Name node={entity} />} · {caption}
      </p>
      {value === null ? null : (
        <p className="rival-value">
          <Words words={value} />
        </p>
      )}
      {date === null ? null : <p>{date}</p>}
    </>
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
      <Sayers properties={properties} documents={documents} />
    </li>
  );
}

function Topic({ topic }: { topic: Disagreement["topic"] }) {
  const say = useSay();
  return topic === null ? (
    say("rivals.title")
  ) : (
    <span lang={topic.language}>{say("rivals.about", { topic: topic.text })}</span>
  );
}

/** `about` narrows it to the disagreements that one claim takes part in. */
export function Rivals({ detail, about }: { detail: EntityDetail; about?: string }) {
  const language = useLanguage();
  const say = useSay();
  return disagreements(detail, language, about).map(({ topic, claims }) => (
    <section key={claims.map(claimId).join(" ")} className="rivals">
      <h3>
        <Topic topic={topic} />
      </h3>
      <p className="note">{say("rivals.both")}</p>
      <ul className="rival-claims" data-count={Math.min(claims.length, 3)}>
        {claims.map((claim) => (
          <Rival key={claimId(claim)} claim={claim} documents={detail.documents} />
        ))}
      </ul>
    </section>
  ));
}
