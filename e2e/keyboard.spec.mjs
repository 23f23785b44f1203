// With the keyboard alone.
import { expect, open, test } from "./fixtures.mjs";
import { everyStop, focused, tabTo } from "./keys.mjs";
import {
  box, button, CASE, damaged, DELAY, dialog, expectFragment, expectGolden, JOURNEYS, results, waiting,
} from "./page.mjs";

const FIFTEEN = `${CASE}&in-county-journeys=15`;

test("the skip link goes to the results and changes nothing", async ({ page }) => {
  await open(page, `#${FIFTEEN}`);
  await page.keyboard.press("Tab");
  expect(await focused(page)).toMatchObject({ name: "Skip to the results", outlined: true, seen: true });
  await page.keyboard.press("Enter");
  await expect(results(page)).toBeFocused();
  await expect(damaged(page)).toHaveCount(0);
  await expectGolden(page, FIFTEEN);
  await expectFragment(page, FIFTEEN);
});

test("a field is reached, stepped, typed in, undone and redone", async ({ page }) => {
  await open(page);
  expect(await tabTo(page, JOURNEYS)).toMatchObject({ tag: "input", type: "text", outlined: true });
  await page.keyboard.press("ArrowUp");
  await expect(box(page, JOURNEYS)).toHaveValue("11");
  await page.keyboard.press("Shift+ArrowDown");
  await expect(box(page, JOURNEYS)).toHaveValue("1");
  await page.keyboard.press("PageUp");
  await page.keyboard.press("ArrowDown");
  await expect(box(page, JOURNEYS)).toHaveValue("10");
  await expectGolden(page, CASE);
  await page.keyboard.press("Control+A");
  await page.keyboard.type("15");
  await expectGolden(page, FIFTEEN);
  await page.keyboard.press("Control+z");
  await expectGolden(page, CASE);
  await expect(box(page, JOURNEYS)).toHaveValue("10");
  await page.keyboard.press("Control+y");
  await expectGolden(page, FIFTEEN);
  await page.keyboard.press("Control+Z"); // as it is with Caps Lock on
  await expectGolden(page, CASE);
  await page.keyboard.press("Control+Shift+Z");
  await expectGolden(page, FIFTEEN);
  await expect(box(page, JOURNEYS)).toBeFocused();
});

test("Enter ends a change, so that the next one is undone alone", async ({ page }) => {
  await open(page);
  await tabTo(page, JOURNEYS);
  await page.keyboard.press("Control+A");
  await page.keyboard.type("15%");
  await page.evaluate(() => new Promise(requestAnimationFrame)); // nobody presses two keys within a frame
  await page.keyboard.press("Enter");
  await expect(box(page, JOURNEYS)).toHaveValue("15");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Control+z");
  await expectGolden(page, FIFTEEN);
});

test("explanations, folds and views open and close with Enter and Space", async ({ page }) => {
  await open(page);
  await tabTo(page, `About: ${JOURNEYS}`);
  await page.keyboard.press("Enter");
  await expect(page.getByText("3% to 12%")).toBeVisible();
  await page.keyboard.press("Space");
  await expect(page.getByText("3% to 12%")).toHaveCount(0);
  await box(page, DELAY).focus();
  await tabTo(page, "4 more");
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  expect((await focused(page)).name).toBe("About: Temporary posts kept on");
  await tabTo(page, "Running total");
  await page.keyboard.press("Enter");
  await expect(button(page, "Running total")).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByText("The sum of the annual effects to date.")).toBeVisible();
});

test("reset of one and of all are within reach, and undone again", async ({ page }) => {
  await open(page, `#${FIFTEEN}&benefit-delay=6`);
  await box(page, JOURNEYS).focus();
  await page.keyboard.press("Tab");
  expect((await focused(page)).name).toBe(`Reset ${JOURNEYS}`);
  await page.keyboard.press("Enter");
  await expect(box(page, JOURNEYS)).toHaveValue("10");
  await expect(box(page, DELAY)).toHaveValue("6");
  await page.keyboard.press("Control+z");
  await expectGolden(page, `${FIFTEEN}&benefit-delay=6`);
  await page.evaluate(() => document.activeElement.blur());
  await tabTo(page, "Reset all", "Shift+Tab");
  await page.keyboard.press("Enter");
  await expectGolden(page, CASE);
});

test("after a reset the keyboard goes on from the same field", async ({ page }) => {
  await open(page, `#${FIFTEEN}`);
  await box(page, JOURNEYS).focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(button(page, `Reset ${JOURNEYS}`)).toHaveCount(0);
  await page.keyboard.press("Tab");
  expect((await focused(page)).name).toBe("About: Out-of-county pupils moved in county");
});

test("an entry that cannot be used is found from the summary", async ({ page }) => {
  await open(page);
  await tabTo(page, DELAY);
  await page.keyboard.press("Control+A");
  await page.keyboard.type("never");
  await expect(box(page, DELAY)).toHaveAccessibleDescription(/whole months from 0 to 24/);
  await tabTo(page, DELAY, "Shift+Tab"); // the summary's button has the field's name
  expect((await focused(page)).tag).toBe("button");
  await page.keyboard.press("Enter");
  await expect(box(page, DELAY)).toBeFocused();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("7");
  await expect(waiting(page)).toHaveCount(0);
  await expectGolden(page, `${CASE}&benefit-delay=7`);
});

test("the copied link is within reach", async ({ page, context, baseURL }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page, `#${FIFTEEN}`);
  await tabTo(page, "Share");
  await page.keyboard.press("Enter");
  await expect(dialog(page, "Share").getByRole("heading", { name: "Share" })).toBeFocused();
  await tabTo(page, "Copy link");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Link copied")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(`${baseURL}#${FIFTEEN}&view=panel&receipt=`);
  await page.keyboard.press("Escape");
  await expect(dialog(page, "Share")).toHaveCount(0);
  await expect(button(page, "Share")).toBeFocused();
});

for (const [where, viewport] of [
  ["a wide screen", { width: 1440, height: 900 }],
  ["a tablet", { width: 820, height: 1180 }],
  ["a phone", { width: 390, height: 844 }],
]) {
  test.describe(`on ${where}`, () => {
    test.use({ viewport });

    test("every stop is outlined and in sight, and Tab comes round", async ({ page }) => {
      await open(page, `#${FIFTEEN}&benefit-delay=6`);
      const stops = await everyStop(page);
      const names = stops.map(({ name }) => name);
      expect(names[0]).toBe("Skip to the results");
      const some = ["Reset all", "Scenarios", "Share", JOURNEYS, DELAY, `Reset ${DELAY}`, "Show sources", "Ledger, table"];
      expect(names).toEqual(expect.arrayContaining([...some, "Who gains, table"]));
      expect(names.at(-1)).toBe("Download CSV of Who gains");
      expect(stops.filter(({ outlined }) => !outlined)).toEqual([]);
      expect(stops.filter(({ seen }) => !seen)).toEqual([]);
      // A slider repeats its number box, so it is not one more stop.
      expect(stops.filter(({ type }) => type === "range")).toEqual([]);
    });
  });
}
