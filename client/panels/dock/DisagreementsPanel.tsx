/** Everything on which the sources disagree: topics to choose from, and the claims of one side by side. */
import { useDeferredValue, useEffect, useMemo, useState } from "react";
import type { Answer } from "../../../schema/api.ts";
import { type Disagreement, claimId } from "../../facts/claims.ts";
import { disagreementsIn, wordsOf } from "../../facts/disagreement-list.ts";
import { concerned } from "../../facts/disagreements.ts";
import { folded, isFound } from "../../table/model.ts";
import { useExplorer, useLanguage, useSay, useView } from "../context.ts";
import { RivalClaims } from "../inspector/Rivals.tsx";
import { Words } from "../Words.tsx";

const keyOf = ({ claims }: Disagreement) => claims.map(claimId).join(" ");

function Topic({ of, isChosen, choose }: { of: Disagreement; isChosen: boolean; choose: () => void }) {
  const say = useSay();
  return (
    <li>
      <button type="button" aria-current={isChosen ? "true" : undefined} onClick={choose}>
        <span>{of.topic === null ? say("rivals.title") : <Words words={of.topic} />}</span>
        <span className="key-count">{say("disagreements.claims", { count: of.claims.length })}</span>
      </button>
    </li>
  );
}

function Claims({ of, answer }: { of: Disagreement; answer: Answer }) {
  const explorer = useExplorer();
  const say = useSay();
  const { nodes, relationships } = concerned(of.claims);
  return (
    <section className="disagreement scrolling" aria-label={of.topic?.text ?? say("rivals.title")}>
      <div className="disagreement-head">
        <h2>{of.topic === null ? say("rivals.title") : <Words words={of.topic} />}</h2>
        <button type="button" onClick={() => void explorer.showClaims(nodes, relationships)}>
          {say("disagreements.show")}
        </button>
      </div>
      <RivalClaims claims={of.claims} documents={answer.documents} />
    </section>
  );
}

function List({ answer }: { answer: Answer }) {
  const language = useLanguage();
  const say = useSay();
  const [filter, setFilter] = useState("");
  const wanted = useDeferredValue(filter.trim());
  const all = useMemo(() => disagreementsIn(answer, language), [answer, language]);
  const found = useMemo(
    () => all.filter((each) => wanted === "" || isFound(folded(wordsOf(each, answer)), wanted)),
    [all, answer, wanted],
  );
  const [chosen, setChosen] = useState<string | null>(null);
  const shown = found.find((each) => keyOf(each) === chosen) ?? found[0];
  const notListed = answer.figures["notDrawn"] ?? 0;
  return (
    <div className="disagreements">
      <div className="disagreement-topics scrolling">
        <div className="table-tools">
          <input
            type="search"
            value={filter}
            placeholder={say("table.filter")}
            aria-label={say("table.filter")}
            onChange={(event) => setFilter(event.target.value)}
          />
          <output className="table-count">{say("disagreements.count", { count: found.length })}</output>
        </div>
        <ul>
          {found.map((each) => (
            <Topic key={keyOf(each)} of={each} isChosen={each === shown} choose={() => setChosen(keyOf(each))} />
          ))}
        </ul>
        {found.length === 0 ? (
          <p className="note table-empty">{say(all.length === 0 ? "disagreements.none" : "table.noneFound")}</p>
        ) : null}
        {notListed > 0 ? (
          <p className="note table-empty">{say("disagreements.notListed", { count: notListed })}</p>
        ) : null}
      </div>
      {shown === undefined ? null : <Claims key={keyOf(shown)} of={shown} answer={answer} />}
    </div>
  );
}

export function DisagreementsPanel() {
  const explorer = useExplorer();
  const answer = useView((state) => state.disagreements);
  const [failed, setFailed] = useState(false);
  const say = useSay();
  useEffect(() => {
    if (answer !== null || failed) return;
    void explorer.listDisagreements().then((found) => setFailed(!found));
  }, [explorer, answer, failed]);
  if (answer !== null) return <List answer={answer} />;
  return (
    <p className="note dock-waiting">
      {failed ? say("disagreements.failed") : say("stage.loading")}{" "}
      {failed ? (
        <button type="button" className="link" onClick={() => setFailed(false)}>
          {say("problem.retry")}
        </button>
      ) : null}
    </p>
  );
}
