/** What the server said of the query, as marks in its text; none once the text is another. */
import { useMemo } from "react";
import type { CypherOutcome } from "../../store.ts";
import { useSay } from "../context.ts";
import type { Mark } from "./editor-setup.ts";

const none: readonly Mark[] = [];

export function useMarks(query: string, outcome: CypherOutcome | null): readonly Mark[] {
  const say = useSay();
  return useMemo(() => {
    if (outcome === null || outcome.query !== query || outcome.state === "running") return none;
    if (outcome.state === "refused") {
      const { position, detail } = outcome.problem;
      return position === undefined ? none : [{ start: position, severity: "error", message: detail }];
    }
    return outcome.answer.warnings.map(({ rule, message, name = "", meant = "none", start, end }) => ({
      start,
      end,
      severity: "warning",
      message: rule === "notice" ? message : say(`cypher.warning.${rule}`, { name, meant }),
    }));
  }, [query, outcome, say]);
}
