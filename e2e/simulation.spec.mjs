// The simulation: in the worker, on the page where there is none, and always of what is set now.
import { openLarge } from "../benches/large-case.mjs";
import { expect, open, test } from "./fixtures.mjs";
import { box, button, CASE, expectFragment, pounds, table } from "./page.mjs";

const STRESS = `#${CASE}&view=stress`;
const SPREAD = /^How the draws spread/;
const ON_PAGE = "did not start a background worker";

const section = (page) => page.getByRole("region", { name: "How likely", exact: true });
const status = (page) => section(page).locator(".simulation-run").getByRole("status");
const results = (page) => section(page).locator(".simulated");
const done = (page) => expect(status(page)).toContainText("Done.", { timeout: 20_000 });
const spread = (page) =>
  table(page, SPREAD).locator("tbody tr:not(.section)").evaluateAll((rows) =>
    rows.map((row) => [...row.querySelectorAll("td")].map((cell) => cell.textContent)));

// What the JavaScript face gives, as the table has it.
async function told(page, link, plan) {
  const summary = await page.evaluate(
    async ([link, plan]) => {
      const { default: start, simulate } = await import(new URL("./api.js", document.baseURI).href);
      await start();
      return simulate(link, plan);
    },
    [link, plan],
  );
  expect(summary.problems).toEqual([]);
  const { scopes, savings, avoidance } = summary;
  const all = [...scopes.map(({ net }) => net), ...scopes.map(({ npv }) => npv), savings, avoidance];
  return all.map(({ p10, p50, p90, mean }) => [p10, p50, p90, mean].map((amount) => pounds(Math.round(amount))));
}

test("runs in the worker and gives the figures of the JavaScript face, on a fresh page as well", async ({ page, context }) => {
  await open(page, `${STRESS}&in-county-journeys=8`);
  await expect(table(page, SPREAD)).toHaveCount(0);
  await box(page, "Number of draws").fill("20,000");
  await box(page, "Seed").fill("7");
  await section(page).getByText("Triangular").click();
  await button(page, "Run the simulation").click();
  await done(page);
  await expect(results(page)).not.toContainText(ON_PAGE);
  expect(page.workers()).toHaveLength(1);
  const figures = await spread(page);
  const plan = { draws: 20_000, seed: 7, shape: "triangular" };
  expect(figures).toEqual(await told(page, `${CASE}&in-county-journeys=8`, plan));
  await expectFragment(page, `${CASE}&in-county-journeys=8&view=stress&stress=draws_20000,seed_7,triangular,run`);

  const other = await context.newPage();
  await open(other, page.url().slice(page.url().indexOf("#")));
  await done(other);
  expect(await spread(other)).toEqual(figures);
});

test("says so where the worker cannot start, and gives the same figures", async ({ page, problems }) => {
  await page.route("**/worker-*.js", (route) => route.abort());
  await open(page, `${STRESS}&stress=draws_3000,run`);
  await done(page);
  await expect(results(page)).toContainText(ON_PAGE);
  expect(page.workers()).toHaveLength(0);
  expect(await spread(page)).toEqual(await told(page, CASE, { draws: 3_000 }));
  problems.length = 0; // the browser logs what it could not fetch
});

test("is cancelled, and leaving the screen ends the worker", async ({ page }) => {
  await open(page, `${STRESS}&stress=draws_1000000`);
  await button(page, "Run the simulation").click();
  await expect(section(page).getByRole("progressbar")).toBeVisible();
  await button(page, "Cancel").click();
  await expect(status(page)).toHaveText("Cancelled. There are no figures.");
  await expect(button(page, "Run the simulation")).toBeFocused();
  await expect(table(page, SPREAD)).toHaveCount(0);
  await expectFragment(page, `${CASE}&view=stress&stress=draws_1000000`);
  await expect.poll(() => page.workers().length).toBe(0);

  await button(page, "Run the simulation").click();
  await expect(section(page).getByRole("progressbar")).toBeVisible();
  await page.getByRole("navigation", { name: "Screens" }).getByRole("link", { name: "Explore" }).click();
  await expect.poll(() => page.workers().length).toBe(0);
});

test("a change marks the figures at once, and those of the change take their place", async ({ page }) => {
  await open(page, `${STRESS}&stress=draws_1000,run`);
  await done(page);
  const before = await spread(page);
  // Long enough to be seen running.
  await box(page, "Number of draws").fill("1,000,000");
  await expect(section(page).getByText("Of the settings before your last change; running again…")).toBeVisible();
  await expect(results(page)).toHaveAttribute("data-stale");
  expect(await spread(page)).toEqual(before);
  await expect(section(page).getByRole("progressbar", { name: /of 1,000,000 draws/ })).toBeVisible();
  await page.getByRole("textbox", { name: /^High ?: In-county school journeys removed$/ }).fill("20");
  await box(page, "Number of draws").fill("2000");
  await done(page);
  await expect(results(page)).not.toHaveAttribute("data-stale");
  const ranged = `${CASE}&ranges=in-county-journeys_3_20`;
  expect(await spread(page)).toEqual(await told(page, ranged, { draws: 2_000 }));

  await box(page, "Number of draws").fill("none");
  await expect(status(page)).toHaveText("Not running: the number of draws cannot be used.");
  await expect(results(page)).toHaveAttribute("data-stale");
  await expect(box(page, "Number of draws")).toHaveValue("none");
});

test("100,000 draws of a case of 200 lines by ten years say how far they are, and can be ended", async ({ page }) => {
  test.slow();
  await open(page);
  await openLarge(page);
  await page.getByRole("link", { name: "Stress test" }).click();
  await box(page, "Number of draws").fill("100,000");
  await button(page, "Run the simulation").click();
  await expect(section(page).getByRole("progressbar")).toHaveAttribute("value", /[1-9]/);
  await button(page, "Cancel").click();
  await expect(status(page)).toHaveText("Cancelled. There are no figures.");
  await button(page, "Run the simulation").click();
  await expect(status(page)).toContainText("Done.", { timeout: 60_000 });
  await expect(table(page, SPREAD)).toBeVisible();
});
