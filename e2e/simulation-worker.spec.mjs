// The worker by itself, as the page starts it: the figures of the native program, the newest job only, and an end.
import { readFileSync } from "node:fs";
import { expect, open, test } from "./fixtures.mjs";

// Two lines for each simulation: link, draws, seed and shape, then the numbers the native program gave.
const lines = readFileSync(new URL("../tests/simulation.txt", import.meta.url), "utf8").trim().split("\n");
const golden = [0, 2].map((at) => {
  const [link, draws, seed, shape] = lines[at].split(" ");
  return { link, plan: { draws: Number(draws), seed: Number(seed), shape }, numbers: lines[at + 1].split(" ").map(Number) };
});

// Starts the page's worker, posts jobs once it is ready and gives everything that was heard until `ends` of them ended.
function work(page, jobs, ends = jobs.length) {
  return page.evaluate(
    ([jobs, ends]) =>
      new Promise((resolve, reject) => {
        const url = new URL(document.querySelector('meta[name="worker"]').content, document.baseURI);
        const worker = new Worker(url, { type: "module" });
        const heard = [];
        let ended = 0;
        worker.onerror = (event) => reject(new Error(event.message));
        worker.onmessage = ({ data }) => {
          heard.push(data.numbers ? { ...data, numbers: [...data.numbers] } : data);
          if (data.ready) for (const job of jobs) worker.postMessage(job);
          if (data.numbers || data.failed) ended += 1;
          if (ended < ends) return;
          worker.terminate();
          resolve(heard);
        };
      }),
    [jobs, ends],
  );
}

test("the figures are those of the native program", async ({ page }) => {
  await open(page);
  for (const { link, plan, numbers } of golden) {
    const [ready, ...heard] = await work(page, [{ id: 1, link, plan }]);
    expect(ready.ready).toBe(true);
    expect(ready.model).toMatch(/^\d+\.\d+$/);
    const end = heard.at(-1);
    expect(end.problems).toEqual([]);
    expect(end.numbers).toEqual(numbers);
    const done = heard.slice(0, -1).map((progress) => progress.done);
    expect(done.length).toBeGreaterThan(10);
    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect(done.at(-1)).toBe(plan.draws);
  }
});

test("a new job takes the place of one that is running", async ({ page }) => {
  await open(page);
  const [{ link, plan, numbers }] = golden;
  const jobs = [
    { id: 1, link, plan: { draws: 1_000_000 } },
    { id: 2, link, plan },
  ];
  const heard = await work(page, jobs, 1);
  const ends = heard.filter((message) => message.numbers);
  expect(ends.map(({ id }) => id)).toEqual([2]);
  expect(ends[0].numbers).toEqual(numbers);
});

test("a plan that cannot be carried out is said, with no figures", async ({ page }) => {
  await open(page);
  const [, end] = await work(page, [{ id: 1, link: golden[0].link, plan: { draws: 10_000_000 } }]);
  expect(end.numbers).toEqual([]);
  expect(end.problems).toEqual(["10000000 draws cannot be made; ask for 100 to 1000000."]);
});

test("scripts have the same, as a class and in one go", async ({ page }) => {
  await open(page);
  const { link, plan, numbers } = golden[1];
  const told = await page.evaluate(
    async ([link, plan]) => {
      const module = await import(new URL("./api.js", document.baseURI).href);
      await module.default();
      const simulation = new module.Simulation(link, plan);
      while (simulation.advance(999) < simulation.draws);
      const told = { numbers: [...simulation.numbers()], summary: simulation.summary(), once: module.simulate(link, plan) };
      simulation.free();
      return told;
    },
    [link, plan],
  );
  expect(told.numbers).toEqual(numbers);
  expect(told.summary).toEqual(told.once);
  expect(told.summary.scopes.map(({ scope }) => scope)).toEqual(["benefits", "savings", "payer", "payer", "payer"]);
});
