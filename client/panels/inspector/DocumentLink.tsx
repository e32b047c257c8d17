/** A document by its title, which leads to all that it says here. */
import { type GraphNode, nameOf } from "../../../schema/graph.ts";
import { useExplorer, useLanguage, useSay } from "../context.ts";
import { Words } from "../Words.tsx";

/** The question that asks what a document says. */
const documentQuestion = "claims-of";

export function DocumentLink({ id, document }: { id: string; document: GraphNode | undefined }) {
  const explorer = useExplorer();
  const language = useLanguage();
  const say = useSay();
  const name = document === undefined ? { text: id, language } : nameOf(document, language);
  return (
    <button
      type="button"
      className="node-link"
      title={say("account.readDocument")}
      onClick={() => void explorer.openQuestion(documentQuestion, { document: [id] })}
    >
      <Words words={name} />
    </button>
  );
}
