/** What can be done with the drawing as a whole. */
import { placeThatShows } from "../../canvas/fit-nodes.ts";
import { selectionOf } from "../../store.ts";
import { standIn } from "../../view/groups.ts";
import { isFiltered } from "../../view/key.ts";
import { LayoutIcon } from "../arrangement/LayoutIcon.tsx";
import { useLayouts } from "../arrangement/use-layouts.ts";
import { useExplorer, useGraph, useSay, useView } from "../context.ts";
import { canCopyPictures } from "../export/use-writing.ts";
import { Item } from "./Item.tsx";

export interface StageItemsProps {
  copyPicture: () => void;
  openExport: () => void;
  /** Whether cards are shown beside the pointer. */
  hasCards: boolean;
  turnCards: () => void;
}

export function StageItems({ copyPicture, openExport, hasCards, turnCards }: StageItemsProps) {
  const explorer = useExplorer();
  const say = useSay();
  const isEmpty = useGraph().order === 0;
  const canUndo = useView((state) => state.canUndo);
  const canRedo = useView((state) => state.canRedo);
  return (
    <>
      {isEmpty ? null : (
        <>
          <Looking />
          <hr />
          <Selecting />
          <hr />
          <Arranging />
          <hr />
          {canCopyPictures() ? <Item name={say("export.copy")} act={copyPicture} /> : null}
          <Item name={say("menu.export")} leads act={openExport} />
          <hr />
        </>
      )}
      <Item name={say("controls.undo")} keys="Ctrl+Z" idle={!canUndo} act={() => explorer.undo()} />
      <Item name={say("controls.redo")} keys="Ctrl+Shift+Z" idle={!canRedo} act={() => explorer.redo()} />
      <BringingBack />
      <hr />
      <Item name={say("menu.cards")} isOn={hasCards} act={turnCards} />
    </>
  );
}

function Looking() {
  const explorer = useExplorer();
  const say = useSay();
  const selection = useView(selectionOf);
  const fitSelected = () => {
    const { graph, store, camera } = explorer;
    if (selection === null) return;
    const ids = [...selection.ids].flatMap((id) =>
      selection.kind === "node" ? [standIn(graph, id)] : graph.hasEdge(id) ? graph.extremities(id) : [],
    );
    const points = ids.filter((id) => graph.hasNode(id)).map((id) => graph.getNodeAttributes(id));
    const { stage, covered } = store.getState();
    const place = placeThatShows(points, stage, covered);
    if (place !== null) camera.goTo?.(place);
  };
  return (
    <>
      <Item name={say("controls.fit")} keys="F" act={() => explorer.camera.fit()} />
      {selection === null ? null : <Item name={say("menu.fitSelected")} act={fitSelected} />}
    </>
  );
}

function Selecting() {
  const explorer = useExplorer();
  const say = useSay();
  const hasSelection = useView((state) => state.selected !== null);
  return (
    <>
      <Item name={say("shortcuts.selectAll")} keys="Ctrl+A" act={() => explorer.selectAll()} />
      {hasSelection ? (
        <>
          <Item name={say("shortcuts.invert")} keys="I" act={() => explorer.invertSelection()} />
          <Item name={say("menu.none")} keys="Esc" act={() => explorer.select(null)} />
        </>
      ) : null}
    </>
  );
}

function Arranging() {
  const explorer = useExplorer();
  const say = useSay();
  return (
    <fieldset aria-label={say("layout.label")}>
      <span className="menu-head" aria-hidden="true">
        {say("layout.label")}
      </span>
      {useLayouts().map(({ layout, name, hint, isChosen, isIdle }) => (
        <Item
          key={layout}
          name={name}
          icon={<LayoutIcon layout={layout} />}
          isChosen={isChosen}
          idle={isIdle}
          hint={hint}
          act={() => explorer.setLayout(layout)}
        />
      ))}
    </fieldset>
  );
}

/** What a hand or the key has taken out of the drawing. */
function BringingBack() {
  const explorer = useExplorer();
  const say = useSay();
  const isHidden = useView((state) => state.hidden.size > 0);
  const hasFilters = useView(({ filters }) => isFiltered(filters));
  return (
    <>
      {isHidden ? <Item name={say("menu.showHidden")} act={() => explorer.showHidden()} /> : null}
      {hasFilters ? <Item name={say("menu.resetFilters")} act={() => explorer.resetFilters()} /> : null}
    </>
  );
}
