/** The editor's parts: Cypher's colors, completion, marks, and the keys that run and leave. */
import { autocompletion, closeCompletion, type CompletionContext, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching, HighlightStyle, StreamLanguage, syntaxHighlighting } from "@codemirror/language";
import { cypher } from "@codemirror/legacy-modes/mode/cypher";
import { type Diagnostic, lintGutter } from "@codemirror/lint";
import { EditorState, type Extension, type Text } from "@codemirror/state";
import { drawSelection, EditorView, highlightSpecialChars, keymap, lineNumbers, placeholder } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import type { TextPosition } from "../../../schema/query-problem.ts";
import type { Suggestion } from "../../cypher/completion.ts";

export interface EditorWishes {
  label: string;
  hint: string;
  run: () => void;
  /** Another query of the past: back or forth. */
  walk: (by: 1 | -1) => void;
  changed: (text: string) => void;
  suggest: (before: string, whole: string) => { taken: number; suggestions: Suggestion[] } | null;
}

/** Colors are the page's own, which reach into the editor. */
const theme = EditorView.theme({
  "&": { height: "100%", fontSize: "13px", color: "var(--ink)", backgroundColor: "var(--surface)" },
  ".cm-scroller": { fontFamily: "ui-monospace, SFMono-Regular, Menlo, Consolas, monospace", lineHeight: "1.5" },
  ".cm-content": { caretColor: "var(--ink)", padding: "6px 0" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-gutters": { backgroundColor: "var(--surface)", color: "var(--ink3)", borderRight: "1px solid var(--line)" },
  "&.cm-focused": { outline: "2px solid var(--accent)", outlineOffset: "-2px" },
  "&.cm-focused .cm-selectionBackground, .cm-selectionBackground": { backgroundColor: "var(--line) !important" },
  ".cm-matchingBracket, &.cm-focused .cm-matchingBracket": {
    backgroundColor: "var(--sunken)",
    outline: "1px solid var(--ink3)",
  },
  ".cm-placeholder": { color: "var(--ink3)" },
  ".cm-tooltip": { backgroundColor: "var(--surface)", border: "1px solid var(--line)", color: "var(--ink)" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { backgroundColor: "var(--ink)", color: "var(--bg)" },
  ".cm-completionDetail": { fontStyle: "normal", color: "inherit", marginLeft: "12px" },
  ".cm-diagnostic": { fontFamily: "var(--sans)", padding: "4px 8px" },
});

const colors = HighlightStyle.define([
  { tag: tags.keyword, color: "var(--accent)", fontWeight: "600" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--family-made, var(--ink2))" },
  { tag: [tags.comment, tags.lineComment], color: "var(--ink3)", fontStyle: "italic" },
  { tag: [tags.number, tags.atom, tags.bool], color: "var(--ink)" },
]);

const kinds = { label: "class", type: "interface", parameter: "constant" } as const;

export function extensionsFor(wishes: EditorWishes): Extension[] {
  const complete = (context: CompletionContext) => {
    const found = wishes.suggest(context.state.doc.sliceString(0, context.pos), context.state.doc.toString());
    if (found === null) return null;
    return {
      from: context.pos - found.taken,
      validFor: /^[\p{L}\p{N}_]*$/u,
      options: found.suggestions.map(({ text, caption, kind }) => ({
        label: text,
        type: kind in kinds ? kinds[kind as keyof typeof kinds] : kind,
        detail: caption,
      })),
    };
  };
  // Whoever runs or changes the query is done with the list of names, which would take the next Escape for itself.
  const act = (work: () => void) => (view: EditorView) => {
    closeCompletion(view);
    work();
    return true;
  };
  return [
    lineNumbers(),
    highlightSpecialChars(),
    drawSelection(),
    history(),
    bracketMatching(),
    StreamLanguage.define(cypher),
    syntaxHighlighting(colors),
    autocompletion({ override: [complete], icons: false }),
    lintGutter(),
    placeholder(wishes.hint),
    EditorView.lineWrapping,
    EditorState.tabSize.of(2),
    EditorView.contentAttributes.of({ "aria-label": wishes.label, spellcheck: "false" }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) wishes.changed(update.state.doc.toString());
    }),
    keymap.of([
      { key: "Mod-Enter", run: act(wishes.run) },
      { key: "Alt-ArrowUp", run: act(() => wishes.walk(1)) },
      { key: "Alt-ArrowDown", run: act(() => wishes.walk(-1)) },
      ...completionKeymap,
      // Tab is left to the page, so that it leads out of the editor.
      ...defaultKeymap.filter(({ key }) => key !== "Escape"),
      ...historyKeymap,
    ]),
    theme,
  ];
}

export interface Mark {
  start: TextPosition;
  /** The word at the start where it is left out. */
  end?: TextPosition;
  severity: Diagnostic["severity"];
  message: string;
}

/** Marks as ranges of the text; one that points behind it marks its end. */
export function diagnosticsOf(text: Text, marks: readonly Mark[]): Diagnostic[] {
  return marks.map(({ start, end, severity, message }) => {
    const from = offsetOf(text, start);
    const same = end === undefined || (end.line === start.line && end.column === start.column);
    const to = same ? from + wordLength(text.sliceString(from, from + 80)) : offsetOf(text, end);
    // An empty range is drawn as a point at the end of the text.
    return { from: Math.min(from, to), to: Math.min(Math.max(to, from), text.length), severity, message };
  });
}

const wordLength = (text: string) => /^(?:[\p{L}\p{N}_$.]+|\S)/u.exec(text)?.[0].length ?? 0;

function offsetOf(text: Text, { line, column }: TextPosition): number {
  const { from, length } = text.line(Math.min(Math.max(line, 1), text.lines));
  return from + Math.min(column - 1, length);
}
