// Runs simulations off the page's thread. The build serves it under a stamped name and puts the same stamp behind the
// addresses below, so that a cache never brings a new page together with an old program (scripts/split/pieces.sh).
//
// The page hears { ready, model } once the program runs, and only then sends { id, link, plan, case }, with the
// file of a case that does not come with the program. It hears
// { id, done, draws } while the draws are made and { id, problems, numbers } at the end. A new job takes the place of
// one that is running; the page ends the worker to cancel.
import init, { addCase, cases, Simulation } from "./api.js";

const SLICES = 40;
let latest;

// Lets a message in that has come meanwhile. A timer would be held back by some milliseconds.
const { port1, port2 } = new MessageChannel();
const breath = () =>
  new Promise((go) => {
    port1.onmessage = go;
    port2.postMessage(null);
  });

async function run(job) {
  latest = job;
  if (job.case) addCase(job.case);
  const simulation = new Simulation(job.link, job.plan);
  try {
    const { draws } = simulation;
    for (let done = 0; done < draws; ) {
      done = simulation.advance(Math.ceil(draws / SLICES / 8) * 8);
      postMessage({ id: job.id, done, draws });
      await breath();
      if (latest !== job) return;
    }
    const numbers = simulation.numbers();
    postMessage({ id: job.id, problems: simulation.problems, numbers }, [numbers.buffer]);
  } finally {
    simulation.free();
  }
}

try {
  await init({ module_or_path: new URL("./api_bg.wasm", import.meta.url) });
  onmessage = ({ data }) => void run(data).catch((error) => postMessage({ id: data.id, failed: String(error) }));
  postMessage({ ready: true, model: cases()[0].model });
} catch (error) {
  postMessage({ failed: String(error) });
}
