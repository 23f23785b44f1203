// Offline: the second visit needs no network, and a new version comes whole, when somebody wants it.
import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { another, build } from "./builds.mjs";
import { expect, open, test as base, watch } from "./fixtures.mjs";
import { box, button, CASE, expectFragment, expectGolden, JOURNEYS, openWindow, tile, TRANSFERS } from "./page.mjs";
import { DIST, serve } from "./server.mjs";

const FIFTEEN = `${CASE}&in-county-journeys=15`;
const READY = 20_000; // three seconds, and all files

// A host of its own for each test, under an address of its own, which may be given another build or go away.
const test = base.extend({
  site: async ({}, use) => {
    const from = { folder: DIST };
    const made = [];
    const server = await serve(0, from);
    await use({
      ...server,
      show: (folder) => void (from.folder = folder),
      another: async (...how) => {
        made.push(await another(...how));
        return made.at(-1);
      },
    });
    server.close();
    for (const folder of made) await rm(folder, { recursive: true });
  },
  baseURL: async ({ site }, use) => use(site.url),
});
test.use({ serviceWorkers: "allow" });
test.describe.configure({ timeout: 120_000 }); // a visit is not over before all files are kept

const caches = (page) => page.evaluate(async () => (await caches.keys()).map((name) => name.split(" ").at(-1).split(".")[0]));
const mark = (page) => page.evaluate(() => document.querySelector('meta[name="mark"]')?.content);
const offer = (page) => page.getByRole("status").filter({ hasText: "A new version is ready." });

// The page, once it could do without its host.
async function visit(page, link = "") {
  await open(page, link);
  await expect
    .poll(() => page.evaluate(() => Boolean(navigator.serviceWorker.controller)), { timeout: READY })
    .toBe(true);
}

// Has the browser ask for a new version now rather than at the next visit.
const ask = (page) => page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));

async function downloaded(page, press) {
  const [download] = await Promise.all([page.waitForEvent("download"), press.click()]);
  return readFile(await download.path());
}

