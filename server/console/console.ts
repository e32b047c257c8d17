/** The port beside the database's: a person's own Cypher, which can neither write, nor read a file, nor hang, nor kill. */
import type { CypherAnswer } from "../../schema/console.ts";

/** A query that was checked to be short enough and to have plain parameters. */
export interface AskedQuery {
  readonly query: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** How long it may run; the console's own limit where it is left out. */
  readonly seconds?: number;
}

export interface CypherConsole {
  /** Throws `QueryRefused` with its kind and, where it has one, its place; an aborted signal ends the work at once. */
  run(asked: AskedQuery, signal?: AbortSignal): Promise<CypherAnswer>;
  /** Ends what runs. */
  close(): Promise<void>;
}
