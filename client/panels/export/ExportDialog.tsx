/** The export dialog: choices, a live preview, what to know before it leaves, and the file. */
import "../../styles/export.css";
import { useEffect, useMemo, useRef, useState } from "react";
import { usualSheet } from "../../../scene/sheet/forms.ts";
import { isPicture } from "../../../scene/writers/formats.ts";
import type { GraphNode } from "../../../schema/graph.ts";
import type { ExportOptions } from "../../export/compose.ts";
import { type Exporting, beginExport } from "../../export/exporter.ts";
import { hasGroups } from "../../view/groups.ts";
import { useExplorer, useSay, useView } from "../context.ts";
import { Choices } from "./Choices.tsx";
import { Foot } from "./Foot.tsx";
import { Guard } from "./Guard.tsx";
import { Lacking } from "./Lacking.tsx";
import { Preview } from "./Preview.tsx";
import { type Shown, useComposition } from "./use-composition.ts";
import { useLink } from "./use-link.ts";
import { canCopyPictures, useWriting } from "./use-writing.ts";

/** The documents that the sources are named from; none where the server failed to say. */
function useDocuments(): readonly GraphNode[] | null {
  const explorer = useExplorer();
  const documents = useView((state) => state.documents);
  const failed = useView((state) => state.problem !== null);
  useEffect(() => void explorer.listDocuments(), [explorer]);
  return useMemo(() => (documents === null ? (failed ? [] : null) : Object.values(documents)), [documents, failed]);
}

/** The view as it is when the dialog opens, with a worker for it that ends with the dialog. */
function useExporting(documents: readonly GraphNode[] | null): Exporting | null {
  const explorer = useExplorer();
  const exporting = useMemo(() => {
    if (documents === null) return null;
    const { store, graph, camera } = explorer;
    return beginExport({ state: store.getState(), graph, camera: camera.look?.() ?? null, documents });
  }, [explorer, documents]);
  useEffect(() => () => exporting?.close(), [exporting]);
  return exporting;
}

function useOptions(asFile: boolean) {
  const theme = useView((state) => state.theme);
  const hasPath = useView((state) => state.path !== null);
  const [options, setOptions] = useState<ExportOptions>({
    ...usualSheet,
    format: asFile ? "view" : "pptx",
    scale: 2,
    scope: hasPath ? "selection" : "whole",
    palette: theme,
  });
  const change = (changes: Partial<ExportOptions>) => setOptions((before) => ({ ...before, ...changes }));
  return [options, change] as const;
}

/** What was composed last, pale while what is chosen now is being composed. */
function Composed({ composed, isStale }: { composed: Shown; isStale: boolean }) {
  const say = useSay();
  const { picture, options, composition } = composed;
  return (
    <div className="export-composed" aria-busy={isStale}>
      {picture === null ? (
        <p className="export-counts">{say("export.counts", { nodes: composition.nodes, lines: composition.lines })}</p>
      ) : (
        <Preview picture={picture} isTransparent={options.transparent} label={say("export.preview")} />
      )}
      {isStale ? <output>{say("export.renewing")}</output> : null}
    </div>
  );
}

interface ExportDialogProps {
  close: () => void;
  /** For a view that is too large for a link: begins with the file that takes its place. */
  asFile?: boolean;
}

export function ExportDialog({ close, asFile = false }: ExportDialogProps) {
  const explorer = useExplorer();
  const say = useSay();
  const dialog = useRef<HTMLDialogElement>(null);
  const [options, change] = useOptions(asFile);
  const [isTooLarge, setTooLarge] = useState(asFile);
  const link = useLink();
  const [allowed, allow] = useState(false);
  const hasSelection = useView((state) => state.selected !== null || state.path !== null);
  const exporting = useExporting(useDocuments());
  const shown = useComposition(exporting, options);
  const writing = useWriting();
  useEffect(() => dialog.current?.showModal(), []);
  const composed = shown === "failed" ? null : shown;
  const isStale = composed !== null && composed.options !== options;
  const name = composed?.composition.name ?? "";
  const isRefused = (composed?.composition.caution.refused ?? 0) > 0 && !allowed;
  const write = () =>
    writing.write(async (signal, progress) => {
      if (exporting === null) throw new Error("There is nothing to write yet.");
      return { name, blob: await exporting.write(options, signal, progress) };
    });
  const copy = () =>
    writing.copy(async (signal, progress) => {
      if (exporting === null) throw new Error("There is nothing to copy yet.");
      return exporting.write({ ...options, format: "png" }, signal, progress);
    });
  return (
    <dialog ref={dialog} className="export" aria-labelledby="export-title" onClose={close}>
      <h2 id="export-title">{say("export.title")}</h2>
      <div className="export-body">
        <div className="export-shown">
          {isTooLarge && options.format === "view" ? <p role="alert">{say("link.tooLarge")}</p> : null}
          {shown === "failed" ? <p role="alert">{say("export.notComposed")}</p> : null}
          {shown === null ? <p className="note">{say("stage.loading")}</p> : null}
          {composed === null ? null : <Composed composed={composed} isStale={isStale} />}
          {hasGroups(explorer.graph) ? (
            <p className="note">{say(isPicture(options.format) ? "export.groups" : "export.groupsOpen")}</p>
          ) : null}
          {composed === null ? null : <Lacking signs={composed.composition.lacking} />}
          {composed === null ? null : <Guard caution={composed.composition.caution} allowed={allowed} allow={allow} />}
        </div>
        <Choices options={options} change={change} hasSelection={hasSelection} />
      </div>
      <Foot
        writing={writing}
        name={name}
        isReady={composed !== null && !isStale && !isRefused}
        write={() => void write()}
        copy={isPicture(options.format) && canCopyPictures() ? () => void copy() : undefined}
        copyLink={() =>
          link.copy(() => {
            setTooLarge(true);
            change({ format: "view" });
          })
        }
        linkOutcome={link.outcome}
        leave={() => dialog.current?.close()}
      />
    </dialog>
  );
}
