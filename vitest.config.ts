/**
 * The unit and database suites; those in a browser are Playwright's, in tests/e2e. What cuts off a Neo4j, or needs
 * Docker, is left to the mode `servers`, a step of its own in tests/run.ts. The mode `all` has every file; so has
 * `long`, which kills, cuts and starves databases at length: `npm run test:faults`.
 */
import { defineConfig } from "vitest/config";

const servers = ["tests/faults/neo4j*.test.ts", "tests/compose/**/*.test.ts"];

export default defineConfig(({ mode }) => ({
  test: {
    include: mode === "servers" ? servers : ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
    exclude: ["tests/e2e/**", "node_modules/**", ...(mode === "test" ? servers : [])],
    globalSetup: ["tests/support/neo4j.setup.ts"],
    setupFiles: ["tests/support/strings.setup.ts", "tests/support/temporary-folder.setup.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
}));
