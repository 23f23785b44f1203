// Links that come damaged, and browsers that will not copy one.
import { expect, open, test } from "./fixtures.mjs";
import {
  box, button, CASE, damaged, DELAY, expectFragment, expectGolden, JOURNEYS, linkToSend, openWindow, tile,
} from "./page.mjs";

const FIFTEEN = `${CASE}&in-county-journeys=15`;

// What is wrong, the link, what the page says of it, and the fragment whose figures it shows.
const links = [
  ["a value out of range", `${FIFTEEN}&benefit-delay=99`, "benefit-delay: 99 is outside 0 to 24", FIFTEEN],
  ["half a month", `${FIFTEEN}&benefit-delay=6.5`, /benefit-delay: 6\.5 .*whole/, FIFTEEN],
  ["no number", `${FIFTEEN}&benefit-delay=six`, /benefit-delay: "six" .*may be 0 to 24/, FIFTEEN],
  ["an unknown key", `${FIFTEEN}&school-buses=3`, "school-buses: not an assumption of this case", FIFTEEN],
  ["a key given twice", `${FIFTEEN}&in-county-journeys=20`, "in-county-journeys: given more than once", FIFTEEN],
  ["another version", FIFTEEN.replace("v=1", "v=2"), 'v: this link says version "2"', FIFTEEN],
  ["half a percent escape", `${FIFTEEN}&benefit-delay=%1`, 'benefit-delay: "%1" has a broken % escape', FIFTEEN],
];

for (const [what, fragment, words, shown] of links) {
  test(`a link with ${what} says so and applies the rest`, async ({ page }) => {
    await open(page, `#${fragment}`);
    await expect(damaged(page)).toBeVisible();
    await expect(damaged(page).getByRole("listitem")).toHaveCount(1);
    await expect(damaged(page).getByRole("listitem")).toContainText(words);
    await expectGolden(page, shown);
    await expectFragment(page, fragment);
  });
}

test("a link to a case that is not here says so and shows the published one", async ({ page, problems }) => {
  await open(page, "#case=nowhere-2031&v=1&in-county-journeys=15");
  const notice = page.getByRole("alert", { name: "This link is to a case that is not here" });
  await expect(notice).toContainText("“nowhere-2031” is neither among the cases of this copy, nor kept by this browser.");
  await expect(notice).toContainText("Nothing in it was used.");
  await expectGolden(page, CASE);
  // It was asked for beside the app, and is not there.
  const asked = problems.splice(0);
  expect(asked.length).toBeGreaterThan(0);
  for (const problem of asked) expect(problem).toMatch(/cases\/nowhere-2031\.json|status of 404/);
});

test("everything wrong with a link is listed, and goes when dismissed", async ({ page }) => {
  await open(page, `#${FIFTEEN}&benefit-delay=99&school-buses=3&ehcp-growth=%4`);
  await expect(damaged(page).getByRole("listitem")).toHaveCount(3);
  await button(page, "Dismiss").click();
  await expect(damaged(page)).toHaveCount(0);
  await expectGolden(page, FIFTEEN);
  await box(page, DELAY).fill("6");
  await expectFragment(page, `${FIFTEEN}&benefit-delay=6`);
});

test("a damaged link pasted into the open page is reported, and Back takes it away", async ({ page }) => {
  await open(page, `#${FIFTEEN}`);
  await page.evaluate((fragment) => (location.hash = fragment), `${CASE}&school-buses=3`);
  await expect(damaged(page)).toContainText("school-buses");
  await expectGolden(page, CASE);
  await page.goBack();
  await expect(damaged(page)).toHaveCount(0);
  await expectGolden(page, FIFTEEN);
});

for (const [what, rest] of [
  ["one endless value", `in-county-journeys=${"9".repeat(1_000_000)}`],
  ["a flood of keys", Array.from({ length: 90_000 }, (_, at) => `key-${at}=1`).join("&")],
]) {
  test(`a link of a megabyte, ${what}, is cut and the page stays quick`, async ({ page }) => {
    await open(page, `#${CASE}&benefit-delay=7&${rest}`);
    await expect(damaged(page)).toContainText(/the link is 10[0-9]{5} bytes long/);
    expect(await damaged(page).getByRole("listitem").count()).toBeLessThanOrEqual(21);
    await expectGolden(page, `${CASE}&benefit-delay=7`);
    // From the key to the page drawn again, in the page's own time.
    const took = await box(page, JOURNEYS).evaluate(async (input) => {
      const start = performance.now();
      input.value = "15";
      input.dispatchEvent(new InputEvent("input", { bubbles: true }));
      await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
      return performance.now() - start;
    });
    expect(took).toBeLessThan(1_000);
    await expect(box(page, JOURNEYS)).toHaveValue("15");
    await expectFragment(page, `${FIFTEEN}&benefit-delay=7`);
  });
}

test("text that could be markup is shown as text", async ({ page }) => {
  await open(page, `#${CASE}&<img src=x onerror=alert(1)>=1&in-county-journeys=<b>`);
  await expect(damaged(page)).toContainText("<b>");
  await expect(damaged(page).locator("img, b")).toHaveCount(0);
});

// Granting one thing refuses every other, clipboard included.
const refuse = (page) => page.context().grantPermissions(["geolocation"]);

// Pages not served securely have no clipboard at all.
const takeAway = (page) =>
  page.addInitScript(() => Object.defineProperty(Navigator.prototype, "clipboard", { get: () => undefined }));

for (const [what, prepare] of [
  ["refuses to copy", refuse],
  ["has no clipboard", takeAway],
]) {
  test(`where the browser ${what}, the link is there to copy by hand`, async ({ page, baseURL }) => {
    await prepare(page);
    await open(page, `#${FIFTEEN}`);
    const share = await openWindow(page, "Share");
    const shown = await linkToSend(share);
    expect(shown).toContain(`${baseURL}#${FIFTEEN}&view=panel&receipt=`);
    await button(share, "Copy link").click();
    await expect(share.getByRole("status").filter({ hasText: "did not let the link be copied" })).toBeVisible();
    await expect(share.getByText("Link copied")).toBeHidden();
    const link = share.getByRole("textbox", { name: "Link", exact: true });
    await expect(link).toBeFocused();
    const selected = await link.evaluate((input) => input.value.slice(input.selectionStart, input.selectionEnd));
    expect(selected).toBe(shown);
    await button(share, "Close").click();
    await expect(share).toHaveCount(0);
    await expect(tile(page, "Net over five years")).toContainText("£20,101,070");
  });
}
