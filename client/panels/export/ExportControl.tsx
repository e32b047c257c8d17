/** The one button that opens the export dialog, which is loaded when it is first asked for. */
import { Suspense, lazy, useState } from "react";
import { useGraph, useSay, useView } from "../context.ts";
import { readLaterStrings } from "../../strings/strings.ts";
import { Icon } from "../Icon.tsx";

const ExportDialog = lazy(async () => {
  const [{ ExportDialog }] = await Promise.all([import("./ExportDialog.tsx"), readLaterStrings()]);
  return { default: ExportDialog };
});

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
      {open ? (
        <Suspense>
          <ExportDialog close={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
