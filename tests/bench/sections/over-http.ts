/** Our app over HTTP, one request after another, beside the bare server over the same adapter. */
import { letters, someEntities, somePairs, words } from "../asked.ts";
import { ask } from "../client.ts";
import { median, spread, timeEach } from "../figures.ts";
import type { Bench, Section } from "../sections.ts";

export const expandAddress = (id: string): string => `/api/nodes/${id}/neighbors?limit=20`;
const searchAddress = (word: string) => `/api/search?q=${encodeURIComponent(word)}`;

export const overHttp: Section = async (bench) => {
  await compare(bench, "expand", someEntities(bench.size, 600, 3).map(expandAddress));
  await compare(bench, "search", [...words, ...letters].map(searchAddress));
  await compare(
    bench,
    "shortest paths",
    somePairs(bench.size, 100).map(({ from, to }) => `/api/paths?from=${from}&to=${to}`),
  );
  await compare(
    bench,
    "first view",
    Array.from({ length: 20 }, () => "/api/first-view"),
  );
};

/**
 * Asks both servers in turns, so that whatever else the machine does meets both, and compares each question with itself:
 * a mix of quick and slow ones has no middle to compare.
 */
export async function compare(
  { serving: { app, bare }, report }: Bench,
  what: string,
  paths: readonly string[],
): Promise<void> {
  const all: number[] = [];
  const rounds: { app: number[]; bare: number[] }[] = [];
  for (let round = 0; round < 6; round++) {
    const times = {
      bare: await timeEach(paths, (path) => ask(bare + path)),
      app: await timeEach(paths, (path) => ask(app + path)),
    };
    // The first round warms up.
    if (round === 0) continue;
    rounds.push(times);
    all.push(...times.app);
  }
  const ratios = paths.map(
    (_, index) =>
      median(rounds.map(({ app }) => app[index] ?? NaN)) / median(rounds.map(({ bare }) => bare[index] ?? NaN)),
  );
  const ratio = median(ratios);
  report.ratio(`${what} over HTTP, p50 of the bare server's`, `× ${ratio.toFixed(2)}`, {
    text: "× 1.5",
    met: ratio <= 1.5,
  });
  report.figure(`${what} over HTTP`, spread(all));
}
