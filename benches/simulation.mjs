// The simulation of the published case, 100,000 draws: the program in a worker in headless Chromium, the same model in
// JavaScript tuned by hand (benches/simulation-model.mjs) in the same worker, and the program natively, all in one run:
//   make bench, or node benches/simulation.mjs [rounds] with dist/ built
// The two must give the same net in every draw of the first thousand before anything is timed. Prints a table, then one
// line of JSON for docs/performance.md. Fails when the worker is more than twice as slow as the native program, or less
// than one and a half times as fast as the JavaScript. With `ratio` after the rounds the native program is left out: make
// test does that.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";
import { launchOptions } from "../e2e/browser.mjs";
import { serve } from "../e2e/server.mjs";

const LINK = "case=hertfordshire-2018&v=1";
const PLAN = { draws: 100_000, seed: 2018 };
const ROUNDS = Number(process.argv[2] ?? 9);
const QUICK = process.argv[3] === "ratio";
const NATIVE = 2;
const JAVASCRIPT = 1.5;

const native = () => {
  const example = ["run", "--quiet", "--locked", "--offline", "--no-default-features", "--profile", "fast"];
  return JSON.parse(execFileSync("cargo", [...example, "--example", "simulation_time"], { encoding: "utf8" }));
};
const before = QUICK ? {} : native();

const server = await serve(0);
const browser = await chromium.launch(launchOptions);
// The policy lets in no worker but the build's own. This one is put beside the app.
const page = await browser.newPage({ bypassCSP: true, serviceWorkers: "block" });
await page.context().route(/\/bench-(model|worker)\.js/, (route) => {
  const model = route.request().url().includes("bench-model");
  const body = model ? readFileSync(new URL("simulation-model.mjs", import.meta.url), "utf8") : `(${work})();`;
  return route.fulfill({ contentType: "text/javascript", body });
});
await page.goto(server.url);
const times = await page.evaluate(
  ([link, plan, rounds]) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL("bench-worker.js", document.baseURI), { type: "module" });
      worker.onerror = (event) => reject(new Error(event.message));
      worker.onmessage = ({ data }) => (data.failed ? reject(new Error(data.failed)) : resolve(data));
      worker.postMessage({ link, plan, rounds });
    }),
  [LINK, PLAN, ROUNDS],
);
const version = browser.version();
await browser.close();
server.close();
const after = QUICK ? {} : native();

const nativeDraw = Math.min(before.draw, after.draw);
const nativeSum = Math.min(before.sum_up, after.sum_up);
const rows = {
  "native: draw and run": nativeDraw,
  "native: run one by one, nothing drawn": Math.min(before.plain, after.plain),
  "native: sum up": nativeSum,
  "worker: begin": times.begin,
  "worker: draw and run": times.program,
  "worker: sum up": times.sumUp,
  "JavaScript: draw and run": times.script,
  "JavaScript: run what was drawn before": times.scriptDrawn,
};
const measured = Object.entries(rows).filter(([, ms]) => !Number.isNaN(ms));
console.table(Object.fromEntries(measured.map(([name, ms]) => [name, { ms: Number(ms.toFixed(1)) }])));
const slower = times.program / nativeDraw;
const faster = times.script / times.program;
console.log(JSON.stringify({ ...PLAN, rounds: ROUNDS, chromium: version, milliseconds: rows, slower, faster }));
if (!QUICK) console.log(`The worker takes ${slower.toFixed(2)} times the native program (at most ${NATIVE})`);
console.log(`The worker is ${faster.toFixed(2)} times as fast as the JavaScript (at least ${JAVASCRIPT})`);
process.exitCode = (QUICK || slower <= NATIVE) && faster >= JAVASCRIPT ? 0 : 1;

// Runs in the worker.
function work() {
  self.onmessage = async ({ data: { link, plan, rounds } }) => {
    try {
      const program = await import("./api.js");
      await program.default();
      // A copy of the module for each: functions made twice are compiled for no one's arrays in particular.
      const copy = async (name) => (await import(`./bench-model.js?${name}`)).simulation;
      const kase = await (await fetch("./cases/hertfordshire-2018.json")).json();

      // Fast wrong answers are worth nothing.
      const few = { ...plan, draws: 1_000 };
      const known = new program.Simulation(link, few);
      known.advance(few.draws);
      const nets = known.nets();
      const told = known.summary();
      const script = (await copy("few"))(kase, few);
      script.all();
      const differs = nets.findIndex((net, draw) => net !== script.kept.net[0][draw]);
      if (nets.length !== few.draws || differs >= 0) {
        throw new Error(`draw ${differs}: ${nets[differs]} and ${script.kept.net[0][differs]}`);
      }
      const ninth = (column) => Float64Array.from(column).sort()[few.draws / 10 - 1];
      told.scopes.forEach(({ net, npv, repaid_by }, scope) => {
        const repaid = [...script.kept.repaid[scope]].map((count) => count / few.draws);
        const same = [net.p10 === ninth(script.kept.net[scope]), npv.p10 === ninth(script.kept.present[scope])];
        if (same.includes(false) || repaid.join() !== repaid_by.join()) throw new Error(`scope ${scope} differs`);
      });

      // One of each, which stays warm: a new one would be compiled anew.
      const whole = (await copy("whole"))(kase, plan);
      const second = (await copy("second"))(kase, plan);
      const drawn = second.draws();
      const taken = { begin: [], program: [], sumUp: [], script: [], scriptDrawn: [] };
      const time = (name, act) => {
        const from = performance.now();
        const result = act();
        taken[name].push(performance.now() - from);
        return result;
      };
      for (let round = 0; round < rounds + 2; round++) {
        const running = time("begin", () => new program.Simulation(link, plan));
        time("program", () => running.advance(plan.draws));
        time("sumUp", () => running.numbers());
        running.free();
        time("script", () => whole.all());
        time("scriptDrawn", () => second.drawn(drawn));
      }
      const median = (times) => times.slice(2).sort((a, b) => a - b)[rounds >> 1]; // the first two warm up
      postMessage(Object.fromEntries(Object.entries(taken).map(([name, times]) => [name, median(times)])));
    } catch (error) {
      postMessage({ failed: String(error?.stack ?? error) });
    }
  };
}
