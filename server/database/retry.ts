/** Trying again after a conflict. */
import { setTimeout as sleep } from "node:timers/promises";

/** Repeats the attempt while it conflicts, waiting about 5, 10, 20 … ms in between; the last conflict is thrown. */
export async function retryConflicts<T>(
  attempt: () => Promise<T>,
  isConflict: (error: unknown) => boolean,
  attempts = 8,
): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await attempt();
    } catch (error) {
      if (tried >= attempts || !isConflict(error)) throw error;
      await sleep(5 * 2 ** (tried - 1) * (0.5 + Math.random()));
    }
  }
}
