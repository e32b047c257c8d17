/**
 * The unit and database suites; those in a browser are Playwright's, in tests/e2e. What kills, cuts and starves
 * databases runs at length by the mode `long`: `npm run test:faults`. Of it, a plain run leaves out what needs Docker or
 * a Neo4j to itself, and tries the rest a few times.
 */
import { defineConfig } from "vitest/config";

const atLength = ["tests/faults/neo4j*.test.ts", "tests/compose/**"];

export default defineConfig(({ mode }) => ({
  test: {
    include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
    exclude: ["tests/e2e/**", "node_modules/**", ...(mode === "long" ? [] : atLength)],
    globalSetup: ["tests/support/neo4j.setup.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
}));
