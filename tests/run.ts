/**
 * `npm test`: the unit and database suites, then those that cut off a Neo4j and bring up containers, then the end-to-end
 * suite in Chromium, then one line with the counts of all. With names of files it runs only these.
 * What needs an outside tool that is not here is reported as skipped with the command that installs it; with CI=true a
 * skip is a failure.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";
import { missingForContainers } from "./support/compose.ts";
import { findChromium } from "./support/chromium.ts";
import { temporaryFolder } from "./support/temporary-folder.ts";

const root = resolve(import.meta.dirname, "..");
const reports = temporaryFolder("test");
const inCi = process.env["CI"] === "true";

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** Runs a tool of node_modules with the given arguments; its output goes to the screen. */
function run(script: string, args: string[], env: Record<string, string> = {}): boolean {
  const result = spawnSync(process.execPath, [join(root, "node_modules", script), ...args], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, ...env },
  });
  return result.status === 0;
}

/** A runner that ended without a report, or ended badly without counting a failure, counts as one. */
function settle(succeeded: boolean, counts: Counts | undefined): Counts {
  if (counts === undefined) return { passed: 0, failed: 1, skipped: 0 };
  return { ...counts, failed: succeeded ? counts.failed : Math.max(1, counts.failed) };
}

function readReport<Report>(name: string, form: z.ZodType<Report>): Report | undefined {
  const file = join(reports, name);
  return existsSync(file) ? form.parse(JSON.parse(readFileSync(file, "utf8"))) : undefined;
}

const VitestReport = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
});

const PlaywrightReport = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int(), skipped: z.int() }),
});

function runVitest(mode: "test" | "servers" | "all", filters: readonly string[]): Counts {
  const succeeded = run("vitest/vitest.mjs", [
    "run",
    `--mode=${mode}`,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${join(reports, `${mode}.json`)}`,
    ...filters,
  ]);
  const report = readReport(`${mode}.json`, VitestReport);
  return settle(
    succeeded,
    report && {
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + report.numTodoTests,
    },
  );
}

/** The compose file and a Neo4j to kill need Docker; one to cut off may also be the one of TEST_NEO4J_URI. */
async function runServers(): Promise<Counts> {
  const missing = await missingForContainers();
  if (missing === undefined) return runVitest("servers", []);
  console.log(`\nTests in containers skipped: ${missing}.`);
  const skipped = { passed: 0, failed: 0, skipped: 1 };
  if (!process.env["TEST_NEO4J_URI"]) return skipped;
  const cut = runVitest("servers", ["tests/faults/neo4j.test.ts"]);
  return { ...cut, skipped: cut.skipped + skipped.skipped };
}

function runPlaywright(): Counts {
  const chromium = findChromium();
  if (chromium === undefined) {
    console.log("\nEnd-to-end tests skipped: no Chromium found. Install it (Debian: apt-get install chromium),");
    console.log("or name one in CHROMIUM_PATH.");
    return { passed: 0, failed: 0, skipped: 1 };
  }
  const succeeded = run("@playwright/test/cli.js", ["test", "--reporter=list,json"], {
    CHROMIUM_PATH: chromium,
    PLAYWRIGHT_JSON_OUTPUT_NAME: join(reports, "playwright.json"),
  });
  const report = readReport("playwright.json", PlaywrightReport);
  return settle(
    succeeded,
    report && {
      passed: report.stats.expected + report.stats.flaky,
      failed: report.stats.unexpected,
      skipped: report.stats.skipped,
    },
  );
}

const filters = process.argv.slice(2);
const all =
  filters.length > 0 ? [runVitest("all", filters)] : [runVitest("test", []), await runServers(), runPlaywright()];

const sum = (key: keyof Counts) => all.reduce((total, counts) => total + counts[key], 0);
const [passed, failed, skipped] = [sum("passed"), sum("failed"), sum("skipped")];
if (inCi && skipped > 0) console.log(`\nWith CI=true nothing may be skipped, and ${skipped} were.`);
console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = failed > 0 || passed === 0 || (inCi && skipped > 0) ? 1 : 0;
