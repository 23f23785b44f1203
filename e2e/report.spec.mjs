// The officer's report: on the screen, and printed to PDF and read back.
import { expect, open, test } from "./fixtures.mjs";
import { focused, tabTo } from "./keys.mjs";
import { box, button, CASE, DELAY, golden, JOURNEYS, pounds, table } from "./page.mjs";
import { amounts, misplaced, paper, printed } from "./pdf.mjs";
import { sent } from "./sent.mjs";

const MANY = [
  CASE, "in-county-journeys=7.5", "ehcp-growth=23.5", "benefit-delay=5", "programme-delay=7", "investment-overrun=12.5",
  "posts-kept=33.3", "benefit-delivery=80", "ooc-school-dsg-share=33.3", "direct-payments=4",
  "posts-support-officer=1.5", "discount-rate=5",
].join("&");
const TITLE = 'Late, "less" and dearer: what the director asked for on Tuesday \\ and on Friday';
const NOTE = "Before Thursday:\nwhat if most of it goes wrong at once, and some of it twice? ".repeat(8).slice(0, 500);

const REPORT = "Print or save as PDF";
const link = (scenario, more = "") => `#${scenario}&view=report${more}`;
const words = { title: TITLE, note: NOTE };
const manyWithWords = sent({ scenario: MANY, ...words }).replace("view=panel", "view=report");

const SECTIONS = [
  "Assumptions changed", "Year by year", "The ledger", "Who pays and who gains", "Appraisal", "Pressures in the plan",
  "Which assumptions matter most", "How far each may move", "What has gone wrong elsewhere", "How likely",
  "Sources and checks", "To open this scenario",
];

const heading = (page, name) => page.getByRole("heading", { level: 2, name: new RegExp(`^\\d+\\. ${name}$`) });
const section = (page, name) => page.getByRole("region", { name: new RegExp(`^\\d+\\. ${name}$`) });

// The report, once the tests that follow the first paint are there.
async function openReport(page, address) {
  await open(page, address);
  await expect(button(page, REPORT)).toBeVisible();
  await expect(page.getByText("Working this out…")).toHaveCount(0);
}

// Every word of the report as the screen has it; what is said to screen readers alone is not on paper.
const onScreen = (page) =>
  page.locator(".paper-sheet").evaluate((sheet) => {
    const copy = sheet.cloneNode(true);
    for (const apart of copy.querySelectorAll(".visually-hidden, .on-screen")) apart.remove();
    const walk = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
    const parts = [];
    while (walk.nextNode()) parts.push(walk.currentNode.data);
    return parts.join(" ");
  });

// Prints it and holds what is on paper to what is on the screen.
async function expectPrinted(page, [fewest, most], foot) {
  const text = await onScreen(page);
  const pages = await printed(page);
  expect(pages.length).toBeGreaterThanOrEqual(fewest);
  expect(pages.length).toBeLessThanOrEqual(most);

  // Upright, then lengthways for the years, then upright again.
  const papers = pages.map(paper);
  expect(papers.join(" ")).toMatch(/^(upright ){2,4}(lengthways ){4,9}(upright ?)+$/);
  const wide = pages.filter((one) => paper(one) === "lengthways").map(({ text }) => text).join(" ");
  for (const name of ["The ledger", "Who pays and who gains", "Appraisal", "Pressures in the plan"]) {
    expect(wide).toMatch(new RegExp(`\\d\\. ${name}`));
  }

  const all = pages.map(({ text }) => text).join(" ");
  for (const name of SECTIONS) expect(all).toContain(`. ${name}`);
  for (const [at, { text }] of pages.entries()) {
    expect(text, `page ${at + 1}`).toContain(`Page ${at + 1} of ${pages.length}`);
    expect(text, `page ${at + 1}`).toContain(foot);
  }
  for (const [at, one] of pages.entries()) expect(misplaced(one, 38), `page ${at + 1}`).toEqual([]);

  // Each amount as often as on the screen: nothing left out, nothing cut off, nothing twice.
  const drawn = pages.map(({ words }) => words.map(({ text }) => text).join(" ")).join(" ");
  expect(amounts(drawn)).toEqual(amounts(text));
  return { pages, all };
}

