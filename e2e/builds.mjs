// Other builds of the app for tests of updates: what is in dist/ under other names, so that nothing of it can be taken for
// the same.
import { execFileSync } from "node:child_process";
import { cp, mkdtemp, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { DIST } from "./server.mjs";

const OFFLINE = fileURLToPath(new URL("../scripts/split/offline.pl", import.meta.url));
const STAMP = /(?<=[-?])[0-9a-f]{16}\b/g;

// The name of a build, as its page and its service worker have it.
export const build = async (folder) => (await readFile(join(folder, "sw.js"), "utf8")).match(/^const BUILD = "(\w+)"/)[1];

// A folder with what is in dist/, whose page says `mark`. With `renamed` every name with a hash is another.
export async function another(mark, { renamed = true } = {}) {
  const folder = (await mkdtemp(join(tmpdir(), "send-modeller-build-"))) + sep;
  await cp(DIST, folder, { recursive: true });
  for (const name of await readdir(folder)) {
    if (renamed && /\.(js|html)$/.test(name)) {
      const text = await readFile(join(folder, name), "utf8");
      const changed = text
        .replace(STAMP, (stamp) => [...stamp].reverse().join(""))
        // Of files in which names have changed.
        .replace(/ integrity="[^"]*"/g, "");
      await writeFile(join(folder, name), changed);
    }
  }
  for (const name of renamed ? await readdir(folder) : []) {
    await rename(join(folder, name), join(folder, name.replace(STAMP, (stamp) => [...stamp].reverse().join(""))));
  }
  const page = join(folder, "index.html");
  const html = await readFile(page, "utf8");
  await writeFile(page, html.replace("</head>", `<meta name="mark" content="${mark}"></head>`));
  execFileSync(OFFLINE, [folder.slice(0, -1)]);
  return folder;
}
