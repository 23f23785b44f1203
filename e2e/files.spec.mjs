// The window Files: what is taken away says what the page says, and what is brought back becomes it again.
import { readFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import { table, unzip } from "./archive.mjs";
import { expect, open, test } from "./fixtures.mjs";
import { tabTo } from "./keys.mjs";
import { button, CASE, DELAY, box, dialog, drop, expectGolden, golden, JOURNEYS, openWindow, results } from "./page.mjs";

const CHANGED = `${CASE}&in-county-journeys=15&benefit-delay=6`;
const LINK = `#${CHANGED}&title=Half%20a%20year%3A%20late%2F%3F`;
const STEM = "hertfordshire-2018-half-a-year-late";
const TABLES = /^▸?\s*Tables as CSV/;
const PICTURES = /^▸?\s*Pictures as SVG/;

const files = async (page, link = LINK) => {
  await open(page, link);
  const window = await openWindow(page, "Files");
  await expect(window.getByRole("heading", { name: "Take away" })).toBeVisible();
  return window;
};
const found = (page) => dialog(page, "Files").getByRole("region", { name: /: / });
const named = (window, name) => window.getByRole("button", { name, exact: true });

// Presses a button of the window and gives what was saved.
async function taken(page, name) {
  const [download] = await Promise.all([page.waitForEvent("download"), named(dialog(page, "Files"), name).click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

// Gives the window a file as a person chooses it.
const choose = (page, name, content) =>
  page.getByLabel("File", { exact: true }).setInputFiles({ name, mimeType: "", buffer: Buffer.from(content) });

test("a workbook is made, with a name that tells what it is of", async ({ page }) => {
  await files(page);
  const { name, bytes } = await taken(page, "Workbook, .xlsx");
  expect(name).toBe(`${STEM}.xlsx`);
  const parts = unzip(bytes);
  expect(Object.keys(parts)).toContain("xl/workbook.xml");
  expect(String(parts["[Content_Types].xml"])).not.toContain("macro");
  await expect(dialog(page, "Files").getByText(`${STEM}.xlsx was given to the browser to save.`)).toBeVisible();
});

test("the scenario file opens again, in one step that is undone in one", async ({ page }) => {
  const window = await files(page);
  const { name, bytes } = await taken(page, "Scenario file, .json");
  expect(name).toBe(`${STEM}.json`);
  const scenario = JSON.parse(bytes);
  expect(scenario.format).toBe("send-modeller/scenario");
  expect(scenario.title).toBe("Half a year: late/?");
  expect(scenario.receipt.net).toBe(golden(CHANGED).totals.net);
  await button(window, "Close").click();
  await button(page, "Reset all").click();
  await expectGolden(page, CASE);

  await openWindow(page, "Files");
  await choose(page, "whatever.bin", bytes);
  await expect(found(page)).toContainText("whatever.bin: 2 assumptions change");
  await expect(found(page)).toContainText("Half a year: late/?");
  await expect(found(page).getByRole("listitem")).toHaveText([
    `${JOURNEYS}: 10% to 15%`,
    `${DELAY}: 0 months to 6 months`,
  ]);
  await expect(found(page).getByRole("heading", { level: 4 })).toBeFocused();
  await button(found(page), "Open it").click();
  await expect(window.getByText("2 assumptions changed.", { exact: true })).toBeVisible();
  await button(window, "Look at the results").click();
  await expect(box(page, DELAY)).toHaveValue("6");
  await expect(page.getByText("Half a year: late/?").first()).toBeVisible();
  await button(page, "Undo").click();
  await expectGolden(page, CASE);
});

test("a workbook opens again as the scenario it was made of", async ({ page }) => {
  await files(page);
  const { bytes } = await taken(page, "Workbook, .xlsx");
  await page.goto("about:blank");
  await files(page, "");
  await choose(page, "a.xlsx", bytes);
  await expect(found(page)).toContainText("a.xlsx: 2 assumptions change");
  await button(found(page), "Open it").click();
  await button(dialog(page, "Files"), "Look at the results").click();
  await expect(box(page, JOURNEYS)).toHaveValue("15");
});

test("tables are read by other programs, and say what they are of", async ({ page }) => {
  const window = await files(page);
  await window.getByRole("button", { name: TABLES }).click();
  const told = golden(CHANGED);
  const ledger = await taken(page, "Ledger: every line by year, .csv");
  expect(ledger.name).toBe(`${STEM}-ledger.csv`);
  const rows = table(ledger.bytes);
  const sum = (year, column) =>
    rows.filter((row) => row.Year === year).reduce((total, row) => total + Number(row[column]), 0);
  told.years.forEach((year, place) => expect(sum(year, "Scenario"), year).toBe(told.net[place]));
  expect(sum("2022/23", "Published")).toBe(golden(CASE).net[4]);

  const beside = await taken(page, "Ledger: every line by year, description");
  expect(beside.name).toBe(`${STEM}-ledger.csv-metadata.json`);
  const about = JSON.parse(beside.bytes);
  expect(about.url).toBe(ledger.name);
  expect(about["schema:url"]).toContain(CHANGED);
  expect(about["dc:issued"]).toBe(new Date().toLocaleDateString("sv-SE", { timeZone: "Europe/London" }));
  expect(about.tableSchema.columns.map(({ titles }) => titles)).toEqual(Object.keys(rows[0]));

  // Opened again, the assumptions are the scenario.
  const assumptions = await taken(page, "Assumptions, .csv");
  await button(window, "Close").click();
  await button(page, "Reset all").click();
  await openWindow(page, "Files");
  await choose(page, assumptions.name, assumptions.bytes);
  await expect(found(page)).toContainText("2 assumptions change");
  await button(found(page), "Use these values").click();
  await button(dialog(page, "Files"), "Look at the results").click();
  await expect(box(page, DELAY)).toHaveValue("6");
});

test("pictures are files that stand by themselves", async ({ page }) => {
  const window = await files(page);
  await window.getByRole("button", { name: PICTURES }).click();
  const svg = await taken(page, "Investment, savings and avoidance by year, £m, .svg");
  expect(svg.name).toBe(`${STEM}-investment-and-benefits.svg`);
  const text = String(svg.bytes);
  expect(text).toContain("Half a year: late/?: 2 of ");
  // In a page without the app's policy, under which no text becomes a document.
  const reader = await page.context().newPage();
  const shape = await reader.evaluate((text) => {
    const { documentElement: root } = new DOMParser().parseFromString(text, "image/svg+xml");
    const [width, height] = ["width", "height"].map((name) => Number(root.getAttribute(name)));
    return { name: root.localName, errors: root.querySelectorAll("parsererror").length, width, height };
  }, text);
  await reader.close();
  expect(shape).toMatchObject({ name: "svg", errors: 0, width: 720 });
  const png = await taken(page, "Investment, savings and avoidance by year, £m, .png");
  expect(png.name).toBe(`${STEM}-investment-and-benefits.png`);
  expect(png.bytes.subarray(1, 4).toString()).toBe("PNG");
  expect([png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)]).toEqual([1440, shape.height * 2]);
  expect(png.bytes.length).toBeGreaterThan(20_000);
});

test("everything is one archive, the simulation with it once one was run", async ({ page }) => {
  await open(page, `${LINK}&view=stress&stress=draws_1000,run`);
  await expect(page.getByText("Done.")).toBeVisible({ timeout: 20_000 });
  await openWindow(page, "Files");
  const { name, bytes } = await taken(page, "Everything, .zip");
  expect(name).toBe(`${STEM}.zip`);
  const all = unzip(bytes);
  const names = Object.keys(all);
  for (const one of [
    `${STEM}.xlsx`, `${STEM}.json`, "contents.txt", `tables/${STEM}-ledger.csv`,
    `tables/${STEM}-ledger.csv-metadata.json`, `tables/${STEM}-simulation-percentiles.csv`,
    `pictures/${STEM}-tornado.svg`, `pictures/${STEM}-tornado.png`, `pictures/${STEM}-simulation-payback.svg`,
  ]) {
    expect(names).toContain(one);
  }
  const contents = String(all["contents.txt"]);
  for (const one of names.filter((one) => one !== "contents.txt")) expect(contents).toContain(`${one}: `);
  expect(contents).toContain(CHANGED);
  expect(table(all[`tables/${STEM}-simulation-percentiles.csv`])).toHaveLength(12);
  expect(Object.keys(unzip(all[`${STEM}.xlsx`]))).toContain("xl/workbook.xml");
});

test("pasted columns change what they name, and the rest is told", async ({ page }) => {
  const window = await files(page);
  await window.getByLabel("Or paste two columns from a spreadsheet").fill(
    "Discount rate\t4%\nbenefit-delay\t£9\nin-county-cost\t£12,500,000\nnonsense\t3\n",
  );
  await button(window, "Read").click();
  await expect(found(page)).toContainText("What was pasted: 3 assumptions change, 1 point to look at");
  await expect(found(page)).toContainText("“nonsense” is no assumption".replaceAll(/[“”]/g, '"'));
  await button(found(page), "Leave it").click();
  await expect(found(page)).toHaveCount(0);
  await button(window, "Read").click();
  await button(found(page), "Use these values").click();
  await expect(window.getByText("3 assumptions changed.", { exact: true })).toBeVisible();
  await button(window, "Undo").click();
  await button(window, "Close").click();
  await expect(box(page, DELAY)).toHaveValue("6");
  await expect(box(page, JOURNEYS)).toHaveValue("15");
});

test("a file dropped anywhere is read and takes nobody’s work away", async ({ page }) => {
  await open(page, LINK);
  expect(await drop(page, ["late.csv", "benefit-delay,12\n"])).toBe(true);
  await expect(found(page)).toContainText("late.csv: 1 assumption changes");
  await expect(results(page)).toContainText("Net over five years");
  // Another takes its place.
  expect(await drop(page, ["later.csv", "benefit-delay,13\n"])).toBe(true);
  await expect(found(page)).toContainText("later.csv: 1 assumption changes");
  await button(found(page), "Use these values").click();
  await button(dialog(page, "Files"), "Look at the results").click();
  await expect(box(page, DELAY)).toHaveValue("13");
  await expect(box(page, JOURNEYS)).toHaveValue("15");
  // On the panel page, which has no bar, as well; and over another window.
  await open(page, `${LINK}&view=panel`);
  await expect(page.getByRole("main")).toBeVisible();
  expect(await drop(page, ["late.csv", "benefit-delay,12\n"])).toBe(true);
  await expect(found(page)).toContainText("late.csv");
  await page.keyboard.press("Escape");
  await open(page, LINK);
  await openWindow(page, "Share");
  expect(await drop(page, ["late.csv", "benefit-delay,12\n"])).toBe(true);
  await expect(found(page)).toContainText("late.csv");
  await expect(dialog(page, "Share")).toHaveCount(0);
});

test("what cannot be opened says why and changes nothing", async ({ page }) => {
  await files(page);
  const refusals = [
    ["a.pdf", "%PDF-1.7 …", "This is a PDF"],
    ["old.xls", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), "save it as .xlsx"],
    ["a.png", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]), "neither a workbook nor text"],
    ["empty.csv", "", "The file is empty"],
    ["other.json", '{"format":"send-modeller/scenario","version":1,"case":"kent-2030"}', "kent-2030"],
    ["half.json", '{"format":', "cannot be read as a scenario file"],
  ];
  for (const [name, content, why] of refusals) {
    await choose(page, name, content);
    await expect(found(page)).toContainText(`${name}: not opened`);
    await expect(found(page)).toContainText(why);
  }
  await choose(page, "broken.xlsx", "PK\u0003\u0004 and nothing that belongs there");
  await expect(found(page)).toContainText("broken.xlsx: nothing in it could be used");
  await expect(found(page)).toContainText("Nothing was read");
  await choose(page, "letter.txt", "Dear councillor,\nplease find enclosed\n");
  await expect(found(page)).toContainText("letter.txt: nothing in it could be used");
  await expect(button(found(page), "Use these values")).toHaveCount(0);
  await drop(page, ["large.xlsx", "", 50_000_001]);
  await expect(found(page)).toContainText("has 50 MB and was not read");
  await drop(page, ["one.csv", "a"], ["two.csv", "b"]);
  await expect(found(page)).toContainText("Open one at a time");
  await button(dialog(page, "Files"), "Close").click();
  await expect(box(page, DELAY)).toHaveValue("6");
});