test("the published case, on A4 with every section, its figures and the page's number", async ({ page }) => {
  await openReport(page, link(CASE));
  await expect(page).toHaveTitle(/^Report – Hertfordshire 2018/);
  const { pages, all } = await expectPrinted(page, [12, 17], "Hertfordshire 2018 · As published · ");
  const told = golden(CASE);
  expect(pages[0].text).toContain("A scenario, not an approved budget");
  expect(pages[0].text).toContain("Hertfordshire County Council");
  expect(pages[0].text).toMatch(/SEND Modeller \d+\.\d+\.\d+, model version 1\.0/);
  expect(pages[0].text).toContain(`Net over five years ${pounds(told.totals.net)} ${pounds(told.totals.net)} no change`);
  expect(all).toContain("Nothing was changed: every assumption is as the council published it.");
  expect(all).toContain("No simulation of this scenario was run");
  // All years of the last row of the ledger, and what stands after it.
  expect(all).toContain(`${pounds(told.totals.net)} no change`);
  expect(all).toContain("124 of 128 printed figures agree");
  for (const number of [1, 2, 3, 4, 5, 6, 7, 8, 9]) expect(all).toContain(` ${number}. `);
  expect(all).toMatch(/Avoidance is growth that does not happen/);
});

test("many changes, a long title and a note, from a dark screen", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await openReport(page, manyWithWords);
  const { pages, all } = await expectPrinted(page, [15, 20], "Hertfordshire 2018 · Late, \"less\" and dearer");
  expect(pages[0].text).toContain(TITLE);
  expect(all).toContain(NOTE.trim().replace(/\s+/g, " "));
  const changed = table(page, "Assumptions changed from the published case").getByRole("row");
  await expect(changed).toHaveCount(MANY.split("&").length - 2 + 1); // without the case and the version; with the head
  await expect(changed.nth(1)).toHaveText(/^In-county school journeys removed10%7\.5%−2\.5 points% of in-county journeys6\.11; printed/);
  // The link in full, in a row without its breaks.
  const address = await section(page, "To open this scenario").getByRole("link").innerText();
  for (const change of MANY.split("&")) expect(address).toContain(change);
  expect(all.replaceAll(" ", "")).toContain(address.replaceAll(" ", ""));
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  const colours = await page.evaluate(() => {
    const cell = getComputedStyle(document.querySelector("main td"));
    return { ink: cell.color, paper: getComputedStyle(document.body).backgroundColor };
  });
  expect(colours).toEqual({ ink: "rgb(0, 0, 0)", paper: "rgb(255, 255, 255)" });
});

test("the link opens the scenario, with the figures of the report", async ({ page }) => {
  await openReport(page, manyWithWords);
  const address = await section(page, "To open this scenario").getByRole("link").innerText();
  const net = await table(page, "Headline figures").getByRole("row", { name: /^Net over five years/ }).innerText();
  await page.goto("about:blank");
  await open(page, address);
  await expect(page.getByText("Figures as sent (model 1.0).")).toBeVisible();
  const [, amount] = /(£[\d,]+)/.exec(net);
  await expect(page.getByRole("region", { name: "Results" })).toContainText(amount);
});

test("a simulation that was run is there, and is left out once the scenario is another", async ({ page }) => {
  await open(page, `#${CASE}&benefit-delivery=50&view=stress&stress=draws_2000,run`);
  await expect(page.getByText("Done.")).toBeVisible({ timeout: 20_000 });
  const sentence = await page.locator(".simulated .lead").innerText();
  await page.getByRole("link", { name: "Report", exact: true }).click();
  await expect(button(page, REPORT)).toBeVisible();
  await expect(page.getByText("Working this out…")).toHaveCount(0);
  await expect(section(page, "How likely")).toContainText(sentence);
  const { all } = await expectPrinted(page, [14, 19], "Hertfordshire 2018 · A scenario without a title · ");
  expect(all).toContain(sentence);
  expect(all).toContain("2,000 draws from seed");

  await page.getByRole("link", { name: "Explore", exact: true }).click();
  await box(page, DELAY).fill("6");
  await page.getByRole("link", { name: "Report", exact: true }).click();
  await expect(section(page, "How likely")).toContainText("was of another scenario than this, so its figures are left out");
  await expect(section(page, "How likely").getByRole("table")).toHaveCount(0);
  await page.emulateMedia({ media: "print" });
  await expect(button(page, "Run one on Stress test, then come back")).toHaveCount(0);
});

