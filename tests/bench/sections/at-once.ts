/** How many expands a second, with sixteen under way at any time; the clients have a share of the same processors. */
import { someEntities } from "../asked.ts";
import { throughput } from "../client.ts";
import { perSecond } from "../figures.ts";
import type { Section } from "../sections.ts";
import { expandAddress } from "./over-http.ts";

export const atOnce: Section = async ({ size, serving, report }) => {
  const paths = someEntities(size, 4000, 4).map(expandAddress);
  const rate = (server: string, count = paths.length) =>
    throughput(
      paths.slice(0, count).map((path) => server + path),
      16,
    );
  await rate(serving.app, 1000);
  const best = { app: 0, bare: 0 };
  for (let round = 0; round < 3; round++) {
    best.bare = Math.max(best.bare, await rate(serving.bare));
    best.app = Math.max(best.app, await rate(serving.app));
  }
  report.ratio("expands over HTTP, of the bare server's rate", `× ${(best.app / best.bare).toFixed(2)}`);
  report.figure("expands over HTTP, 16 at once, best of three", perSecond(best.app), {
    text: "2,000/s",
    met: best.app >= 2000,
  });
  report.figure("… by the bare server", perSecond(best.bare));
};
