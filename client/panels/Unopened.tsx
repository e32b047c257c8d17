/** In the drawing's place where the page's first view could not be had: what happened, what to do, and a way to try again. */
import { useLayoutEffect, useRef, useState } from "react";
import type { ProblemReport } from "../store.ts";
import { useSay, useView } from "./context.ts";
import { focusStage } from "./focus.ts";

/** What went wrong before there was anything to see; stays while it is tried again. */
export function useUnopened(): ProblemReport | null {
  const [last, setLast] = useState<ProblemReport | null>(null);
  const problem = useView((state) => state.problem);
  const isOpen = useView((state) => state.dataset !== null);
  if (problem !== null && problem !== last && !isOpen) setLast(problem);
  return isOpen ? null : (problem ?? last);
}

export function Unopened({ problem: { kind, values, retry } }: { problem: ProblemReport }) {
  const say = useSay();
  const isTrying = useView((state) => state.busy);
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    const { current } = button;
    // The keyboard goes on from the drawing that has come.
    return () => {
      if (document.activeElement === current) focusStage();
    };
  }, []);
  return (
    <div className="undrawn">
      <div role="alert">
        <h2>{say("unopened.title")}</h2>
        <p>{say(`problem.${kind}`, values)}</p>
        <p>{say("unopened.help")}</p>
      </div>
      <div className="actions">
        <button ref={button} type="button" className="primary" aria-disabled={isTrying} onClick={retry}>
          {say(isTrying ? "unopened.trying" : "unopened.again")}
        </button>
      </div>
    </div>
  );
}
