// axe finds nothing in any state of the page, at any width, light or dark; and nothing has to be scrolled sideways.
import AxeBuilder from "@axe-core/playwright";
import { expect, open, test } from "./fixtures.mjs";
import {
  box, button, CASE, damaged, DELAY, explanation, JOURNEYS, openEverything, openWindow, results, tile, waiting,
} from "./page.mjs";
import { sent } from "./sent.mjs";

const SCENARIO = `${CASE}&in-county-journeys=15&benefit-delay=6`;
const CHANGED = `#${SCENARIO}`;
const WORDS = { title: "Half a year late", note: "Before Thursday:\nwhat if it takes six months more?" };
const COMPARED =
  "compare-1=title%3DHalf%26benefit-delivery%3D50&compare-2=title%3DLate%26benefit-delay%3D12&compare-3=posts-kept%3D50";

// Each state, and how to come to it.
const states = {
  "as opened": (page) => open(page),
  "with a changed scenario, its tables and what moved": async (page) => {
    await open(page, `${CHANGED}&view=payer,thousands,changed`);
    await box(page, DELAY).fill("7");
    await expect(page.getByRole("region", { name: "What moved" })).toBeVisible();
  },
  "with a figure of the ledger explained": async (page) => {
    await open(page, CHANGED);
    await button(page, "SEN transport, in county").click();
    await expect(explanation(page)).toBeVisible();
  },
  "with a headline figure explained": async (page) => {
    await open(page, CHANGED);
    await button(page, "Net over five years").click();
    await expect(explanation(page)).toBeVisible();
  },
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
  "on the panel page": async (page) => {
    await open(page, sent({ scenario: SCENARIO, ...WORDS, model: "0.9", net: 19_000_000, payback: "2020/21" }));
    await expect(page.getByText("Sent as £19,000,000 net")).toBeVisible();
  },
  "comparing nothing yet": (page) => open(page, `#${CASE}&view=compare`),
  "comparing three": async (page) => {
    await open(page, `${CHANGED}&view=compare&${COMPARED}`);
    await expect(page.getByRole("table", { name: "Headline figures" })).toBeVisible();
  },
  "on sources and checks": async (page) => {
    await open(page, `${CHANGED}&view=sources`);
    await expect(page.getByRole("table", { name: "Assumptions log" })).toBeVisible();
  },
  "on the stress test, with a failure and a simulation": async (page) => {
    await open(page, `${CHANGED}&grade-transport-in-county=4&view=stress&stress=draws_2000,run`);
    await expect(page.getByText("Done.")).toBeVisible({ timeout: 20_000 });
  },
  "on the report, with what overlaps": async (page) => {
    await open(page, `${CHANGED}&overlap-transport=100&view=report`);
    await expect(page.getByRole("table", { name: "What each failure would do" })).toBeVisible();
  },
  "on the design system": async (page) => {
    await open(page, "#view=styles");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  },
  "with the window Share and a link to copy by hand": async (page) => {
    await page.context().grantPermissions(["geolocation"]); // and so nothing else
    await open(page, CHANGED);
    const share = await openWindow(page, "Share");
    await share.getByRole("textbox", { name: "Title (optional)" }).fill("T".repeat(80));
    await button(share, "Copy link").click();
    await expect(share.getByText("did not let the link be copied")).toBeVisible();
  },
  "with the QR code large": async (page) => {
    await open(page, CHANGED);
    const share = await openWindow(page, "Share");
    await button(share, "Show QR code large").click();
    await expect(page.getByRole("dialog", { name: "QR code of the link" })).toBeVisible();
  },
  "with the window Scenarios": async (page) => {
    await open(page, CHANGED);
    const scenarios = await openWindow(page, "Scenarios");
    await scenarios.getByRole("textbox", { name: "Name" }).fill("W".repeat(80));
    await button(scenarios, "Save").click();
    await button(scenarios, `Duplicate ${"W".repeat(80)}`).click();
    await button(scenarios, `Delete ${"W".repeat(80)}`).click();
    await scenarios.getByRole("button", { name: /^Rename/ }).click();
    await expect(scenarios.getByRole("textbox", { name: /^New name for/ })).toBeVisible();
  },
};

// A line for each thing wrong, short enough to read in a report.
async function violations(page, only) {
  // The page has no frames, so axe needs no second page to put their results together.
  const { violations: found } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({
      resultTypes: ["violations"],
      ...(only ? { runOnly: { type: "rule", values: only } } : { rules: { "target-size": { enabled: true } } }),
    })
    .analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary: why }) => `${id}: ${target} ${why}`));
}

// What sticks out of the window, or could be scrolled to sideways.
function wider(page) {
  return page.evaluate(() => {
    const outside = [...document.querySelectorAll("#app *")]
      .filter((element) => element.getBoundingClientRect().right > innerWidth + 0.5)
      .filter((element) => !element.closest(".scroll, .visually-hidden, svg")) // tables scroll by themselves
      .map((element) => element.outerHTML.slice(0, 120));
    const scrolls = [document.documentElement, ...document.querySelectorAll("dialog[open]")]
      .filter((element) => element.scrollWidth > element.clientWidth)
      .map((element) => `${element.localName} scrolls sideways: ${element.scrollWidth}`);
    return [...outside, ...scrolls];
  });
}

const SIZES = { 390: 844, 820: 1180, 1440: 900 };
const BY_COLOUR = ["color-contrast", "link-in-text-block"];
const BY_PLACE = ["target-size", "scrollable-region-focusable"];

// 1280 by 1024 at 400% is 320 by 256 (WCAG 2.2, 1.4.10 Reflow).
const NARROW = { "the narrowest phone": [320, 640], "400% zoom": [320, 256] };

for (const [state, reach] of Object.entries(states)) {
  test(`axe finds nothing ${state}, at any width, light or dark, and nothing is wider than a narrow window`, async ({ page }) => {
    test.setTimeout(180_000);
    await reach(page);
    for (const [where, [width, height]] of Object.entries(NARROW)) {
      await page.setViewportSize({ width, height });
      await expect.poll(() => wider(page), where).toEqual([]); // pictures follow a frame later
    }
    // What is skipped while out of sight has no place of its own yet, so axe would find things on top of one another.
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet(); // by the CSSOM, which the policy allows
      sheet.replaceSync("* { content-visibility: visible !important }");
      document.adoptedStyleSheets = [sheet];
    });
    for (const [width, height] of Object.entries(SIZES)) {
      await page.setViewportSize({ width: Number(width), height });
      // A tablet has the colours of the other two.
      for (const colorScheme of width === "820" ? ["light"] : ["light", "dark"]) {
        await page.emulateMedia({ colorScheme });
        // A link further down in a window, which stays in its place, axe takes for one that is hidden above the page.
        await page.evaluate(() => document.querySelector("dialog a")?.scrollIntoView());
        // Only these rules look at colours; the others would find the same page again.
        const only = width === "820" ? BY_PLACE : colorScheme === "dark" ? BY_COLOUR : undefined;
        expect(await violations(page, only), `${width} px, ${colorScheme}`).toEqual([]);
      }
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
        * { content-visibility: visible !important } /* what is skipped has no size to go by */
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
