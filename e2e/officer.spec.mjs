// An officer's hour: change the case, ask where figures come from, keep scenarios, compare them, take the figures
// away, and send what is found.
import { readFile } from "node:fs/promises";
import { expect, open, test, watch } from "./fixtures.mjs";
import {
  box, button, CASE, DELAY, dialog, everyFigure, expectGolden, explanation, golden, JOURNEYS, linkToSend, openWindow,
  pounds, row, table, tile, TRANSFERS,
} from "./page.mjs";

const FIFTEEN = `${CASE}&in-county-journeys=15`;
const BOTH = `${FIFTEEN}&benefit-delay=6`;
const TRANSPORT = "SEN transport, in county";

const screen = (page, name) => page.getByRole("navigation", { name: "Screens" }).getByRole("link", { name, exact: true });
const cellOf = (page, name, column) => row(page, "Ledger", name).locator("td").nth(column);
// A cell's own figure, without the published one under it.
const figure = (cell) => cell.evaluate((td) => td.firstChild.textContent);
const lastLine = (page) => explanation(page).locator("ol.steps > li").last().locator(".result");
const kept = (window) => window.getByRole("region", { name: "Saved scenarios" }).locator(".kept-name");

test("any figure of the ledger is explained in two actions, down to the figure itself", async ({ page }) => {
  await open(page);
  await box(page, JOURNEYS).fill("15");
  await box(page, DELAY).fill("6");
  await expectGolden(page, BOTH);

  // By the row's name and then the year, as the keyboard does it.
  await button(page, TRANSPORT).click();
  const years = explanation(page).getByRole("group", { name: "Which figure" });
  await button(years, "2020/21").click();
  await expect(explanation(page).locator(".explanation-title").first()).toHaveText(`${TRANSPORT}, 2020/21`);
  await expect(lastLine(page)).toHaveText(await figure(cellOf(page, TRANSPORT, 2)));
  await expect(explanation(page)).toContainText("£12,310,947 × 15%");
  await expect(explanation(page)).toContainText("Section 6.11 of the paper");
  const changed = explanation(page).locator("li.changed");
  await expect(changed.filter({ hasText: JOURNEYS })).toContainText("Changed; published 10%");
  await expect(changed.filter({ hasText: DELAY })).toContainText("6 months");

  // By the figure itself; the explanation stands under its row, and only one is open.
  await cellOf(page, "Net", 3).click();
  await expect(explanation(page)).toHaveCount(1);
  await expect(lastLine(page)).toHaveText(pounds(golden(BOTH).net[3]));
  await expect(row(page, "Ledger", "Net").locator("+ tr.made")).toContainText("Net, 2021/22");

  // It follows what is changed, and goes away again.
  await box(page, DELAY).fill("0");
  await expect(lastLine(page)).toHaveText(pounds(golden(FIFTEEN).net[3]));
  await explanation(page).getByRole("button", { name: "Close" }).click();
  await expect(explanation(page)).toHaveCount(0);
});

test("what the last change moved is said, the largest first", async ({ page }) => {
  await open(page);
  const moved = page.getByRole("region", { name: "What moved" });
  await expect(moved).toHaveCount(0);
  await box(page, JOURNEYS).fill("15");
  await expect(moved).toContainText(`${JOURNEYS} from 10% to 15%.`);
  await expect(moved.getByRole("listitem")).toHaveCount(1);
  await expect(moved.getByRole("listitem")).toContainText(/\+£2,462,188.*SEN transport, in county.*saving:/);
  await box(page, DELAY).fill("6");
  await expect(moved).toContainText(`${DELAY} from 0 months to 6 months.`);
  await moved.getByRole("button", { name: /more line/ }).click();
  const amounts = await moved.locator("ol .amount").allInnerTexts();
  const numbers = amounts.map((text) => Number(text.replace("−", "-").replace(/[£,+]/g, "")));
  const [before, after] = [FIFTEEN, BOTH].map((fragment) => golden(fragment).totals.net);
  expect(numbers.reduce((sum, number) => sum + number, 0)).toBe(after - before);
  expect(numbers).toEqual([...numbers].sort((one, other) => Math.abs(other) - Math.abs(one)));
});

