/** What can go wrong, named by whose fault it is; each says how to put it right. */
import type { QueryProblemKind } from "../schema/query-problem.ts";

/** An error that a person can act on: the message says what is wrong, the remedy what to do. */
export abstract class Fault extends Error {
  readonly remedy: string;

  constructor(message: string, remedy: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.remedy = remedy;
  }
}

/** The asker's fault (400): the request does not have the form that its route takes. */
export class InvalidRequest extends Fault {}

/** The asker's fault (404): there is nothing by that name. */
export class NotFound extends Fault {}

/** The asker's fault (422): what is asked for has the right form, and yet may not or cannot be given. */
export class Unfit extends Fault {}

/** Nobody's fault (503): as much as can be done at once is being done already. */
export class Busy extends Fault {}

/** Nobody's fault here (503): the database cannot be reached, or cannot do its work for now. */
export class Unavailable extends Fault {}

/** The operator's fault, told at start: the program will not run as it is set up. */
export class Refused extends Fault {}

/** One fault in a file of the seeds, at the place where a person can correct it. */
export interface SeedProblem {
  readonly file: string;
  readonly line: number;
  readonly column?: number;
  readonly message: string;
  readonly remedy: string;
}

/** The fault of whoever wrote the seeds: what was found, in the order of the files; nothing was loaded. */
export class InvalidSeeds extends Fault {
  readonly problems: readonly SeedProblem[];

  /** `stopped`: there may be more, which were not looked for. */
  constructor(problems: readonly SeedProblem[], stopped = false) {
    super(
      problems
        .map(
          ({ file, line, column, message, remedy }) =>
            `${file}:${line}${column === undefined ? "" : `:${column}`} ${message} → ${remedy}`,
        )
        .join("\n"),
      stopped
        ? `Correct what led to these ${problems.length}, then load again: what comes after them was not looked at.`
        : problems.length === 1
          ? "Correct this place, then load again."
          : `Correct these ${problems.length} places, then load again.`,
    );
    this.problems = problems;
  }
}

/** Why a person's own query was not answered, and where in its text the reason stands. */
export class QueryRefused extends Fault {
  readonly kind: QueryProblemKind;
  readonly position?: Position | undefined;

  constructor(
    kind: QueryProblemKind,
    message: string,
    remedy: string,
    { position, cause }: { position?: Position | undefined; cause?: unknown } = {},
  ) {
    super(message, remedy, { cause });
    this.kind = kind;
    this.position = position;
  }
}

/** Where in a statement something stands, both counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * The fault of whoever wrote the Cypher: a person's own query is answered with 400, one of ours with 500.
 * `syntax` also stands for unknown names; `readOnly` for a statement that would write where only reading is allowed.
 */
export class InvalidStatement extends Fault {
  readonly kind: "syntax" | "data" | "constraint" | "readOnly";
  readonly position?: Position;

  constructor(
    kind: InvalidStatement["kind"],
    message: string,
    { position, cause }: { position?: Position; cause?: unknown } = {},
  ) {
    super(position ? `${message} (line ${position.line}, column ${position.column})` : message, remedies[kind], {
      cause,
    });
    this.kind = kind;
    this.position = position;
  }
}

const remedies: Record<InvalidStatement["kind"], string> = {
  syntax: "Correct the statement; portable-cypher names what both engines take.",
  data: "Correct the statement or the values it is given.",
  constraint: "Use another id, or change what already has this one.",
  readOnly: "Take out what writes (CREATE, MERGE, SET, REMOVE, DELETE …), or run it as a write.",
};
