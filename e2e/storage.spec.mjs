// What the browser keeps: whatever it holds, refuses or has no room for, the page works and loses nothing.
import { expect, open, test, watch } from "./fixtures.mjs";
import {
  box, button, CASE, damaged, DELAY, expectFragment, expectGolden, JOURNEYS, openWindow, results,
} from "./page.mjs";

const FIFTEEN = `${CASE}&in-county-journeys=15`;
const SHELF = "send-modeller.scenarios";
const kept = (window) => window.getByRole("region", { name: "Saved scenarios" }).locator(".kept-name");
const stored = (page, key = SHELF) => page.evaluate((key) => localStorage.getItem(key), key);

// The page as a browser opens it that holds these texts from before.
async function openWith(page, texts) {
  await page.addInitScript((texts) => {
    if (sessionStorage.seeded) return; // a reload finds what the page itself kept
    sessionStorage.seeded = "yes";
    for (const [key, text] of Object.entries(texts)) localStorage.setItem(`send-modeller.${key}`, text);
  }, texts);
  await open(page);
}

async function save(window, name) {
  await window.getByRole("textbox", { name: "Name" }).fill(name);
  await button(window, "Save").click();
  await expect(kept(window).filter({ hasText: name })).toHaveCount(1);
}

test("rubbish in the storage is left alone, and the page opens as ever", async ({ page }) => {
  const rubbish = 'rubbish\n{"scenarios": [1, <img src=x onerror=alert(1)>]}\n';
  await openWith(page, { scenarios: rubbish, last: "%%%&=\ud800", view: "hologram,,42,panel", more: "x" });
  await expectGolden(page, CASE);
  await expect(damaged(page)).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Carry on" })).toHaveCount(0);
  const window = await openWindow(page, "Scenarios");
  await expect(window).toContainText("2 entries kept by another version cannot be read here. They are kept as they are.");
  await save(window, "Mine");
  expect(await stored(page)).toContain(rubbish);
  await page.reload();
  await openWindow(page, "Scenarios");
  await expect(kept(window)).toHaveText(["Mine"]);
  await button(window, "Forget them").click();
  await expect(window.getByText("cannot be read here")).toHaveCount(0);
  await expect.poll(() => stored(page)).toBe(`send-modeller scenarios 1\nMine\t${CASE}\n`);
});

test("text of the first version opens for good", async ({ page }) => {
  const text = `send-modeller scenarios 1\nFifteen & more\t${FIFTEEN}\nLate\t${CASE}&benefit-delay=6\n`;
  await openWith(page, { scenarios: text });
  const window = await openWindow(page, "Scenarios");
  await expect(kept(window)).toHaveText(["Fifteen & more", "Late"]);
  expect(await stored(page)).toBe(text); // looking changes nothing
  await button(window, "Open Fifteen & more").click();
  await expectGolden(page, FIFTEEN);
});

test("text of a newer version opens as far as it can be read, and the rest is kept", async ({ page }) => {
  const newer = `Newer\t${FIFTEEN}&hologram=1`;
  const text = `send-modeller scenarios 9\n${newer}\nhologram:3f\nElsewhere\tcase=kent-2031&v=1&x=1\n`;
  await openWith(page, { scenarios: text });
  const window = await openWindow(page, "Scenarios");
  await expect(kept(window)).toHaveText(["Newer", "Elsewhere"]);
  const item = (name) => window.getByRole("listitem").filter({ hasText: name });
  await expect(item("Newer").first()).toContainText("Part of it cannot be read here.");
  await expect(item("Elsewhere")).toContainText("Its case, kent-2031, is not here, so it cannot be opened.");
  await expect(button(window, "Open Elsewhere")).toBeDisabled();
  await expect(window).toContainText("1 entry kept by another version cannot be read here.");
  await save(window, "Mine");
  for (const line of [newer, "hologram:3f", "Elsewhere\tcase=kent-2031&v=1&x=1"]) expect(await stored(page)).toContain(line);
  await button(window, "Open Newer").click();
  await expectGolden(page, FIFTEEN);
  await expect(damaged(page)).toContainText("hologram");
});

test("where the browser keeps nothing, the page says so and works until it is closed", async ({ page }) => {
  await page.addInitScript(() =>
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("Access is denied for this document.", "SecurityError");
      },
    }),
  );
  await open(page);
  await box(page, JOURNEYS).fill("15");
  await expectGolden(page, FIFTEEN);
  await expectFragment(page, FIFTEEN);
  const window = await openWindow(page, "Scenarios");
  await save(window, "Mine");
  const said = window.getByRole("status").filter({ hasText: "This browser keeps nothing for this page" });
  await expect(said).toContainText("Share a link to keep one.");
  await button(window, "Close").click();
  await button(page, "Reset all").click();
  await openWindow(page, "Scenarios");
  await button(window, "Open Mine").click();
  await expectGolden(page, FIFTEEN);
});

test("where there is no room left, the page says so and keeps what there was", async ({ page }) => {
  const before = `send-modeller scenarios 1\nOld\t${FIFTEEN}\n`;
  await openWith(page, { scenarios: before });
  await page.evaluate(() => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (key, text) {
      if (text !== "") throw new DOMException("Quota exceeded.", "QuotaExceededError");
      setItem.call(this, key, text);
    };
  });
  await box(page, DELAY).fill("6");
  const window = await openWindow(page, "Scenarios");
  await save(window, "New");
  await expect(window.getByRole("status").filter({ hasText: "There is no room left in this browser" })).toBeVisible();
  await expect(kept(window)).toHaveText(["Old", "New"]);
  expect(await stored(page)).toBe(before);
  await button(window, "Open Old").click();
  await expectGolden(page, FIFTEEN);
});