// A worker that is there and says nothing more, as one does that is lost in a file.
const silent = (page) =>
  page.route(/book-worker-/, (route) =>
    route.fulfill({
      contentType: "text/javascript",
      body: "onmessage = () => console.log('asked'); postMessage({ ready: true, model: '1.0' })",
    }),
  );

test("a file that takes too long is given up", async ({ page }) => {
  await silent(page);
  await page.clock.install();
  await files(page);
  const asked = page.waitForEvent("console", (message) => message.text() === "asked");
  await choose(page, "bomb.xlsx", "PK\u0003\u0004");
  await asked;
  await expect(dialog(page, "Files").getByText("Reading bomb.xlsx…")).toBeVisible();
  await page.clock.runFor(19_000);
  await expect(dialog(page, "Files").getByText("Reading bomb.xlsx…")).toBeVisible();
  await page.clock.runFor(2_000);
  await expect(found(page)).toContainText("took more than 20 seconds and was stopped");
});

test("what is being made can be cancelled, and is ended with the window", async ({ page }) => {
  await silent(page);
  let saved = 0;
  page.on("download", () => (saved += 1));
  const window = await files(page);
  await named(window, "Workbook, .xlsx").click();
  await expect(window.getByText("Making the workbook…")).toBeVisible();
  const workers = () => page.workers().length;
  await expect.poll(workers).toBe(1);
  await button(window, "Cancel").click();
  await expect(window.getByText("Making the workbook…")).toHaveCount(0);
  await expect(window.getByRole("heading", { name: "Take away" })).toBeFocused();
  await expect.poll(workers).toBe(0);
  await named(window, "Everything, .zip").click();
  await expect.poll(workers).toBe(1);
  await button(window, "Close").click();
  await expect.poll(workers).toBe(0);
  expect(saved).toBe(0);
});

