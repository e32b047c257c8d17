/** What stands over the drawing when a pointer or a key asks for it; read once the first view is there. */
import { Suspense, lazy, useCallback, useState } from "react";
import { StageMenu } from "./StageMenu.tsx";
import { useNote } from "./use-note.ts";
import { usePicture } from "./use-picture.ts";

const ExportDialog = lazy(async () => ({ default: (await import("../export/ExportDialog.tsx")).ExportDialog }));

export function OverStage() {
  const [note, tell] = useNote();
  const [isExporting, setExporting] = useState(false);
  const openExport = useCallback(() => setExporting(true), []);
  const copyPicture = usePicture(tell, openExport);
  return (
    <>
      <StageMenu tell={tell} copyPicture={() => void copyPicture()} openExport={openExport} />
      <output className="stage-note">{note}</output>
      {isExporting ? (
        <Suspense>
          <ExportDialog close={() => setExporting(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
