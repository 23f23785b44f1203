// The app in one file, opened as from a file share: no server, no network, and all that the served page does.
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { table as records, unzip } from "./archive.mjs";
import { expect, open, test as base } from "./fixtures.mjs";
import {
  box, button, CASE, DELAY, dialog, everyFigure, expectFragment, expectGolden, golden, JOURNEYS, openWindow, table,
} from "./page.mjs";
import { paper, printed } from "./pdf.mjs";
import { BASE, PORT } from "./server.mjs";

const FILE = new URL("../dist-single/send-modeller.html", import.meta.url);
const SERVED = `http://127.0.0.1:${PORT}${BASE}`;
const CHANGED = `${CASE}&in-county-journeys=15&benefit-delay=6`;
const DRAWS = `&view=stress&stress=draws_20000,seed_7,triangular,run`;

// The file without a network; `served` is the page as it is served, in a browser of its own.
const test = base.extend({
  baseURL: FILE.href,
  offline: true,
  served: async ({ browser }, use) => {
    const context = await browser.newContext({ offline: false });
    await use(await context.newPage());
    await context.close();
  },
});

const file = (page, fragment = "") => open(page, `${FILE.href}${fragment && "#"}${fragment}`);

async function downloaded(page, press) {
  const [download] = await Promise.all([page.waitForEvent("download"), press.click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test("has no service worker and no manifest, since it needs neither", async () => {
  const text = await readFile(FILE, "utf8");
  for (const word of ["serviceWorker", "manifest", "sw.js"]) expect(text.includes(word), word).toBe(false);
});

test("opens with the published figures, of the same case and model as the served page", async ({ page, served }) => {
  await file(page);
  await expectGolden(page, CASE);
  await open(served, SERVED);
  expect(await everyFigure(page)).toEqual(await everyFigure(served));
  const foot = (page) => page.locator(".foot-note").innerText();
  expect(await foot(page)).toBe(await foot(served));
  // Of the copy; those above it are of privacy.
  const facts = (page) => page.locator("dl.facts").last().innerText();
  for (const [shown, link] of [[page, FILE.href], [served, SERVED]]) await open(shown, `${link}#${CASE}&view=sources`);
  expect(await facts(page)).toBe(await facts(served));
});

test("a link's fragment gives the figures it gives on the served page, a change follows, and a reload keeps it", async ({
  page, served,
}) => {
  await file(page, CHANGED);
  await open(served, `${SERVED}#${CHANGED}`);
  expect(await everyFigure(page)).toEqual(await everyFigure(served));
  await box(page, JOURNEYS).fill("10");
  await box(page, DELAY).fill("0");
  await expectGolden(page, CASE);
  await box(page, JOURNEYS).fill("15");
  const fifteen = `${CASE}&in-county-journeys=15`;
  await expectGolden(page, fifteen);
  await expectFragment(page, fifteen);
  const scenarios = await openWindow(page, "Scenarios");
  await scenarios.getByRole("textbox", { name: "Name" }).fill("Mine");
  await button(scenarios, "Save").click();
  await page.reload();
  await expectGolden(page, fifteen);
  await openWindow(page, "Scenarios");
  const kept = scenarios.getByRole("region", { name: "Saved scenarios" });
  await expect(kept.locator(".kept-name")).toHaveText(["Mine"]);
  await page.keyboard.press("Escape");
  await page.goBack();
  // How far back depends on where the typing paused, but it is not where one was.
  const typed = () => Promise.all([JOURNEYS, DELAY].map((name) => box(page, name).inputValue()));
  await expect.poll(typed).not.toEqual(["15", "0"]);
});

test("simulates in a worker, with the figures of the served page", async ({ page, served }) => {
  const spread = async (page) => {
    const section = page.getByRole("region", { name: "How likely", exact: true });
    await expect(section.locator(".simulation-run").getByRole("status")).toContainText("Done.", { timeout: 20_000 });
    await expect(section).not.toContainText("did not start a background worker");
    return table(page, /^How the draws spread/).locator("tbody tr").allInnerTexts();
  };
  await file(page, `${CHANGED}${DRAWS}`);
  await open(served, `${SERVED}#${CHANGED}${DRAWS}`);
  const figures = await spread(page);
  expect(figures.length).toBeGreaterThan(5);
  expect(figures).toEqual(await spread(served));
  expect(page.workers()).toHaveLength(1);
});

test("tables and workbooks are taken away, and a workbook comes back", async ({ page }) => {
  await file(page, CHANGED);
  const ledger = await downloaded(page, button(page, "Download CSV of Ledger"));
  expect(ledger.name).toMatch(/ledger\.csv$/i);
  const net = records(ledger.bytes).find((row) => row.Line === "Net");
  expect(Number(net["All years"])).toBe(golden(CHANGED).totals.net);

  const window = await openWindow(page, "Files");
  const book = await downloaded(page, button(window, "Workbook, .xlsx"));
  const words = String(unzip(book.bytes)["xl/sharedStrings.xml"]);
  expect(words).toContain("#case=hertfordshire-2018");
  expect(words).not.toContain("file:"); // nobody else's business where the copy lies
  await file(page);
  await openWindow(page, "Files");
  await page.getByLabel("File", { exact: true }).setInputFiles({ name: "a.xlsx", mimeType: "", buffer: book.bytes });
  await button(dialog(page, "Files"), "Open it").click();
  await button(dialog(page, "Files"), "Look at the results").click();
  await expectGolden(page, CHANGED);
});

test("what is sent has no address of this device, and opens where it is pasted", async ({ page }) => {
  await file(page, CHANGED);
  const share = await openWindow(page, "Share");
  const link = await share.getByRole("textbox", { name: "Link", exact: true }).inputValue();
  expect(link).toMatch(/^#case=/);
  await expect(share).toContainText("This copy of the app is a file and has no address of its own");
  await expect(share).toContainText("There is no QR code");
  await expect(share.locator("svg")).toHaveCount(0);
  await file(page);
  const window = await openWindow(page, "Files");
  await window.getByRole("textbox").first().fill(link);
  await button(window, "Read").click();
  await button(window, "Open it").click();
  await button(window, "Look at the results").click();
  await expectGolden(page, CHANGED);
});

test("the panel view prints on one page, as it does when served", async ({ page, served }) => {
  const fragment = `${CHANGED}&view=panel`;
  await file(page, fragment);
  await open(served, `${SERVED}#${fragment}`);
  const [own, theirs] = [await printed(page), await printed(served)];
  expect(own).toHaveLength(1);
  expect(own[0].text.replaceAll("#case", `${SERVED}#case`)).toBe(theirs[0].text);
  expect(paper(own[0])).toBe(paper(theirs[0]));
});

test("a copy that was cut short says so and shows the published figures", async ({ page, problems }, testInfo) => {
  const whole = await readFile(fileURLToPath(FILE), "utf8");
  const cut = testInfo.outputPath("cut.html");
  await writeFile(cut, whole.slice(0, -400_000));
  await page.goto(`file://${cut}`);
  await expect(page.getByRole("alert")).toContainText("damaged or was cut short");
  await expect(page.locator("#published")).toBeVisible();
  problems.length = 0; // the cut file is not the file that was watched, and why it does not run is logged
});

test("without WebAssembly the published figures stay", async ({ page, problems }) => {
  await page.addInitScript(() => delete window.WebAssembly);
  await page.goto(FILE.href);
  await expect(page.getByRole("alert")).toContainText("WebAssembly missing or turned off");
  await expect(page.locator("#published")).toBeVisible();
  problems.length = 0; // why is logged
});
