/** On a phone: a bar at the foot, and half-height sheets for the questions, the key and the details. */
import { type ReactNode, type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { useExplorer, useKeys, useSay, useSelection, useView } from "./context.ts";
import { TimeControl, UndoControl, UndoControls } from "./Controls.tsx";
import { DockPanel, DockTabs } from "./dock/DockTabs.tsx";
import { dockEntries } from "./dock/tabs.ts";
import { ExportControl } from "./export/ExportControl.tsx";
import { Icon } from "./Icon.tsx";
import { Key } from "./Key.tsx";
import { GroupControl, Inspector, PathPanel, StepSheet } from "./later-panels.ts";
import { Questions } from "./Questions.tsx";

const sheets = ["questions", "key", "details", "dock"] as const;
type SheetName = (typeof sheets)[number] | "steps";

function Details() {
  const selection = useSelection();
  const paths = useView((state) => state.paths);
  const say = useSay();
  if (selection !== null) return <Inspector />;
  return paths === null ? <p className="note">{say("sheet.nothing")}</p> : <PathPanel paths={paths} />;
}

/** On a phone the dock is a sheet: its tabs above, the panel below them. */
function DockSheet() {
  return (
    <div className="dock-sheet">
      <DockTabs />
      <DockPanel />
    </div>
  );
}

/** Keeps what is selected in sight above an open sheet. */
function useClearOf(sheet: RefObject<HTMLDialogElement | null>): void {
  const explorer = useExplorer();
  const selection = useSelection();
  const id = selection?.kind === "node" ? selection.id : null;
  useEffect(() => {
    const [stage, over] = [document.querySelector(".drawing"), sheet.current].map((each) =>
      each?.getBoundingClientRect(),
    );
    if (id !== null && stage && over) explorer.camera.centerAbove(id, stage.bottom - over.top);
  }, [explorer, id, sheet]);
  useEffect(() => () => explorer.camera.uncover(), [explorer]);
}

const contents: Readonly<Record<SheetName, ReactNode>> = {
  questions: <Questions />,
  key: (
    <>
      <Key />
      <div className="grouping worded">
        <GroupControl worded />
      </div>
    </>
  ),
  details: <Details />,
  dock: <DockSheet />,
  steps: (
    <>
      <div className="sheet-undo">
        <UndoControls />
      </div>
      <StepSheet />
    </>
  ),
};

function Sheet({ name, close }: { name: SheetName; close: () => void }) {
  const say = useSay();
  const sheet = useRef<HTMLDialogElement>(null);
  useEffect(() => sheet.current?.focus(), []);
  useClearOf(sheet);
  const escape = useCallback(
    (event: KeyboardEvent) => {
      if (event.key === "Escape") close();
      return event.key === "Escape";
    },
    [close],
  );
  useKeys(escape);
  return (
    <dialog ref={sheet} open id="details" className="sheet scrolling" aria-label={say(`sheet.${name}`)} tabIndex={-1}>
      <button
        type="button"
        className="bare sheet-close"
        aria-label={say("sheet.close")}
        title={say("sheet.close")}
        onClick={close}
      >
        <Icon name="close" />
      </button>
      {contents[name]}
    </dialog>
  );
}

/** Which sheet is open: a tap on the drawing opens the details, a question that was chosen makes room for its answer. */
function useSheet() {
  const selected = useView((state) => state.selected);
  const paths = useView((state) => state.paths);
  const answer = useView((state) => state.answer);
  const dock = useView((state) => state.dock);
  const isAsking = useView((state) => state.pathFrom !== null);
  const [open, setOpen] = useState<SheetName | null>(selected === null && paths === null ? null : "details");
  const [seen, setSeen] = useState({ selected, paths, answer, isAsking, dock });
  if (seen.dock !== dock) {
    setSeen({ ...seen, dock });
    if (dock !== null) setOpen("dock");
    else if (open === "dock") setOpen(null);
  } else if (
    seen.selected !== selected ||
    seen.paths !== paths ||
    seen.answer !== answer ||
    seen.isAsking !== isAsking
  ) {
    setSeen({ ...seen, selected, paths, answer, isAsking });
    const hasDetails = (selected !== null || paths !== null) && !isAsking;
    if (hasDetails && open !== "dock" && (seen.selected !== selected || seen.paths !== paths)) setOpen("details");
    else if (!hasDetails && open === "details") setOpen(null);
    else if (seen.answer !== answer && open === "questions") setOpen(null);
  }
  return [open, setOpen] as const;
}

export function Sheets() {
  const explorer = useExplorer();
  const say = useSay();
  const isReady = useView((state) => state.vocabulary !== null);
  const [open, setOpen] = useSheet();
  const close = useCallback(() => {
    if (open === "dock") return explorer.openDock(null);
    setOpen(null);
    explorer.select(null);
  }, [explorer, open, setOpen]);
  const turn = (name: SheetName) => {
    const wanted = open === name ? null : name;
    if (name === "dock") return explorer.openDock(wanted === null ? null : (dockEntries[0]?.id ?? null));
    explorer.openDock(null);
    setOpen(wanted);
  };
  return (
    <>
      {isReady && open !== null ? <Sheet key={open} name={open} close={close} /> : null}
      <nav className="foot-bar">
        {sheets.map((name) => (
          <button key={name} type="button" aria-expanded={open === name} onClick={() => turn(name)}>
            {say(`sheet.${name}`)}
          </button>
        ))}
        <ExportControl />
        <TimeControl />
        <UndoControl />
        <button
          type="button"
          className="bare"
          aria-label={say("step.open")}
          title={say("step.open")}
          aria-expanded={open === "steps"}
          onClick={() => turn("steps")}
        >
          <Icon name="steps" />
        </button>
      </nav>
    </>
  );
}
