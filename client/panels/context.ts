/** How panels reach the explorer: the one instance, selected state, and words in the reader's language. */
import { createContext, useCallback, useContext, useEffect, useSyncExternalStore } from "react";
import { useStore } from "zustand";
import { type GraphNode, nameOf } from "../../schema/graph.ts";
import type { Language } from "../../schema/language.ts";
import type { Explorer } from "../explorer.ts";
import { type ExplorerGraph, isOnScreen } from "../view/graph.ts";
import { type ExplorerState, type Selection, type Target, type Vocabulary, selectionOf } from "../store.ts";
import type { MessageId, Values } from "../strings/message.ts";
import { say } from "../strings/strings.ts";
import type { Worded } from "../words/wording.ts";

export const ExplorerContext = createContext<Explorer | null>(null);

export function useExplorer(): Explorer {
  const explorer = useContext(ExplorerContext);
  if (explorer === null) throw new Error("A panel stands outside ExplorerContext: wrap it in its Provider.");
  return explorer;
}

/** A part of the state; the panel is drawn again when it changes. */
export function useView<T>(select: (state: ExplorerState) => T): T {
  return useStore(useExplorer().store, select);
}

export const useLanguage = (): Language => useView((state) => state.language);

export type Say = (id: MessageId, values?: Values) => string;

export function useSay(): Say {
  const language = useLanguage();
  return useCallback((id, values) => say(language, id, values), [language]);
}

/** The graph, drawn again with every step that changes it. */
export function useGraph() {
  useView((state) => state.revision);
  return useExplorer().graph;
}

/** Something of the view that is kept until it changes, as all in visibility.ts: the panel is drawn again only then. */
export function useDrawn<T>(ask: (state: ExplorerState, graph: ExplorerGraph) => T): T {
  const graph = useGraph();
  return useView((state) => ask(state, graph));
}

/** What is selected and still on screen. */
export function useSelection(): Target | null {
  const graph = useGraph();
  const selected = useView((state) => state.selected);
  return isOnScreen(graph, selected) ? selected : null;
}

/** All that is selected and still on screen; null where that is nothing. */
export function useAllSelected(): Selection | null {
  const selected = useView((state) => state.selected);
  const alsoSelected = useView((state) => state.alsoSelected);
  return selectionOf({ selected, alsoSelected });
}

/** The vocabulary; panels that need it are drawn only once it is there. */
export function useVocabulary(): Vocabulary {
  const vocabulary = useView((state) => state.vocabulary);
  if (vocabulary === null) throw new Error("A panel that words facts is drawn before the vocabulary is there.");
  return vocabulary;
}

/** A node known to the view, from the graph or from what was read of its neighbors. */
export function useNode(id: string): GraphNode | null {
  const graph = useGraph();
  const other = useView(({ details, mentioned }) => details[id]?.node ?? mentioned[id] ?? null);
  return graph.hasNode(id) ? graph.getNodeAttribute(id, "node") : other;
}

/** Whether the window is too narrow for a rail, as on a phone or an upright tablet; styles/phone.css has the same width. */
export const usePhone = (): boolean => useMedia("(max-width: 900px)");

/** Whether the window is as a media query says, as long as it is. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = window.matchMedia(query);
      media.addEventListener("change", changed);
      return () => media.removeEventListener("change", changed);
    },
    () => window.matchMedia(query).matches,
  );
}

/** Whether a key goes into a field. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable]") !== null;

/** Calls back on a key anywhere but in a field; the handler says whether it took the key. */
export function useKeys(handle: (event: KeyboardEvent) => boolean): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.defaultPrevented && handle(event)) event.preventDefault();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [handle]);
}

/** Who said it: an entity's name where it is known, else the name as it stands. */
export function useSaidBy(saidBy: unknown): Worded | null {
  const language = useLanguage();
  const node = useNode(typeof saidBy === "string" ? saidBy : "");
  if (typeof saidBy !== "string") return null;
  return node === null ? { text: saidBy, language } : nameOf(node, language);
}
