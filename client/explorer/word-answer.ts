/** The answer in a sentence at the time that is looked at. */
import { ApiProblem } from "../api.ts";
import { isTimeSet, timeQuery } from "../view/time.ts";
import type { Context } from "./context.ts";

/** Asks for it once for each time; what comes when another time is looked at is dropped. */
export async function wordAnswer({ api, store }: Context): Promise<void> {
  const { answer, time, told } = store.getState();
  if (answer === null || !isTimeSet(time) || (told?.answer === answer && told.time === time)) return;
  try {
    const { standfirst } = await api.wordAnswer(answer.question, answer.parameters, timeQuery(time));
    const now = store.getState();
    if (now.answer === answer && now.time === time) store.setState({ told: { answer, time, standfirst } });
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
  }
}
