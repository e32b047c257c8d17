/** What the data set is, and the questions that it offers; the open one is marked. */
import { useState } from "react";
import type { AskedQuestion, DatasetSummary } from "../../schema/api.ts";
import { useExplorer, useLanguage, useSay, useView } from "./context.ts";
import { Catalogue } from "./later-panels.ts";

const isSame = (one: AskedQuestion, other: AskedQuestion | null) =>
  other !== null &&
  one.question === other.question &&
  JSON.stringify(one.parameters) === JSON.stringify(other.parameters);

function Introduction({ dataset }: { dataset: DatasetSummary }) {
  const language = useLanguage();
  const say = useSay();
  const { relationships, observations: figures, documents } = dataset.counts;
  // Documents are told as what was read.
  const entities = dataset.counts.entities - documents;
  return (
    <>
      <p>{dataset.description[language]}</p>
      <p>{say("rail.counts", { entities, relationships, figures, documents })}</p>
    </>
  );
}

export function Questions() {
  const explorer = useExplorer();
  const dataset = useView((state) => state.dataset);
  const answer = useView((state) => state.answer);
  const language = useLanguage();
  const say = useSay();
  const [listsAll, setListsAll] = useState(false);
  if (dataset === null) return null;
  const all = [dataset.firstQuestion, ...dataset.questions.filter((each) => !isSame(each, dataset.firstQuestion))];
  return (
    <>
      <div className="introduction">
        <Introduction dataset={dataset} />
      </div>
      <h2>{say("questions.title")}</h2>
      <ul className="questions">
        {all.map((asked) => (
          <li key={`${asked.question} ${JSON.stringify(asked.parameters)}`}>
            <button
              type="button"
              aria-current={isSame(asked, answer) ? "page" : undefined}
              onClick={() => void explorer.openQuestion(asked.question, asked.parameters)}
            >
              {asked.headline[language]}
            </button>
          </li>
        ))}
        <li>
          <button type="button" aria-haspopup="dialog" onClick={() => setListsAll(true)}>
            {say("questions.all")}
          </button>
        </li>
        <li>
          <button
            type="button"
            aria-current={answer === null ? "page" : undefined}
            onClick={() => void explorer.openFreeView()}
          >
            {say("questions.free")}
          </button>
        </li>
      </ul>
      {listsAll ? <Catalogue close={() => setListsAll(false)} /> : null}
    </>
  );
}
