/** The console: a query with its parameters on one side, what came of it on the other. */
import "../../styles/cypher.css";
import { useMemo, useState } from "react";
import { consoleLimits } from "../../../schema/console.ts";
import { suggestAt } from "../../cypher/completion.ts";
import { parametersIn } from "../../cypher/parameters.ts";
import { forget, readPast, remember } from "../../cypher/past.ts";
import type { CypherDraft } from "../../store.ts";
import { useExplorer, useLanguage, useSay, useView, useVocabulary } from "../context.ts";
import { Choices } from "./Choices.tsx";
import { Editor } from "./Editor.tsx";
import { Outcome } from "./Outcome.tsx";
import { useMarks } from "./use-marks.ts";

/** The queries that were run before, and a walk among them that comes back to what was being written. */
function usePast(draft: CypherDraft, write: (draft: CypherDraft) => void) {
  const [past, setPast] = useState(() => readPast(window));
  const [at, setAt] = useState(-1);
  const [own, setOwn] = useState(draft);
  return {
    past,
    add: () => {
      setAt(-1);
      setPast(remember(window, draft));
    },
    clear: () => setPast(forget(window)),
    leave: () => setAt(-1),
    walk: (by: 1 | -1) => {
      const next = at + by;
      const found = next === -1 ? own : past[next];
      if (next < -1 || found === undefined) return;
      if (at === -1) setOwn(draft);
      setAt(next);
      write(found);
    },
  };
}

export function CypherPanel() {
  const explorer = useExplorer();
  const vocabulary = useVocabulary();
  const language = useLanguage();
  const say = useSay();
  const draft = useView((state) => state.cypher);
  const outcome = useView((state) => state.cypherOutcome);
  const parameters = useMemo(() => parametersIn(draft.parameters), [draft.parameters]);
  const past = usePast(draft, (found) => explorer.writeCypher(found));
  const marks = useMarks(draft.query, outcome);
  const isRunning = outcome?.state === "running";
  const canRun = draft.query.trim() !== "" && !("fault" in parameters);
  const run = () => {
    if (!canRun) return;
    past.add();
    void explorer.runCypher();
  };
  const names = "values" in parameters ? Object.keys(parameters.values) : [];
  return (
    <div className="cypher">
      <div className="cypher-query">
        <div className="cypher-tools">
          {isRunning ? (
            <button type="button" className="primary" onClick={() => void explorer.cancelCypher()}>
              {say("cypher.cancel")}
            </button>
          ) : (
            <button type="button" className="primary" disabled={!canRun} title="Ctrl+Enter" onClick={run}>
              {say("cypher.run")}
            </button>
          )}
          <Choices
            past={past.past}
            clear={past.clear}
            choose={(chosen) => {
              past.leave();
              explorer.writeCypher(chosen);
            }}
          />
          <span className="note cypher-hint">{say("cypher.readOnly")}</span>
        </div>
        <Editor
          text={draft.query}
          marks={marks}
          label={say("cypher.query")}
          hint="MATCH (n:Entity) RETURN n AS n LIMIT 25"
          run={run}
          walk={past.walk}
          changed={(query) => {
            if (query !== draft.query) explorer.writeCypher({ query });
          }}
          suggest={(before, whole) => suggestAt(before, whole, vocabulary, language, names)}
        />
        <label className="cypher-parameters">
          <span>{say("cypher.parameters")}</span>
          <input
            type="text"
            value={draft.parameters}
            placeholder={'{"id": "…"}'}
            spellCheck={false}
            autoComplete="off"
            aria-invalid={"fault" in parameters}
            aria-describedby="cypher-parameters-fault"
            onChange={(event) => explorer.writeCypher({ parameters: event.target.value })}
            onKeyDown={(event) => {
              if (event.key === "Enter") run();
            }}
          />
        </label>
        <output id="cypher-parameters-fault" className="cypher-fault">
          {"fault" in parameters ? say(`cypher.parameters.${parameters.fault}`) : ""}
        </output>
        <p className="note cypher-keys">
          {say("cypher.keys", { seconds: consoleLimits.seconds, rows: consoleLimits.rows })}
        </p>
      </div>
      <Outcome
        outcome={outcome}
        isAsWritten={outcome?.query === draft.query && outcome?.parameters === draft.parameters}
      />
    </div>
  );
}
