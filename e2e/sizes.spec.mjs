// The two journeys in short, at the sizes of a desktop, a tablet and a phone: an officer changes the case, asks where a
// figure comes from and sends it; a panel member reads what was sent and tries something.
import { expect, open, test } from "./fixtures.mjs";
import {
  box, button, CASE, DELAY, expectGolden, explanation, fits, golden, JOURNEYS, linkToSend, openWindow, pounds, tile,
} from "./page.mjs";
import { sent } from "./sent.mjs";

const BOTH = `${CASE}&in-county-journeys=15&benefit-delay=6`;
const told = golden(BOTH);
const SIZES = { desktop: { width: 1440, height: 900 }, tablet: { width: 820, height: 1180 }, phone: { width: 390, height: 844 } };

for (const [name, viewport] of Object.entries(SIZES)) {
  test.describe(`on a ${name}`, () => {
    test.use({ viewport });

    test("an officer changes two assumptions, asks for a figure and sends the link", async ({ page }) => {
      await open(page);
      await fits(page);
      await box(page, JOURNEYS).fill("15");
      await box(page, DELAY).fill("6");
      await expectGolden(page, BOTH);
      await tile(page, "Net over five years").getByRole("button").click();
      const steps = explanation(page).locator("ol.steps > li");
      await expect(steps.last().locator(".result")).toHaveText(pounds(told.totals.net));
      await fits(page);
      const share = await openWindow(page, "Share");
      expect(await linkToSend(share)).toContain(`#${BOTH}&view=panel`);
      await fits(page);
      await button(share, "Close").click();
      await button(page, "Undo").click();
      await expect(box(page, DELAY)).toHaveValue("0");
    });

    test("a panel member reads what was sent, tries another delay and comes back", async ({ page }) => {
      await open(page, sent({ scenario: BOTH, title: "Half a year late", net: told.totals.net, payback: told.payback_year }));
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Half a year late");
      await expect(page.locator("p.sentence")).toContainText(`pays back in ${told.payback_year}`);
      await fits(page);
      await button(page, "Explore from here").click();
      await expectGolden(page, BOTH);
      await box(page, DELAY).fill("0");
      await expectGolden(page, `${CASE}&in-county-journeys=15`);
      await button(page, "Back to what was sent").click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Half a year late");
    });
  });
}
