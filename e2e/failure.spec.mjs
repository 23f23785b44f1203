// A panic: the page says what happened, keeps the link, and comes back.
import AxeBuilder from "@axe-core/playwright";
import { expect, open, test } from "./fixtures.mjs";
import { box, CASE, expectFragment, expectGolden, TRANSFERS } from "./page.mjs";

const FIFTEEN = `${CASE}&in-county-journeys=15`;

// Makes the browser refuse what Yew cannot do without, once asked to.
async function breakable(page) {
  await page.addInitScript(() => {
    const { insertBefore } = Node.prototype;
    Node.prototype.insertBefore = function (...nodes) {
      if (sessionStorage.broken && this.closest?.("#app")) throw new Error("refused by the test");
      return insertBefore.apply(this, nodes);
    };
  });
}

const breakNow = (page) => page.evaluate(() => (sessionStorage.broken = "yes"));
const mend = (page) => page.evaluate(() => delete sessionStorage.broken);
const failure = (page) => page.getByRole("alert").filter({ hasText: "Something went wrong in this page" });

test("a panic while changing leaves a page with what happened, the link and a way back", async ({ page, problems }) => {
  await breakable(page);
  await open(page, `#${FIFTEEN}`);
  await breakNow(page);
  await box(page, TRANSFERS).fill("5");
  await expect(failure(page).getByRole("heading", { level: 1 })).toHaveText("Something went wrong in this page");
  await expect(failure(page)).toContainText(/panicked at .*\n?.*failed to append child|failed to insert node/);
  await expect(page.locator("#app")).toBeHidden();
  const link = failure(page).getByRole("link");
  await expect(link).toHaveAttribute("href", page.url());
  await expect(link).toHaveText(page.url());
  expect(new URL(page.url()).hash).toBe(`#${FIFTEEN}`);
  expect((await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations.map(({ id }) => id)).toEqual([]);

  await mend(page);
  await failure(page).getByRole("button", { name: "Reload the page" }).click();
  await expect(failure(page)).toHaveCount(0);
  await expectGolden(page, FIFTEEN);
  await box(page, TRANSFERS).fill("5");
  await expectFragment(page, `${FIFTEEN}&ooc-transfers=5`);
  expect(problems.some((problem) => problem.includes("refused by the test"))).toBe(true);
  problems.length = 0;
});

test("keys pressed on the failure page do it no harm", async ({ page, problems }) => {
  await breakable(page);
  await open(page, `#${FIFTEEN}`);
  await breakNow(page);
  await box(page, TRANSFERS).fill("5");
  await expect(failure(page)).toBeVisible();
  for (const key of ["Control+z", "Control+y", "Escape"]) await page.keyboard.press(key);
  await page.evaluate(() => (location.hash = "case=hertfordshire-2018&v=1"));
  await expect(failure(page)).toHaveCount(1);
  await page.keyboard.press("Tab");
  await expect(failure(page).getByRole("link")).toBeFocused();
  problems.length = 0;
});

test("a panic while starting leaves the same page, whose button starts again", async ({ page, problems }) => {
  await breakable(page);
  await open(page);
  await breakNow(page);
  await page.goto(`./#${FIFTEEN}`);
  await page.reload();
  await expect(failure(page)).toBeVisible();
  await expect(page.locator("#app")).toBeHidden();
  await expect(failure(page).getByRole("link")).toHaveAttribute("href", page.url());
  await mend(page);
  await failure(page).getByRole("button", { name: "Reload the page" }).click();
  await expectGolden(page, FIFTEEN);
  problems.length = 0;
});
