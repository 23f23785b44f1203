// On paper: what was changed and what follows, without the controls.
import { expect, open, test } from "./fixtures.mjs";
import { box, button, CASE, DELAY, JOURNEYS, row, table, tile, TRANSFERS } from "./page.mjs";

const CHANGED = `#${CASE}&in-county-journeys=15&benefit-delay=6`;

test.beforeEach(({ page }) => page.emulateMedia({ media: "print" }));

test("controls are left out", async ({ page }) => {
  await open(page, CHANGED);
  const controls = ["Undo", "Redo", "Reset all", "Scenarios", "Share", "Running total", `About: ${JOURNEYS}`];
  for (const name of [...controls, "Download CSV of Ledger"]) {
    await expect(page.getByRole("button", { name, exact: true, includeHidden: true })).toHaveCount(1);
    await expect(button(page, name)).toHaveCount(0);
  }
  await expect(page.getByRole("navigation", { name: "Screens" })).toHaveCount(0);
  await expect(page.getByRole("slider")).toHaveCount(0);
  await expect(page.getByRole("checkbox")).toHaveCount(0);
  await expect(page.getByRole("searchbox")).toHaveCount(0);
  await expect(page.locator(".pinned")).toBeHidden();
});

test("what was changed is there with the link and the day, and the assumptions that were not are left out", async ({ page }) => {
  await open(page, CHANGED);
  const changes = page.getByRole("listitem").filter({ visible: true });
  await expect(changes).toHaveText([`${JOURNEYS}: from 10% to 15%`, `${DELAY}: from 0 months to 6 months`]);
  await expect(page.getByText(/A scenario, not an approved budget\. Printed on \d+ \w+ 20\d\d; model 1\.0\./)).toContainText(CHANGED);
  await expect(box(page, JOURNEYS)).toBeHidden();
  await expect(page.getByText(TRANSFERS).filter({ visible: true })).toHaveCount(0);
});

test("an assumption changed within a fold is there too", async ({ page }) => {
  await open(page, `#${CASE}&discount-rate=5`);
  await expect(page.getByRole("listitem").filter({ visible: true })).toHaveText([/Discount rate: from 3.5% to 5%/]);
});

test("the results are there in full, in ink on white, whatever the screen's colours", async ({ page }) => {
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await open(page, CHANGED);
  await expect(tile(page, "Net over five years")).toBeVisible();
  await expect(row(page, "Ledger", "Net")).toBeVisible();
  await expect(table(page, "Who gains")).toBeVisible();
  await expect(page.getByRole("img")).toHaveCount(2);
  const colours = await page.evaluate(() => {
    const { color } = getComputedStyle(document.querySelector("td"));
    const { backgroundColor } = getComputedStyle(document.body);
    return { color, backgroundColor };
  });
  expect(colours).toEqual({ color: "rgb(0, 0, 0)", backgroundColor: "rgb(255, 255, 255)" });
});
