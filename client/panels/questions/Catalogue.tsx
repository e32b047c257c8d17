/** All questions, by what they are about, with a form for the blanks of the one that is chosen. */
import "../../styles/catalogue.css";
import { useEffect, useRef, useState } from "react";
import type { QuestionSummary } from "../../../schema/api.ts";
import type { GraphNode } from "../../../schema/graph.ts";
import { QuestionGroup } from "../../../schema/question.ts";
import { useExplorer, useLanguage, useSay, useView } from "../context.ts";
import { BlankField, type Fillings } from "./BlankField.tsx";
import { isFilled } from "./fillings.ts";

function Form({ question, done }: { question: QuestionSummary; done: () => void }) {
  const explorer = useExplorer();
  const language = useLanguage();
  const say = useSay();
  const [fillings, setFillings] = useState<Fillings>({});
  const [nodes, setNodes] = useState<readonly GraphNode[]>([]);
  const ready = isFilled(question, fillings);
  return (
    <form
      className="question-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!ready) return;
        done();
        void explorer.openQuestion(question.id, fillings);
      }}
    >
      {Object.entries(question.parameters).map(([name, blank]) => (
        <div key={name} className="question-blank">
          <span className="blank-caption">
            {blank.caption[language]}
            {blank.optional ? <span className="blank-optional"> {say("blank.optional")}</span> : null}
          </span>
          <BlankField
            blank={blank}
            values={fillings[name] ?? []}
            nodeOf={(id) => nodes.find((node) => node.id === id)}
            change={(values, found) => {
              setFillings({ ...fillings, [name]: values });
              setNodes([...nodes, ...found]);
            }}
          />
        </div>
      ))}
      <button type="submit" className="primary" disabled={!ready}>
        {say("catalogue.ask")}
      </button>
    </form>
  );
}

export function Catalogue({ close }: { close: () => void }) {
  const explorer = useExplorer();
  const language = useLanguage();
  const say = useSay();
  const questions = useView((state) => state.questions);
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState<string | null>(null);
  useEffect(() => {
    dialog.current?.showModal();
    void explorer.listQuestions();
  }, [explorer]);
  const wanted = text.trim().toLowerCase();
  const fitting = questions?.filter(({ title }) =>
    Object.values(title).some((each) => each.toLowerCase().includes(wanted)),
  );
  const groups = QuestionGroup.options
    .map((group) => ({ group, found: fitting?.filter((each) => each.group === group) ?? [] }))
    .filter(({ found }) => found.length > 0);
  return (
    <dialog ref={dialog} className="catalogue" aria-label={say("catalogue.title")} onClose={close}>
      <div className="catalogue-head">
        <h2>{say("catalogue.title")}</h2>
        <button type="button" onClick={() => dialog.current?.close()}>
          {say("catalogue.close")}
        </button>
      </div>
      <input
        type="search"
        aria-label={say("catalogue.search")}
        placeholder={say("catalogue.search")}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {questions === null ? <p className="note">{say("catalogue.loading")}</p> : null}
      {questions !== null && groups.length === 0 ? <p className="note">{say("catalogue.none")}</p> : null}
      <div className="catalogue-list">
        {groups.map(({ group, found }) => (
          <section key={group} aria-labelledby={`group-${group}`}>
            <h3 id={`group-${group}`}>{say(`catalogue.${group}`)}</h3>
            <ul>
              {found.map((question) => (
                <li key={question.id}>
                  <button
                    type="button"
                    className="catalogue-question"
                    aria-expanded={Object.keys(question.parameters).length === 0 ? undefined : chosen === question.id}
                    onClick={() => {
                      if (Object.keys(question.parameters).length > 0)
                        return setChosen(chosen === question.id ? null : question.id);
                      dialog.current?.close();
                      void explorer.openQuestion(question.id, {});
                    }}
                  >
                    {question.title[language]}
                  </button>
                  {chosen === question.id ? <Form question={question} done={() => dialog.current?.close()} /> : null}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </dialog>
  );
}
