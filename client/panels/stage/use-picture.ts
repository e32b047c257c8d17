/** Copies what is in sight as a picture, without the dialog: what may not leave as it is opens that. */
import { useCallback } from "react";
import { TooLarge } from "../../export/too-large.ts";
import { useExplorer, useSay } from "../context.ts";
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
      // The clipboard waits for the picture: asked once it is there, the click would be too long ago.
      const copied = navigator.clipboard.write([new ClipboardItem({ "image/png": picture })]);
      copied.catch(() => {}); // told below, after what the picture itself failed of
      await picture;
      await copied.then(
        () => tell(say("export.copied")),
        () => tell(say("export.notCopied")),
      );
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
