// The package in Node: what is in it, every example of its README as written, and the figures.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { PROJECT, blocks, installed } from "./packed.mjs";

const here = installed();
const read = (name) => readFileSync(join(here.package, name), "utf8");
const load = (name) => import(pathToFileURL(join(here.package, name)));

test("the package holds what it needs and nothing else", () => {
  assert.deepEqual(here.files, [
    "LICENSE", "README.md", "api.d.ts", "api.js", "api_bg.wasm", "functions.js", "index.d.ts", "index.js", "node.js",
    "package.json",
  ]);
  const [, version] = readFileSync(join(PROJECT, "Cargo.toml"), "utf8").match(/^version = "(.+)"$/m);
  assert.equal(here.version, version);
  assert.ok(read("README.md").includes(`send-modeller-${version}.tgz`));
  const described = JSON.parse(read("package.json"));
  assert.equal(described.dependencies, undefined);
  assert.ok(here.size < 1_000_000, `${here.size} bytes`);
});

test("every example of the README runs as written and prints what stands below it", () => {
  const all = blocks(read("README.md"));
  const examples = all.filter(({ language }) => language === "js");
  assert.ok(examples.length >= 3);
  examples.forEach((example, at) => {
    const below = all[all.indexOf(example) + 1];
    assert.equal(below?.language, "text", example.text);
    const file = join(here.folder, `example-${at}.mjs`);
    writeFileSync(file, example.text);
    const printed = execFileSync(process.execPath, [file], { cwd: here.folder, encoding: "utf8" });
    assert.equal(printed, below.text, example.text);
  });
});

test("evaluate gives the figures of every golden file", async () => {
  const { evaluate } = await load("node.js");
  const folder = join(PROJECT, "tests/golden");
  const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  assert.ok(names.length > 20);
  for (const name of names) {
    const golden = JSON.parse(readFileSync(join(folder, name), "utf8"));
    assert.deepEqual(evaluate(name.replace(/\.json$/, "")), golden, name);
  }
});

test("a case of one's own is taken in, and one with faults is refused with each of them", async () => {
  const { addCase, cases, evaluate } = await load("node.js");
  const file = JSON.parse(readFileSync(join(PROJECT, "www/cases/hertfordshire-2018.json"), "utf8"));
  file.id = "borsetshire-2026";
  assert.deepEqual(addCase(JSON.stringify(file)), []);
  assert.ok(cases().some(({ id }) => id === "borsetshire-2026"));
  const { totals } = evaluate("case=borsetshire-2026&v=1&in-county-journeys=15");
  assert.deepEqual(totals, evaluate("in-county-journeys=15").totals);
  file.years.count = 2;
  assert.deepEqual(addCase(JSON.stringify(file)).filter((said) => said.startsWith("years.count: 2")).length, 1);
  assert.match(addCase("{")[0], /^file: not JSON/);
});

test("what is wrong is in the problems and never thrown", async () => {
  const { evaluate, simulate, assumptions, Simulation } = await load("node.js");
  for (const link of ["in-county-journeys=NaN", "%", "\ud800=1", "case=nowhere-2031", "x".repeat(1_000_000)]) {
    assert.ok(evaluate(link).problems.length > 0, link.slice(0, 20));
  }
  assert.deepEqual(assumptions("nowhere-2031"), []);
  assert.ok(simulate("", { draws: 1 }).problems[0].includes("ask for 100 to 1000000"));
  const simulation = new Simulation("", { draws: 1000 });
  assert.equal(simulation.advance(300), 300);
  assert.equal(simulation.advance(5000), 1000);
  assert.equal(simulation.nets().length, 1000);
  simulation.free();
});

test("everything the engine offers is in the package, and is described", async () => {
  const engine = await load("api.js");
  const offered = Object.keys(await load("node.js")).sort();
  const own = Object.keys(engine).filter((name) => !["default", "initSync"].includes(name));
  assert.deepEqual(offered, own.sort());
  // Both entries re-export the same file, and the description names the same functions.
  const names = (text) => text.match(/export \{([^}]*)\}/)[1].split(",").map((name) => name.trim()).filter(Boolean);
  assert.deepEqual(names(read("functions.js")), names(read("index.d.ts")));
  for (const entry of ["index.js", "node.js"]) assert.ok(read(entry).includes('export * from "./functions.js";'), entry);
  const types = read("api.d.ts").matchAll(/^export (?:interface|type) (\w+)/gm);
  const described = [...types].map(([, name]) => name).filter((name) => !/^(Init|Sync)/.test(name));
  const exported = names(read("index.d.ts").split("export type")[1].replace(/^/, "export"));
  assert.deepEqual(exported, described.sort());
});
