/** Grafeo's errors, told apart by gqlStatus where they have one and by their words where they have none. */
import type { GrafeoError } from "@grafeo-db/js";
import { InvalidStatement, Refused, Unavailable } from "../../errors.ts";

const isGrafeoError = (error: unknown): error is GrafeoError =>
  error instanceof Error && "code" in error && error.code === "GenericFailure";

const isFullDisk = (message: string) => /No space left|os error 28|Disk quota|os error 122/.test(message);

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

/** An error of opening the file, as the reason why the start is refused. */
export function translateOpening(error: unknown, file: string): unknown {
  if (!(error instanceof Error)) return error;
  const { message } = error;
  if (/cannot be locked/.test(message)) {
    return new Refused(
      `Another process has ${file} open.`,
      "Stop the other one (it may be an earlier start of this program), or set DATA_FOLDER to another folder.",
      { cause: error },
    );
  }
  if (isFullDisk(message))
    return new Refused(
      `The disk that holds ${file} is full.`,
      "Free some space, or set DATA_FOLDER to a folder on another disk.",
      { cause: error },
    );
  if (/Permission denied|Read-only file system|os error (13|30)\b/.test(message)) {
    return new Refused(
      `${file} cannot be written.`,
      "Give this user the right to write there, or set DATA_FOLDER to another folder.",
      { cause: error },
    );
  }
  return new Refused(
    `${file} cannot be opened: ${withoutDecoration(message)}`,
    "If it is damaged, move it away and put the newest file of the folder backups in its place, or let the seeds load again into a new one.",
    { cause: error },
  );
}

/** The word `EXPLAIN `, which stands before a statement that is looked at first, is not the author's. */
export const explainPrefix = "EXPLAIN ";

function positionIn(message: string): { line: number; column: number } | undefined {
  const found = /--> query:(\d+):(\d+)/.exec(message);
  if (!found) return undefined;
  const [line, column] = [Number(found[1]), Number(found[2])];
  const explained = line === 1 && message.includes(`| ${explainPrefix}`);
  return { line, column: explained ? column - explainPrefix.length : column };
}

/** `Query error: GRAFEO-Q001: syntax error: [Cypher] Expected RParen\n --> …` → `Expected RParen` */
function withoutDecoration(message: string): string {
  const [first = message] = message.split("\n");
  return first.replace(
    /^(?:(?:[A-Z][a-z]+ error|GRAFEO-\w+|(?:syntax|semantic|Internal|Serialization) error|Invalid value|\[Cypher\]):? )+/,
    "",
  );
}
