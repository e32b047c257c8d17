/** Where a claim was read: document, publisher, position, and the passage itself where the text is at hand. */
import { useEffect, useState } from "react";
import type { Passage } from "../../../schema/api.ts";
import { type GraphNode, nameOf } from "../../../schema/graph.ts";
import { Language } from "../../../schema/language.ts";
import { type Cited, lengthOf } from "../../claims.ts";
import { useExplorer, useLanguage, useSay, useView } from "../context.ts";
import { Words } from "../Words.tsx";

function PassageText({ cited, lang }: { cited: Cited; lang: string | undefined }) {
  const explorer = useExplorer();
  const say = useSay();
  const { document, start, end } = cited;
  const [passage, setPassage] = useState<Passage | "missing" | null>(null);
  useEffect(() => {
    const control = new AbortController();
    explorer.readPassage(document, start, end, control.signal).then(
      (found) => setPassage(found ?? "missing"),
      () => {},
    );
    return () => control.abort();
  }, [explorer, document, start, end]);
  if (passage === null) return <p className="passage">{say("stage.loading")}</p>;
  if (passage === "missing") return <p className="passage">{say("sources.passageMissing")}</p>;
  return (
    <blockquote className="passage" lang={lang}>
      {passage.before}
      <mark>{passage.text}</mark>
      {passage.after}
    </blockquote>
  );
}

/** The language that a document is written in, for its title and its text. */
const languageIn = (document: GraphNode | undefined): Language => Language.safeParse(document?.properties["language"]).data ?? "en";

function Citation({ cited, document }: { cited: Cited; document: GraphNode | undefined }) {
  const language = useLanguage();
  const say = useSay();
  const passages = useView((state) => state.dataset?.passages ?? false);
  const total = lengthOf(document);
  const written = languageIn(document);
  const { title, publisher } = document?.properties ?? {};
  const name = document === undefined ? { text: cited.document, language } : nameOf(document, language);
  const isTranslated = typeof title === "string" && title !== name.text;
  return (
    <li>
      <p className="document-title">
        <Words words={name} />
      </p>
      {isTranslated ? (
        <p className="document-original">
          <Words words={{ text: title, language: written }} />
        </p>
      ) : null}
      <p className="document-place">
        {typeof publisher === "string" ? <span lang={written}>{publisher}</span> : null}
        <span>
          {total === null
            ? say("sources.positionShort", { start: cited.start, end: cited.end })
            : say("sources.position", { start: cited.start, end: cited.end, total })}
        </span>
      </p>
      {passages ? <PassageText cited={cited} lang={written} /> : null}
    </li>
  );
}

export function Citations({ citations, documents }: { citations: readonly Cited[]; documents: readonly GraphNode[] }) {
  return (
    <ul className="citations">
      {citations.map((cited) => (
        <Citation
          key={`${cited.document} ${cited.start}`}
          cited={cited}
          document={documents.find((each) => each.id === cited.document)}
        />
      ))}
    </ul>
  );
}
