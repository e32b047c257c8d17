/** What can be done with a line: a claim, a bundle of claims, or what follows from two. */
import { isDerived } from "../../../schema/graph.ts";
import { bundledIn, isBundle, isGroup } from "../../view/groups.ts";
import { relationshipInWords } from "../../words/copy-words.ts";
import { parallels } from "../../view/visibility.ts";
import { useDrawn, useExplorer, useLanguage, useSay, useView, useVocabulary } from "../context.ts";
import { focusDetails } from "../focus.ts";
import { useCopyWording } from "../inspector/use-copied-words.ts";
import { copyText } from "../table/clipboard.ts";
import { Item } from "./Item.tsx";
import type { Tell } from "./use-note.ts";

export function LineItems({ id, tell }: { id: string; tell: Tell }) {
  const explorer = useExplorer();
  const say = useSay();
  const { graph } = explorer;
  const relationship = graph.getEdgeAttribute(id, "relationship");
  const { start, end } = relationship;
  const groups = [start, end].filter(isGroup);
  const isClaim = !isBundle(id) && !isDerived(relationship);
  return (
    <>
      <Item name={say("menu.inspect")} leads act={() => requestAnimationFrame(focusDetails)} />
      <Item name={say("menu.ends")} act={() => explorer.selectMany("node", [start, end], start)} />
      {groups.length > 0 ? (
        <Item
          name={say(groups.length > 1 ? "menu.openGroups" : "inspector.menu.open")}
          act={() => explorer.ungroupNodes(groups)}
        />
      ) : (
        <Item name={say("menu.paths")} act={() => explorer.showPath(start, end)} />
      )}
      {isDerived(relationship) ? null : <Copying id={id} tell={tell} />}
      {isClaim ? <TypeItems type={relationship.type} /> : null}
      {isClaim || isBundle(id) ? null : <Item name={say("overlap.hide")} act={() => explorer.hideOverlaps()} />}
    </>
  );
}

/** Takes the claim along, or all that the line stands for, each with its sources. */
function Copying({ id, tell }: { id: string; tell: Tell }) {
  const explorer = useExplorer();
  const say = useSay();
  const wording = useCopyWording();
  const together = useDrawn(parallels).get(id);
  const isMany = isBundle(id) || together !== undefined;
  const copy = async () => {
    const { graph } = explorer;
    const ids = isBundle(id) ? bundledIn(graph.getEdgeAttribute(id, "relationship")) : (together ?? [id]);
    const claims = ids
      .filter((each) => graph.hasEdge(each))
      .map((each) => graph.getEdgeAttribute(each, "relationship"));
    await explorer.listDocuments();
    const isDone = await copyText(claims.map((claim) => relationshipInWords(claim, wording)).join("\n"));
    tell(say(isDone ? "copy.done" : "copy.failed"));
  };
  return (
    <Item name={say(isMany ? "copy.claimsHint" : "copy.claimHint")} {...(isMany ? {} : { keys: "C" })} act={copy} />
  );
}

/** Its whole type, as the key filters it. */
function TypeItems({ type }: { type: string }) {
  const explorer = useExplorer();
  const language = useLanguage();
  const say = useSay();
  const name = useVocabulary().relationships[type]?.caption[language] ?? type;
  const filter = useView((state) => state.filters.types[type]);
  return (
    <>
      {filter === undefined ? (
        <Item name={say("menu.dimType", { name })} act={() => explorer.toggleFilter("types", type, "dim")} />
      ) : null}
      <Item name={say("menu.hideType", { name })} act={() => explorer.toggleFilter("types", type, "hide")} />
    </>
  );
}
