// On a slow device the charts and the tables of a large case wait for a pause in typing: that is to be seen, and nothing
// is printed of it.
import { openLarge } from "../benches/large-case.mjs";
import { expect, open, test } from "./fixtures.mjs";
import { box, JOURNEYS, row, tile } from "./page.mjs";

// For a while every frame takes longer than a drawing may, as on a slow device; how fast this machine is makes no
// difference then.
function slowFrames(slow) {
  const ask = (window.quickly ??= requestAnimationFrame);
  const slowly = (callback) =>
    ask((time) => {
      const end = performance.now() + 100;
      while (performance.now() < end);
      callback(time);
    });
  window.requestAnimationFrame = slow ? slowly : ask;
}

// Types two values one straight after the other, and says how the page stands: in the frame after, once that was for long
// enough to be read, and what the ledger has when the page is about to be printed.
function typeTwo([label, first, second]) {
  const labelled = [...document.querySelectorAll("label")].find(({ textContent }) => textContent.trim() === label);
  const field = document.getElementById(labelled.htmlFor);
  const type = (value) => {
    field.value = value;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  };
  const net = [...document.querySelectorAll("tr")].find((line) => line.querySelector("th")?.textContent === "Net");
  const stands = () => ({
    tile: document.querySelector(".tiles").textContent,
    ledger: net.textContent,
    opacity: getComputedStyle(document.querySelector(".detail")).opacity,
  });
  const frame = () => new Promise((made) => requestAnimationFrame(made));
  // What the app draws at once it draws before any frame.
  const drawn = async () => {
    for (let turn = 0; turn < 10; turn += 1) await null;
  };
  return (async () => {
    const before = stands();
    type(first);
    await drawn();
    type(second);
    await frame();
    await frame();
    const waiting = stands();
    const asked = performance.now();
    while (stands().opacity === "1" && performance.now() - asked < 2_000) await frame();
    const pale = stands();
    // It lays out the paper before any timer or frame: what is drawn by then is what is printed.
    dispatchEvent(new Event("beforeprint"));
    await drawn();
    return { before, waiting, pale, printed: stands() };
  })();
}

const exact = (text) => text.match(/−?£[\d,]{7,}/)[0];

// The ledger has come to what the tiles have.
async function followed(page) {
  await expect(async () => {
    const tiles = await tile(page, "Net over ten years").textContent();
    expect(await row(page, "Ledger", "Net").textContent()).toContain(exact(tiles));
  }).toPass({ timeout: 10_000 });
}

// A large case on a device where drawing it takes long.
async function openSlowly(page) {
  await open(page);
  await openLarge(page);
  await page.evaluate(slowFrames, true);
  // How long a drawing takes is known once two were made.
  for (const value of ["14", "15"]) {
    await box(page, JOURNEYS).fill(value);
    await followed(page);
    // And measured, in the frame after.
    await page.waitForTimeout(500);
  }
  await page.evaluate(slowFrames, false);
}

test("what waits for a pause is pale, and is drawn before the page is printed", async ({ page }) => {
  test.slow();
  await openSlowly(page);
  const detail = page.locator(".detail");

  const { before, waiting, pale, printed } = await page.evaluate(typeTwo, [JOURNEYS, "16", "17"]);
  expect(waiting.tile, "the headline is of the latest at once").not.toBe(before.tile);
  expect(waiting.ledger, "and the ledger waits").toBe(before.ledger);
  expect(pale.ledger).toBe(before.ledger);
  expect(pale.opacity).toBe("0.6");
  expect(printed.tile).toBe(waiting.tile);
  const latest = exact(await tile(page, "Net over ten years").textContent());
  expect(printed.ledger).toContain(latest);
  expect(before.ledger).not.toContain(latest);
  await expect(detail).toHaveCSS("opacity", "1");
});

test("a clock that is set back meanwhile keeps nothing waiting", async ({ page }) => {
  test.slow();
  await openSlowly(page);
  await box(page, JOURNEYS).evaluate((field) => {
    for (const value of ["16", "17"]) {
      field.value = value;
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }
    const now = Date.now.bind(Date);
    requestAnimationFrame(() => (Date.now = () => now() - 3_600_000));
  });
  await followed(page);
});
