// The journey the app is for: check the paper, change one assumption, send the link.
import { expect, open, test } from "./fixtures.mjs";
import {
  back, box, button, CASE, DELAY, everyFigure, expectFragment, expectGolden, forward, JOURNEYS, linkToSend, openWindow,
  results, row, tile, TRANSFERS, waiting,
} from "./page.mjs";

const FIFTEEN = `${CASE}&in-county-journeys=15`;

test("opens on the paper's figures", async ({ page }) => {
  await open(page);
  await expect(page.getByRole("status").filter({ hasText: "As published" })).toHaveText(
    "As published, the programme pays back in 2019/20 and is worth £17.64m net over five years. " +
      "On savings alone it pays back in 2020/21.",
  );
  await expect(tile(page, "Investment over five years")).toContainText("£3,012,357");
  await expect(tile(page, "Savings a year by 2022/23")).toContainText("£1,739,985");
  await expect(tile(page, "Avoidance a year by 2022/23")).toContainText("£4,002,641");
  await expect(tile(page, "Net over five years")).toContainText("£17,638,882");
  await expect(tile(page, "Pays back, all benefits")).toContainText("2019/20");
  await expect(tile(page, "Pays back, savings alone")).toContainText("2020/21");
  await expectGolden(page, CASE);
  await expectFragment(page, "");
});

test("what stands below the sentence stays where it is while its words change", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await open(page);
  // Two lines as published, and three where it says what is short.
  const sentence = page.getByRole("status").filter({ hasText: "On savings alone" });
  const lines = () => sentence.evaluate((words) => {
    const range = document.createRange();
    range.selectNodeContents(words);
    return new Set([...range.getClientRects()].map(({ bottom }) => Math.round(bottom))).size;
  });
  const below = async () => (await results(page).locator("dl").boundingBox()).y;
  const [published, before] = [await lines(), await below()];
  await box(page, JOURNEYS).fill("1");
  await expect(sentence).toContainText("short");
  expect(await lines()).toBeGreaterThan(published);
  expect(await below()).toBe(before);
});

test("typing 15 changes net and payback with each key", async ({ page }) => {
  await open(page);
  await box(page, JOURNEYS).click();
  await page.keyboard.press("Control+A");
  await page.keyboard.press("1");
  await expect(tile(page, "Net over five years")).toContainText("published £17,638,882");
  await expect(tile(page, "Net over five years")).toContainText("−£");
  await page.keyboard.press("5");
  await expect(tile(page, "Net over five years")).toContainText("£20,101,070");
  await expect(tile(page, "Net over five years")).toContainText("+£2,462,188");
  await expect(tile(page, "Pays back, savings alone")).toContainText("2019/20");
  await expect(tile(page, "Pays back, savings alone")).toContainText("published 2020/21");
  await expectGolden(page, FIFTEEN);
  await expectFragment(page, FIFTEEN);
});

test("the copied link opens elsewhere on the same pounds in every cell", async ({ page, browser, baseURL }) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page);
  await box(page, JOURNEYS).fill("7.5");
  await box(page, DELAY).fill("5");
  await page.getByRole("region", { name: "Timing and delivery" }).getByRole("button", { name: "4 more" }).click();
  await box(page, "Temporary posts kept on").fill("33.3");
  const share = await openWindow(page, "Share");
  const shown = await linkToSend(share, "Explore");
  await button(share, "Copy link").click();
  await expect(share.getByText("Link copied")).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(shown);
  const scenario = `${CASE}&in-county-journeys=7.5&benefit-delay=5&posts-kept=33.3`;
  expect(link.replace(/&receipt=1\.0,-?\d+,[^,]+,[0-9a-f]{8}$/, "")).toBe(`${baseURL}#${scenario}`);
  await button(share, "Close").click();
  const sent = await everyFigure(page);

  const other = await browser.newContext({ locale: "de-DE", timezoneId: "Asia/Tokyo" });
  const received = await other.newPage();
  await received.goto(link);
  await expect(tile(received, "Net over five years")).toBeVisible();
  expect(await everyFigure(received)).toEqual(sent);
  await expect(box(received, JOURNEYS)).toHaveValue("7.5");
  await expect(button(received, "Undo")).toBeDisabled();
  await other.close();
});

test("Link copied is said of what was copied, not of what is changed later", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page);
  const share = await openWindow(page, "Share");
  await button(share, "Copy link").click();
  await expect(share.getByText("Link copied")).toBeVisible();
  await share.getByRole("textbox", { name: "Title (optional)" }).fill("Half");
  await expect(share.getByText("Link copied")).toBeHidden();
  await button(share, "Copy link").click();
  await expect(share.getByText("Link copied")).toBeVisible();
  await button(share, "Close").click();
  await box(page, JOURNEYS).fill("15");
  await openWindow(page, "Share");
  await expect(share.getByText("Link copied")).toBeHidden();
});

test("Back goes to the state before, Forward to the one after", async ({ page }) => {
  await open(page);
  await box(page, JOURNEYS).fill("15");
  await expectFragment(page, FIFTEEN);
  await box(page, DELAY).fill("6");
  await expectFragment(page, `${FIFTEEN}&benefit-delay=6`);
  await expectGolden(page, `${FIFTEEN}&benefit-delay=6`);
  await back(page);
  await expectGolden(page, FIFTEEN);
  await expect(box(page, DELAY)).toHaveValue("0");
  await back(page);
  await expectGolden(page, CASE);
  await expectFragment(page, "");
  await expect(box(page, JOURNEYS)).toHaveValue("10");
  await forward(page);
  await forward(page);
  await expectGolden(page, `${FIFTEEN}&benefit-delay=6`);
  await expect(box(page, DELAY)).toHaveValue("6");
});

