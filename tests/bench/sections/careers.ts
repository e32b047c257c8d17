/** Overlaps and paths on conditions, over HTTP. */
import { somePairs } from "../asked.ts";
import { ask } from "../client.ts";
import { spread, timeEach } from "../figures.ts";
import type { Section } from "../sections.ts";

export const careers: Section = async ({ size, serving: { app }, report }) => {
  const pairs = somePairs(size, 40);
  const people = pairs.map(({ from }) => from);
  const ends = pairs.slice(0, 20).map(({ from, to }) => `from=${from}&to=${to}`);
  const threes = pairs.slice(0, 10).map(({ from, to }, index) => `${from},${to},${people.at(-1 - index)}`);
  report.figure("overlaps of one person", spread(await timeEach(people, (id) => ask(`${app}/api/overlaps?ids=${id}`))));
  report.figure(
    "the best paths of up to 6 steps",
    spread(await timeEach(ends, (pair) => ask(`${app}/api/paths?${pair}&which=best`))),
  );
  report.figure(
    "shortest paths of people who met",
    spread(await timeEach(ends, (pair) => ask(`${app}/api/paths?${pair}&dates=possible`))),
  );
  report.figure(
    "what connects three",
    spread(await timeEach(threes, (ids) => ask(`${app}/api/connections?ids=${ids}`))),
  );
};
