/**
 * How often a fault is tried, and where: a few times in `npm test`, at length by `npm run test:faults`, or as often as
 * FAULT_ROUNDS says.
 */
import { hash, seededRandom } from "../../scene/random.ts";

/** Repeats a run that failed: FAULT_SEED=… npm run test:faults */
export const seed = Number(process.env["FAULT_SEED"] ?? Math.floor(Math.random() * 2 ** 31));

export const rounds = Number(process.env["FAULT_ROUNDS"] ?? (import.meta.env.MODE === "long" ? 300 : 8));

/** For a test: each round may take this long. Whoever starts processes waits for them on a busy machine, so no test has less than some minutes. */
export const patience = (perRoundMs = 0): number => Math.max(240_000, rounds * perRoundMs);

/** Numbers in [0, 1) of its own for each test. */
export const randomFor = (test: string): (() => number) => seededRandom((hash(test) ^ seed) >>> 0);

/** Prints what came of a test, with the seed that repeats it. */
export function report(test: string, figures: Readonly<Record<string, number>>): void {
  const words = Object.entries(figures).map(([name, figure]) => `${figure} ${name}`);
  process.stdout.write(`\n${test}: ${words.join(", ")} (FAULT_SEED=${seed})\n`);
}
