/** How the layout is to be read. */
import { layoutHint } from "../../words/layout-hint.ts";
import { useExplorer, useGraph, useLanguage, useView } from "../context.ts";

export function LayoutHint() {
  const graph = useGraph();
  const explorer = useExplorer();
  // The words follow these.
  useView((state) => state.layout);
  useLanguage();
  const hint = layoutHint(explorer.store.getState(), graph);
  return hint === null ? null : <span className="footer-part">{hint}</span>;
}
