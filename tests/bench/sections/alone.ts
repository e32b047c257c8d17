/** The adapter without HTTP, in the process that serves. */
import { ms, quantile, spread } from "../figures.ts";
import type { Section } from "../sections.ts";

export const alone: Section = async ({ place, size, serving: { opening, alone }, report }) => {
  const within = (limit: number, times: readonly number[]) => ({
    text: `p95 ${limit} ms`,
    met: quantile(times, 0.95) <= limit,
  });
  const forSearch = size.entities === 100_000 && place.engine === "grafeo";
  report.figure("open", ms(opening));
  report.figure("expand, adapter alone", spread(alone.expand));
  report.figure(
    "search for two characters and more, alone",
    spread(alone.words),
    forSearch ? within(30, alone.words) : undefined,
  );
  report.figure(
    "search for single letters, alone",
    spread(alone.letters),
    forSearch ? within(30, alone.letters) : undefined,
  );
  report.figure(
    "shortest paths, alone",
    spread(alone.paths),
    size.entities === 200_000 ? within(50, alone.paths) : undefined,
  );
};