test("a worker that cannot be had is said, and tried again", async ({ page, problems }) => {
  await page.route(/book-worker-/, (route) => route.abort());
  const window = await files(page);
  await named(window, "Workbook, .xlsx").click();
  await expect(window.getByRole("alert")).toContainText("The workbook could not be made. A part of the app could not");
  await page.unroute(/book-worker-/);
  const [download] = await Promise.all([page.waitForEvent("download"), button(window, "Try again").click()]);
  expect(download.suggestedFilename()).toBe(`${STEM}.xlsx`);
  problems.length = 0; // of the worker that was not to be had
});

test("all of it goes with the keyboard alone", async ({ page }) => {
  await open(page, LINK);
  await tabTo(page, "Files");
  await page.keyboard.press("Enter");
  await expect(dialog(page, "Files").getByRole("heading", { name: "Take away" })).toBeVisible();
  await tabTo(page, "Scenario file, .json");
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  expect(download.suggestedFilename()).toBe(`${STEM}.json`);
  await tabTo(page, "Or paste two columns from a spreadsheet");
  await page.keyboard.type("benefit-delay,12");
  await page.keyboard.press("Control+z"); // the box's own
  await page.keyboard.press("Control+y");
  await tabTo(page, "Read");
  await page.keyboard.press("Enter");
  await expect(found(page).getByRole("heading", { level: 4 })).toBeFocused();
  await tabTo(page, "Use these values");
  await page.keyboard.press("Enter");
  await tabTo(page, "Undo");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect(dialog(page, "Files")).toHaveCount(0);
  await expect(button(page, "Files")).toBeFocused();
  await expect(box(page, DELAY)).toHaveValue("6");
});

for (const scheme of ["light", "dark"]) {
  test(`axe finds nothing, ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    const window = await files(page);
    await window.getByRole("button", { name: TABLES }).click();
    await window.getByRole("button", { name: PICTURES }).click();
    await window.getByLabel("Or paste two columns from a spreadsheet").fill("Discount rate\t4%\nnonsense\t3\n");
    await button(window, "Read").click();
    await expect(found(page)).toBeVisible();
    for (const width of [1440, 820, 390]) {
      await page.setViewportSize({ width, height: 844 });
      // What stands behind the window is out of reach, and tested where it is not.
      const { violations } = await new AxeBuilder({ page }).include("dialog").analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      const sideways = await window.evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth);
      expect(sideways, `at ${width}`).toBeLessThanOrEqual(0);
    }
  });
}
