/** The ways to draw several names as one, each with what it makes of the names that are drawn; those that make nothing say so. */
import { typesWithRole } from "../../../schema/vocabulary.ts";
import { type GroupingKind, gather, keysByRole } from "../../view/grouping.ts";
import { groupsIn, withMembers } from "../../view/groups.ts";
import { selectionOf } from "../../store.ts";
import { useExplorer, useGraph, useSay, useView } from "../context.ts";
import { type PopupProps, usePopup } from "../popup.ts";

interface ChoiceProps {
  name: string;
  hints: readonly string[];
  idle: boolean;
  act: () => void;
}

function Choice({ name, hints, idle, act }: ChoiceProps) {
  return (
    <button type="button" role="menuitem" aria-disabled={idle} onClick={() => (idle ? undefined : act())}>
      <span className="layout-name">{name}</span>
      {hints.map((hint) => (
        <span key={hint} className="layout-hint">
          {hint}
        </span>
      ))}
    </button>
  );
}

function RoleChoice({ kind, act }: { kind: "career" | "education"; act: (kind: GroupingKind) => void }) {
  const graph = useGraph();
  const say = useSay();
  const state = useView((whole) => whole);
  const { groups, rest } = gather(state, graph, keysByRole(state, graph, kind));
  const count = groups.flatMap(({ members }) => members).length;
  const would = groups.length === 0 ? say("group.none") : say("group.would", { groups: groups.length, count, rest });
  return (
    <Choice
      name={say(`group.${kind}`)}
      hints={[say(`group.${kind}.hint`), would]}
      idle={groups.length === 0}
      act={() => act(kind)}
    />
  );
}

const byRole = ["career", "education"] as const;

export function GroupMenu(props: PopupProps) {
  const explorer = useExplorer();
  const graph = useGraph();
  const say = useSay();
  const selection = useView(selectionOf);
  const menu = usePopup<HTMLDivElement>(props, "button");
  const chosen = selection?.kind === "node" ? [...selection.ids].filter((id) => graph.hasNode(id)) : [];
  const count = withMembers(graph, chosen).length;
  const groups = groupsIn(graph).length;
  const vocabulary = useView((state) => state.vocabulary);
  const roles = byRole.filter((kind) => vocabulary === null || typesWithRole(vocabulary, kind).length > 0);
  const act = (work: () => Promise<void>) => {
    props.close(true);
    void work();
  };
  const byKind = (kind: GroupingKind) => act(() => explorer.groupNodes(kind));
  return (
    <div
      {...menu}
      className="layout-menu group-menu scrolling"
      role="menu"
      tabIndex={-1}
      aria-label={say("group.title")}
    >
      {roles.map((kind) => (
        <RoleChoice key={kind} kind={kind} act={byKind} />
      ))}
      <Choice
        name={say("group.community")}
        hints={[say("group.community.hint")]}
        idle={graph.order < 3}
        act={() => byKind("community")}
      />
      <Choice
        name={say("group.own")}
        hints={[say("group.own.hint", { count })]}
        idle={count < 2 || chosen.length < 2}
        act={() => act(() => explorer.groupTogether(chosen))}
      />
      {groups === 0 ? null : (
        <Choice
          name={say("group.openAll")}
          hints={[say("group.openAll.hint")]}
          idle={false}
          act={() => act(() => explorer.ungroupNodes())}
        />
      )}
    </div>
  );
}
