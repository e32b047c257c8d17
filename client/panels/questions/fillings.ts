/** Whether a question's blanks are filled so far that it can be asked. */
import type { QuestionSummary } from "../../../schema/api.ts";

export const isFilled = (
  { parameters }: Pick<QuestionSummary, "parameters">,
  fillings: Readonly<Record<string, readonly string[]>>,
): boolean =>
  Object.entries(parameters).every(([name, { optional, least = 1 }]) => {
    const count = fillings[name]?.length ?? 0;
    return (optional && count === 0) || count >= least;
  });
