/** The one button that opens the export dialog, which is loaded when it is first asked for. */
import { useState } from "react";
import { useGraph, useSay, useView } from "../context.ts";
import { Icon } from "../Icon.tsx";
import { ExportDialog } from "../later-panels.ts";

export function ExportControl() {
  const say = useSay();
  const graph = useGraph();
  const isReady = useView((state) => state.vocabulary !== null);
  const [open, setOpen] = useState(false);
  const name = say("export.open");
  return (
    <>
      <button
        type="button"
        className="bare"
        aria-label={name}
        title={name}
        aria-haspopup="dialog"
        disabled={!isReady || graph.order === 0}
        onClick={() => setOpen(true)}
      >
        <Icon name="export" />
      </button>
      {open ? <ExportDialog close={() => setOpen(false)} /> : null}
    </>
  );
}
