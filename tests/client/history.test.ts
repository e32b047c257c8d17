import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyHistory, historyLimit, type History, record, stepBack, stepForward } from "../../client/history.ts";

const take = (history: History<number>, states: readonly number[]) =>
  states.slice(0, -1).reduce((before, state) => record(before, state), history);

describe("history", () => {
  it("goes back through all states and forward again", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: historyLimit }), (states) => {
        let history = take(emptyHistory, states);
        let now = states.at(-1) ?? 0;
        const seen = [now];
        for (let back = stepBack(history, now); back !== null; back = stepBack(history, now)) {
          ({ history, state: now } = back);
          seen.unshift(now);
        }
        expect(seen).toEqual(states);
        for (let forward = stepForward(history, now); forward !== null; forward = stepForward(history, now)) {
          ({ history, state: now } = forward);
        }
        expect(now).toBe(states.at(-1));
      }),
    );
  });

  it("forgets what was undone when a new step is taken", () => {
    const back = stepBack(record(emptyHistory as History<number>, 1), 2);
    expect(back?.history.future).toEqual([2]);
    expect(record(back?.history ?? emptyHistory, 1).future).toEqual([]);
  });

  it("keeps no more than its limit", () => {
    const many = Array.from({ length: historyLimit + 20 }, (_, index) => index);
    const history = take(emptyHistory, many);
    expect(history.past).toHaveLength(historyLimit);
    expect(history.past.at(-1)).toBe(many.at(-2));
  });

  it("says that there is nothing before the first state and nothing after the last", () => {
    expect(stepBack(emptyHistory, 1)).toBeNull();
    expect(stepForward(emptyHistory, 1)).toBeNull();
  });
});
