/**
 * The unit and database suites; those in a browser are Playwright's, in tests/e2e. What kills, cuts and starves
 * databases takes many minutes and a machine to itself: `npm run test:faults` runs it, by the mode `long`.
 */
import { defineConfig } from "vitest/config";

const atLength = ["tests/faults/**", "tests/compose/**"];

export default defineConfig(({ mode }) => ({
  test: {
    include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
    exclude: ["tests/e2e/**", "node_modules/**", ...(mode === "long" ? [] : atLength)],
    globalSetup: ["tests/support/neo4j.setup.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
}));
