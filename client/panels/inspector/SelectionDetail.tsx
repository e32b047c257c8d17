/** The inspector of several: what is selected, and for nodes what they share. */
import { isGroup } from "../../view/groups.ts";
import { linesAmong } from "../../view/lines-among.ts";
import type { Selection } from "../../store.ts";
import { useExplorer, useGraph, useLanguage, useSay } from "../context.ts";
import { Icon } from "../Icon.tsx";
import { Name } from "../Words.tsx";
import { namesInWords, relationshipInWords } from "../../words/copy-words.ts";
import { CommonGround } from "./CommonGround.tsx";
import { CopyButton } from "./CopyButton.tsx";
import { useCopyWording } from "./use-copied-words.ts";
import { Fold } from "./Fold.tsx";
import { ListedNode } from "./ListedNode.tsx";
import { useCaption } from "./Sentence.tsx";

/** So many are listed; the table has them all. */
const mostListed = 100;

function SelectedNode({ id }: { id: string }) {
  const explorer = useExplorer();
  const say = useSay();
  return (
    <ListedNode id={id}>
      <button
        type="button"
        className="bare"
        aria-label={say("selection.takeOut")}
        title={say("selection.takeOut")}
        onClick={() => explorer.toggleSelected({ kind: "node", id })}
      >
        <Icon name="close" />
      </button>
    </ListedNode>
  );
}

function SelectedRelationship({ id }: { id: string }) {
  const explorer = useExplorer();
  const graph = useGraph();
  const relationship = graph.getEdgeAttribute(id, "relationship");
  const caption = useCaption(relationship, relationship.start);
  return (
    <li>
      <button type="button" className="node-link" onClick={() => explorer.select({ kind: "relationship", id })}>
        <Name node={graph.getNodeAttribute(relationship.start, "node")} /> <span className="caption">{caption}</span>{" "}
        <Name node={graph.getNodeAttribute(relationship.end, "node")} />
      </button>
    </li>
  );
}

/** Selected nodes with the facts drawn between them, or selected facts; facts with their sources, one a line. */
function CopySelection({ kind, ids }: { kind: Selection["kind"]; ids: readonly string[] }) {
  const { store } = useExplorer();
  const graph = useGraph();
  const say = useSay();
  const wording = useCopyWording();
  const words = () => {
    const isNode = kind === "node";
    const names = isNode ? ids.map((id) => namesInWords(graph.getNodeAttribute(id, "node"), wording.language)) : [];
    const lines = isNode ? linesAmong(ids, store.getState(), graph) : ids;
    const facts = lines.map((id) => relationshipInWords(graph.getEdgeAttribute(id, "relationship"), wording));
    return [...names, ...facts].join("\n");
  };
  return <CopyButton withKey words={words} hint={say(kind === "node" ? "copy.names" : "copy.claimsHint")} />;
}

function NodeActions({ ids }: { ids: readonly string[] }) {
  const explorer = useExplorer();
  const graph = useGraph();
  const say = useSay();
  return (
    <div className="actions">
      <button type="button" onClick={() => explorer.selectNeighbors()}>
        {say("selection.neighbors")}
      </button>
      <button type="button" onClick={() => explorer.invertSelection()}>
        {say("selection.invert")}
      </button>
      {ids.some((id) => graph.getNodeAttribute(id, "pinned")) ? (
        <button type="button" title={say("inspector.releaseHint")} onClick={() => void explorer.releaseNodes(ids)}>
          {say("inspector.release")}
        </button>
      ) : null}
      <button type="button" onClick={() => void explorer.groupTogether(ids)}>
        {say("group.together")}
      </button>
      <button type="button" onClick={() => explorer.hideNodes(ids)}>
        {say("inspector.hide")}
      </button>
      <CopySelection kind="node" ids={ids} />
    </div>
  );
}

export function SelectionDetail({ selection }: { selection: Selection }) {
  const graph = useGraph();
  const language = useLanguage();
  const say = useSay();
  const { kind } = selection;
  const isNode = kind === "node";
  const ids = [...selection.ids].filter((id) => (isNode ? graph.hasNode(id) : graph.hasEdge(id)));
  const listed = ids.slice(0, mostListed);
  return (
    <>
      <p className="kind">{say("selection.title")}</p>
      <h2 className="inspected" lang={language}>
        {say(isNode ? "selection.nodes" : "selection.relationships", { count: ids.length })}
      </h2>
      {isNode ? (
        <NodeActions ids={ids} />
      ) : (
        <div className="actions">
          <CopySelection kind={kind} ids={ids} />
        </div>
      )}
      <Fold title={say("selection.list")} open={!isNode || ids.length <= 6} className="selection-list">
        <ul>
          {listed.map((id) => (isNode ? <SelectedNode key={id} id={id} /> : <SelectedRelationship key={id} id={id} />))}
        </ul>
        {ids.length > listed.length ? (
          <p className="note">{say("selection.more", { count: ids.length - listed.length })}</p>
        ) : null}
      </Fold>
      {isNode && !ids.some(isGroup) ? <CommonGround key={ids.toSorted().join(" ")} ids={ids} /> : null}
    </>
  );
}