test("Back after a box was emptied and typed anew goes to the state before", async ({ page }) => {
  await page.clock.install();
  await open(page);
  await box(page, JOURNEYS).click();
  await page.keyboard.press("Control+A");
  await page.keyboard.press("Backspace");
  await expect(waiting(page)).toContainText("Type a number: 0% to 100%.");
  await page.clock.runFor(1_000); // who empties a box may think a while before typing
  await page.keyboard.type("15");
  await expectGolden(page, FIFTEEN);
  await page.clock.runFor(1_000);
  await expectFragment(page, FIFTEEN);
  await back(page);
  await expectGolden(page, CASE);
  await expect(box(page, JOURNEYS)).toHaveValue("10");
});

test("many changes of one slider are one place to go Back from", async ({ page }) => {
  await open(page);
  const slider = page.getByRole("slider", { name: `${JOURNEYS}, slider` });
  for (const value of ["11", "12", "13", "14", "15"]) {
    await slider.fill(value);
    await expectFragment(page, `${CASE}&in-county-journeys=${value}`);
  }
  await expectGolden(page, FIFTEEN);
  await back(page);
  await expectGolden(page, CASE);
});

test("a word typed leaves the results and the address, and Back still works", async ({ page }) => {
  await open(page);
  await box(page, JOURNEYS).fill("15");
  await box(page, TRANSFERS).click();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("lots");
  await expect(waiting(page)).toContainText("Type a number, with a full stop for decimals: 0% to 100%.");
  await expect(box(page, TRANSFERS)).toHaveValue("lots");
  await expect(results(page).locator("dl")).toHaveCSS("filter", "grayscale(1)");
  await expectGolden(page, FIFTEEN);
  await expectFragment(page, FIFTEEN);
  await back(page);
  await expectGolden(page, CASE);
  await expect(waiting(page)).toHaveCount(0);
  await expect(box(page, TRANSFERS)).toHaveValue("10");
  await button(page, "Undo").click();
  await expectGolden(page, FIFTEEN);
  await expect(box(page, TRANSFERS)).toHaveValue("lots"); // nothing typed is lost
});

test("reload keeps the scenario", async ({ page }) => {
  await open(page);
  await box(page, JOURNEYS).fill("15");
  await box(page, DELAY).fill("6");
  const before = await everyFigure(page);
  await expectFragment(page, `${FIFTEEN}&benefit-delay=6`);
  await page.reload();
  await expect(box(page, DELAY)).toHaveValue("6");
  await expect(box(page, JOURNEYS)).toHaveValue("15");
  expect(await everyFigure(page)).toEqual(before);
});

test("a reload straight after a keystroke finds it, and another link opened then does not", async ({ page, problems }) => {
  await open(page, `#${FIFTEEN}`);
  await box(page, DELAY).fill("6");
  await page.reload();
  await expect(box(page, DELAY)).toHaveValue("6");
  await expectFragment(page, `${FIFTEEN}&benefit-delay=6`);
  await box(page, DELAY).fill("12");
  await page.goto("about:blank");
  await open(page, `#${FIFTEEN}`);
  await expectGolden(page, FIFTEEN);
  // Nor is what was left behind once found by a later reload.
  await page.reload();
  await expectGolden(page, FIFTEEN);
  problems.length = 0; // pieces that were on their way as the page was left
});

test("a link pasted over the address of an open page is opened in it", async ({ page }) => {
  await open(page);
  await box(page, DELAY).fill("12");
  await expectFragment(page, `${CASE}&benefit-delay=12`);
  await page.evaluate((fragment) => (location.hash = fragment), FIFTEEN);
  await expectGolden(page, FIFTEEN);
  await expect(box(page, DELAY)).toHaveValue("0");
  await button(page, "Undo").click();
  await expect(box(page, DELAY)).toHaveValue("12");
});

test("undo, redo, reset and back to as opened write the address as they go", async ({ page }) => {
  await open(page, `#${FIFTEEN}`);
  await box(page, DELAY).fill("6");
  await button(page, "Reset all").click();
  await expectGolden(page, CASE);
  await expectFragment(page, CASE);
  await button(page, "Undo").click();
  await expectGolden(page, `${FIFTEEN}&benefit-delay=6`);
  await expectFragment(page, `${FIFTEEN}&benefit-delay=6`);
  await button(page, "Redo").click();
  await expectGolden(page, CASE);
  await button(page, "Back to as opened").click();
  await expectGolden(page, FIFTEEN);
  await expectFragment(page, FIFTEEN);
  await page.reload();
  await expectGolden(page, FIFTEEN);
});

test("the ledger marks the line that moved and shows what was published under it", async ({ page }) => {
  await open(page, `#${FIFTEEN}`);
  const moved = row(page, "Ledger", "SEN transport, in county");
  await expect(moved).toContainText("£1,846,642");
  await expect(moved).toContainText("published £1,231,095");
  const still = row(page, "Ledger", "Training programme");
  await expect(still).toContainText("no change");
  await expect(still).not.toContainText("published");
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("net and payback stay in sight while an assumption far down is changed", async ({ page }) => {
    await open(page);
    await box(page, DELAY).scrollIntoViewIfNeeded();
    const pinned = page.getByText("Net £17.64m");
    await expect(pinned).toBeInViewport();
    await expect(tile(page, "Net over five years")).not.toBeInViewport();
    await box(page, DELAY).fill("24");
    await expect(page.locator(".pinned")).toBeInViewport();
    const net = await tile(page, "Net over five years").locator(".value").innerText();
    expect(net).not.toBe("£17.64m");
    await expect(page.locator(".pinned")).toContainText(net);
    await expect(box(page, DELAY)).toBeInViewport();
  });
});
