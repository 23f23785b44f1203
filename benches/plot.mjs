// Draws what `make bench` measured, out of what it left in target/bench/, into docs/plots/: node benches/plot.mjs
// Bars from nought, or on a scale of powers of ten where they differ too much for that; each says its own figure.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";

const [WIDTH, LABEL, ROW, TOP] = [760, 260, 26, 44];
mkdirSync("docs/plots", { recursive: true });

const measured = (name) => {
  const file = `target/bench/${name}.txt`;
  if (!existsSync(file)) return null;
  const line = readFileSync(file, "utf8").split("\n").findLast((line) => line.startsWith("{"));
  return line ? JSON.parse(line) : null;
};
const plots = {
  keystroke: ({ milliseconds }) => ({
    title: "From a key to the updated headline, p95, milliseconds",
    bars: milliseconds
      .filter(({ measure }) => measure === "updated")
      .map(({ page, throttle, p95 }) => [`${PAGES[page]}, ${throttle}`, p95]),
  }),
  load: ({ rows }) => ({
    title: "Until the app answers, milliseconds",
    bars: rows.map((row) => [`${row.page}, ${row.throttle}, ${row.visit === "cold" ? "first visit" : "second"}`, row["answers, ms"]]),
  }),
  peers: ({ rows }) => ({
    title: "One assumption changed, all totals read, p50, milliseconds (scale of powers of ten)",
    powers: true,
    bars: rows.map(({ peer, ...row }) => [PEERS[peer], row["p50, ms"]]),
  }),
  simulation: ({ milliseconds }) => ({
    title: "100,000 draws, milliseconds",
    bars: Object.entries(milliseconds).filter(([what]) => what.includes("draw and run")),
  }),
};
const PAGES = { app: "the app", large: "200 lines by ten years", bare: "a bare page" };
const PEERS = { engine: "this engine", hyperformula: "HyperFormula", ironcalc: "IronCalc", libreoffice: "LibreOffice" };

for (const [name, plot] of Object.entries(plots)) {
  const found = measured(name);
  if (!found) {
    console.log(`${name}: not measured`);
    continue;
  }
  writeFileSync(`docs/plots/${name}.svg`, drawn(plot(found)));
  console.log(`docs/plots/${name}.svg`);
}

function drawn({ title, bars, powers = false }) {
  const most = Math.max(...bars.map(([, value]) => value));
  const least = 10 ** Math.floor(Math.log10(Math.min(...bars.map(([, value]) => value))));
  const share = (value) => (powers ? Math.log10(value / least) / Math.log10(most / least) : value / most);
  const room = WIDTH - LABEL - 90;
  const height = TOP + bars.length * ROW + 12;
  const rows = bars.map(([label, value], at) => {
    const y = TOP + at * ROW;
    const width = Math.max(2, share(value) * room).toFixed(1);
    return (
      `<text x="${LABEL - 10}" y="${y + 15}" text-anchor="end">${escaped(label)}</text>` +
      `<rect x="${LABEL}" y="${y + 3}" width="${width}" height="16" fill="#12436d"/>` +
      `<text x="${(LABEL + Number(width) + 8).toFixed(1)}" y="${y + 15}">${value.toLocaleString("en-GB")}</text>`
    );
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" font-family="sans-serif" font-size="13">
<title>${escaped(title)}</title>
<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>
<text x="12" y="26" font-size="15" font-weight="bold">${escaped(title)}</text>
${rows.join("\n")}
</svg>
`;
}

function escaped(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
