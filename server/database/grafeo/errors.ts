/** Grafeo's errors, told apart by gqlStatus where they have one and by their words where they have none. */
import type { GrafeoError } from "@grafeo-db/js";
import { InvalidStatement, Refused, Unavailable } from "../../errors.ts";
import { describeHolder } from "./holder.ts";
import type { Places } from "./places.ts";

const isGrafeoError = (error: unknown): error is GrafeoError =>
  error instanceof Error && "code" in error && error.code === "GenericFailure";

/** In the words of the engine, or of Node. */
export const isFullDisk = (message: string): boolean =>
  /no space left|os error 28|disk quota|os error 122|ENOSPC|EDQUOT/i.test(message);

/** Another transaction was faster; a full disk carries the same status but will not pass by trying again. */
export function isConflict(error: unknown): boolean {
  return isGrafeoError(error) && error.gqlStatus === "40000" && !isFullDisk(error.message);
}

/** An error of a statement or a commit, by whose fault it is; anything else passes through. */
export function translate(error: unknown): unknown {
  if (!isGrafeoError(error)) return error;
  const { gqlStatus = "", message } = error;
  if (isFullDisk(message)) {
    return new Unavailable(
      "The disk is full: the change was taken back whole.",
      "Free some space where DATA_FOLDER lies, then try again.",
      { cause: error },
    );
  }
  const options = { position: positionIn(message), cause: error };
  const text = withoutDecoration(message);
  if (gqlStatus.startsWith("42")) return new InvalidStatement("syntax", text, options);
  if (gqlStatus.startsWith("22")) return new InvalidStatement("data", text, options);
  if (gqlStatus === "G2000") return new InvalidStatement("constraint", text, options);
  if (gqlStatus === "25G03") return new InvalidStatement("readOnly", text, options);
  if (gqlStatus === "40000")
    return new Unavailable("The database is too busy: other changes kept getting in first.", "Try again in a moment.", {
      cause: error,
    });
  return error;
}

/** Whether a file could not be opened for a reason that has nothing to do with what is in it. */
export const isAboutThePlace = ({ message }: Error): boolean =>
  isLocked(message) || isFullDisk(message) || isForbidden(message);

/** Such an error, as the reason why the start is refused. */
export function translateOpening(cause: Error, places: Places): Refused {
  const { message } = cause;
  if (isLocked(message)) {
    return new Refused(
      `${describeHolder(places)} has ${places.graph} open.`,
      "Stop it, or wait for it if it is a backup or a restore; or set DATA_FOLDER to another folder.",
      { cause },
    );
  }
  if (isFullDisk(message))
    return new Refused(
      `The disk that holds ${places.folder} is full.`,
      "Free some space, or set DATA_FOLDER to a folder on another disk.",
      { cause },
    );
  return new Refused(
    `This user may not write ${places.graph}.`,
    "Give this user the right to write there, or set DATA_FOLDER to another folder.",
    { cause },
  );
}

/** Another process has the file; it keeps out readers as well. */
export const isLocked = (message: string) => /cannot be locked|is locked by another process/.test(message);
const isForbidden = (message: string) => /Permission denied|Read-only file system|os error (13|30)\b/.test(message);

/** The word `EXPLAIN `, which stands before a statement that is looked at first, is not the author's. */
export const explainPrefix = "EXPLAIN ";

function positionIn(message: string): { line: number; column: number } | undefined {
  const found = /--> query:(\d+):(\d+)/.exec(message);
  if (!found) return undefined;
  const [line, column] = [Number(found[1]), Number(found[2])];
  const explained = line === 1 && message.includes(`| ${explainPrefix}`);
  return { line, column: explained ? column - explainPrefix.length : column };
}

/** The first line without the engine's own codes: `Query error: GRAFEO-Q001: syntax error: [Cypher] Expected RParen\n --> …` → `Expected RParen` */
export function withoutDecoration(message: string): string {
  const [first = message] = message.split("\n");
  return first.replace(
    /^(?:(?:[A-Z][a-z]+ error|GRAFEO-\w+|(?:syntax|semantic|Internal|Serialization) error|Invalid value|\[Cypher\]):? )+/,
    "",
  );
}
