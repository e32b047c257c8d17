/** What is in sight as a picture for the clipboard. */
import { usualSheet } from "../../../scene/sheet/forms.ts";
import type { ExportOptions } from "../../export/compose.ts";
import { beginExport } from "../../export/exporter.ts";
import type { Explorer } from "../../explorer.ts";

/** Claims about persons without a source leave only where that is allowed in the dialog. */
export class Refused extends Error {}

/** Rejects with Refused, and with TooLarge. */
export async function paintPicture(explorer: Explorer): Promise<Blob> {
  const { store, graph, camera } = explorer;
  await explorer.listDocuments();
  const state = store.getState();
  const documents = Object.values(state.documents ?? {});
  const options: ExportOptions = { ...usualSheet, format: "png", scale: 2, scope: "view", palette: state.theme };
  const exporting = beginExport({ state, graph, camera: camera.look?.() ?? null, documents });
  const { signal } = new AbortController();
  try {
    const { composition } = await exporting.compose(options, false, signal);
    if (composition.caution.refused > 0) throw new Refused("Not without being asked.");
    return await exporting.write(options, signal, () => {});
  } finally {
    exporting.close();
  }
}
