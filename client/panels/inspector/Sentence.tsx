/** A relationship as a sentence, from one of its ends or from outside; the other end is a way to go on. */
import type { RelationshipClaim } from "../../../schema/api.ts";
import { type GraphNode, type GraphRelationship, shortNameOf } from "../../../schema/graph.ts";
import { useExplorer, useLanguage, useVocabulary } from "../context.ts";
import { Name, Words } from "../Words.tsx";

/** `short` names it as drawings do. */
export function NodeLink({ node, short }: { node: GraphNode; short?: boolean }) {
  const explorer = useExplorer();
  const language = useLanguage();
  return (
    <button type="button" className="node-link" onClick={() => void explorer.showNode(node.id)}>
      {short === true ? <Words words={shortNameOf(node, language)} /> : <Name node={node} />}
    </button>
  );
}

/** The words between the ends, read from `id`; both ways for what holds both ways. */
export function useCaption({ type, start }: GraphRelationship, id: string): string {
  const language = useLanguage();
  const form = useVocabulary().relationships[type];
  if (form === undefined) return type;
  return (start === id ? form.caption : form.inverse)[language];
}

/** As it stands in the list of the entity `id`, which is not named again; 的 would then join onto nothing. */
export function ClaimSentence({ claim, id }: { claim: RelationshipClaim; id: string }) {
  const caption = useCaption(claim.relationship, id).replace(/^的/, "");
  return (
    <>
      <span className="caption">{caption}</span> <NodeLink node={claim.neighbor} />
    </>
  );
}

interface WholeSentenceProps {
  relationship: GraphRelationship;
  start: GraphNode;
  end: GraphNode;
  /** Its names lead nowhere. */
  plain?: boolean;
}

export function WholeSentence({ relationship, start, end, plain }: WholeSentenceProps) {
  const caption = useCaption(relationship, relationship.start);
  const End = plain === true ? Name : NodeLink;
  return (
    <>
      <End node={start} /> <span className="caption">{caption}</span> <End node={end} />
    </>
  );
}
