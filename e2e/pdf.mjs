// What the browser prints, read back by Debian's poppler: pages, their sizes, their words and where these stand.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const plain = (text) => text.replace(/&(\w+);/g, (all, name) => ENTITIES[name] ?? all);
const squeezed = (text) => text.replace(/\s+/g, " ").trim();

// Every page with its width and height in points, its words with their places, and its text in the order it was drawn.
export async function printed(page) {
  const folder = mkdtempSync(join(tmpdir(), "send-modeller-"));
  try {
    const file = join(folder, "printed.pdf");
    writeFileSync(file, await page.pdf({ preferCSSPageSize: true, printBackground: false }));
    const read = (...options) => execFileSync("pdftotext", [...options, file, "-"], { encoding: "utf8", maxBuffer: 1e8 });
    const texts = read("-raw").split("\f");
    return [...read("-bbox").matchAll(/<page width="([\d.]+)" height="([\d.]+)">(.*?)<\/page>/gs)].map(
      ([, width, height, inside], at) => ({
        width: Number(width),
        height: Number(height),
        text: squeezed(texts[at]),
        words: [...inside.matchAll(/<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)<\/word>/g)].map(
          ([, left, top, right, bottom, text]) => ({
            text: plain(text),
            left: Number(left),
            top: Number(top),
            right: Number(right),
            bottom: Number(bottom),
          }),
        ),
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// A4 in points, upright or lengthways; empty for any other paper.
export function paper({ width, height }) {
  const is = (across, down) => Math.abs(width - across) < 1 && Math.abs(height - down) < 1;
  return is(595, 842) ? "upright" : is(842, 595) ? "lengthways" : "";
}

// Words that come nearer to the edge than this, or lie on one another.
export function misplaced({ width, height, words }, margin) {
  const outside = words.filter(
    ({ left, top, right, bottom }) => left < margin || top < margin || right > width - margin || bottom > height - margin / 3,
  );
  const upon = words.filter((one, at) =>
    words.slice(at + 1).some((other) => {
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      // Lines stand closer than the height that a font claims; words with a halo are drawn twice.
      return one.text !== other.text && across > 1 && down > 0.4 * Math.min(one.bottom - one.top, other.bottom - other.top);
    }),
  );
  return [...outside, ...upon].map(({ text, left, top }) => `${text} at ${left.toFixed()}, ${top.toFixed()}`);
}

// How often each amount of pounds stands in a text; a sign may be a word of its own there.
export function amounts(text) {
  const counted = {};
  for (const [found] of text.matchAll(/([+−] ?)?£[\d,]+(\.\d+)?[km]?/g)) {
    const amount = found.replace(" ", "");
    counted[amount] = (counted[amount] ?? 0) + 1;
  }
  return counted;
}
