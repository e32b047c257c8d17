/** On a phone: a bar at the foot, and half-height sheets for the questions, the key and the details. */
import { useEffect, useRef, useState } from "react";
import { useExplorer, useSay, useView } from "./context.ts";
import { UndoControls } from "./Controls.tsx";
import { Icon } from "./Icon.tsx";
import { Inspector, useSelection } from "./Inspector.tsx";
import { Key } from "./Key.tsx";
import { PathPanel } from "./PathPanel.tsx";
import { Questions } from "./Questions.tsx";

const sheets = ["questions", "key", "details"] as const;
type SheetName = (typeof sheets)[number];

function Details() {
  const selection = useSelection();
  const paths = useView((state) => state.paths);
  const say = useSay();
  if (selection !== null) return <Inspector />;
  return paths === null ? <p className="note">{say("sheet.nothing")}</p> : <PathPanel paths={paths} />;
}

function Sheet({ name, close }: { name: SheetName; close: () => void }) {
  const say = useSay();
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => sheet.current?.focus(), []);
  return (
    <div
      ref={sheet}
      id="details"
      className="sheet scrolling"
      role="dialog"
      aria-label={say(`sheet.${name}`)}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        close();
      }}
    >
      <button type="button" className="bare sheet-close" aria-label={say("sheet.close")} onClick={close}>
        <Icon name="close" />
      </button>
      {name === "questions" ? <Questions /> : name === "key" ? <Key /> : <Details />}
    </div>
  );
}

export function Sheets() {
  const explorer = useExplorer();
  const say = useSay();
  const [open, setOpen] = useState<SheetName | null>(null);
  const selected = useView((state) => state.selected);
  const paths = useView((state) => state.paths);
  const answer = useView((state) => state.answer);
  const isAsking = useView((state) => state.pathFrom !== null);
  const isReady = useView((state) => state.vocabulary !== null);
  // A tap on the drawing opens what was tapped; a question that is chosen makes room for its answer.
  useEffect(() => setOpen((before) => (selected !== null || paths !== null ? "details" : before === "details" ? null : before)), [selected, paths]);
  useEffect(() => setOpen((before) => (before === "questions" ? null : before)), [answer]);
  useEffect(() => setOpen((before) => (isAsking ? null : before)), [isAsking]);
  const close = () => {
    setOpen(null);
    if (open === "details") explorer.select(null);
  };
  return (
    <>
      {isReady && open !== null ? <Sheet key={open} name={open} close={close} /> : null}
      <nav className="foot-bar">
        {sheets.map((name) => (
          <button key={name} type="button" aria-expanded={open === name} onClick={() => setOpen(open === name ? null : name)}>
            {say(`sheet.${name}`)}
          </button>
        ))}
        <UndoControls />
      </nav>
    </>
  );
}
