/** What a reader should know before an export leaves: what is uncited, heard, held, disputed or undated. */
import type { Caution } from "../../export/composition.ts";
import { useLanguage, useSay } from "../context.ts";

function Concerns({ concerns, untold }: Pick<Caution, "concerns" | "untold">) {
  const language = useLanguage();
  const say = useSay();
  if (concerns.length === 0 && untold.length > 0) return null;
  if (concerns.length === 0) return <p className="export-fine">{say("export.guard.nothing")}</p>;
  return (
    <ul className="export-concerns">
      {concerns.map(({ concern, count, sentences }) => (
        <li key={concern}>
          <details>
            <summary>{say(`export.guard.${concern}`, { count })}</summary>
            <ul>
              {[...sentences.entries()].map(([at, sentence]) => (
                <li key={at}>{sentence}</li>
              ))}
            </ul>
            {count > sentences.length ? (
              <p>{say("export.more", { count: (count - sentences.length).toLocaleString(language) })}</p>
            ) : null}
          </details>
        </li>
      ))}
    </ul>
  );
}

interface GuardProps {
  caution: Caution;
  /** Whether uncited claims about a person are let through. */
  allowed: boolean;
  allow: (allowed: boolean) => void;
}

export function Guard({ caution: { concerns, refused, untold }, allowed, allow }: GuardProps) {
  const say = useSay();
  return (
    <section className="export-guard" aria-labelledby="export-guard">
      <h3 id="export-guard">{say("export.guard.title")}</h3>
      {untold.map((each) => (
        <p key={each} className="export-fine">
          {say(`export.guard.untold.${each}`)}
        </p>
      ))}
      <Concerns concerns={concerns} untold={untold} />
      {refused === 0 ? null : (
        <div role="alert" className="export-refused">
          <p>{say("export.guard.refused", { count: refused })}</p>
          <label>
            <input type="checkbox" checked={allowed} onChange={({ target }) => allow(target.checked)} />
            {say("export.guard.allow")}
          </label>
        </div>
      )}
    </section>
  );
}
