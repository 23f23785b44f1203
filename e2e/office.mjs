// A workbook recalculated by LibreOffice, whatever results it came with, and a sheet of it read by openpyxl.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

// Without it LibreOffice keeps the results, and they would be held against themselves.
const ALWAYS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

const READ = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1], data_only=True)
print(json.dumps([[cell.value for cell in row] for row in book[sys.argv[2]]]))`;

// The rows of a sheet, each a list of what its cells come to.
export function recalculated(bytes, sheet) {
  const folder = mkdtempSync(join(tmpdir(), "send-modeller-"));
  try {
    const [profile, out] = [join(folder, "profile"), join(folder, "out")];
    mkdirSync(join(profile, "user"), { recursive: true });
    writeFileSync(join(profile, "user", "registrymodifications.xcu"), ALWAYS);
    const file = join(folder, "book.xlsx");
    writeFileSync(file, bytes);
    const convert = ["--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", out, file];
    execFileSync("soffice", [`-env:UserInstallation=file://${profile}`, ...convert], { stdio: "ignore" });
    // Debian's own Python, which is the one that has its packages.
    return JSON.parse(execFileSync("/usr/bin/python3", ["-c", READ, join(out, "book.xlsx"), sheet], { encoding: "utf8" }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
