// Links as somebody else's copy of the app would have sent them.
import { CASE } from "./page.mjs";

// The check word of a receipt: FNV-1a over the figures and the scenario, 32 bits (docs/link-format.md).
function check(text) {
  const hash = Buffer.from(text).reduce((hash, byte) => Math.imul(hash ^ byte, 0x0100_0193) >>> 0, 0x811c_9dc5);
  return hash.toString(16).padStart(8, "0");
}

// The receipt of a scenario (`CASE` and its changes) with the figures its sender saw.
export function receipt({ scenario = CASE, model = "1.0", net, payback = "never" }) {
  const figures = `${model},${net},${payback}`;
  return `${figures},${check(figures + scenario)}`;
}

// The fragment of a link to the panel page.
export function sent({ scenario = CASE, title = "", note = "", ...seen }) {
  const words = Object.entries({ title, note }).filter(([, text]) => text !== "");
  const written = words.map(([key, text]) => `&${key}=${encodeURIComponent(text)}`).join("");
  const seal = seen.net === undefined ? "" : `&receipt=${receipt({ scenario, ...seen })}`;
  return `#${scenario}&view=panel${written}${seal}`;
}
