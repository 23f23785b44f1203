// axe finds nothing in any state of the page, at any width, light or dark; and nothing has to be scrolled sideways.
import AxeBuilder from "@axe-core/playwright";
import { expect, open, test } from "./fixtures.mjs";
import { box, button, CASE, damaged, DELAY, JOURNEYS, openEverything, results, tile, waiting } from "./page.mjs";

const CHANGED = `#${CASE}&in-county-journeys=15&benefit-delay=6`;

// Each state, and how to come to it.
const states = {
  "as opened": (page) => open(page),
  "with a changed scenario": (page) => open(page, CHANGED),
  "with entries that cannot be used": async (page) => {
    await open(page);
    await box(page, JOURNEYS).fill("150");
    await box(page, DELAY).fill("soon");
    await expect(waiting(page)).toBeVisible();
  },
  "with a damaged link": async (page) => {
    await open(page, `${CHANGED}&school-buses=3&ehcp-growth=999`);
    await expect(damaged(page)).toBeVisible();
  },
  "with everything open and the sources shown": async (page) => {
    await open(page, CHANGED);
    await openEverything(page);
  },
  "with the link to copy by hand": async (page) => {
    await page.context().grantPermissions(["geolocation"]); // and so nothing else
    await open(page, CHANGED);
    await button(page, "Copy link").click();
    await expect(page.getByRole("textbox", { name: /did not let the link be copied/ })).toBeVisible();
  },
};

// A line for each thing wrong, short enough to read in a report.
async function violations(page) {
  // What is skipped while out of sight has no place of its own yet, so axe would find things on top of one another.
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet(); // by the CSSOM, which the policy allows
    sheet.replaceSync("* { content-visibility: visible !important }");
    document.adoptedStyleSheets = [sheet];
  });
  // The page has no frames, so axe needs no second page to put their results together.
  const { violations: found } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ["violations"], rules: { "target-size": { enabled: true } } })
    .analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary: why }) => `${id}: ${target} ${why}`));
}

for (const [width, height] of [
  [390, 844],
  [820, 1180],
  [1440, 900],
]) {
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height } });

    for (const [state, reach] of Object.entries(states)) {
      test(`axe finds nothing ${state}, light or dark`, async ({ page }) => {
        await reach(page);
        for (const colorScheme of ["light", "dark"]) {
          await page.emulateMedia({ colorScheme });
          expect(await violations(page), colorScheme).toEqual([]);
        }
      });
    }
  });
}

// 1280 by 1024 at 400% is 320 by 256 (WCAG 2.2, 1.4.10 Reflow).
for (const [what, viewport] of [
  ["on the narrowest phone", { width: 320, height: 640 }],
  ["at 400% zoom", { width: 320, height: 256 }],
]) {
  test.describe(what, () => {
    test.use({ viewport });

    for (const [state, reach] of Object.entries(states)) {
      test(`nothing is wider than the window ${state}`, async ({ page }) => {
        await reach(page);
        const outside = await page.evaluate(() =>
          [...document.querySelectorAll("#app *")]
            .filter((element) => element.getBoundingClientRect().right > innerWidth + 0.5)
            .filter((element) => !element.closest(".scroll, .visually-hidden, svg")) // tables scroll by themselves
            .map((element) => element.outerHTML.slice(0, 120)),
        );
        expect(outside).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      });
    }
  });
}

test.describe("at 400% zoom", () => {
  test.use({ viewport: { width: 320, height: 256 } });

  test("an assumption can be changed and its field and the results read", async ({ page }) => {
    await open(page);
    await box(page, DELAY).focus();
    await expect(box(page, DELAY)).toBeInViewport({ ratio: 1 });
    await page.keyboard.press("Control+A");
    await page.keyboard.type("7");
    // Not under the line that is pinned to the foot of the window.
    const covered = await box(page, DELAY).evaluate((input) => {
      const { left, top, width, height } = input.getBoundingClientRect();
      return !input.contains(document.elementFromPoint(left + width / 2, top + height / 2));
    });
    expect(covered).toBe(false);
    await tile(page, "Net over five years").scrollIntoViewIfNeeded();
    await expect(tile(page, "Net over five years")).toBeInViewport({ ratio: 1 });
    await expect(results(page)).toContainText("published £17,638,882");
  });
});

test.describe("with text spaced out (WCAG 2.2, 1.4.12)", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("no words are cut off", async ({ page }) => {
    await open(page, CHANGED);
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`
        * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
        p { margin-bottom: 2em !important }
      `);
      document.adoptedStyleSheets = [sheet];
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll("#app *")]
        .filter((element) => !element.closest(".visually-hidden, .scroll, svg, input[type=range]"))
        .filter((element) => {
          const { overflowX, overflowY } = getComputedStyle(element);
          const across = overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1;
          const down = overflowY !== "visible" && element.scrollHeight > element.clientHeight + 1;
          return across || down;
        })
        .map((element) => element.outerHTML.slice(0, 120)),
    );
    expect(cut).toEqual([]);
  });
});

test("assumptions that are out of sight keep their room, so that scrolling to one does not jump", async ({ page }) => {
  await open(page, CHANGED);
  await openEverything(page);
  const heights = await page
    .locator(".group")
    .evaluateAll((groups) => groups.map((group) => group.getBoundingClientRect().height));
  expect(Math.min(...heights)).toBeGreaterThan(100);
});
