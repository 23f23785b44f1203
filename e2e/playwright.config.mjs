import { defineConfig } from "@playwright/test";
import { firefox, shell } from "./browser.mjs";
import { BASE, PORT } from "./server.mjs";

const JOURNEYS = /(explore|officer|panel|keyboard|sizes)\.spec\.mjs/;
const chromium = { browserName: "chromium", launchOptions: shell };
const url = `http://127.0.0.1:${PORT}${BASE}`;

export default defineConfig({
  testDir: ".",
  outputDir: "../artifacts/e2e",
  fullyParallel: true,
  workers: 2, // as many as CI has cores
  forbidOnly: Boolean(process.env.CI),
  retries: 0, // a test that passes the second time has found something
  timeout: 30_000,
  expect: { timeout: 10_000 }, // a machine that is busy is no fault of the page
  reporter: [["list"]],
  use: {
    baseURL: url,
    serviceWorkers: "block", // offline.spec.mjs alone lets one in: each test is a first visit
    locale: "en-GB",
    timezoneId: "Europe/London",
    viewport: { width: 1440, height: 900 },
    screenshot: "only-on-failure",
    trace: process.env.TRACE ? "retain-on-failure" : "off", // recording takes a third of the time
  },
  projects: [
    { name: "chromium", testIgnore: "answers.spec.mjs", use: chromium },
    // What takes times has the machine for itself, once all else has passed.
    {
      name: "alone", testMatch: "answers.spec.mjs", dependencies: ["chromium", "firefox"], fullyParallel: false, use: chromium,
    },
    // The journeys. What else there is leans on what only Chromium lets a script do: printing to PDF, a clock, a network
    // that fails.
    { name: "firefox", testMatch: JOURNEYS, grepInvert: /@chromium/, use: firefox },
  ],
  webServer: { command: "node server.mjs", url, reuseExistingServer: false, timeout: 10_000 },
});
