import { describe, expect, it } from "vitest";
import { explainPrefix, isConflict, translate } from "../../server/database/grafeo/errors.ts";
import { createQueue } from "../../server/database/queue.ts";
import { retryConflicts } from "../../server/database/retry.ts";
import { unitsOfWork } from "../../server/database/unit-of-work.ts";

const grafeoError = (message: string, gqlStatus?: string) =>
  Object.assign(new Error(message), { code: "GenericFailure", gqlStatus });
const conflict = grafeoError("Transaction error: GRAFEO-T001: Write conflict", "40000");
const fullDisk = grafeoError(
  "Transaction error: GRAFEO-T009: the commit could not be written: No space left on device (os error 28)",
  "40000",
);

describe("retryConflicts", () => {
  it("tries again after a conflict until it succeeds", async () => {
    let tried = 0;
    const value = await retryConflicts(async () => {
      if (++tried < 4) throw conflict;
      return tried;
    }, isConflict);
    expect(value).toBe(4);
  });

  it("gives up with the last conflict", async () => {
    let tried = 0;
    const trying = retryConflicts(
      async () => {
        tried++;
        throw conflict;
      },
      isConflict,
      3,
    );
    await expect(trying).rejects.toBe(conflict);
    expect(tried).toBe(3);
  });

  it.each([fullDisk, grafeoError("Query error", "42001"), new Error("mine")])(
    "does not try again after another error: %s",
    async (error) => {
      let tried = 0;
      const trying = retryConflicts(async () => {
        tried++;
        throw error;
      }, isConflict);
      await expect(trying).rejects.toBe(error);
      expect(tried).toBe(1);
    },
  );
});

describe("a queue", () => {
  it("does one work after another, also after one that failed", async () => {
    const queue = createQueue();
    const seen: string[] = [];
    const step = (name: string) => async () => {
      seen.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, 1));
      seen.push(`${name} ends`);
      if (name === "b") throw new Error("b failed");
    };
    const results = await Promise.allSettled(["a", "b", "c"].map((name) => queue.add(step(name))));
    expect(results.map((result) => result.status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(seen).toEqual(["a begins", "a ends", "b begins", "b ends", "c begins", "c ends"]);
  });
});

describe("a unit of work", () => {
  it("throws a conflict as the engine raised it, even if the work hid it", async () => {
    const units = unitsOfWork({ isConflict, translate });
    const failing = async () => {
      throw conflict;
    };
    await expect(units.perform((transaction) => transaction.run("x"), failing)).rejects.toBe(conflict);
    await expect(units.perform((transaction) => transaction.run("x").catch(() => []), failing)).rejects.toBe(conflict);
  });
});

describe("an error of Grafeo", () => {
  it("for a full disk says so, with what to do", () => {
    expect(translate(fullDisk)).toMatchObject({
      name: "Unavailable",
      message: expect.stringContaining("disk is full"),
      remedy: expect.stringContaining("space"),
    });
  });

  it("counts columns from the statement's own beginning, though EXPLAIN stood before it", () => {
    const message =
      "Query error: GRAFEO-Q001: syntax error: [Cypher] Expected RParen\n  --> query:1:18\n   |\n 1 | EXPLAIN MATCH (n RETURN n\n";
    expect(message).toContain(explainPrefix);
    expect(translate(grafeoError(message, "42001"))).toMatchObject({
      message: "Expected RParen (line 1, column 10)",
      position: { line: 1, column: 10 },
    });
  });

  it("that is none of Grafeo's passes through", () => {
    const mine = new Error("mine");
    expect(translate(mine)).toBe(mine);
  });
});
