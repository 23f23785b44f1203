// Lighthouse on the built app, served compressed and with its policy as a header, as docs/hosting.md has it:
//   node e2e/lighthouse.mjs, with dist/ built
// Performance, accessibility and best practices must all be 100. What takes a point off is printed.
import { launch } from "chrome-launcher";
import lighthouse, { desktopConfig } from "lighthouse";
import { launchOptions } from "./browser.mjs";
import { DIST, serve } from "./server.mjs";

const WANTED = ["performance", "accessibility", "best-practices"];
const PAGES = { Explore: "", "Panel view": "#case=hertfordshire-2018&v=1&in-county-journeys=15&view=panel" };
const DEVICES = { phone: undefined, desktop: desktopConfig };
// A machine that is busy for a moment is no fault of the page: the best of so many runs counts for performance.
const TRIES = 3;

const server = await serve(0, { folder: DIST, compressed: true });
// So that the first run does not wait for the packing.
await fetch(server.url);
const browser = await launch({
  chromePath: launchOptions.executablePath,
  chromeFlags: ["--headless=new", "--no-sandbox", ...launchOptions.args],
  logLevel: "error",
});
const rows = [];
for (const [page, link] of Object.entries(PAGES)) {
  for (const [device, config] of Object.entries(DEVICES)) rows.push(await best(page, link, device, config));
}
browser.kill();
server.close();
console.table(rows.map(({ lost, ...row }) => row));
for (const { page, device, lost } of rows) for (const line of lost) console.log(`${page}, ${device}: ${line}`);
process.exitCode = rows.every((row) => WANTED.every((category) => row[category] === 100)) ? 0 : 1;

async function best(page, link, device, config) {
  let found;
  for (let tries = 0; tries < TRIES && !(found && WANTED.every((category) => found[category] === 100)); tries += 1) {
    const run = await measured(page, link, device, config);
    if (!found || run.performance > found.performance) found = run;
  }
  return found;
}

async function measured(page, link, device, config) {
  const options = { port: browser.port, onlyCategories: WANTED, logLevel: "error", output: "json" };
  const { lhr } = await lighthouse(`${server.url}${link}`, options, config);
  if (lhr.runtimeError) throw new Error(`${page}, ${device}: ${lhr.runtimeError.message}`);
  const score = (category) => Math.round(lhr.categories[category].score * 100);
  const time = (audit) => Math.round(lhr.audits[audit].numericValue);
  return {
    page,
    device,
    ...Object.fromEntries(WANTED.map((category) => [category, score(category)])),
    "first paint, ms": time("first-contentful-paint"),
    "largest paint, ms": time("largest-contentful-paint"),
    "blocking, ms": time("total-blocking-time"),
    "interactive, ms": time("interactive"),
    "sent, bytes": time("total-byte-weight"),
    lost: WANTED.flatMap((category) =>
      lhr.categories[category].auditRefs
        .filter(({ id, weight }) => weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 1)
        .map(({ id }) => `${category}, ${lhr.audits[id].title}: ${lhr.audits[id].displayValue ?? lhr.audits[id].score}`),
    ),
  };
}
