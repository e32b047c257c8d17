/** Opens a kept view or a story that is dropped anywhere on the page. */
import { useEffect } from "react";
import { useExplorer } from "../context.ts";

export function useDroppedView(): void {
  const explorer = useExplorer();
  useEffect(() => {
    const carriesFile = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes("Files") === true;
    const accept = (event: DragEvent) => {
      if (carriesFile(event)) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      const file = event.dataTransfer?.files[0];
      if (file === undefined) return;
      event.preventDefault();
      void file.text().then((text) => explorer.openFile(file.name, text));
    };
    window.addEventListener("dragover", accept);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragover", accept);
      window.removeEventListener("drop", drop);
    };
  }, [explorer]);
}
