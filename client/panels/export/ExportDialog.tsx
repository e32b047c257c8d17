/** The export dialog: choices, a live preview, what to know before it leaves, and the file. */
import "../../styles/export.css";
import { useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import { usualSheet } from "../../../scene/sheet/forms.ts";
import { fileName, isPicture } from "../../../scene/writers/formats.ts";
import type { GraphNode } from "../../../schema/graph.ts";
import { createBrowserRuler } from "../../export/browser-ruler.ts";
import { type ExportOptions, compose, composeTranslations } from "../../export/compose.ts";
import { writeExport } from "../../export/exporter.ts";
import type { Subject } from "../../export/scene-of.ts";
import { hasGroups } from "../../groups.ts";
import { useExplorer, useSay, useView } from "../context.ts";
import { Choices } from "./Choices.tsx";
import { Foot } from "./Foot.tsx";
import { Guard } from "./Guard.tsx";
import { Lacking } from "./Lacking.tsx";
import { Preview } from "./Preview.tsx";
import { useWriting } from "./use-writing.ts";

/** The documents that the sources are named from; none where the server failed to say. */
function useDocuments(): readonly GraphNode[] | null {
  const explorer = useExplorer();
  const documents = useView((state) => state.documents);
  const failed = useView((state) => state.problem !== null);
  useEffect(() => void explorer.listDocuments(), [explorer]);
  return useMemo(() => (documents === null ? (failed ? [] : null) : Object.values(documents)), [documents, failed]);
}

/** The view as it is when the dialog opens. */
function useSubject(documents: readonly GraphNode[] | null): Subject | null {
  const explorer = useExplorer();
  const [ruler] = useState(createBrowserRuler);
  return useMemo(() => {
    if (documents === null) return null;
    const { store, graph, camera } = explorer;
    return { state: store.getState(), graph, ruler, camera: camera.look?.() ?? null, documents };
  }, [explorer, ruler, documents]);
}

function useOptions() {
  const theme = useView((state) => state.theme);
  const [options, setOptions] = useState<ExportOptions>({
    ...usualSheet,
    format: "pptx",
    scale: 2,
    scope: "whole",
    palette: theme,
  });
  const change = (changes: Partial<ExportOptions>) => setOptions((before) => ({ ...before, ...changes }));
  return [options, change] as const;
}

export function ExportDialog({ close }: { close: () => void }) {
  const explorer = useExplorer();
  const say = useSay();
  const dialog = useRef<HTMLDialogElement>(null);
  const [options, change] = useOptions();
  const [allowed, allow] = useState(false);
  const hasSelection = useView((state) => state.selected !== null || state.path !== null);
  const documents = useDocuments();
  const subject = useSubject(documents);
  const shown = useDeferredValue(options);
  const composed = useMemo(() => subject && compose(subject, shown), [subject, shown]);
  const writing = useWriting();
  useEffect(() => dialog.current?.showModal(), []);
  const refused = composed !== null && composed.scene.review.refused.length > 0 && !allowed;
  const name = composed === null ? "" : fileName(composed.scene, options.format);
  const write = () =>
    writing.write(async (signal, progress) => {
      if (subject === null || composed === null) throw new Error("There is nothing to write yet.");
      const page = { ...composed, translations: await composeTranslations(subject, options, signal) };
      const { format, scale, size } = options;
      const order = { format, scale, size, pages: [page], story: null, view: explorer.keepView() } as const;
      return writeExport(order, signal, progress);
    });
  return (
    <dialog ref={dialog} className="export" aria-labelledby="export-title" onClose={close}>
      <h2 id="export-title">{say("export.title")}</h2>
      <div className="export-body">
        <div className="export-shown">
          {composed === null ? (
            <p className="note">{say("stage.loading")}</p>
          ) : isPicture(options.format) ? (
            <Preview composed={composed} label={say("export.preview")} />
          ) : (
            <p className="export-counts">
              {say("export.counts", { nodes: composed.scene.nodes.length, lines: composed.scene.lines.length })}
            </p>
          )}
          {hasGroups(explorer.graph) ? (
            <p className="note">{say(isPicture(options.format) ? "export.groups" : "export.groupsOpen")}</p>
          ) : null}
          {composed !== null && options.format === "pdf" ? <Lacking scenes={[composed.scene]} /> : null}
          {composed === null ? null : <Guard scene={composed.scene} allowed={allowed} allow={allow} />}
        </div>
        <Choices options={options} change={change} hasSelection={hasSelection} />
      </div>
      <Foot
        writing={writing}
        name={name}
        isReady={composed !== null && shown === options && !refused}
        write={() => void write()}
        leave={() => dialog.current?.close()}
      />
    </dialog>
  );
}
