/** What is selected, in place of the questions; a way back stands on top. */
import { useEffect } from "react";
import { useAllSelected, useExplorer, useGraph, useSay, useSelection, useView } from "./context.ts";
import { Icon } from "./Icon.tsx";
import { useKeptFocus } from "./kept-focus.ts";
import { isGroup } from "../view/groups.ts";
import { GroupDetail } from "./inspector/GroupDetail.tsx";
import { LineDetail } from "./inspector/LineDetail.tsx";
import { NodeDetail } from "./inspector/NodeDetail.tsx";
import { SelectionDetail } from "./inspector/SelectionDetail.tsx";

export function Inspector({ back }: { back?: () => void }) {
  const explorer = useExplorer();
  const graph = useGraph();
  const selection = useSelection();
  const say = useSay();
  const hasPath = useView((state) => state.paths !== null);
  const all = useAllSelected();
  const told = selection === null || (all !== null && all.ids.size > 1) ? null : selection.id;
  useEffect(() => {
    if (told !== null) void explorer.tellSelected();
  }, [explorer, told]);
  useKeptFocus(all === null ? "" : [...all.ids].join(" "));
  if (selection === null) return null;
  const { kind, id } = selection;
  return (
    <section className="inspector" aria-label={say("inspector.label")}>
      {back === undefined ? null : (
        <button type="button" className="back" onClick={back}>
          <Icon name="back" />
          {say(hasPath ? "path.label" : "questions.back")}
        </button>
      )}
      {all !== null && all.ids.size > 1 ? (
        <SelectionDetail selection={all} />
      ) : kind === "node" && isGroup(id) ? (
        <GroupDetail key={id} node={explorer.graph.getNodeAttribute(id, "node")} />
      ) : kind === "node" ? (
        <NodeDetail key={id} node={explorer.graph.getNodeAttribute(id, "node")} />
      ) : (
        <LineDetail key={id} relationship={graph.getEdgeAttribute(id, "relationship")} />
      )}
    </section>
  );
}
