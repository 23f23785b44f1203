// The officer's and the panel member's journeys with the keyboard alone.
import { expect, open, test, watch } from "./fixtures.mjs";
import { focused, tabTo } from "./keys.mjs";
import {
  box, button, CASE, DELAY, dialog, expectGolden, explanation, golden, JOURNEYS, results, row, table,
} from "./page.mjs";
import { sent } from "./sent.mjs";

const FIFTEEN = `${CASE}&in-county-journeys=15`;
const BOTH = `${FIFTEEN}&benefit-delay=6`;
const TRANSPORT = "SEN transport, in county";

async function typeIn(page, label, text, key = "Tab") {
  expect(await tabTo(page, label, key)).toMatchObject({ outlined: true, seen: true });
  await page.keyboard.press("Control+A");
  await page.keyboard.type(text);
}

async function press(page, name, key = "Tab") {
  expect(await tabTo(page, name, key)).toMatchObject({ outlined: true, seen: true });
  await page.keyboard.press("Enter");
}

test("a figure is changed, explained and seen to move", async ({ page }) => {
  await open(page);
  await typeIn(page, JOURNEYS, "15");
  await expect(page.getByRole("region", { name: "What moved" })).toContainText("+£2,462,188");
  await press(page, TRANSPORT);
  await expect(button(page, TRANSPORT)).toHaveAttribute("aria-expanded", "true");
  await expect(button(page, TRANSPORT)).toBeFocused();
  // The explanation comes next after the row.
  await press(page, "2019/20");
  const cell = await row(page, "Ledger", TRANSPORT).locator("td").nth(1).evaluate((td) => td.firstChild.textContent);
  await expect(explanation(page).locator("ol.steps > li .result").last()).toHaveText(cell);
  await expect(explanation(page).getByRole("button", { name: "2019/20" })).toBeFocused();
  await press(page, "Close", "Shift+Tab");
  await expect(explanation(page)).toHaveCount(0);
  // The keyboard goes on from where it was, not from the top of the page.
  await page.keyboard.press("Tab");
  const next = await focused(page);
  const nearby = await table(page, "Ledger").getByRole("button").allInnerTexts();
  expect(nearby).toContain(next?.name);
});

