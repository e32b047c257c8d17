/** The unit and database suites; those in a browser are Playwright's, in tests/e2e. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
    exclude: ["tests/e2e/**", "node_modules/**"],
    globalSetup: ["tests/support/neo4j.setup.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
