/** The question and its answer in figures, above the drawing. */
import type { ReactNode } from "react";
import { useLanguage, useSay, useView } from "./context.ts";

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
        <p className="standfirst">{standfirst}</p>
      </div>
      {children}
    </div>
  );
}
