import { defineConfig } from "@playwright/test";
import { launchOptions } from "./browser.mjs";
import { BASE, PORT } from "./server.mjs";

const url = `http://127.0.0.1:${PORT}${BASE}`;

export default defineConfig({
  testDir: ".",
  outputDir: "../artifacts/e2e",
  fullyParallel: true,
  workers: 2, // as many as CI has cores
  forbidOnly: Boolean(process.env.CI),
  retries: 0, // a test that passes the second time has found something
  timeout: 30_000,
  reporter: [["list"]],
  use: {
    browserName: "chromium",
    baseURL: url,
    launchOptions,
    serviceWorkers: "block", // offline.spec.mjs alone lets one in: each test is a first visit
    locale: "en-GB",
    timezoneId: "Europe/London",
    viewport: { width: 1440, height: 900 },
    screenshot: "only-on-failure",
    trace: process.env.TRACE ? "retain-on-failure" : "off", // recording takes a third of the time
  },
  projects: [
    { name: "chromium", testIgnore: "answers.spec.mjs" },
    // What takes times has the machine for itself, once all else has passed.
    { name: "alone", testMatch: "answers.spec.mjs", dependencies: ["chromium"], fullyParallel: false },
  ],
  webServer: { command: "node server.mjs", url, reuseExistingServer: false, timeout: 10_000 },
});
