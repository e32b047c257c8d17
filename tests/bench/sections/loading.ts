/** How fast a generated graph is loaded, beside the engine's own batch calls, and opened again. */
import { median, megabytes, ms, percent, perSecond } from "../figures.ts";
import type { GraphSize } from "../graph.ts";
import type { LoadFigures, LoadMemory, LoadOrder } from "../load.ts";
import type { Place } from "../places.ts";
import { startScript } from "../processes.ts";
import type { Report } from "../report.ts";

/** A large graph takes minutes to load, and differs less from one time to the next. */
const roundsFor = ({ entities }: GraphSize) => (entities > 100_000 ? 1 : 3);

export async function loading(place: Place, size: GraphSize, report: Report): Promise<void> {
  const { mostMemory } = (await startScript("load.ts", { place, size, rounds: 0 } satisfies LoadOrder))
    .found as LoadMemory;
  const order: LoadOrder = { place, size, rounds: roundsFor(size) };
  const found = (await startScript("load.ts", order)).found as LoadFigures;
  const shares = found.load.map((load, round) => {
    const { all, checkpoint } = found.bulk[round] ?? { all: NaN, checkpoint: NaN };
    return { whole: all / load.all, alike: all / (load.all - load.saving + checkpoint) };
  });
  const alike = median(shares.map(({ alike }) => alike));
  report.ratio("load, of the engine's bulk rate", percent(alike), { text: "80 %", met: alike >= 0.8 });
  report.ratio("… with the daily backup", percent(median(shares.map(({ whole }) => whole))));

  const rate = (took: number) => `${ms(took)}, ${perSecond((found.rows / took) * 1000)}`;
  report.figure("engine's batch calls and checkpoint", rate(median(found.bulk.map(({ all }) => all))));
  report.figure("load until saved and backed up", rate(median(found.load.map(({ all }) => all))));
  report.figure(
    "second start: open and find nothing to do",
    ms(found.secondStart),
    size.entities >= 1e6 ? { text: "10 s at 1M", met: found.secondStart <= 10_000 } : undefined,
  );
  report.figure("most memory while loading, rows included", megabytes(mostMemory));
}
