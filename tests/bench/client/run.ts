/**
 * `npm run bench:client`: generated networks drawn by our stage and by bare Sigma (its own programs, the same positions,
 * sizes, colors and names), alternating in one browser; medians as ratios. Other sizes than the usual ones are given as
 * nodes/relationships: `npm run bench:client -- 10k/30k`.
 */
import { chromium } from "@playwright/test";
import { build, preview } from "vite";
import { findChromium } from "../../support/chromium.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { describeMachine, median, megabytes, ms } from "../figures.ts";
import { collectFigures } from "../report.ts";
import type { Program, Times } from "./page.ts";

const usual = ["1k/3k", "10k/30k", "50k/150k", "100k/300k"];
const rounds = Number(process.env["ROUNDS"] ?? 3);
const aim = 1.15;

const number = (text = "") => Number(text.replace(/k$/i, "e3"));
const sizes = process.argv.length > 2 ? process.argv.slice(2) : usual;

const executablePath = findChromium();
if (executablePath === undefined) {
  console.error("No Chromium was found: npx playwright install --with-deps chromium");
  process.exit(1);
}

const outDir = temporaryFolder("bench-client");
await build({ configFile: false, root: import.meta.dirname, logLevel: "error", build: { outDir, target: "es2023" } });
const served = await preview({ configFile: false, root: import.meta.dirname, logLevel: "error", build: { outDir } });
const address = served.resolvedUrls?.local[0] ?? "";
const browser = await chromium.launch({
  executablePath,
  args: [
    "--no-sandbox",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--enable-precise-memory-info",
    "--js-flags=--expose-gc",
  ],
});

/** Each run has a page of its own, so that none inherits another's heap. */
async function once(program: Program, nodes: number, relationships: number): Promise<Times> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  page.on("pageerror", (error) => console.error(error.message));
  await page.goto(address);
  await page.waitForFunction(() => "measure" in window);
  const times = await page.evaluate(
    ([asked, count, lines]) =>
      (window as unknown as { measure: (...order: unknown[]) => Promise<Times> }).measure(asked, count, lines),
    [program, nodes, relationships] as const,
  );
  await page.close();
  return times;
}

const figuresOf = (runs: readonly Times[]) => ({
  "first full frame": median(runs.map(({ first }) => first)),
  "frame while panning and zooming": median(runs.flatMap(({ frames }) => frames)),
  "script of such a frame": median(runs.flatMap(({ script }) => script)),
  picking: median(runs.flatMap(({ picking }) => picking)),
  "hover, until it is shown": median(runs.flatMap(({ hover }) => hover)),
  heap: median(runs.map(({ heap }) => heap)),
});

try {
  const figures = collectFigures(console.log);
  for (const size of sizes) {
    const [nodes = 0, relationships = 0] = size.split("/").map(number);
    const runs: Record<Program, Times[]> = { ours: [], bare: [] };
    for (let round = 0; round < rounds; round++)
      for (const program of ["bare", "ours"] as const) runs[program].push(await once(program, nodes, relationships));
    const report = figures.column(size);
    const [ours, bare] = [figuresOf(runs.ours), figuresOf(runs.bare)];
    for (const what of Object.keys(ours) as (keyof typeof ours)[]) {
      const ratio = ours[what] / bare[what];
      const told = what === "heap" ? megabytes : ms;
      const isAimed = nodes >= 10_000 && (what.startsWith("first") || what.startsWith("frame"));
      report.ratio(
        `${what}, of bare Sigma's`,
        `× ${ratio.toFixed(2)}`,
        isAimed ? { text: `× ${aim}`, met: ratio <= aim } : undefined,
      );
      report.figure(what, `${told(ours[what])}, bare ${told(bare[what])}`);
    }
  }
  console.log(`\n${describeMachine()}, ${browser.version()} rendering in software\n\n${figures.table()}\n`);
} finally {
  await browser.close();
  await served.close();
}
