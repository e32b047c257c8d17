/** The question and its answer in figures, above the drawing. */
import type { ReactNode } from "react";
import { useExplorer, useLanguage, useSay, useView } from "./context.ts";

/** While a path is asked for: over the standfirst, so that it covers nothing that may be chosen. */
function Asking() {
  const explorer = useExplorer();
  const isAsking = useView((state) => state.pathFrom !== null);
  const say = useSay();
  if (!isAsking) return null;
  return (
    <p className="asking">
      {say("path.choose")}{" "}
      <button type="button" className="link" onClick={() => explorer.cancelPath()}>
        {say("path.cancel")}
      </button>
    </p>
  );
}

export function Headline({ children }: { children?: ReactNode }) {
  const answer = useView((state) => state.answer);
  const dataset = useView((state) => state.dataset);
  const language = useLanguage();
  const say = useSay();
  const isOpening = dataset === null;
  const title = answer?.headline[language] ?? (isOpening ? "" : say("stage.explore"));
  const standfirst = answer?.standfirst[language] ?? (isOpening ? "" : say("stage.exploreHint"));
  return (
    <div className="headline">
      <div className="headline-words">
        <h1>{title}</h1>
        <div className="standfirst">
          <p>{standfirst}</p>
          <Asking />
        </div>
      </div>
      {children}
    </div>
  );
}
