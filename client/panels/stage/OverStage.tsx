/** What stands over the drawing when a pointer or a key asks for it, and what is dropped there; read once the data set is there. */
import { useCallback, useState } from "react";
import { useDroppedView } from "../export/use-dropped-view.ts";
import { focusStage } from "../focus.ts";
import { ExportDialog } from "../later-panels.ts";
import { HoverCard } from "./HoverCard.tsx";
import { StageMenu } from "./StageMenu.tsx";
import { useCards } from "./use-cards.ts";
import { useNote } from "./use-note.ts";
import { usePicture } from "./use-picture.ts";

export function OverStage() {
  useDroppedView();
  const [note, tell] = useNote();
  const [isExporting, setExporting] = useState(false);
  const openExport = useCallback(() => setExporting(true), []);
  const closeExport = useCallback(() => {
    setExporting(false);
    // The menu that opened it is gone, and with it what the dialog would give the focus back to.
    focusStage();
  }, []);
  const copyPicture = usePicture(tell, openExport);
  const [hasCards, turnCards] = useCards();
  return (
    <>
      <StageMenu
        tell={tell}
        copyPicture={() => void copyPicture()}
        openExport={openExport}
        hasCards={hasCards}
        turnCards={turnCards}
      />
      {hasCards ? <HoverCard /> : null}
      <output className="stage-note">{note}</output>
      {isExporting ? <ExportDialog close={closeExport} /> : null}
    </>
  );
}
