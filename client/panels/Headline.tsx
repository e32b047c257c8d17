/** The question and its answer in figures, above the drawing. */
import { type ReactNode, useState } from "react";
import { standfirstOf } from "../words/standfirst.ts";
import { useLanguage, useSay, useView } from "./context.ts";
import { AskedBlanks, Asking } from "./later-panels.ts";

/** Opens the blanks of a question whose drawing wants all the room at first. */
function Change({ isOpen, turn }: { isOpen: boolean; turn: () => void }) {
  const say = useSay();
  return (
    <button type="button" className="link" aria-expanded={isOpen} onClick={turn}>
      {say("blank.change")}
    </button>
  );
}

export function Headline({ children }: { children?: ReactNode }) {
  const answer = useView((state) => state.answer);
  const dataset = useView((state) => state.dataset);
  const language = useLanguage();
  const say = useSay();
  const [opened, setOpened] = useState<string | null>(null);
  const isOpening = dataset === null;
  const canChange = answer?.columns !== undefined;
  const isOpen = opened === answer?.question;
  // A page that could not be opened still has its heading.
  const hasFailed = useView((state) => state.problem !== null);
  const opening = hasFailed ? say("product.name") : "";
  const title = answer?.headline[language] ?? (isOpening ? opening : say("stage.explore"));
  const standfirst = useView(standfirstOf);
  const isAsking = useView((state) => state.pathFrom !== null);
  const isTimed = useView((state) => state.time !== null);
  return (
    <div className="headline">
      <div className="headline-words">
        <h1>{title}</h1>
        <div className="standfirst" data-timed={isTimed}>
          <p>
            {isOpening ? "" : standfirst}{" "}
            {canChange ? <Change isOpen={isOpen} turn={() => setOpened(isOpen ? null : answer.question)} /> : null}
          </p>
          {isAsking ? <Asking /> : null}
        </div>
        {answer === null || (canChange && !isOpen) ? null : <AskedBlanks answer={answer} />}
      </div>
      {children}
    </div>
  );
}
