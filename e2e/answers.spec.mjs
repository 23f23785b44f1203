// The page answers while a simulation runs. Alone on the machine, after all other tests (playwright.config.mjs): these
// two take times.
import { expect, open, test } from "./fixtures.mjs";
import { button, CASE } from "./page.mjs";

const STRESS = `#${CASE}&view=stress`;
const section = (page) => page.getByRole("region", { name: "How likely", exact: true });
const done = (page) => expect(section(page).locator(".simulation-run").getByRole("status")).toContainText("Done.", { timeout: 20_000 });

// Presses the button and gives the longest task of the page, in milliseconds, from the first draws to the last of the
// summary: that long nothing else is answered. Tasks are told apart from waiting for a processor that another test has.
const watched = () =>
  new Promise((resolve) => {
    const tasks = [];
    const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries())); // those of 50 ms and more
    observer.observe({ type: "longtask" });
    document.querySelector("#simulation-run").click();
    let first;
    let last;
    const look = () => {
      if (document.querySelector("progress")?.value > 0) {
        last = performance.now();
        first ??= last;
      } else if (first) {
        tasks.push(...observer.takeRecords());
        observer.disconnect();
        const during = tasks.filter((task) => task.startTime >= first && task.startTime < last);
        return resolve({ longest: Math.max(0, ...during.map((task) => task.duration)), took: last - first });
      }
      setTimeout(look, 4);
    };
    look();
  });

for (const where of ["in the worker", "on the page"]) {
  test(`the page answers within 50 ms while it runs ${where}`, async ({ page, problems }) => {
    test.setTimeout(60_000);
    if (where === "on the page") await page.route("**/worker-*.js", (route) => route.abort());
    const draws = where === "on the page" ? 100_000 : 1_000_000;
    await open(page, `${STRESS}&stress=draws_${draws}`);
    await expect(button(page, "Run the simulation")).toBeVisible();
    await page.waitForTimeout(500);
    const longest = [];
    // What else the machine does only ever makes a task longer, so the quietest of a few runs tells.
    while (longest.length < 4 && !(longest.at(-1) < 50)) {
      const run = await page.evaluate(watched);
      console.log(`${draws} draws ${where}: ${run.took.toFixed()} ms, longest task ${run.longest || "under 50"} ms`);
      expect(run.took, "long enough to be watched").toBeGreaterThan(50);
      longest.push(run.longest);
      await done(page);
    }
    expect(Math.min(...longest)).toBeLessThan(50);
    expect(await section(page).locator(".simulated").innerText()).toContain(`In ${draws.toLocaleString("en-GB")} draws`);
    problems.length = 0;
  });
}
