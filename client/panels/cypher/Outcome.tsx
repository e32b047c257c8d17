/** What came of a query: how long it runs, its rows as table or JSON with the way to the drawing, or why it was refused. */
import { useEffect, useMemo, useState } from "react";
import type { CypherAnswer } from "../../../schema/console.ts";
import { columnsOf, rowsAsJson } from "../../cypher/values.ts";
import type { CypherOutcome } from "../../store.ts";
import { useExplorer, useLanguage, useSay } from "../context.ts";
import { saveText } from "../table/clipboard.ts";
import { DataTable } from "../table/DataTable.tsx";

type Refusal = Extract<CypherOutcome, { state: "refused" }>["problem"];

function Running({ since }: { since: number }) {
  const say = useSay();
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 100);
    return () => clearInterval(timer);
  }, []);
  return <p className="note">{say("cypher.running", { seconds: (Math.max(0, now - since) / 1000).toFixed(1) })}</p>;
}

function Refused({ problem }: { problem: Refusal }) {
  const say = useSay();
  const { refusal, kind, detail, remedy, position } = problem;
  const what = refusal === undefined ? say(`problem.${kind}`) : say(`cypher.refused.${refusal}`);
  return (
    <div className="cypher-refused" role="alert">
      <p>
        <strong>{what}</strong>
        {position === undefined ? null : ` ${say("cypher.place", { line: position.line, column: position.column })}`}
      </p>
      {refusal === undefined ? null : (
        <p lang="en" className="cypher-words">
          {/[.!?]$/.test(detail) ? detail : `${detail}.`} {remedy}
        </p>
      )}
    </div>
  );
}

function Warnings({ answer }: { answer: CypherAnswer }) {
  const say = useSay();
  if (answer.warnings.length === 0) return null;
  return (
    <ul className="cypher-warnings" aria-label={say("cypher.warnings")}>
      {answer.warnings.map(({ rule, message, name = "", meant = "none", start }) => (
        <li key={`${rule} ${start.line} ${start.column}`}>
          {say("cypher.place", { line: start.line, column: start.column })}{" "}
          {rule === "notice" ? <span lang="en">{message}</span> : say(`cypher.warning.${rule}`, { name, meant })}
        </li>
      ))}
    </ul>
  );
}

function Json({ answer }: { answer: CypherAnswer }) {
  const say = useSay();
  const text = useMemo(() => rowsAsJson(answer), [answer]);
  const [copied, setCopied] = useState<boolean | null>(null);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <div className="cypher-json">
      <div className="cypher-ways">
        <button type="button" onBlur={() => setCopied(null)} onClick={() => void copy()}>
          {say("table.copy")}
        </button>
        <button type="button" onClick={() => saveText(text, "cypher.json", "application/json")}>
          {say("cypher.saveJson")}
        </button>
        <output>{copied === null ? "" : say(copied ? "cypher.jsonCopied" : "table.notCopied")}</output>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard has to reach it */}
      <pre className="scrolling" tabIndex={0} aria-label="JSON">
        {text}
      </pre>
    </div>
  );
}

function GraphWays({ answer }: { answer: CypherAnswer }) {
  const explorer = useExplorer();
  const say = useSay();
  const { nodes, relationships } = answer.subgraph;
  if (nodes.length === 0) return <span className="note">{say("cypher.noGraph")}</span>;
  return (
    <span className="cypher-ways">
      <span className="note">{say("cypher.graph", { nodes: nodes.length, lines: relationships.length })}</span>
      <button type="button" onClick={() => void explorer.showCypherGraph("add")}>
        {say("cypher.add")}
      </button>
      <button type="button" onClick={() => void explorer.showCypherGraph("replace")}>
        {say("cypher.replace")}
      </button>
    </span>
  );
}

function Answered({ answer }: { answer: CypherAnswer }) {
  const language = useLanguage();
  const say = useSay();
  const [view, setView] = useState<"table" | "json">("table");
  const columns = useMemo(() => columnsOf(answer, language), [answer, language]);
  const rows = useMemo(() => answer.rows.map((values, index) => ({ id: String(index), values })), [answer]);
  const { truncated, limits } = answer;
  const choice = (
    <fieldset className="tabs" aria-label={say("cypher.view")}>
      {(["table", "json"] as const).map((name) => (
        <button key={name} type="button" aria-pressed={name === view} onClick={() => setView(name)}>
          {name === "json" ? "JSON" : say("dock.table")}
        </button>
      ))}
    </fieldset>
  );
  return (
    <>
      <div className="cypher-said">
        <span className="note">
          {say("cypher.took", { rows: rows.length, milliseconds: Math.round(answer.milliseconds) })}
        </span>
        <GraphWays answer={answer} />
      </div>
      {truncated === null ? null : (
        <output className="cypher-cut">
          {say(`cypher.cut.${truncated}`, { rows: limits.rows, megabytes: limits.bytes / 1e6 })}
        </output>
      )}
      <Warnings answer={answer} />
      {view === "json" ? (
        <>
          {choice}
          <Json answer={answer} />
        </>
      ) : rows.length === 0 ? (
        <p className="note">{say("cypher.empty")}</p>
      ) : (
        <DataTable
          key={answer.columns.join("\n")}
          id={`cypher ${answer.columns.join("\n")}`}
          label={say("cypher.answer")}
          rows={rows}
          columns={columns}
          fileName="cypher"
        >
          {choice}
        </DataTable>
      )}
    </>
  );
}

export function Outcome({ outcome, isAsWritten }: { outcome: CypherOutcome | null; isAsWritten: boolean }) {
  const say = useSay();
  return (
    <section className="cypher-outcome" aria-label={say("cypher.answer")} aria-busy={outcome?.state === "running"}>
      {outcome === null ? (
        <p className="note">{say("cypher.none")}</p>
      ) : (
        <>
          {isAsWritten ? null : <p className="note">{say("cypher.changed")}</p>}
          {outcome.state === "running" ? (
            <Running since={outcome.since} />
          ) : outcome.state === "refused" ? (
            <Refused problem={outcome.problem} />
          ) : (
            <Answered answer={outcome.answer} />
          )}
        </>
      )}
    </section>
  );
}
