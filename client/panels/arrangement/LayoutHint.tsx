/** How the layout is to be read, and whether a link can tell the view. */
import { linkOf } from "../../explorer/linked-view.ts";
import { readLink } from "../../permalink.ts";
import { layoutHint } from "../../words/layout-hint.ts";
import { useExplorer, useGraph, useLanguage, useSay, useView } from "../context.ts";

function Reading() {
  const graph = useGraph();
  const explorer = useExplorer();
  // The words follow these.
  useView((state) => state.layout);
  useLanguage();
  const hint = layoutHint(explorer.store.getState(), graph);
  return hint === null ? null : <span className="footer-part">{hint}</span>;
}

function LinkHint() {
  const explorer = useExplorer();
  useView((state) => state.revision);
  useView((state) => state.alsoSelected);
  const keepsSteps = useView((state) => state.keepsSteps);
  const say = useSay();
  if (!readLink(linkOf(explorer)).view.partly) return null;
  return <span className="footer-part">{say(keepsSteps ? "arrange.partly" : "arrange.unkept")}</span>;
}

export function LayoutHint() {
  return (
    <>
      <Reading />
      <LinkHint />
    </>
  );
}
