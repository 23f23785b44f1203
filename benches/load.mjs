// How long the app takes to be there, in headless Chromium on the optimised build, served compressed: a first visit and
// a second one that finds everything kept by the service worker, at full speed and at a quarter of it:
//   make bench, or node benches/load.mjs [visits] with dist/ built
// Prints a table, then one line of JSON for docs/performance.md. Fails when a second visit asks for more than it may.
import { chromium } from "playwright-core";
import { launchOptions } from "../e2e/browser.mjs";
import { DIST, serve } from "../e2e/server.mjs";

const VISITS = Number(process.argv[2] ?? 9);
const PAGES = { Explore: "", "Panel view": "#case=hertfordshire-2018&v=1&view=panel" };
// What a second visit still asks for: the worker's own script, to hear of a new version, and what a host may change.
const WARM_BYTES = 20_000;

const server = await serve(0, { folder: DIST, compressed: true });
await fetch(server.url); // nothing waits for the packing
const browser = await chromium.launch(launchOptions);
const rows = [];
for (const [page, link] of Object.entries(PAGES)) {
  for (const throttle of [1, 4]) {
    const visits = { cold: [], warm: [] };
    for (let visit = 0; visit < VISITS; visit += 1) {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
      visits.cold.push(await load(context, link, throttle));
      await kept(context);
      visits.warm.push(await load(context, link, throttle));
      await context.close();
    }
    for (const [visit, times] of Object.entries(visits)) rows.push(row(page, throttle, visit, times));
  }
}
const version = browser.version();
await browser.close();
server.close();
console.table(rows);
console.log(JSON.stringify({ visits: VISITS, chromium: version, rows }));
process.exitCode = rows.every((found) => found.visit === "cold" || found.bytes < WARM_BYTES) ? 0 : 1;

// One visit: when something is painted, when the app answers, and how many bytes came over the line.
async function load(context, link, throttle) {
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send("Network.enable");
  let bytes = 0;
  const fromWorker = new Set();
  cdp.on("Network.responseReceived", ({ requestId, response }) => response.fromServiceWorker && fromWorker.add(requestId));
  cdp.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (!fromWorker.has(requestId)) bytes += encodedDataLength;
  });
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: throttle });
  await page.addInitScript(() => {
    new MutationObserver((_, watch) => {
      if (!document.querySelector(".sentence")) return;
      watch.disconnect();
      // After the frame that shows it, when nothing else is waiting.
      requestAnimationFrame(() => setTimeout(() => (window.ready = performance.now())));
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(`${server.url}${link}`);
  await page.waitForFunction(() => window.ready);
  const times = await page.evaluate(() => ({
    painted: performance.getEntriesByName("first-contentful-paint")[0].startTime,
    ready: window.ready,
  }));
  // Without what comes later on purpose.
  const found = { ...times, bytes };
  await page.close();
  return found;
}

// Waits until a visit in this context left everything behind.
async function kept(context) {
  const page = await context.newPage();
  await page.goto(server.url);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.close();
}

function row(page, throttle, visit, times) {
  const median = (of) => times.map((time) => time[of]).sort((a, b) => a - b)[Math.floor(times.length / 2)];
  return {
    page,
    throttle: `${throttle}x`,
    visit,
    "first paint, ms": Math.round(median("painted")),
    "answers, ms": Math.round(median("ready")),
    bytes: median("bytes"),
  };
}
