/** End-to-end tests: the built explorer from our own server, in Chromium. */
import { defineConfig } from "@playwright/test";
import { findChromium } from "./tests/support/chromium.ts";
import { temporaryFolder } from "./tests/support/temporary-folder.ts";

const port = process.env["E2E_PORT"] ?? String(20_000 + (process.pid % 20_000));
// Workers read this file again and must find the same port, and the same folder.
process.env["E2E_PORT"] = port;
const dataFolder = (process.env["E2E_DATA_FOLDER"] ??= temporaryFolder("e2e"));
const address = `http://127.0.0.1:${port}`;
const chromium = findChromium();

export default defineConfig({
  testDir: "tests/e2e",
  testMatch: "*.e2e.ts",
  outputDir: "test-results",
  timeout: 90_000,
  // Software rendering is slow, and slower still two at a time.
  expect: { timeout: 20_000 },
  workers: 1,
  // Software rendering on a busy machine: a second try is reported as flaky.
  retries: process.env["CI"] === "true" ? 1 : 0,
  forbidOnly: process.env["CI"] === "true",
  use: {
    baseURL: address,
    browserName: "chromium",
    locale: "en-GB",
    colorScheme: "light",
    viewport: { width: 1440, height: 900 },
    launchOptions: {
      ...(chromium === undefined ? {} : { executablePath: chromium }),
      args: ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"],
    },
    trace: "retain-on-failure",
  },
  webServer: {
    command: "node --import tsx command/serve.ts",
    url: `${address}/api/ready`,
    timeout: 120_000,
    env: { PORT: port, DATA_FOLDER: dataFolder },
  },
});