test("what one window saves is in the other at once, and neither takes from the other", async ({
  page, context, baseURL, problems,
}) => {
  const second = await context.newPage();
  await watch(second, problems, baseURL);
  await open(page, `#${FIFTEEN}`);
  await open(second);
  const [here, there] = [await openWindow(page, "Scenarios"), await openWindow(second, "Scenarios")];
  await save(here, "Fifteen");
  await expect(kept(there)).toHaveText(["Fifteen"]);
  await save(there, "Published");
  await expect(kept(here)).toHaveText(["Fifteen", "Published"]);
  await button(there, "Delete Fifteen").click();
  await expect(kept(here)).toHaveText(["Published"]);
  await expectGolden(page, FIFTEEN); // what is being done is each window's own
  await button(there, "Restore Fifteen").click();
  await expect(kept(here)).toHaveText(["Fifteen", "Published"]);
});

for (const answer of ["Carry on", "Start afresh"]) {
  test(`what was being done last is offered again, and ${answer} does what it says`, async ({ page }) => {
    await open(page);
    await box(page, JOURNEYS).fill("15");
    await expectFragment(page, FIFTEEN);
    await expect(page.getByRole("region", { name: "What moved" })).toBeVisible(); // nothing is still on its way
    await page.goto("about:blank");
    await open(page);
    const notice = page.getByRole("region", { name: "You were working on a scenario here before." });
    await expectGolden(page, CASE);
    await button(notice, answer).click();
    await expect(notice).toHaveCount(0);
    await expect(results(page)).toBeFocused();
    const then = answer === "Carry on" ? FIFTEEN : CASE;
    await expectGolden(page, then);
    await expectFragment(page, answer === "Carry on" ? FIFTEEN : "");
    await page.reload();
    await expectGolden(page, then);
    await expect(notice).toHaveCount(0);
    await page.goto("about:blank");
    await open(page, `#${CASE}&benefit-delay=7`); // who opens a link wants that
    await expectGolden(page, `${CASE}&benefit-delay=7`);
    await expect(notice).toHaveCount(0);
  });
}

test("the offer to carry on stands until it is answered", async ({ page }) => {
  await open(page);
  await box(page, JOURNEYS).fill("15");
  await expectFragment(page, FIFTEEN);
  // What is still on its way when a page is left is a logged error.
  await expect(page.getByRole("region", { name: "What moved" })).toBeVisible();
  await page.goto("about:blank");
  await open(page);
  await expect(button(page, "Carry on")).toBeVisible();
  await page.waitForTimeout(400); // longer than the address bar waits
  await page.reload();
  await button(page, "Carry on").click();
  await expectGolden(page, FIFTEEN);
});

test("how the tables read is remembered, unless a link says otherwise", async ({ page }) => {
  await open(page);
  await button(page, "£k").click();
  await button(page, "Payer").click();
  await expect.poll(() => stored(page, "send-modeller.view")).toBe("thousands,payer");
  await page.goto("about:blank");
  await open(page);
  await expect(button(page, "£k")).toHaveAttribute("aria-pressed", "true");
  await page.goto("about:blank");
  await open(page, `#${CASE}&view=running`);
  await expect(button(page, "£")).toHaveAttribute("aria-pressed", "true");
  await expect(button(page, "Running total")).toHaveAttribute("aria-pressed", "true");
});

const MARKUP = '<img src=x onerror="window.hit=1"><script>window.hit=1</script>';

test("markup in words from a link is text on every screen, and so is a saved name", async ({ page }) => {
  const words = `title=${encodeURIComponent(MARKUP)}&note=${encodeURIComponent(`${MARKUP}\n${MARKUP}`)}`;
  const injected = () => page.locator("main img, dialog img, main script, dialog script, header img, header script");
  await open(page, `#${FIFTEEN}&view=panel&${words}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(MARKUP);
  await expect(page.locator("blockquote")).toHaveText(`${MARKUP}\n${MARKUP}`, { useInnerText: true });
  await expect(injected()).toHaveCount(0);
  await button(page, "Explore from here").click();
  await expect(page.locator(".scenario-name")).toHaveText(MARKUP);
  const window = await openWindow(page, "Scenarios");
  await button(window, "Save").click();
  await expect(kept(window)).toHaveText([MARKUP]);
  await expect(injected()).toHaveCount(0);
  await button(window, "Close").click();
  const share = await openWindow(page, "Share");
  await expect(share.getByRole("region", { name: "What they will see" })).toContainText(MARKUP);
  await button(share, "Close").click();
  await page.getByRole("link", { name: "Compare", exact: true }).click();
  await page.getByLabel(MARKUP, { exact: true }).check();
  await expect(page.getByRole("columnheader", { name: MARKUP }).first()).toBeVisible();
  await expect(injected()).toHaveCount(0);
  expect(await page.evaluate(() => window.hit)).toBeUndefined();
});

test("a note of ten thousand characters is cut, and it is said", async ({ page }) => {
  await open(page, `#${FIFTEEN}&view=panel&title=Long&note=${"n".repeat(10_000)}`);
  await expect(damaged(page).getByRole("listitem")).toHaveText([
    "note: longer than 500 characters; only the first 500 are shown",
  ]);
  await expect(page.locator("blockquote")).toHaveText("n".repeat(500));
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await expect(page.locator("dl.key-figures")).toContainText("£20.10m");
});
