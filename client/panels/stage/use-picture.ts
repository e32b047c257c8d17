/** Copies what is in sight as a picture, without the dialog: what may not leave as it is opens that. */
import { useCallback } from "react";
import { TooLarge } from "../../export/too-large.ts";
import { useExplorer, useSay } from "../context.ts";
import { copyPicture } from "../table/clipboard.ts";
import type { Tell } from "./use-note.ts";

/** To be called by a click, as browsers allow no other. */
export function usePicture(tell: Tell, openExport: () => void): () => Promise<void> {
  const explorer = useExplorer();
  const say = useSay();
  return useCallback(async () => {
    const painter = import("./paint-picture.ts");
    const picture = painter.then(({ paintPicture }) => paintPicture(explorer));
    tell(say("menu.copying"));
    try {
      const isCopied = await copyPicture(picture);
      tell(say(isCopied ? "export.copied" : "export.notCopied"));
    } catch (error) {
      const isRefused = await painter.then(
        ({ Refused }) => error instanceof Refused,
        () => false,
      );
      tell(isRefused ? "" : say(error instanceof TooLarge ? "export.tooLarge" : "menu.notCopied"));
      if (isRefused) openExport();
    }
  }, [explorer, say, tell, openExport]);
}