test("three scenarios are kept, put in order, found after a reload and compared", async ({ page }) => {
  await open(page);
  const save = async (window, name) => {
    await window.getByRole("textbox", { name: "Name" }).fill(name);
    await button(window, "Save").click();
    await expect(window.getByRole("status").filter({ hasText: `Saved “${name}”.` })).toBeVisible();
  };
  const scenarios = dialog(page, "Scenarios");
  for (const [label, value, name] of [[JOURNEYS, "15", "Fifteen"], [DELAY, "6", "Late"], [TRANSFERS, "5", "Fewer"]]) {
    await box(page, label).fill(value);
    await openWindow(page, "Scenarios");
    await save(scenarios, name);
    await button(scenarios, "Close").click();
  }
  await openWindow(page, "Scenarios");
  await expect(kept(scenarios)).toHaveText(["Fifteen", "Late", "Fewer"]);
  await button(scenarios, "Rename Late").click();
  await scenarios.getByRole("textbox", { name: "New name for Late" }).fill("Six months late");
  await button(scenarios, "Use this name").click();
  await button(scenarios, "Move up Six months late").click();
  await expect(kept(scenarios)).toHaveText(["Six months late", "Fifteen", "Fewer"]);
  await expect(scenarios.getByRole("status").filter({ hasText: "is now 1 of 3" })).toBeVisible();
  await button(scenarios, "Delete Fifteen").click();
  await expect(kept(scenarios)).toHaveText(["Six months late", "Fewer"]);
  await button(scenarios, "Restore Fifteen").click();
  await expect(kept(scenarios)).toHaveText(["Six months late", "Fifteen", "Fewer"]);

  await page.reload();
  await openWindow(page, "Scenarios");
  await expect(kept(scenarios)).toHaveText(["Six months late", "Fifteen", "Fewer"]);
  await expect(scenarios.getByRole("listitem").filter({ hasText: "Fifteen" })).toContainText("£20.10m net over five years");
  await button(scenarios, "Open Fifteen").click();
  await expect(scenarios).toHaveCount(0);
  await expectGolden(page, FIFTEEN);
  await expect(box(page, TRANSFERS)).toHaveValue("10");

  await screen(page, "Compare").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Compare");
  for (const name of ["Fewer", "Fifteen", "Six months late"]) {
    await page.getByRole("group", { name: "Saved in this browser" }).getByLabel(name, { exact: true }).check();
  }
  const head = table(page, "Headline figures").getByRole("columnheader");
  await expect(head).toHaveText([/./, "Published", "Fewer", "Fifteen", "Six months late"]);
  const net = table(page, "Headline figures").getByRole("row").filter({ hasText: "Net over five years" });
  await expect(net).toContainText("£17,638,882");
  await expect(net).toContainText("£20,101,070");
  await expect(net).toContainText(pounds(golden(BOTH).totals.net));
  await button(page, "Explore this: Six months late").click();
  await expectGolden(page, BOTH);
});

// Rows of fields as RFC 4180 has them; anything else fails.
function parsed(text) {
  const rows = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  for (let row = []; field.lastIndex < text.length; ) {
    const [, quoted, plain, end] = field.exec(text) ?? [];
    expect(end, `a field near ${field.lastIndex}`).toBeDefined();
    row.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === "\r\n") rows.push(row.splice(0));
  }
  return rows;
}

test("the ledger is downloaded as a file that a spreadsheet can add up", { tag: "@chromium" }, async ({ page }) => {
  await open(page, `#${BOTH}`);
  const downloading = page.waitForEvent("download");
  await button(page, "Download CSV of Ledger").click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/ledger\.csv$/i);
  const text = await readFile(await download.path(), "utf8");
  expect(text.startsWith("\ufeff")).toBe(true); // or Excel spoils every pound sign
  const [head, ...rows] = parsed(text.slice(1));
  const told = golden(BOTH);
  expect(head).toEqual(["Part", "Line", "Kind", ...told.years, "All years"]);
  expect(new Set(rows.map((fields) => fields.length))).toEqual(new Set([head.length]));
  const [part, ...all] = rows.find((fields) => fields[1] === "Net");
  expect(all.slice(2).map(Number)).toEqual([...told.net, told.totals.net]);
  // Every line once, without the sums: together they are the net.
  const lines = rows.filter(([where, line]) => where !== part && !line.startsWith("Total"));
  expect(lines.length).toBe(27); // fifteen of investment, ten of benefits, two overlaps
  for (let column = 3; column < head.length; column += 1) {
    const sum = lines.reduce((total, fields) => total + Number(fields[column]), 0);
    expect(sum, head[column]).toBe(Number(all[column - 1]));
  }
  for (const fields of rows) expect(fields.slice(3).every((cell) => /^-?\d+$/.test(cell)), fields[1]).toBe(true);
});

// In Firefox the script that drives it puts a style of its own into the second page, which the policy refuses.
test("what is sent is opened elsewhere as it was sent, with its words and the same figures", { tag: "@chromium" }, async ({
  page, browser, baseURL, problems,
}) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page);
  await box(page, JOURNEYS).fill("15");
  await box(page, DELAY).fill("6");
  const [title, note] = ["Half a year late & 15%", "Before Thursday:\nis this £0.5m a year?"];
  const share = await openWindow(page, "Share");
  await share.getByRole("textbox", { name: "Title (optional)" }).fill(title);
  await share.getByRole("textbox", { name: "Note (optional)" }).fill(note);
  await expect(share.getByRole("region", { name: "What they will see" })).toContainText(title);
  await expect(share.getByRole("region", { name: "QR code" }).getByRole("img")).toBeVisible();
  await button(share, "Copy link").click();
  await expect(share.getByText("Link copied")).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(await linkToSend(share));
  await button(share, "Close").click();
  const figures = await everyFigure(page);
  const sentence = await page.locator("p.sentence").innerText();

  const other = await browser.newContext({ locale: "de-DE", timezoneId: "Asia/Tokyo" });
  const received = await other.newPage();
  await watch(received, problems, baseURL);
  await open(received, link);
  await expect(received.getByRole("heading", { level: 1 })).toHaveText(title);
  await expect(received.locator("blockquote")).toHaveText(note, { useInnerText: true });
  await expect(received.getByText("Figures as sent (model 1.0).")).toBeVisible();
  await expect(received.locator("p.sentence")).toHaveText(sentence);
  await button(received, "Explore from here").click();
  await expect(tile(received, "Net over five years")).toBeVisible();
  expect(await everyFigure(received)).toEqual(figures);
  await other.close();
});