test("the second visit works with the network gone: screens, windows, a simulation and a workbook", async ({ page, site, problems }) => {
  await visit(page);
  expect(await caches(page)).toEqual([await build(DIST)]);
  site.close();
  await page.reload();
  await expectGolden(page, CASE);
  await box(page, JOURNEYS).fill("15");
  await expectGolden(page, FIFTEEN);

  await open(page, `#${FIFTEEN}&view=panel&title=Fifteen`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Fifteen");
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Fifteen");

  await open(page, `#${CASE}&view=stress`);
  await button(page, "Run the simulation").click();
  const likely = page.getByRole("region", { name: "How likely", exact: true });
  await expect(likely.locator(".simulation-run").getByRole("status")).toContainText("Done.", { timeout: 20_000 });
  await expect(likely.locator(".simulated")).not.toContainText("did not start a background worker");

  await open(page, `#${FIFTEEN}`);
  const files = await openWindow(page, "Files");
  const book = await downloaded(page, files.getByRole("button", { name: /workbook/i }).first());
  expect(book.subarray(0, 2).toString()).toBe("PK");

  // Every screen, and a case that does not come with the program.
  for (const [screen, view] of [["Compare", "compare"], ["Sources and checks", "sources"], ["Report", "report"], ["Edit case", "case"]]) {
    await open(page, `#${CASE}&view=${view}`);
    await expect(page.getByRole("link", { name: screen, exact: true })).toHaveAttribute("aria-current", "page");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
  await open(page, "#case=cambridgeshire-2019&v=1");
  await expect(page.getByRole("button", { name: /^Case: Cambridgeshire/ })).toBeVisible();
  expect(problems.filter((problem) => !problem.includes("ERR_CONNECTION_REFUSED"))).toEqual([]);
  problems.length = 0; // what the browser says of the host that is gone
});

test("a new version is offered and not forced, and takes over with what was typed when somebody presses", async ({ page, site }) => {
  await visit(page);
  const second = await site.another("second");
  site.show(second);
  await box(page, JOURNEYS).fill("15");
  await ask(page);
  await expect(offer(page)).toBeVisible({ timeout: READY });
  expect((await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations.map(({ id }) => id)).toEqual([]);
  // What is being done goes on, and a reload is no consent.
  await box(page, TRANSFERS).fill("5");
  await expectFragment(page, `${FIFTEEN}&ooc-transfers=5`);
  await page.reload();
  await expect(box(page, TRANSFERS)).toHaveValue("5");
  expect(await mark(page)).toBeUndefined();
  await expect(offer(page)).toBeVisible({ timeout: READY });
  await button(offer(page), "Not now").click();
  await expect(offer(page)).toHaveCount(0);
  await page.reload();
  await expect(offer(page)).toBeVisible({ timeout: READY });

  await box(page, TRANSFERS).fill("6");
  await button(offer(page), "Use it").click(); // before the address is written
  // The old worker is let finish what it is at, which on a busy machine takes its time.
  await expect.poll(() => mark(page).catch(() => {}), { timeout: 2 * READY }).toBe("second");
  await expect(box(page, JOURNEYS)).toHaveValue("15");
  await expect(box(page, TRANSFERS)).toHaveValue("6");
  // The old one goes once no page of it is open, and the new one needs no host either.
  await expect.poll(() => caches(page), { timeout: READY }).toEqual([await build(second)]);
  site.close();
  await page.reload();
  await expect(box(page, TRANSFERS)).toHaveValue("6");
  expect(await mark(page)).toBe("second");
});

test("a page that stays with the old version keeps its own files, also once the host has them no more", async ({
  page, context, site, baseURL, problems,
}) => {
  await visit(page);
  const other = await context.newPage();
  await watch(other, problems, baseURL);
  await visit(other, `#${FIFTEEN}`);
  const second = await site.another("second");
  site.show(second);
  await ask(page);
  await button(offer(page), "Use it").click({ timeout: READY });
  await expect.poll(() => mark(page).catch(() => {}), { timeout: READY }).toBe("second");
  await page.waitForTimeout(6000); // longer than it takes to tidy up
  expect((await caches(page)).sort()).toEqual([await build(DIST), await build(second)].sort());

  // Pieces, a worker and a program that the old page has not had yet.
  expect(await mark(other)).toBeUndefined();
  await expectGolden(other, FIFTEEN);
  const files = await openWindow(other, "Files");
  const book = await downloaded(other, files.getByRole("button", { name: /workbook/i }).first());
  expect(book.subarray(0, 2).toString()).toBe("PK");
  await other.close();
  await page.reload();
  await expect.poll(() => caches(page), { timeout: READY }).toEqual([await build(second)]);
});

test("an update that is half copied, or not what was built, is not taken", async ({ page, site }) => {
  await visit(page);
  const second = await site.another("second");
  // The page and the service worker are there, and one program is still the old one or cut short.
  const program = join(second, "api_bg.wasm");
  await writeFile(program, (await readFile(program)).subarray(0, 1000));
  site.show(second);
  const came = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const ended = new Promise((end) => {
      registration.addEventListener("updatefound", () => {
        const { installing } = registration;
        installing.addEventListener("statechange", () => end(installing.state));
      });
    });
    await registration.update();
    return ended;
  });
  expect(came).toBe("redundant");
  await expect(offer(page)).toHaveCount(0);
  site.close();
  await page.reload();
  await expectGolden(page, CASE);
  expect(await mark(page)).toBeUndefined();
});

test("what a host changes without a new build is there at the next visit, and stays without a network", async ({ page, site }) => {
  const folder = await site.another("first", { renamed: false });
  site.show(folder);
  await visit(page);
  await writeFile(join(folder, "config.json"), '{ "name": "Northshire planner", "case": "northshire" }');
  const text = await readFile(join(folder, "cases/cambridgeshire-2019.json"), "utf8");
  await writeFile(join(folder, "cases/northshire.json"), text.replace('"cambridgeshire-2019"', '"northshire"'));
  const brand = page.locator(".brand");
  await page.goto("./");
  await page.reload();
  await expect(brand).toHaveText("Northshire planner");
  await expectFragment(page, "case=northshire&v=1");
  site.close();
  await page.reload();
  await expect(brand).toHaveText("Northshire planner");
  await expect(tile(page, "Net over")).toBeVisible();
});

test("a host can take the service worker out again", async ({ page, site }) => {
  const folder = await site.another("first");
  site.show(folder);
  await visit(page);
  await cp(new URL("../www/offline/none.js", import.meta.url), join(folder, "sw.js"));
  await ask(page);
  await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  expect(await caches(page)).toEqual([]);
});

test("a page without a service worker says when the host has a newer version", async ({ page, site }) => {
  await page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, "connection", { value: { saveData: true } });
  });
  await page.clock.install();
  await open(page, `#${FIFTEEN}`);
  await page.clock.runFor(10_000);
  await page.waitForTimeout(500);
  site.show(await site.another("second"));
  const seen = () => page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await seen(); // too soon after the last time
  await page.clock.runFor(1000);
  await expect(offer(page)).toHaveCount(0);
  await page.clock.runFor(3_600_000);
  await seen();
  await expect.poll(async () => {
    await page.clock.runFor(200);
    return offer(page).count();
  }).toBe(1);
  expect(await page.evaluate(() => navigator.serviceWorker.getRegistrations().then((all) => all.length))).toBe(0);
  await button(offer(page), "Use it").click();
  await expect.poll(() => mark(page).catch(() => {})).toBe("second");
});

test("the browser would install it", async ({ page, context }) => {
  await visit(page);
  const devtools = await context.newCDPSession(page);
  const { installabilityErrors } = await devtools.send("Page.getInstallabilityErrors");
  // Headless windows are private ones, which install nothing.
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== "in-incognito")).toEqual([]);
  const { errors, data } = await devtools.send("Page.getAppManifest");
  expect(errors).toEqual([]);
  const { icons } = JSON.parse(data);
  for (const { src, sizes, type } of icons) {
    const bytes = await readFile(join(DIST, src));
    if (type === "image/png") expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`, src).toBe(sizes);
  }
  expect(icons.map(({ purpose }) => purpose)).toContain("maskable");
});
