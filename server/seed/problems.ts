/** The faults found in a data set's files, gathered so that a person mends them all at once. */
import type { z } from "zod";
import { InvalidSeeds, type SeedProblem } from "../errors.ts";
import { describeIssue } from "./issues.ts";
import type { Path, Place, Source } from "./place.ts";

export interface Problems {
  readonly found: readonly SeedProblem[];
  /** Throws them all where they have become so many that no more is worth looking for. */
  add(place: Place, message: string, remedy: string): void;
  /** Adds what zod has against the value that stands at `path`. */
  addIssues(source: Source, path: Path, value: unknown, issues: readonly z.core.$ZodIssue[]): void;
  /** Throws them all, in the order of files and lines, if there are any. */
  throwIfAny(): void;
}

/** After so many the rest is not looked at: whoever made the files mends what made these. */
export const mostProblems = 50;

export function gatherProblems(): Problems {
  const found: SeedProblem[] = [];
  const throwAll = (stopped: boolean): never => {
    const order = [...new Set(found.map(({ file }) => file))];
    throw new InvalidSeeds(
      found.toSorted(
        (a, b) => order.indexOf(a.file) - order.indexOf(b.file) || a.line - b.line || (a.column ?? 0) - (b.column ?? 0),
      ),
      stopped,
    );
  };
  const add: Problems["add"] = ({ file, line, column }, message, remedy) => {
    found.push({ file, line, column, message, remedy });
    if (found.length === mostProblems) throwAll(true);
  };
  return {
    found,
    add,
    addIssues(source, path, value, issues) {
      for (const issue of issues) {
        const { within, message, remedy } = describeIssue(issue, value, path);
        add(source.placeOf([...path, ...within]), message, remedy);
      }
    },
    throwIfAny() {
      if (found.length > 0) throwAll(false);
    },
  };
}
