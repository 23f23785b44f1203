// A case of 200 lines over ten years: Hertfordshire's with its years made ten and more lines of its own kinds.
import { readFileSync } from "node:fs";

const YEARS = 10;
const LINES = 200;

export function largeCase() {
  const file = new URL("../www/cases/hertfordshire-2018.json", import.meta.url);
  const made = JSON.parse(readFileSync(file, "utf8"));
  made.id = "large";
  made.title = "Large";
  const longer = (list) => {
    while (list.length < YEARS) list.push(list.at(-1));
  };
  // What is spent once is not spent again.
  const spent = (list) => {
    while (list.length < YEARS) list.push(0);
  };
  made.years.count = YEARS;
  for (const { cost } of made.investment) spent(cost.amounts ?? cost.phasing);
  for (const { rule } of made.benefits) {
    for (const list of [rule.phasing, rule.extra, rule.steps, rule.amounts, rule.pressure]) if (Array.isArray(list)) longer(list);
  }
  for (const { amounts } of made.plan_pressures) longer(amounts);
  const figure = (id, label, unit, published, group) => ({
    id, label, help: "One of many.", group, tier: "more", unit, unit_note: "", published, min: 0,
    max: unit === "percent" ? 100 : 1e9, step: 1, low: published, high: published, range_note: "", source: "1",
    status: "added",
  });
  const streams = made.workstreams.map(({ id }) => id);
  for (let at = 0; made.investment.length + made.benefits.length < LINES; at += 1) {
    const workstream = streams[at % streams.length];
    const line = { id: `line-${at}`, label: `Line ${at}`, workstream, source: "1" };
    if (at % 2) {
      made.assumptions.push(figure(`posts-${at}`, `Posts of line ${at}`, "count", 2, workstream));
      made.assumptions.push(figure(`pay-${at}`, `Pay of line ${at}`, "pounds", 30_000 + at, workstream));
      const months = Array.from({ length: YEARS }, (_, year) => (year < 3 ? 12 : 0));
      made.investment.push({ ...line, note: "", cost: { kind: "staff", posts: `posts-${at}`, pay: `pay-${at}`, months } });
    } else {
      made.assumptions.push(figure(`cost-${at}`, `Cost of line ${at}`, "pounds", 500_000 + at, workstream));
      made.assumptions.push(figure(`share-${at}`, `Share of line ${at}`, "percent", 5, workstream));
      const phasing = Array.from({ length: YEARS }, (_, year) => (year ? 100 : 0));
      const rule = { kind: "share-of-cost", cost: `cost-${at}`, share: `share-${at}`, phasing };
      made.benefits.push({ ...line, kind: at % 4 ? "saving" : "avoidance", gains: { rest: "core" }, proposal: "", rule });
    }
  }
  return JSON.stringify(made);
}

// Gives it to the page as a person does, and how long it takes until its headline and until all of its ledger stands
// there, in milliseconds.
export async function openLarge(page) {
  await page.getByRole("button", { name: /^Case: / }).click();
  const file = page.getByRole("dialog", { name: "Cases" }).getByLabel("Case file (.json)");
  await file.waitFor();
  await page.waitForTimeout(1000); // nobody finds a file sooner
  await page.evaluate(() => {
    let began;
    let headline;
    addEventListener("change", () => (began = performance.now()), { capture: true, once: true });
    const watch = new MutationObserver(() => {
      const sentence = document.querySelector(".sentence")?.textContent ?? "";
      if (!headline && sentence.includes("ten years")) {
        document.body.getBoundingClientRect();
        headline = performance.now() - began;
      }
      const drawn = [...document.querySelectorAll("th")].some((head) => head.textContent.includes("Line 170"));
      if (!drawn) return;
      watch.disconnect();
      document.body.getBoundingClientRect();
      window.opened = { headline, ledger: performance.now() - began };
    });
    watch.observe(document, { childList: true, subtree: true, characterData: true });
  });
  await file.setInputFiles({ name: "large.json", mimeType: "", buffer: Buffer.from(largeCase()) });
  await page.waitForFunction(() => window.opened);
  return page.evaluate(() => window.opened);
}
