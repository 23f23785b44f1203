// What the sender saw beside what this copy gives. None of it stands in the way of reading.
import { readFileSync } from "node:fs";
import { expect, open, test } from "./fixtures.mjs";
import { box, button, CASE, damaged, expectGolden, golden, JOURNEYS, pounds } from "./page.mjs";
import { sent } from "./sent.mjs";

const FIFTEEN = `${CASE}&in-county-journeys=15`;
const told = golden(FIFTEEN);
const SEEN = { scenario: FIFTEEN, net: told.totals.net, payback: told.payback_year };
const NOW = `now ${pounds(told.totals.net)} net, paying back in ${told.payback_year} (model 1.0).`;

const receipt = (page) => page.locator("main.panel .receipt");

// However it is with the receipt, the page shows the scenario and lets it be gone on with.
async function expectRead(page) {
  await expect(damaged(page)).toHaveCount(0);
  const net = page.locator("dl.key-figures > div").filter({ hasText: "Net over five years" });
  await expect(net).toContainText("£20.10m");
  await button(page, "Explore from here").click();
  await expectGolden(page, FIFTEEN);
}

test("the same figures are said to be as sent", async ({ page }) => {
  await open(page, sent(SEEN));
  await expect(receipt(page)).toHaveText("Figures as sent (model 1.0).");
  await expectRead(page);
});

test("a scenario that does not pay back is as sent as well", async ({ page }) => {
  const none = `${CASE}&benefit-delivery=0`;
  await open(page, sent({ scenario: none, net: golden(none).totals.net }));
  await expect(receipt(page)).toHaveText("Figures as sent (model 1.0).");
});

test("a link without a receipt says nothing of one", async ({ page }) => {
  await open(page, sent({ scenario: FIFTEEN }));
  await expect(page.locator("p.sentence")).toBeVisible();
  await expect(receipt(page)).toHaveCount(0);
  await expectRead(page);
});

test("what is changed here is no longer as sent", async ({ page }) => {
  await open(page, sent(SEEN));
  await button(page, "Explore from here").click();
  await box(page, JOURNEYS).fill("20");
  await page.getByRole("link", { name: "Panel view" }).click();
  await expect(page.locator("p.sentence")).toBeVisible();
  await expect(receipt(page)).toHaveCount(0);
});

for (const [what, link] of [
  ["an assumption", sent({ ...SEEN, scenario: CASE }).replace("&view", "&in-county-journeys=15&view")],
  ["the figures", sent(SEEN).replace(`,${told.totals.net},`, ",99000000,")],
]) {
  test(`a link in which ${what} was edited says that its sender saw something else`, async ({ page }) => {
    await open(page, link);
    await expect(receipt(page)).toContainText("This link was changed after it was made");
    await expect(receipt(page)).not.toContainText("£");
    await expectRead(page);
  });
}

for (const unreadable of ["", "abc", "1.0,20101070,2019/20", "1.0,20101070,<b>2019</b>,00000000", "9".repeat(5_000)]) {
  test(`a receipt that cannot be read is said to be so: ${unreadable.slice(0, 40) || "empty"}`, async ({ page }) => {
    await open(page, `${sent({ scenario: FIFTEEN })}&receipt=${encodeURIComponent(unreadable)}`);
    await expect(receipt(page)).toContainText("What the sender saw cannot be read from this link.");
    await expectRead(page);
  });
}

// The versions of the change log newer than a model, each with what moved a figure in it.
function numbersChanged(after) {
  const log = readFileSync(new URL("../CHANGELOG.md", import.meta.url), "utf8");
  const versions = log.split(/^## /m).slice(1);
  return versions.flatMap((text) => {
    const [heading] = text.split("\n");
    const model = Number(/\(model 1\.(\d+)\)/.exec(heading)?.[1] ?? -1);
    const numbers = text.split(/^### Numbers changed\n/m)[1]?.split(/^### /m)[0] ?? "";
    return model > after ? [{ heading, lines: [...numbers.matchAll(/^- (.*)$/gm)].map(([, line]) => line) }] : [];
  });
}

test("other figures from an older model stand beside today's, with what changed since", async ({ page }) => {
  await open(page, sent({ ...SEEN, model: "0.9", net: 19_000_000, payback: "2020/21" }));
  await expect(receipt(page).getByRole("paragraph").first()).toHaveText(
    `Sent as £19,000,000 net, paying back in 2020/21 (model 0.9); ${NOW}`,
  );
  const since = numbersChanged(-1);
  expect(since.length).toBeGreaterThan(0);
  for (const { heading } of since) await expect(receipt(page)).toContainText(`What changed in ${heading}:`);
  await expect(receipt(page).getByRole("listitem")).toHaveText(since.flatMap(({ lines }) => lines));
  await expectRead(page);
});

test("an older model that gave the same figures is as sent", async ({ page }) => {
  await open(page, sent({ ...SEEN, model: "0.9" }));
  await expect(receipt(page)).toHaveText("Figures as sent (model 0.9).");
});

test("other figures from the same model are told without a reason that is not one", async ({ page }) => {
  await open(page, sent({ ...SEEN, net: -5, payback: "never" }));
  await expect(receipt(page)).toHaveText(`Sent as −£5 net, not paying back (model 1.0); ${NOW}`);
  await expectRead(page);
});

test("figures from a newer model are told, with where to see the sender's", async ({ page }) => {
  await open(page, sent({ ...SEEN, model: "2.3", net: 19_000_000, payback: "2020/21" }));
  await expect(receipt(page)).toContainText(
    "Sent as £19,000,000 net, paying back in 2020/21 (model 2.3), from a newer copy of this app.",
  );
  await expect(receipt(page)).toContainText(`This copy gives ${NOW.replace(/^now /, "")}`);
  await expectRead(page);
});
