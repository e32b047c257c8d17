/** What of the link that was opened could not be followed. */
import type { LostPart } from "../store.ts";
import { useExplorer, useLanguage, useSay } from "./context.ts";

/** So many values of one kind are named. */
const mostNamed = 4;

export function LostParts({ lost }: { lost: readonly LostPart[] }) {
  const explorer = useExplorer();
  const language = useLanguage();
  const say = useSay();
  const list = new Intl.ListFormat(language, { type: "conjunction", style: "narrow" });
  const parts = lost.map(({ part, values }) => {
    const named = values.slice(0, mostNamed).map((value) => say("lost.quoted", { value: value.slice(0, 60) }));
    const more = values.length > mostNamed ? " …" : "";
    return say(`lost.${part}`, { names: list.format(named) + more, count: values.length });
  });
  return (
    <p className="problem" role="alert">
      {say("lost.said", { parts: parts.join(say("lost.comma")) })}{" "}
      <button type="button" className="link" onClick={() => explorer.dismissProblem()}>
        {say("problem.dismiss")}
      </button>
    </p>
  );
}
