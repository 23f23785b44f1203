// What journeys share: the app's parts by label, name and caption, and what the figures should be.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect } from "./fixtures.mjs";

export const CASE = "case=hertfordshire-2018&v=1";
export const JOURNEYS = "In-county school journeys removed";
export const TRANSFERS = "Out-of-county pupils moved in county";
export const DELAY = "All benefits arrive late by";
export const WAITING = "Not updated: the results are the last good ones";
export const DAMAGED = "Part of this link could not be read";

export const box = (page, label) => page.getByRole("textbox", { name: label, exact: true });
export const button = (page, name) => page.getByRole("button", { name, exact: true });
export const results = (page) => page.getByRole("region", { name: "Results" });
export const tile = (page, title) => results(page).locator("dl > div").filter({ hasText: title });
export const table = (page, caption) => page.getByRole("table", { name: caption });
export const row = (page, caption, name) =>
  table(page, caption).getByRole("row").filter({ has: page.getByRole("rowheader", { name, exact: true }) });
export const dialog = (page, name) => page.getByRole("dialog", { name, exact: true });
export const explanation = (page) => page.getByRole("region", { name: /^How .* is made$/ });
export const damaged = (page) => page.getByRole("alert", { name: DAMAGED });
export const waiting = (page) => page.getByRole("region", { name: WAITING });

export const pounds = (amount) => `${amount < 0 ? "−" : ""}£${Math.abs(amount).toLocaleString("en-GB")}`;

// What the native engine gives for a fragment.
export function golden(fragment) {
  const file = new URL("../tests/golden/", import.meta.url);
  return JSON.parse(readFileSync(`${fileURLToPath(file)}${fragment}.json`, "utf8"));
}

// The address is written a moment after the change.
export const expectFragment = (page, fragment) =>
  expect.poll(() => page.evaluate(() => location.hash.replace(/^#/, "")), "the fragment").toBe(fragment);

// A tile's title, then the short figure where there is one, then the exact one.
const starting = (title, exact) => new RegExp(`^${title}(−?£[0-9.,]+[km]?)?${exact}`);

// Holds the tiles and the foot of the ledger to a golden file.
export async function expectGolden(page, fragment) {
  const told = golden(fragment);
  const last = told.years.length - 1;
  const never = "not within 5 years";
  await expect(results(page).locator("dl > div")).toHaveText([
    starting("Investment over five years", pounds(told.totals.investment)),
    starting("Savings a year by 2022/23", pounds(told.savings[last])),
    starting("Avoidance a year by 2022/23", pounds(told.avoidance[last])),
    starting("Net over five years", pounds(told.totals.net)),
    starting("Pays back, all benefits", told.payback_year ?? never),
    starting("Pays back, savings alone", told.payback_year_savings_only ?? never),
  ]);
  // Each year and the total; the published figure may follow.
  const net = [...told.net, told.totals.net].map((amount) => new RegExp(`^${pounds(amount)}(published .*)?$`));
  await expect(row(page, "Ledger", "Net").locator("td")).toHaveText([...net, /./]);
}

// Everything the results say, to compare with another page. Firefox gives no inner text of what is far out of sight.
export async function everyFigure(page) {
  // The ledger follows the tiles, on a busy machine once nothing has been typed for a moment.
  const net = results(page).locator("dl > div").filter({ hasText: "Net over" }).locator(".exact");
  await expect(row(page, "Ledger", "Net")).toContainText(await net.textContent());
  return {
    tiles: await results(page).locator("dl > div").allTextContents(),
    ledger: await table(page, "Ledger").getByRole("row").allTextContents(),
    payers: await table(page, "Who gains").getByRole("row").allTextContents(),
  };
}

// The browser's Back and Forward within the app. Playwright's own wait for ever in Firefox where the page stays.
const travel = (page, way) =>
  page.evaluate(
    (way) =>
      new Promise((gone) => {
        addEventListener("popstate", () => gone(), { once: true });
        history[way]();
      }),
    way,
  );
export const back = (page) => travel(page, "back");
export const forward = (page) => travel(page, "forward");

// Nothing may stick out to the right of the window.
export async function fits(page) {
  const [needed, there] = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return [scrollWidth, clientWidth];
  });
  expect(needed).toBe(there);
}

// Opens one of the windows of the bar.
export async function openWindow(page, name) {
  await button(page, name).click();
  await expect(dialog(page, name)).toBeVisible();
  return dialog(page, name);
}

// Drops files on the page, the way the browser does, of text or of bytes; true where it was kept from opening them in place of the page.
export async function drop(page, ...dropped) {
  await page.locator("main").waitFor(); // between two screens there is none for a moment
  return page.evaluate((dropped) => {
    const dataTransfer = new DataTransfer();
    for (const [name, content, size] of dropped) {
      dataTransfer.items.add(new File([size ? new Uint8Array(size) : Array.isArray(content) ? new Uint8Array(content) : content], name));
    }
    const event = (type) => new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true });
    const target = document.querySelector("dialog[open] h3, main");
    return ["dragover", "drop"].every((type) => !target.dispatchEvent(event(type)));
  }, dropped);
}

// The link in the window Share, which opens on the panel page unless told otherwise.
export async function linkToSend(share, opensOn = "Panel view") {
  await share.getByRole("radio", { name: opensOn }).check();
  return share.getByRole("textbox", { name: "Link", exact: true }).inputValue();
}

// Every fold, what there is to know of every assumption, every chart's table, the sources, and how a figure is made.
export async function openEverything(page) {
  // In the page: pressing seventy buttons one by one through Playwright takes half a minute.
  await page.evaluate(async () => {
    for (;;) {
      // Of the figures only one is explained at a time.
      const closed = document.querySelectorAll('#app button[aria-expanded="false"]:not(.ask)');
      if (closed.length === 0) break;
      for (const toggle of closed) toggle.click();
      await new Promise(requestAnimationFrame);
    }
    document.querySelector("table.explained tr.changed .ask, table.explained .ask").click();
  });
  await expect(explanation(page)).toBeVisible();
  await page.getByRole("checkbox", { name: "Show sources" }).evaluate((toggle) => toggle.click()); // without scrolling
  await expect(page.getByText("Evidence figures").first()).toBeVisible();
}
