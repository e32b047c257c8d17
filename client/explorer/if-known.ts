/** Asking for what may not be there. */
import { ApiProblem } from "../api.ts";

/** Does work that a link asks for; what the server does not know is left out. Gives back null for that. */
export async function ifKnown<T>(work: Promise<T>): Promise<T | null> {
  return work.catch((error: unknown) => {
    if (error instanceof ApiProblem && (error.kind === "missing" || error.kind === "invalid")) return null;
    throw error;
  });
}
