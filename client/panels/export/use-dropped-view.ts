/** Opens a kept view or a story that is dropped anywhere on the page; public/boot.js holds what is dropped, from the first moment on. */
import { useEffect } from "react";
import { useExplorer } from "../context.ts";

export function useDroppedView(): void {
  const explorer = useExplorer();
  useEffect(() => {
    const drop = ({ dataTransfer }: DragEvent) => {
      const file = dataTransfer?.files[0];
      if (file === undefined) return;
      void file.text().then((text) => explorer.openFile(file.name, text));
    };
    window.addEventListener("drop", drop);
    return () => window.removeEventListener("drop", drop);
  }, [explorer]);
}
