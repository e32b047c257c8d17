/** What can be done with a name, and with all that is selected with it. */
import { broughtBy } from "../../explorer/collapse.ts";
import { isGroup } from "../../view/groups.ts";
import { useExplorer, useSay } from "../context.ts";
import { Item } from "./Item.tsx";

export function NodeItems({ id, ids }: { id: string; ids: readonly string[] }) {
  const explorer = useExplorer();
  const say = useSay();
  const group = isGroup(id);
  const brought = broughtBy(explorer, id).length;
  return (
    <>
      <Item
        name={say(group ? "inspector.menu.open" : "inspector.menu.expand")}
        keys="E"
        act={() => explorer.expandNode(id)}
      />
      {group ? null : <Item name={say("inspector.path")} act={() => explorer.beginPath(id)} />}
      <Item name={say("inspector.menu.neighbors")} keys="N" act={() => explorer.selectNeighbors()} />
      <Item name={say("inspector.menu.rings")} act={() => explorer.setLayout("radial")} />
      {ids.length > 1 ? <Item name={say("inspector.menu.group")} act={() => explorer.groupTogether(ids)} /> : null}
      {brought === 0 ? null : (
        <Item name={say("inspector.collapse", { count: brought })} act={() => explorer.collapseNode(id)} />
      )}
      {explorer.graph.getNodeAttribute(id, "pinned") ? (
        <Item name={say("inspector.release")} act={() => explorer.releaseNodes([id])} />
      ) : null}
      <Item name={say("inspector.hide")} keys="Delete" act={() => explorer.hideNodes(ids)} />
    </>
  );
}
