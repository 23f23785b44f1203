// One assumption of the published case changed and every total read again, in the tools that people would use instead:
// the exported workbook in HyperFormula, in IronCalc and in LibreOffice, and this engine as WebAssembly, all in one run:
//   make bench, or node benches/peers.mjs [edits] with pkg/ and the command line built
// Each must first come to the engine's net for several values of the assumption. Prints a table, then one line of JSON.
// With `ratio` after the edits it holds the engine against HyperFormula alone: make test does that.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { HyperFormula } from "hyperformula";
import * as ironcalc from "@ironcalc/wasm";
import { evaluate } from "../pkg/node.js";

const EDITS = Number(process.argv[2] ?? 300);
const QUICK = process.argv[3] === "ratio";
const RATIO = 15; // HyperFormula against the engine; it was 68 (docs/performance.md)
const [ASSUMPTION, NAME] = ["in-county-journeys", "in_county_journeys"];
const CHECKED = [15, 0, 100, 7.5, 10];
const folder = mkdtempSync(join(tmpdir(), "send-modeller-"));
const file = join(folder, "book.xlsx");
execFileSync("target/debug/send-modeller", ["export", "--xlsx", file, "#"]);

// Debian's Python reads the workbook: its sheets as rows of values and formulas, and its names.
const { sheets, names } = JSON.parse(
  execFileSync(
    "/usr/bin/python3",
    [
      "-c",
      `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
names = book.defined_names
names = names.definedName if hasattr(names, "definedName") else names.values()
print(json.dumps({
    "sheets": {sheet.title: [[cell.value for cell in row] for row in sheet] for sheet in book},
    "names": {name.name: name.attr_text for name in names},
}))`,
      file,
    ],
    { encoding: "utf8", maxBuffer: 1e8 },
  ),
);
const totals = sheets.Totals;
const last = totals[0].length;
// Where the assumption stands, from nought: 'Assumptions!$D$11'.
const [, column, line] = /^Assumptions!\$([A-Z])\$(\d+)$/.exec(names[NAME]);
const input = { row: Number(line) - 1, col: column.charCodeAt(0) - 65 };
const netAt = totals.findIndex(([label]) => label === "Net");
const allYears = totals.find((row) => row.includes("All years")).indexOf("All years");

const engine = (value) => evaluate(`#${ASSUMPTION}=${value}`).totals.net;

// Each peer: `net(value)` changes the assumption, has everything recalculated, reads every cell of Totals and gives net.
const peers = { engine, hyperformula: hyperformula(), ...(!QUICK && { ironcalc: iron() }) };
const rows = [];
for (const [peer, net] of Object.entries(peers)) {
  for (const value of CHECKED) {
    const [found, right] = [Math.round(net(value)), engine(value)];
    if (found !== right) throw new Error(`${peer}: net at ${value} is ${found}, not ${right}`);
  }
  const times = [];
  for (let edit = 0; edit < EDITS; edit += 1) {
    const began = performance.now();
    net(edit % 2 ? 15 : 10 + (edit % 90));
    times.push(performance.now() - began);
  }
  rows.push(row(peer, times));
}
if (!QUICK) rows.push(row("libreoffice", libreoffice()));
rmSync(folder, { recursive: true });
const least = rows[0]["p50, ms"];
for (const found of rows) found["times the engine"] = Number((found["p50, ms"] / least).toFixed(1));
console.table(rows);
console.log(JSON.stringify({ edits: EDITS, node: process.version, rows }));
// The workbook is the same model in cells: a tool that walks it cell by cell is never as fast.
const faster = rows.slice(1).every((found) => found["times the engine"] > (found.peer === "hyperformula" ? RATIO : 1));
process.exitCode = faster ? 0 : 1;

function row(peer, times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (part) => Number(sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))].toFixed(3));
  return { peer, edits: times.length, "p50, ms": at(0.5), "p95, ms": at(0.95) };
}

function hyperformula() {
  const expressions = Object.entries(names).map(([name, place]) => ({ name, expression: `=${place}` }));
  // It takes a place in a row of cells only with the row named as well.
  const named = (cell) => (typeof cell === "string" ? cell.replace(/INDEX\((\$[A-Z]+(\d+):\$[A-Z]+\2),/g, "INDEX($1,1,") : cell);
  const spelled = Object.entries(sheets).map(([name, cells]) => [name, cells.map((row) => row.map(named))]);
  const book = HyperFormula.buildFromSheets(Object.fromEntries(spelled), { licenseKey: "gpl-v3" }, expressions);
  const [assumptions, sheet] = ["Assumptions", "Totals"].map((name) => book.getSheetId(name));
  const range = { start: { sheet, row: 0, col: 0 }, end: { sheet, row: totals.length - 1, col: last - 1 } };
  return (value) => {
    book.setCellContents({ sheet: assumptions, ...input }, value);
    return book.getRangeValues(range)[netAt][allYears];
  };
}

function iron() {
  const program = new URL("wasm_bg.wasm", import.meta.resolve("@ironcalc/wasm"));
  ironcalc.initSync({ module: readFileSync(program) });
  const book = new ironcalc.Model("book", "en", "UTC", "en");
  book.pauseEvaluation();
  const places = Object.keys(sheets);
  places.forEach((name, sheet) => {
    if (sheet > 0) book.newSheet();
    book.renameSheet(sheet, name);
  });
  for (const [name, place] of Object.entries(names)) book.newDefinedName(name, undefined, place);
  Object.values(sheets).forEach((cells, sheet) =>
    cells.forEach((row, y) =>
      row.forEach((value, x) => {
        if (value !== null) book.setUserInput(sheet, y + 1, x + 1, String(value));
      }),
    ),
  );
  const [assumptions, sheet] = ["Assumptions", "Totals"].map((name) => places.indexOf(name));
  return (value) => {
    book.setUserInput(assumptions, input.row + 1, input.col + 1, String(value));
    book.evaluate();
    // Formatted text is the only reading its interface gives.
    const shown = totals.map((row, y) => row.map((_, x) => book.getFormattedCellValue(sheet, y + 1, x + 1)));
    return Number(shown[netAt][allYears].replace(/[^\d.-]/g, ""));
  };
}

// Within the office itself, over its own bridge: benches/office.py.
function libreoffice() {
  const given = JSON.stringify({ file, row: input.row, col: input.col, netAt, allYears, last, edits: Math.min(EDITS, 200), checked: CHECKED });
  const told = spawnSync("/usr/bin/python3", [new URL("office.py", import.meta.url).pathname, given], { encoding: "utf8" });
  if (told.status !== 0) throw new Error(`LibreOffice: ${told.stderr}`);
  const { nets, times } = JSON.parse(told.stdout);
  CHECKED.forEach((value, at) => {
    if (Math.round(nets[at]) !== engine(value)) throw new Error(`LibreOffice: net at ${value} is ${nets[at]}, not ${engine(value)}`);
  });
  return times;
}
