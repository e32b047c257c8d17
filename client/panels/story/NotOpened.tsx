/** Why the view of a step is not shown, with a way to try again where that may help. */
import type { ProblemReport } from "../../store.ts";
import { useSay } from "../context.ts";

/** Whether the view itself is at fault, as the data do not know it; everything else may be over at the next look. */
export const isAtFault = ({ kind }: ProblemReport): boolean => kind === "missing" || kind === "invalid";

export function NotOpened({ problem, title, again }: { problem: ProblemReport; title: string; again: () => void }) {
  const say = useSay();
  if (isAtFault(problem)) return say("story.notOpened", { title });
  return (
    <>
      {say(`problem.${problem.kind}`, problem.values)}{" "}
      <button type="button" className="link" onClick={again}>
        {say("problem.retry")}
      </button>
    </>
  );
}
