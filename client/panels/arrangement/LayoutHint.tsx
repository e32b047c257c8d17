/** How the layout is to be read, and whether a link can tell the view. */
import { useEffect, useState } from "react";
import { createPortal } from "react-dom";
import { addressOf } from "../../explorer/linked-view.ts";
import { isPartly } from "../../permalink.ts";
import { layoutHint } from "../../words/layout-hint.ts";
import { useExplorer, useGraph, useLanguage, useSay, useView } from "../context.ts";
import { ExportDialog } from "../later-panels.ts";

function Reading() {
  const graph = useGraph();
  const explorer = useExplorer();
  // The words follow these.
  const layout = useView((state) => state.layout);
  useView((state) => state.stage);
  useView((state) => state.answer);
  useLanguage();
  const say = useSay();
  const hint = layoutHint(explorer.store.getState(), graph);
  if (hint === null) return null;
  return (
    <span className="footer-part">
      {hint}{" "}
      {layout === "columns" ? (
        <button type="button" className="link" onClick={() => void explorer.setLayout("columns")}>
          {say("arrange.giveColumn")}
        </button>
      ) : null}
    </span>
  );
}

/** Whether the link of the view tells it in part; of one that is still being packed, what was told before. */
function usePartly(): boolean {
  const explorer = useExplorer();
  useView((state) => state.revision);
  useView((state) => state.alsoSelected);
  const [packed, setPacked] = useState("");
  const link = addressOf(explorer);
  useEffect(() => {
    if (typeof link !== "string") void link.then(setPacked);
  }, [link]);
  return isPartly(typeof link === "string" ? link : packed);
}

function LinkHint() {
  const keepsSteps = useView((state) => state.keepsSteps);
  const say = useSay();
  const [isSaving, setSaving] = useState(false);
  if (!usePartly()) return null;
  return (
    <span className="footer-part">
      {say(keepsSteps ? "arrange.partly" : "arrange.unkept")}{" "}
      <button type="button" className="link" onClick={() => setSaving(true)}>
        {say("arrange.asFile")}
      </button>
      {isSaving
        ? // The foot is a paragraph, which can hold no dialog.
          createPortal(<ExportDialog asFile close={() => setSaving(false)} />, document.body)
        : null}
    </span>
  );
}

export function LayoutHint() {
  return (
    <>
      <Reading />
      <LinkHint />
    </>
  );
}
