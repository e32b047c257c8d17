/** The inspector of a group: who is in it, what its bundled lines lead to, and the way to open it. */
import { type GraphNode, nameOf } from "../../../schema/graph.ts";
import { isBundle, membersOf } from "../../view/groups.ts";
import { bundleSizes, groupSizes } from "../../view/visibility.ts";
import { useDrawn, useExplorer, useGraph, useSay, useView } from "../context.ts";
import { GroupSample } from "../groups/GroupKey.tsx";
import { Name } from "../Words.tsx";
import { Fold } from "./Fold.tsx";
import { ListedNode } from "./ListedNode.tsx";

/** So many are listed; the table has them all. */
const mostListed = 200;

function Bundles({ group }: { group: string }) {
  const explorer = useExplorer();
  const graph = useGraph();
  const say = useSay();
  const sizes = useDrawn(bundleSizes);
  const rows = graph
    .filterEdges(group, (id) => isBundle(id) && sizes.has(id))
    .map((id) => ({ id, count: sizes.get(id) ?? 0, other: graph.getNodeAttribute(graph.opposite(group, id), "node") }))
    .toSorted((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
  if (rows.length === 0) return null;
  return (
    <Fold title={say("group.bundles")} count={rows.length} open className="selection-list">
      <ul>
        {rows.map(({ id, count, other }) => (
          <li key={id}>
            <button type="button" className="node-link" onClick={() => explorer.select({ kind: "relationship", id })}>
              <Name node={other} /> <span className="caption">{say("group.bundle", { count })}</span>
            </button>
          </li>
        ))}
      </ul>
    </Fold>
  );
}

export function GroupDetail({ node }: { node: GraphNode }) {
  const explorer = useExplorer();
  const graph = useGraph();
  const say = useSay();
  const sizes = useDrawn(groupSizes);
  const members = membersOf(graph, node.id);
  const away = members.length - (sizes.get(node.id) ?? 0);
  const isPinned = graph.getNodeAttribute(node.id, "pinned");
  return (
    <>
      <p className="kind">
        <GroupSample />
        {say("group.kind")}
      </p>
      <h2 className="inspected">
        <Name node={node} />
      </h2>
      <div className="actions">
        <button type="button" className="primary" onClick={() => void explorer.ungroupNodes([node.id])}>
          {say("group.undo")}
        </button>
        {isPinned ? (
          <button
            type="button"
            title={say("inspector.releaseHint")}
            onClick={() => void explorer.releaseNodes([node.id])}
          >
            {say("inspector.release")}
          </button>
        ) : null}
        <button type="button" onClick={() => explorer.hideNode(node.id)}>
          {say("inspector.hide")}
        </button>
      </div>
      <Fold title={say("group.members")} count={members.length} open className="selection-list">
        <ul>
          {members.slice(0, mostListed).map((id) => (
            <ListedNode key={id} id={id} />
          ))}
        </ul>
        {members.length > mostListed ? (
          <p className="note">{say("selection.more", { count: members.length - mostListed })}</p>
        ) : null}
      </Fold>
      {away === 0 ? null : <p className="note">{say("group.hidden", { count: away })}</p>}
      <Bundles group={node.id} />
    </>
  );
}

/** Of a node that is drawn as part of a group: which, and the ways to it and to open it. */
export function FoldedNote({ group }: { group: string }) {
  const explorer = useExplorer();
  const graph = useGraph();
  const say = useSay();
  const language = useView((state) => state.language);
  const name = nameOf(graph.getNodeAttribute(group, "node"), language).text;
  return (
    <p className="note folded">
      <button type="button" className="link" onClick={() => explorer.select({ kind: "node", id: group })}>
        {say("group.foldedIn", { name })}
      </button>{" "}
      <button type="button" className="link" onClick={() => void explorer.ungroupNodes([group])}>
        {say("group.undo")}
      </button>
    </p>
  );
}
