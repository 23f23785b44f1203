// The types: the README's examples compile strictly, and what is wrong does not.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { PROJECT, blocks, installed } from "./packed.mjs";

const here = installed();

// The types that `tsc` finds in these files, as somebody who installed the package would have it.
function compiled(files, options) {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(here.folder, name), text);
  const tsc = join(PROJECT, "node_modules/typescript/bin/tsc");
  const all = [
    tsc, "--noEmit", "--target", "es2022", "--module", "nodenext", "--lib", "es2022,dom,esnext.disposable", "--types", "",
    ...options, ...Object.keys(files),
  ];
  return spawnSync(process.execPath, all, { cwd: here.folder, encoding: "utf8" });
}

test("the README's examples fit the types", () => {
  const markdown = readFileSync(join(here.package, "README.md"), "utf8");
  const examples = blocks(markdown).filter(({ language }) => language === "js");
  const files = Object.fromEntries(examples.map(({ text }, at) => [`example-${at}.mjs`, text]));
  // Not strict: they leave out to ask whether the case is there.
  const { status, stdout } = compiled(files, ["--allowJs", "--checkJs"]);
  assert.equal(status, 0, stdout);
});

test("every type can be named", () => {
  const { status, stdout } = compiled(
    {
      "sound.mts": `
import { assumptions, evaluate, simulate, Simulation } from "send-modeller";
import type { Assumption, Evaluation, SimulationPlan, SimulationSummary } from "send-modeller";
const evaluation: Evaluation = evaluate("#benefit-delay=6");
const net: number | undefined = evaluation.totals?.net;
const plan: SimulationPlan = { draws: 1000, shape: "triangular" };
const summary: SimulationSummary = simulate("", plan);
const table: Assumption[] = assumptions("hertfordshire-2018");
const simulation: Simulation = new Simulation("", plan);
void [net, summary.scopes?.[0]?.net.p50, table[0]?.published, simulation.advance(10)];
`,
    },
    ["--strict"],
  );
  assert.equal(status, 0, stdout);
});

test("what is wrong does not compile", () => {
  const wrong = `
import { evaluate, simulate, nothing } from "send-modeller";
evaluate(5);
simulate("", { draws: "many" });
const year: string = evaluate("").payback_year;
void [year, nothing];
`;
  const { stdout } = compiled({ "wrong.mts": wrong }, ["--strict"]);
  const lines = stdout.split("\n").filter((line) => line.startsWith("wrong.mts"));
  assert.deepEqual(lines.map((line) => line.match(/\((\d+),/)[1]), ["2", "3", "4", "5"], stdout);
});
