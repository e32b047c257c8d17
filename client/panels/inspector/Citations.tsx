/** Where a claim was read: document, publisher, position, and the passage itself where the text is at hand. */
import { useEffect, useState } from "react";
import type { Passage } from "../../../schema/api.ts";
import { type GraphNode, nameOf } from "../../../schema/graph.ts";
import { Language } from "../../../schema/language.ts";
import { lengthOf } from "../../facts/claim-lists.ts";
import { type Cited, citedDocuments } from "../../facts/claims.ts";
import { useExplorer, useLanguage, useSay, useView } from "../context.ts";
import { DocumentLink } from "./DocumentLink.tsx";

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
const languageIn = (document: GraphNode | undefined): Language =>
  Language.safeParse(document?.properties["language"]).data ?? "en";

function Place({ cited, total, lang }: { cited: Cited; total: number | null; lang: Language }) {
  const say = useSay();
  const passages = useView((state) => state.dataset?.passages ?? false);
  const { start, end } = cited;
  return (
    <li>
      <p className="document-place">
        {total === null ? say("sources.positionShort", { start, end }) : say("sources.position", { start, end, total })}
      </p>
      {passages ? <PassageText cited={cited} lang={lang} /> : null}
    </li>
  );
}

/** A document once, with the places in it that say so. */
function CitedDocument({
  id,
  places,
  document,
}: {
  id: string;
  places: readonly Cited[];
  document: GraphNode | undefined;
}) {
  const language = useLanguage();
  const total = lengthOf(document);
  const written = languageIn(document);
  const { title, publisher } = document?.properties ?? {};
  const name = document === undefined ? { text: id, language } : nameOf(document, language);
  const isTranslated = typeof title === "string" && title !== name.text;
  return (
    <li>
      <p className="document-title">
        <DocumentLink id={id} document={document} />
      </p>
      <p className="document-original">
        {isTranslated ? <span lang={written}>{title}</span> : null}
        {typeof publisher === "string" ? <span lang={written}>{publisher}</span> : null}
      </p>
      <ul>
        {places.map((cited) => (
          <Place key={cited.start} cited={cited} total={total} lang={written} />
        ))}
      </ul>
    </li>
  );
}

export function Citations({ citations, documents }: { citations: readonly Cited[]; documents: readonly GraphNode[] }) {
  return (
    <ul className="citations">
      {citedDocuments(citations).map((id) => (
        <CitedDocument
          key={id}
          id={id}
          places={citations.filter(({ document }) => document === id)}
          document={documents.find((each) => each.id === id)}
        />
      ))}
    </ul>
  );
}
