/** CodeMirror, mounted once. It lives in a shadow root, where its styles are no inline ones. */
import { setDiagnostics } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { useEffect, useLayoutEffect, useRef } from "react";
import { diagnosticsOf, type EditorWishes, extensionsFor, type Mark } from "./editor-setup.ts";

interface EditorProps extends EditorWishes {
  text: string;
  marks: readonly Mark[];
}

export function Editor({ text, marks, ...wishes }: EditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  /** What the editor's own listeners call is always the latest. */
  const latest = useRef(wishes);
  useLayoutEffect(() => {
    latest.current = wishes;
  });
  const { label, hint } = wishes;

  useEffect(() => {
    const element = host.current;
    if (element === null) return undefined;
    const root = element.shadowRoot ?? element.attachShadow({ mode: "open" });
    const editor = new EditorView({
      root,
      parent: root,
      state: EditorState.create({
        doc: text,
        extensions: extensionsFor({
          label,
          hint,
          run: () => latest.current.run(),
          walk: (by) => latest.current.walk(by),
          changed: (changed) => latest.current.changed(changed),
          suggest: (...at) => latest.current.suggest(...at),
        }),
      }),
    });
    view.current = editor;
    // A key that is typed here is no shortcut of the page; Escape leads out.
    const keep = (event: KeyboardEvent) => {
      if (event.key !== "Escape" && event.key !== "Tab") event.stopPropagation();
    };
    element.addEventListener("keydown", keep);
    return () => {
      element.removeEventListener("keydown", keep);
      editor.destroy();
      view.current = null;
    };
    // The text that it begins with is only the first; later ones come by the effect below.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [label, hint]);

  useEffect(() => {
    const editor = view.current;
    if (editor === null) return;
    if (editor.state.doc.toString() !== text)
      editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: text } });
    editor.dispatch(setDiagnostics(editor.state, diagnosticsOf(editor.state.doc, marks)));
  }, [text, marks, label, hint]);

  return <div ref={host} className="cypher-editor" />;
}
