/** Times as figures: medians, quantiles, and the machine that they were measured on. */
import { execFileSync } from "node:child_process";
import os from "node:os";

/** `quantile([3, 1, 2], 0.5)` → 2 */
export function quantile(values: readonly number[], fraction: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * fraction))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** The milliseconds that the work took. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** The milliseconds that each run of the work took. */
export async function timeEach<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (const item of items) times.push(await timed(() => work(item)));
  return times;
}

export const ms = (value: number): string => `${value < 10 ? value.toFixed(2) : Math.round(value)} ms`;
export const perSecond = (value: number): string => `${Math.round(value).toLocaleString("en")}/s`;
export const percent = (value: number): string => `${Math.round(value * 100)} %`;
export const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;

/** p50 and p95 of some times. */
export const spread = (times: readonly number[]): string =>
  `p50 ${ms(median(times))}, p95 ${ms(quantile(times, 0.95))}`;

/** `2026-11-25, AMD EPYC × 2, 23 GB, Node 20.20.2, load 0.5, commit 1a2b3c4` */
export function describeMachine(): string {
  const [cpu] = os.cpus();
  const load = os.loadavg()[0] ?? 0;
  return `${new Date().toISOString().slice(0, 10)}, ${cpu?.model ?? "unknown processor"} × ${os.cpus().length}, ${Math.round(os.totalmem() / 2 ** 30)} GB, Node ${process.versions.node}, load ${load.toFixed(1)}, commit ${commit()}`;
}

function commit(): string {
  try {
    const git = (...parameters: string[]) => execFileSync("git", parameters, { encoding: "utf8" }).trim();
    return git("rev-parse", "--short", "HEAD") + (git("status", "--porcelain", "--untracked-files=no") ? "+" : "");
  } catch {
    return "unknown";
  }
}
