// Full-page pictures of the built app for a person to look at, into artifacts/:
//   make screenshots                                           every screen below
//   make screenshots VIEWS="panel sources"                     these of them
//   make screenshots VIEWS="'' '#v=1&in-county-journeys=15'"   these addresses
import { mkdir } from "node:fs/promises";
import { chromium } from "playwright-core";
import { launchOptions } from "./browser.mjs";
import { serve } from "./server.mjs";

const CASE = "#case=hertfordshire-2018&v=1";
const CHANGES = "&benefit-delivery=50&in-county-journeys=15&local-networks-delay=6";
const WORDS =
  "&title=Half%20delivered&note=Before%20Thursday%3A%20what%20if%20only%20half%20of%20the%20benefits%20arrive%2C" +
  "%20and%20six%20months%20late%3F%20The%20investment%20is%20as%20published.";
const screens = {
  published: "",
  changed: `${CASE}${CHANGES}`,
  panel: `${CASE}&view=panel${WORDS}${CHANGES}`,
  compare: `${CASE}&view=compare${WORDS}${CHANGES}`,
  sources: `${CASE}&view=sources${CHANGES}`,
  stress: `${CASE}&view=stress&stress=draws_20000,run${CHANGES}`,
  report: `${CASE}&view=report${WORDS}${CHANGES}`,
  styles: "#view=styles",
};
const widths = { 390: 844, 820: 1180, 1440: 900 };

const plain = (text) => text.replace(/[^a-z0-9]+/gi, "-").replace(/^-|-$/g, "").slice(0, 60);
// A screen by its name, or an address.
const wanted = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(screens);
const views = wanted.map((view) => (view in screens ? [view, screens[view]] : [plain(view) || "opened", view]));

await mkdir("artifacts", { recursive: true });
const server = await serve(0);
const browser = await chromium.launch(launchOptions);
for (const [name, view] of views) {
  for (const [width, height] of Object.entries(widths)) {
    for (const colorScheme of ["light", "dark"]) {
      const context = await browser.newContext({
        viewport: { width: Number(width), height },
        colorScheme,
        locale: "en-GB",
        reducedMotion: "reduce",
      });
      const page = await context.newPage();
      page.on("pageerror", (error) => console.error(`${name} ${width} ${colorScheme}: ${error.message}`));
      await page.goto(server.url + view);
      await page.locator("#fallback").waitFor({ state: "detached" });
      await page.locator(".waiting[role=status]").waitFor({ state: "detached" });
      // What is out of sight is not drawn, and a full page has parts out of sight.
      await page.evaluate(() => {
        for (const part of document.querySelectorAll(".scroll, .group")) part.style.contentVisibility = "visible";
      });
      const file = `artifacts/${name}-${width}-${colorScheme}.png`;
      await page.screenshot({ path: file, fullPage: true });
      console.log(file);
      await context.close();
    }
  }
}
await browser.close();
server.close();
