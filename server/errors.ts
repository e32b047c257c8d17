/** What can go wrong, named by whose fault it is; each says how to put it right. */

/** An error that a person can act on: the message says what is wrong, the remedy what to do. */
abstract class Fault extends Error {
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

/** The fault of whoever wrote the seeds: all that was found, in the order of the files; nothing was loaded. */
export class InvalidSeeds extends Fault {
  readonly problems: readonly SeedProblem[];

  constructor(problems: readonly SeedProblem[]) {
    super(
      problems.map(({ file, line, column, message, remedy }) => `${file}:${line}${column === undefined ? "" : `:${column}`} ${message} → ${remedy}`).join("\n"),
      problems.length === 1 ? "Correct this place, then load again." : `Correct these ${problems.length} places, then load again.`,
    );
    this.problems = problems;
  }
}