test("overlaps and ranges are in it where the scenario sets them", async ({ page }) => {
  await openReport(page, link(CASE));
  await expect(heading(page, "Overlap between lines")).toHaveCount(0);
  await expect(table(page, "Ranges set for this scenario")).toHaveCount(0);
  await openReport(page, link(`${CASE}&overlap-transport=100&ranges=in-county-journeys_4_14`));
  await expect(heading(page, "Overlap between lines")).toBeVisible();
  await expect(table(page, "Ranges set for this scenario").getByRole("row").nth(1)).toHaveText(`${JOURNEYS}4%14%3%12%`);
  await expect(table(page, /^Sensitivity of/).getByRole("row", { name: JOURNEYS })).toContainText("14%");
});

test("years that are added make the cash flow wider, and it still fits the paper", async ({ page }) => {
  await openReport(page, link(`${CASE}&extra-years=5&inflation=2.5&in-county-cost=123109470`));
  await expectPrinted(page, [13, 20], "Hertfordshire 2018 · ");
});

test("no control and nothing under 8 points is printed", async ({ page }) => {
  await openReport(page, manyWithWords);
  await page.emulateMedia({ media: "print" });
  for (const role of ["button", "textbox", "checkbox", "navigation", "alert"]) {
    await expect(page.getByRole(role)).toHaveCount(0);
  }
  const small = await page.evaluate(() => {
    const walk = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
    const found = new Set();
    while (walk.nextNode()) {
      const within = walk.currentNode.parentElement;
      if (walk.currentNode.data.trim() === "" || !within.checkVisibility() || within.closest(".visually-hidden")) continue;
      const drawing = within.closest("svg[viewBox]");
      const scale = drawing ? drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width : 1;
      const points = parseFloat(getComputedStyle(within).fontSize) * scale * 0.75;
      if (points < 7.99) found.add(`${points.toFixed(1)}: ${walk.currentNode.data}`);
    }
    return [...found];
  });
  expect(small).toEqual([]);
});

test("what was typed and cannot be used is said, on the screen and on paper", async ({ page }) => {
  await open(page, `#${CASE}`);
  await box(page, JOURNEYS).fill("soon");
  await page.getByRole("link", { name: "Report", exact: true }).click();
  const said = page.getByText("This report is of the last values that could.");
  await expect(said).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(said).toBeVisible();
});

test("with the keyboard alone: from Explore to the report and to the browser's own print", async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute("data-printed", "");
  });
  await open(page, `#${CASE}`);
  expect(await tabTo(page, "Report")).toMatchObject({ tag: "a", outlined: true, seen: true });
  await page.keyboard.press("Enter");
  await expect(button(page, REPORT)).toBeVisible();
  expect(await tabTo(page, REPORT)).toMatchObject({ tag: "button", outlined: true, seen: true });
  await page.keyboard.press("Enter");
  await expect(page.locator("html")).toHaveAttribute("data-printed", "");
  await page.keyboard.press("Tab");
  expect(await focused(page)).toMatchObject({ name: "Headline figures, table" });
});

test("no figure is cut off on a screen of any width", async ({ page }) => {
  await open(page, `#${CASE}&in-county-journeys=15&benefit-delay=6&view=report`);
  await expect(page.getByRole("table", { name: "What each failure would do" })).toBeVisible();
  const cut = () =>
    page.locator(".report :is(td, th)").evaluateAll((cells) =>
      cells.filter((cell) => cell.scrollWidth > cell.clientWidth + 1).map((cell) => cell.textContent),
    );
  for (const width of [390, 820, 1440]) {
    await page.setViewportSize({ width, height: 1000 });
    await expect.poll(cut, `${width} px`).toEqual([]);
  }
});
