// The package as somebody has it who installed it: packed by npm, and unpacked into a folder of its own.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const PROJECT = fileURLToPath(new URL("../../", import.meta.url));

/** The folder of a project that has the package installed, and the names of the files that were packed. */
export function installed() {
  const folder = mkdtempSync(join(tmpdir(), "send-modeller-npm-"));
  const into = join(folder, "node_modules", "send-modeller");
  mkdirSync(into, { recursive: true });
  const packed = execFileSync("npm", ["pack", "./pkg", "--json", "--ignore-scripts", "--pack-destination", folder], {
    cwd: PROJECT,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [{ filename, files, version, size }] = JSON.parse(packed);
  execFileSync("tar", ["-xzf", join(folder, filename), "-C", into, "--strip-components=1"]);
  return { folder, package: into, files: files.map(({ path }) => path).sort(), version, size };
}

/** The blocks of a Markdown text: what language each is in, and what stands in it. */
export function blocks(markdown) {
  return [...markdown.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language, text]) => ({ language, text }));
}
