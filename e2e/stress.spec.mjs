// The stress test as an officer uses it: what matters, what would break the case, what went wrong elsewhere.
import { expect, open, test } from "./fixtures.mjs";
import { box, button, CASE, expectFragment, golden, pounds, row, table } from "./page.mjs";

const STRESS = `#${CASE}&view=stress`;
const section = (page, name) => page.getByRole("region", { name, exact: true });
const low = (page) => page.getByRole("textbox", { name: /^Low ?: In-county school journeys removed$/ });
const net = (fragment) => golden(fragment).totals.net;

test("a failure goes into the scenario with one press, and out again with another", async ({ page }) => {
  await open(page, STRESS);
  const failures = section(page, "What has gone wrong elsewhere");
  const late = failures.getByRole("button", { name: "Benefits come a year late" });
  await expect(late).toHaveAttribute("aria-pressed", "false");
  await expect(failures.getByRole("listitem").filter({ hasText: "Benefits come a year late" })).toContainText("£11.90m");
  await late.click();
  await expect(late).toHaveAttribute("aria-pressed", "true");
  await expectFragment(page, `${CASE}&benefit-delay=12&view=stress`);
  await expect(box(page, "All benefits arrive late by")).toHaveValue("12");
  await late.click();
  await expect(late).toHaveAttribute("aria-pressed", "false");
  await button(page, "Undo").click();
  await expect(late).toHaveAttribute("aria-pressed", "true");
  await button(page, "Reset all").click();
  await expect(late).toHaveAttribute("aria-pressed", "false");
});

test("a grade corrects its line, and taking it back leaves the published case", async ({ page }) => {
  await open(page, STRESS);
  const grade = page.getByRole("combobox", { name: "Grade: SEN transport, in county" });
  const grades = "Grades of evidence of benefits";
  await grade.selectOption({ label: "4: monitored by practitioners" });
  await expect(row(page, grades, "SEN transport, in county")).toContainText("−15%");
  // Four years of 1,231,095 less 15%, each year rounded.
  await expect(row(page, grades, "SEN transport, in county")).toContainText(pounds(4 * 1_046_430));
  await expectFragment(page, `${CASE}&grade-transport-in-county=4&view=stress`);
  await grade.selectOption({ label: "No grade" });
  await expectFragment(page, `${CASE}&view=stress`);
});

test("the appraisal adds years where it is asked, and marks them", async ({ page }) => {
  await open(page, STRESS);
  await expect(row(page, "Discounted cash flow", "Net")).toContainText(pounds(net(CASE)));
  await box(page, "Years added to the appraisal").fill("2");
  await expect(table(page, "Discounted cash flow").getByRole("columnheader", { name: "2024/25 (added)" })).toBeVisible();
  await expect(page.getByText("Two years added, and not in the paper")).toBeVisible();
  // The headline does not know of them.
  await page.getByRole("link", { name: "Explore" }).click();
  await expect(page.getByRole("region", { name: "Results" })).toContainText(pounds(net(CASE)));
});

test("an overlap stands beside the published lines and is a row of the ledger", async ({ page }) => {
  await open(page, STRESS);
  await box(page, "Overlap of transport lines counted").fill("100");
  await expect(row(page, "Overlaps left out, as set, and in full", "Savings over five years")).toContainText(pounds(6_984_500));
  await page.getByRole("link", { name: "Explore" }).click();
  await expect(row(page, "Ledger", "Overlap between lines: transport")).toContainText(pounds(6_140));
});

test("a ring-fenced grant repays nobody, and payback is held against a norm", async ({ page }) => {
  await open(page, STRESS);
  const payers = section(page, "Who gets its money back");
  await expect(payers).toContainText("£2,639,539 of Dedicated Schools Grant is ring-fenced");
  await box(page, "Payback expected within").fill("1");
  await expect(table(page, "Payback by whose benefits").getByRole("columnheader", { name: "Within 1 year" })).toBeVisible();
  const savings = table(page, "Payback by whose benefits").getByRole("row").filter({ hasText: "Savings alone" });
  await expect(savings.getByRole("cell").last()).toHaveText("no");
});

test("what is tested, its ranges and its goal are in the link, and open again", async ({ page, context }) => {
  await open(page, STRESS);
  const tested = section(page, "What is tested");
  await tested.getByRole("radio", { name: "Payback" }).check();
  await tested.getByRole("radio", { name: "Savings alone" }).check();
  await page.getByRole("combobox", { name: "To pay back by the end of" }).selectOption({ label: "2020/21" });
  await low(page).fill("2");
  await expect(section(page, "How far each may move")).toContainText("at least");
  await expectFragment(page, `${CASE}&ranges=in-county-journeys_2_12&view=stress&stress=payback,savings,by_2020`);
  const sentence = await section(page, "How far each may move").locator(".lead").innerText();

  const other = await context.newPage();
  await open(other, page.url().slice(page.url().indexOf("#")));
  await expect(section(other, "How far each may move").locator(".lead")).toHaveText(sentence);
  await expect(low(other)).toHaveValue("2");
});

test("a range that cannot be used is kept as typed and said, and the rest goes on", async ({ page }) => {
  await open(page, STRESS);
  await low(page).fill("13");
  await expect(low(page)).toHaveAttribute("aria-invalid", "true");
  await expect(section(page, "Which assumptions matter most")).toContainText(/above|high/);
  await expectFragment(page, `${CASE}&view=stress`);
  await low(page).fill("4");
  await expect(low(page)).not.toHaveAttribute("aria-invalid", "true");
  await expectFragment(page, `${CASE}&ranges=in-county-journeys_4_12&view=stress`);
});

test("by keyboard alone: to the failures, one in, to the simulation and run", async ({ page }) => {
  await open(page, STRESS);
  await button(page, "What has gone wrong elsewhere").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await expect(page.getByRole("button", { name: "Benefits come a year late" })).toHaveAttribute("aria-pressed", "true");
  await button(page, "How likely").focus();
  await page.keyboard.press("Enter");
  for (let stops = 0; stops < 10; stops += 1) {
    await page.keyboard.press("Tab");
    if (await button(page, "Run the simulation").evaluate((run) => run === document.activeElement)) break;
  }
  await page.keyboard.press("Enter");
  await expect(section(page, "How likely")).toContainText("Done.", { timeout: 20_000 });
});
