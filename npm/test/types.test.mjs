// The types: the README's examples compile strictly, and what is wrong does not.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { PROJECT, blocks, installed } from "./packed.mjs";

const here = installed();

// What `tsc` says of these files, for somebody who installed the package.
function compiled(files, options) {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(here.folder, name), text);
  const project = {
    compilerOptions: {
      noEmit: true, target: "es2022", module: "nodenext", lib: ["es2022", "esnext.disposable"], types: [], skipLibCheck: true,
      ...options,
    },
    files: ["console.d.ts", ...Object.keys(files)],
  };
  // A browser's types take most of a compilation, and the examples need this alone.
  writeFileSync(join(here.folder, "console.d.ts"), "declare const console: { log(...what: unknown[]): void };\n");
  writeFileSync(join(here.folder, "tsconfig.json"), JSON.stringify(project));
  const tsc = join(PROJECT, "node_modules/typescript/bin/tsc");
  return spawnSync(process.execPath, [tsc, "--project", "."], { cwd: here.folder, encoding: "utf8" });
}

test("the README's examples fit the types", () => {
  const markdown = readFileSync(join(here.package, "README.md"), "utf8");
  const examples = blocks(markdown).filter(({ language }) => language === "js");
  const files = Object.fromEntries(examples.map(({ text }, at) => [`example-${at}.mjs`, text]));
  // Not strict: they leave out to ask whether the case is there.
  const { status, stdout } = compiled(files, { allowJs: true, checkJs: true });
  assert.equal(status, 0, stdout);
});

test("every type can be named, and what is wrong does not compile", () => {
  const sound = `
import { assumptions, evaluate, simulate, Simulation } from "send-modeller";
import type { Assumption, Evaluation, SimulationPlan, SimulationSummary } from "send-modeller";
const evaluation: Evaluation = evaluate("#benefit-delay=6");
const net: number | undefined = evaluation.totals?.net;
const plan: SimulationPlan = { draws: 1000, shape: "triangular" };
const summary: SimulationSummary = simulate("", plan);
const table: Assumption[] = assumptions("hertfordshire-2018");
const simulation: Simulation = new Simulation("", plan);
void [net, summary.scopes?.[0]?.net.p50, table[0]?.published, simulation.advance(10)];
`;
  const wrong = `
import { evaluate, simulate, nothing } from "send-modeller";
evaluate(5);
simulate("", { draws: "many" });
const year: string = evaluate("").payback_year;
void [year, nothing];
`;
  const { stdout } = compiled({ "sound.mts": sound, "wrong.mts": wrong }, { strict: true });
  const faults = stdout.split("\n").filter((line) => line.includes("error TS"));
  const places = faults.map((line) => line.replace(/,.*/, ")"));
  assert.deepEqual(places, ["wrong.mts(2)", "wrong.mts(3)", "wrong.mts(4)", "wrong.mts(5)"], stdout);
});
