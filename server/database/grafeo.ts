/** The embedded engine: a database in a folder of its own, or in memory. */
import { Unavailable } from "../errors.ts";
import type { GraphDatabase, Transaction } from "./database.ts";
import { createGrafeoConsole } from "./grafeo/console.ts";
import { isConflict, translate } from "./grafeo/errors.ts";
import { createQueue } from "./queue.ts";
import { readOnlyCheck } from "./grafeo/read-only.ts";
import { retryConflicts } from "./retry.ts";
import { makeSchema } from "./grafeo/schema.ts";
import { openFolder, openMemory } from "./grafeo/store.ts";
import { checkParameters } from "./parameters.ts";
import { plainRows } from "./rows.ts";
import { unitsOfWork } from "./unit-of-work.ts";

export interface GrafeoPlace {
  /** Made if it is not there; without one the database is empty and in memory. */
  readonly folder?: string;
  /** Told what a person should know though the work goes on: that no backup could be made. */
  readonly warn?: (text: string) => void;
}

/** Opens the database of a folder. */
export async function openGrafeo({ folder, warn = () => {} }: GrafeoPlace = {}): Promise<GraphDatabase> {
  const store = folder === undefined ? openMemory() : await openFolder(folder, warn);
  const { database } = store;
  const checkReadOnly = readOnlyCheck(database);
  const units = unitsOfWork({ isConflict, translate });
  const console = createGrafeoConsole(database);
  const writes = createQueue();
  const reads = new Set<Promise<unknown>>();
  let schemaMade = false;
  let closing: Promise<void> | undefined;

  /** The engine itself would go on answering after it was closed. */
  function refuseClosed(): void {
    if (closing) throw new Unavailable("The database is closed.", "Start the program again.");
  }

  async function commit<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const transaction = database.beginTransaction();
    try {
      const value = await units.perform(work, async (cypher, parameters) =>
        (await transaction.executeCypher(cypher, parameters)).toArray(),
      );
      transaction.commit();
      store.committed();
      return value;
    } catch (error) {
      undo(transaction);
      throw error;
    }
  }

  async function answer(cypher: string, parameters: Record<string, unknown>) {
    checkParameters(parameters);
    try {
      await checkReadOnly(cypher);
      return (await database.executeCypher(cypher, parameters)).toArray();
    } catch (error) {
      throw translate(error);
    }
  }

  return {
    engine: "grafeo",
    console,

    async read(cypher, parameters = {}) {
      refuseClosed();
      const reading = answer(cypher, parameters);
      reads.add(reading);
      try {
        return plainRows(await reading);
      } finally {
        reads.delete(reading);
      }
    },

    async write(work) {
      refuseClosed();
      units.refuseNested();
      return writes.add(async () => {
        try {
          if (!schemaMade) await makeSchema(database);
          schemaMade = true;
          return await retryConflicts(() => commit(work), isConflict);
        } catch (error) {
          throw translate(error);
        }
      });
    },

    async save() {
      refuseClosed();
      await writes.add(() => store.save());
    },

    async ready() {
      refuseClosed();
      store.check();
      await answer("RETURN 1 AS one", {});
    },

    close() {
      closing ??= writes.add(async () => {
        await Promise.allSettled([...reads, console.close()]);
        store.close();
      });
      return closing;
    },
  };
}

/** A commit that failed has undone itself already, though the transaction still calls itself active. */
function undo(transaction: { readonly isActive: boolean; rollback(): void }): void {
  try {
    if (transaction.isActive) transaction.rollback();
  } catch {
    return;
  }
}
