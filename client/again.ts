/** Doing once more what a moment without a network cut off, as when a laptop changes from one to another. */

/** Milliseconds before each further try. */
export const usualPauses: readonly number[] = [250, 1000];

const pauseFor = (time: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, time));

/** Does work that may be done twice until it succeeds; rejects as the last try did, or as the first that is not `worthIt`. */
export async function again<T>(
  work: () => Promise<T>,
  [pause, ...rest] = usualPauses,
  worthIt = (_error: unknown): boolean => true,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (pause === undefined || !worthIt(error)) throw error;
    await pauseFor(pause);
    return again(work, rest, worthIt);
  }
}
