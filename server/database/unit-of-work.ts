/** One unit of work, alike on both engines: statements in order, and after a failed one nothing more and no commit. */
import { AsyncLocalStorage } from "node:async_hooks";
import type { Row, Transaction } from "./database.ts";
import { checkParameters, type Parameters } from "./parameters.ts";
import { plainRows } from "./rows.ts";

type Run = (cypher: string, parameters: Parameters) => Promise<Record<string, unknown>[]>;

export interface UnitsOfWork {
  /** Throws when called from inside a unit of work, where a second one would wait for the first for ever. */
  refuseNested(): void;
  /**
   * Does the work with `run`. It resolves only if every statement succeeded; a conflict is thrown as the engine
   * raised it, so that the caller can try again, and any other error as the work threw it.
   */
  perform<T>(work: (transaction: Transaction) => Promise<T>, run: Run): Promise<T>;
}

export function unitsOfWork(engine: {
  isConflict(error: unknown): boolean;
  translate(error: unknown): unknown;
}): UnitsOfWork {
  const inside = new AsyncLocalStorage<true>();
  return {
    refuseNested() {
      if (inside.getStore())
        throw new Error("write() was called inside the work of another write(); use its transaction.");
    },

    async perform(work, run) {
      let failure: { error: unknown } | undefined;
      let open = true;
      let last: Promise<unknown> = Promise.resolve();

      async function statement(cypher: string, parameters: Parameters): Promise<Row[]> {
        if (!open) throw new Error("The transaction is over: its work had already returned.");
        if (failure) throw engine.translate(failure.error);
        try {
          checkParameters(parameters);
          return plainRows(await run(cypher, parameters));
        } catch (error) {
          failure ??= { error };
          throw engine.translate(error);
        }
      }

      const transaction: Transaction = {
        run(cypher, parameters = {}) {
          const result = last.then(() => statement(cypher, parameters));
          last = result.catch(() => undefined);
          return result;
        },

        runEach(cypher, each) {
          const result = last.then(() => overlap(each, (parameters) => statement(cypher, parameters)));
          last = result.catch(() => undefined);
          return result;
        },
      };

      /** Statements that the work did not wait for are still part of it. */
      async function finish(): Promise<void> {
        let seen: Promise<unknown> | undefined;
        while (seen !== last) {
          seen = last;
          await seen;
        }
        open = false;
      }

      try {
        const value = await inside.run(true, () => work(transaction));
        await finish();
        if (failure) throw engine.translate(failure.error);
        return value;
      } catch (error) {
        await finish();
        if (failure && engine.isConflict(failure.error)) throw failure.error;
        throw error;
      }
    },
  };
}

/** Starts each piece of work when the one before the last has ended, and ends when none is under way, failed or not. */
async function overlap<T>(pieces: Iterable<T>, work: (piece: T) => Promise<unknown>): Promise<void> {
  let underWay: Promise<unknown>[] = [];
  try {
    for (const piece of pieces) {
      const next = work(piece);
      next.catch(() => undefined); // it may fail while the one before is still waited for
      const [before] = underWay;
      underWay.push(next);
      await before;
      underWay = [next];
    }
  } finally {
    await Promise.allSettled(underWay);
  }
  await Promise.all(underWay);
}
