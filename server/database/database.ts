/** The port: what the program asks of a graph database, whichever engine answers. */
import type { CypherConsole } from "../console/console.ts";
import type { Parameters } from "./parameters.ts";

export type { Parameter, Parameters } from "./parameters.ts";

/** A row by its aliases: plain values only (string, number, boolean, null, lists and maps of them), never a search key. */
export type Row = Record<string, unknown>;

/** One unit of work, seen by nobody else until it is committed. */
export interface Transaction {
  run(cypher: string, parameters?: Parameters): Promise<Row[]>;

  /**
   * Runs a statement once with each of these parameters and drops its rows. The next is prepared while one runs, so this
   * is quicker than one `run` after another; none may depend on an earlier one's work.
   */
  runEach(cypher: string, each: Iterable<Parameters>): Promise<void>;
}

/** A database that runs the portable Cypher of cypher/. */
export interface GraphDatabase {
  readonly engine: "grafeo" | "neo4j";

  /** For a person's own Cypher, guarded; `read` trusts what it is given to come to an end. */
  readonly console: CypherConsole;

  /** Runs a statement that only reads; one that would write is refused. */
  read(cypher: string, parameters?: Parameters): Promise<Row[]>;

  /** Commits all of the work or none of it. A conflict runs it again from the start, so it must be repeatable. */
  write<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;

  /** Returns once everything committed before would survive a power cut. */
  save(): Promise<void>;

  /** Throws `Unavailable`, with a remedy, unless the database answers. */
  ready(): Promise<void>;

  /** Waits for the writes under way, then lets go; closing again does nothing. */
  close(): Promise<void>;
}
