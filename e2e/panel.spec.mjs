// A panel member's two minutes, on a tablet: read what was sent, try something, come back, and take it along on paper.
import { expect, open, test } from "./fixtures.mjs";
import {
  back, box, button, CASE, DELAY, expectGolden, fits, forward, golden, JOURNEYS, linkToSend, openWindow, pounds, table,
  tile, TRANSFERS,
} from "./page.mjs";
import { sent } from "./sent.mjs";

const BOTH = `${CASE}&in-county-journeys=15&benefit-delay=6`;
const TITLE = "Half a year late";
const NOTE = "Before Thursday:\nwhat if 15% of journeys go, six months late?";
const told = golden(BOTH);
const LINK = sent({ scenario: BOTH, title: TITLE, note: NOTE, net: told.totals.net, payback: told.payback_year });

const panel = (page) => page.locator("main.panel");
const asSent = (page) => page.getByText("Figures as sent (model 1.0).");

test.use({ viewport: { width: 820, height: 1180 } });

async function expectPanel(page) {
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(TITLE);
  await expect(asSent(page)).toBeVisible();
  const net = panel(page).locator("dl.key-figures > div").filter({ hasText: "Net over five years" });
  await expect(net).toContainText(`published ${pounds(golden(CASE).totals.net)}`);
}

test("a sent link says what it is, what was changed, what it comes to and for whom", async ({ page }) => {
  await open(page, LINK);
  await expectPanel(page);
  await expect(page).toHaveTitle(/^Half a year late – /);
  await expect(page.getByText("A scenario, not an approved budget").first()).toBeVisible();
  await expect(page.getByRole("figure").filter({ hasText: "Note from the sender" }).locator("blockquote")).toHaveText(NOTE, {
    useInnerText: true,
  });
  await expect(page.locator("p.sentence")).toContainText(`pays back in ${told.payback_year}`);

  const changes = page.getByRole("region", { name: "What was changed from the published case" });
  await expect(changes.getByRole("heading", { level: 3 })).toHaveText([
    "Local networks and support",
    "Timing and delivery",
  ]);
  await expect(changes.getByRole("listitem")).toHaveText([
    `${JOURNEYS}: from 10% to 15%`,
    `${DELAY}: from 0 months to 6 months`,
  ]);

  const payers = table(page, "£ million a year");
  await expect(payers.getByRole("columnheader")).toHaveText([
    "Budget", "2018/19", "2019/20", "2020/21", "2021/22", "2022/23", "All years",
  ]);
  const invested = payers.getByRole("row").filter({ hasText: "pays for the investment" });
  await expect(invested).toHaveCount(1);
  await expect(invested.getByRole("cell")).toHaveText(
    [...told.investment, told.totals.investment].map((amount) =>
      amount === 0 ? "0.0" : `−${(Math.abs(amount) / 1e6).toFixed(1)}`,
    ),
  );
  // Savings and avoidance never in one row.
  await expect(payers.getByRole("row").filter({ hasText: "saves" }).filter({ hasText: "avoids" })).toHaveCount(0);
  await fits(page);
});

test("something can be tried from there, and what was sent comes back", async ({ page }) => {
  await open(page, LINK);
  await expectPanel(page);
  await button(page, "Explore from here").click();
  await expectGolden(page, BOTH);
  await expect(box(page, JOURNEYS)).toHaveValue("15");
  await box(page, DELAY).fill("0");
  await box(page, TRANSFERS).fill("5");
  await expect(tile(page, "Net over five years")).not.toContainText(pounds(told.totals.net));
  await button(page, "Back to what was sent").click();
  await expectPanel(page);
  await expect.poll(() => page.url()).toContain(LINK); // to the letter
});

test("a changed scenario on the panel page does not pass for the one that was sent", async ({ page }) => {
  await open(page, LINK);
  await button(page, "Explore from here").click();
  await box(page, DELAY).fill("0");
  await page.getByRole("link", { name: "Panel view" }).click();
  await expect(panel(page)).toBeVisible();
  await expect(asSent(page)).toHaveCount(0);
  await expect(panel(page).getByRole("listitem").filter({ hasText: DELAY })).toHaveCount(0);
  await button(page, "Back to what was sent").click();
  await expectPanel(page);
  await expect(button(page, "Back to what was sent")).toHaveCount(0);
});

test("Back and Forward of the browser go between the screens and the changes", async ({ page }) => {
  await open(page, LINK);
  await button(page, "Explore from here").click();
  await expectGolden(page, BOTH);
  await expect.poll(() => page.url()).not.toContain("view=panel");
  await box(page, DELAY).fill("0");
  await expect.poll(() => page.url()).not.toContain("benefit-delay");
  await back(page);
  await expectGolden(page, BOTH);
  await back(page);
  await expectPanel(page);
  await forward(page);
  await expectGolden(page, BOTH);
  await forward(page);
  await expectGolden(page, `${CASE}&in-county-journeys=15`);
});

// Chromium writes the objects of a PDF in plain text, a page to each `/Type /Page`.
async function pagesOnPaper(page) {
  const pdf = await page.pdf({ format: "A4", preferCSSPageSize: true });
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length;
}

// Ten changes, and the longest words a link can have.
const TEN = [
  "in-county-journeys=12.5", "ooc-transfers=5", "ehcp-growth=23", "service-efficiency=7.5", "ehcp-held=80",
  "day-opportunities=5", "direct-payments=5", "benefit-delay=6", "benefit-delivery=80", "investment-overrun=12.5",
];
const LONGEST = "The directorate asks the panel to read this before Thursday. ".repeat(9).slice(0, 500);

for (const [what, scenario, title, note] of [
  ["a scenario with a few changes", BOTH, TITLE, NOTE],
  ["ten changes and the longest note", [CASE, ...TEN].join("&"), "T".repeat(80), LONGEST],
]) {
  test(`${what} prints on one page of A4, with its sentence and its link`, { tag: "@chromium" }, async ({ page }) => {
    await open(page, sent({ scenario, title, note }).replace("&view=panel", ""));
    const share = await openWindow(page, "Share");
    const link = await linkToSend(share);
    await page.goto("about:blank");
    await open(page, link);
    await expect(asSent(page)).toBeVisible();
    const sentence = await page.locator("p.sentence").innerText();
    await page.emulateMedia({ media: "print" });
    const paper = await page.locator("body").innerText();
    for (const words of [title, sentence, link, "A scenario, not an approved budget", `${JOURNEYS}: from 10% to`]) {
      expect(paper).toContain(words);
    }
    expect(paper.replace(/\s+/g, " ")).toContain(note.trim().replace(/\s+/g, " "));
    await expect(button(page, "Explore from here")).toBeHidden();
    await expect(button(page, "Print")).toBeHidden();
    expect(await pagesOnPaper(page)).toBe(1);
  });
}

test("the Print button opens the browser's own window for it", async ({ page }) => {
  await page.addInitScript(() => (window.print = () => (window.printed = (window.printed ?? 0) + 1)));
  await open(page, LINK);
  await button(page, "Print").click();
  expect(await page.evaluate(() => window.printed)).toBe(1);
});
