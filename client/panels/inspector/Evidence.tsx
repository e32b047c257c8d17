/** What an entity's facts rest on, by document and certainty, and what of them is not told. */
import type { EntityDetail } from "../../../schema/api.ts";
import { Certainty } from "../../../schema/fact.ts";
import { type Told, careerToldOf, documentsOf, toldOf } from "../../facts/account.ts";
import { useSay, useVocabulary } from "../context.ts";
import { Count } from "../Count.tsx";
import { LineSample } from "../LineSample.tsx";
import { DocumentLink } from "./DocumentLink.tsx";
import { ClaimSentence } from "./Sentence.tsx";
import { Fold } from "./Fold.tsx";
import { useHasSources } from "./use-has-sources.ts";

export function Documents({ detail }: { detail: EntityDetail }) {
  const say = useSay();
  const documents = documentsOf(detail);
  if (documents.length === 0) return null;
  return (
    <section>
      <h3>
        {say("account.documents")} <Count of={documents.length} />
      </h3>
      <ul className="account-documents">
        {documents.map(({ id, document, claims, certainties }) => (
          <li key={id}>
            <DocumentLink id={id} document={document} />
            <span className="shared-count">{say("account.claims", { count: claims })}</span>
            <p className="account-certainties">
              {Certainty.options.map((certainty) => {
                const count = certainties.get(certainty);
                return count === undefined ? null : (
                  <span key={certainty}>
                    <LineSample certainty={certainty} /> {say(`certainty.${certainty}`)} {count}
                  </span>
                );
              })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A share in words, with a bar as long. */
function Share({ count, all, words }: { count: number; all: number; words: string }) {
  return (
    <li>
      <span>{words}</span>
      <span className="share" aria-hidden="true">
        <span style={{ width: `${(count / all) * 100}%` }} />
      </span>
      <span className="shared-count">{`${Math.round((count / all) * 100)}%`}</span>
    </li>
  );
}

function Shares({ told, title }: { told: Told; title: string }) {
  const say = useSay();
  const { all, dated, bounded, sourced } = told;
  return (
    <>
      <h4>{title}</h4>
      <ul className="shares">
        <Share count={dated} all={all} words={say("account.dated", { count: dated, all })} />
        <Share count={bounded} all={all} words={say("account.bounded", { count: bounded, all })} />
        <Share count={sourced} all={all} words={say("account.sourced", { count: sourced, all })} />
      </ul>
    </>
  );
}

/** What is missing: how much of a career, and of all that is known, has dates and sources; and what has none. */
export function Missing({ detail }: { detail: EntityDetail }) {
  const say = useSay();
  const vocabulary = useVocabulary();
  const told = toldOf(detail);
  const career = careerToldOf(detail, vocabulary);
  const hasSources = useHasSources();
  if (told.all === 0 || !hasSources) return null;
  const { undated } = career ?? told;
  return (
    <section>
      <h3>{say("account.missing")}</h3>
      {career === null ? null : <Shares told={career} title={say("account.career", { count: career.all })} />}
      <Shares told={told} title={say("account.all", { count: told.all })} />
      {undated.length === 0 ? null : (
        <Fold
          title={say(career === null ? "account.undated" : "account.undatedCareer")}
          count={undated.length}
          open={false}
        >
          <ul className="undated-list">
            {undated.map((claim) => (
              <li key={claim.relationship.id}>
                <ClaimSentence claim={claim} id={detail.node.id} />
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </section>
  );
}