test("scenarios are kept, renamed, put in order, deleted, restored, opened and compared", async ({ page }) => {
  test.slow();
  const scenarios = dialog(page, "Scenarios");
  const kept = scenarios.getByRole("region", { name: "Saved scenarios" }).locator(".kept-name");
  await open(page, `#${FIFTEEN}`);
  await press(page, "Scenarios");
  await expect(scenarios.getByRole("heading", { name: "Scenarios", level: 2 })).toBeFocused();
  await typeIn(page, "Name", "Fifteen");
  await page.keyboard.press("Enter");
  await expect(kept).toHaveText(["Fifteen"]);
  await page.keyboard.press("Escape");
  await expect(scenarios).toHaveCount(0);
  await expect(button(page, "Scenarios")).toBeFocused();
  await typeIn(page, DELAY, "6");
  await press(page, "Scenarios", "Shift+Tab");
  await expect(scenarios).toBeVisible();
  await typeIn(page, "Name", "Late");
  await page.keyboard.press("Enter");
  await expect(kept).toHaveText(["Fifteen", "Late"]);

  await press(page, "Rename Late");
  await expect(scenarios.getByRole("textbox", { name: "New name for Late" })).toBeFocused();
  await page.keyboard.type("Six months late"); // the name is selected
  await page.keyboard.press("Enter");
  await expect(kept).toHaveText(["Fifteen", "Six months late"]);
  await expect(button(scenarios, "Rename Six months late")).toBeFocused();
  await press(page, "Move up Six months late");
  await expect(kept).toHaveText(["Six months late", "Fifteen"]);
  await expect(button(scenarios, "Move down Six months late")).toBeFocused();
  await press(page, "Delete Six months late", "Shift+Tab");
  await expect(kept).toHaveText(["Fifteen"]);
  await expect(button(scenarios, "Restore Six months late")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(kept).toHaveText(["Six months late", "Fifteen"]);
  await expect(button(scenarios, "Open Six months late")).toBeFocused();
  await press(page, "Open Fifteen");
  await expect(scenarios).toHaveCount(0);
  await expectGolden(page, FIFTEEN);
  expect(await focused(page)).not.toBeNull();

  await page.keyboard.press("Escape");
  await press(page, "Compare", "Shift+Tab");
  await expect(page.getByRole("heading", { level: 1, name: "Compare" })).toBeVisible();
  for (const name of ["Six months late", "Fifteen"]) {
    await tabTo(page, name);
    await page.keyboard.press("Space");
  }
  await expect(table(page, "Headline figures").getByRole("columnheader")).toHaveText([
    /./, "Published", "Six months late", "Fifteen",
  ]);
  await press(page, "Explore this: Six months late");
  await expectGolden(page, BOTH);
});

test("what is found is given a title and a note and sent", async ({ page, context, baseURL, problems }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page, `#${BOTH}`);
  await press(page, "Share");
  await expect(dialog(page, "Share").getByRole("heading", { name: "Share", level: 2 })).toBeFocused();
  await typeIn(page, "Title (optional)", "Late");
  await typeIn(page, "Note (optional)", "Read this first");
  await press(page, "Copy link");
  await expect(page.getByText("Link copied")).toBeVisible();
  // The keyboard stays in the window.
  for (let presses = 0; presses < 20; presses += 1) {
    await page.keyboard.press("Tab");
    const outside = await page.evaluate(() => document.activeElement.matches("#app *") && !document.activeElement.closest("dialog"));
    expect(outside).toBe(false);
  }
  await tabTo(page, "Copy link");
  await page.keyboard.press("Escape");
  await expect(button(page, "Share")).toBeFocused();
  const received = await context.newPage();
  await watch(received, problems, baseURL);
  await open(received, await page.evaluate(() => navigator.clipboard.readText()));
  await expect(received.getByRole("heading", { level: 1 })).toHaveText("Late");
  await expect(received.locator("blockquote")).toHaveText("Read this first");
});

test("a table is taken away as a file", async ({ page }) => {
  await open(page);
  await page.getByRole("region", { name: "Who gains, table" }).focus();
  const downloading = page.waitForEvent("download");
  await press(page, "Download CSV of Who gains");
  expect((await downloading).suggestedFilename()).toMatch(/who.gains\.csv$/i);
});

test.describe("on a tablet", () => {
  test.use({ viewport: { width: 820, height: 1180 } });

  test("a panel member reads what was sent, tries something and comes back", async ({ page }) => {
    const { totals, payback_year: payback } = golden(BOTH);
    await open(page, sent({ scenario: BOTH, title: "Late", net: totals.net, payback }));
    const asSent = page.getByText("Figures as sent (model 1.0).");
    await expect(asSent).toBeVisible();
    await page.keyboard.press("Tab");
    expect(await focused(page)).toMatchObject({ name: "Skip to the results", outlined: true, seen: true });
    await page.keyboard.press("Enter");
    await expect(page.locator("main.panel")).toBeFocused();
    await press(page, "Explore from here");
    await expectGolden(page, BOTH);
    await typeIn(page, DELAY, "0");
    await expectGolden(page, FIFTEEN);
    await press(page, "Back to what was sent", "Shift+Tab");
    await expect(asSent).toBeVisible();
    // Everything on the page can be come to, and seen where it is.
    await page.evaluate(() => document.activeElement.blur());
    expect(await tabTo(page, "Who pays and who gains, table")).toMatchObject({ outlined: true, seen: true });
    await press(page, "Explore from here", "Shift+Tab");
    await expect(results(page)).toBeVisible();
    await expect(box(page, DELAY)).toHaveValue("6");
  });
});
