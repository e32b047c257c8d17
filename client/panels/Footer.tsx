/** What the drawing says and does not say, what is left out of it, and where it all comes from; and what went wrong. */
import type { ReactNode } from "react";
import type { ProblemReport } from "../store.ts";
import { hasPages, isFolded } from "../view/question-view.ts";
import { pinnedIn } from "../view/pinned.ts";
import { undrawn } from "../view/visibility.ts";
import { useExplorer, useGraph, useLanguage, useSay, useView } from "./context.ts";
import { LayoutHint, LostParts } from "./later-panels.ts";

function Undrawn() {
  const explorer = useExplorer();
  const graph = useGraph();
  const shown = useView((state) => state.showUndrawn);
  // These decide what is drawn, so the counts follow them.
  useView((state) => state.selected);
  useView((state) => state.filters);
  useView((state) => state.hidden);
  useView((state) => state.stage);
  useView((state) => state.time);
  useView((state) => state.around);
  const isPaged = useView(hasPages);
  const isSmall = useView(isFolded);
  const say = useSay();
  if (shown) {
    return (
      <span className="footer-part">
        {say("footer.undrawnShown")}{" "}
        <button type="button" className="link" onClick={() => explorer.showUndrawn(false)}>
          {say("footer.leaveOut")}
        </button>
      </span>
    );
  }
  const { nodes, relationships: lines } = undrawn(explorer.store.getState(), graph);
  if (nodes + lines === 0) return null;
  return (
    <span className="footer-part">
      {isPaged || isSmall
        ? say(isSmall ? "footer.undrawnSmall" : "footer.undrawnPaged", { nodes, lines })
        : lines === 0
          ? say("footer.undrawnNodes", { nodes })
          : say("footer.undrawn", { nodes, lines })}{" "}
      <button type="button" className="link" onClick={() => explorer.showUndrawn(true)}>
        {say("footer.show")}
      </button>
    </span>
  );
}

function Hidden() {
  const explorer = useExplorer();
  const count = useView((state) => state.hidden.size);
  const say = useSay();
  if (count === 0) return null;
  return (
    <span className="footer-part">
      {say("footer.hidden", { count })}{" "}
      <button type="button" className="link" onClick={() => explorer.showHidden()}>
        {say("footer.showHidden")}
      </button>
    </span>
  );
}

/** What a dot in a mark means, where one is drawn. */
function Pinned() {
  const explorer = useExplorer();
  const graph = useGraph();
  const hidden = useView((state) => state.hidden);
  const say = useSay();
  const count = pinnedIn(graph).filter((id) => !hidden.has(id)).length;
  if (count === 0) return null;
  return (
    <span className="footer-part">
      {say("footer.pinned", { count })}{" "}
      <button type="button" className="link" onClick={() => void explorer.releaseNodes()}>
        {say("footer.release")}
      </button>
    </span>
  );
}

/** The server's own words are English, so other languages get only ours. */
function Problem({ problem }: { problem: ProblemReport }) {
  const explorer = useExplorer();
  const language = useLanguage();
  const say = useSay();
  const isOurs = language !== "en" || problem.kind === "offline";
  return (
    <p className="problem" role="alert">
      {isOurs ? say(`problem.${problem.kind}`, problem.values) : `${problem.detail} ${problem.remedy}`}{" "}
      {problem.retry === undefined ? null : (
        <button type="button" className="link" onClick={problem.retry}>
          {say("problem.retry")}
        </button>
      )}{" "}
      <button type="button" className="link" onClick={() => explorer.dismissProblem()}>
        {say("problem.dismiss")}
      </button>
    </p>
  );
}

/** `children` stand at its end. */
export function Footer({ children }: { children?: ReactNode }) {
  const dataset = useView((state) => state.dataset);
  const problem = useView((state) => state.problem);
  const lost = useView((state) => state.lost);
  const hasAnswer = useView((state) => state.answer !== null);
  const documents = dataset?.counts.documents ?? 0;
  const say = useSay();
  return (
    <footer className="footer">
      {problem === null && lost.length > 0 ? (
        <LostParts lost={lost} />
      ) : problem === null || dataset === null ? (
        <p>
          {documents === 0 ? null : say("footer.disclaimer")} {hasAnswer ? <Undrawn /> : null}
          <LayoutHint />
          <Hidden />
          <Pinned />
        </p>
      ) : (
        <Problem problem={problem} />
      )}
      {documents === 0 ? null : <p className="footer-sources">{say("footer.sources", { count: documents })}</p>}
      {children}
    </footer>
  );
}
