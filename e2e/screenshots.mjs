// Full-page pictures of the built app for a person to look at, into artifacts/:
//   make screenshots                                     the app as opened
//   make screenshots VIEWS="'' '#v=1&in-county-journeys=15'"   these addresses
import { mkdir } from "node:fs/promises";
import { chromium } from "playwright-core";
import { launchOptions } from "./browser.mjs";
import { serve } from "./server.mjs";

const views = process.argv.length > 2 ? process.argv.slice(2) : [""];
const widths = { 390: 844, 820: 1180, 1440: 900 };

await mkdir("artifacts", { recursive: true });
const server = await serve(0);
const browser = await chromium.launch(launchOptions);
for (const view of views) {
  const name = view.replace(/^#/, "").replace(/[^a-z0-9]+/gi, "-").replace(/^-|-$/g, "") || "opened";
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
      // What is out of sight is not drawn, and a full page has parts out of sight.
      await page.evaluate(() => {
        for (const part of document.querySelectorAll(".scroll, .group")) part.style.contentVisibility = "visible";
      });
      const file = `artifacts/${name.slice(0, 60)}-${width}-${colorScheme}.png`;
      await page.screenshot({ path: file, fullPage: true });
      console.log(file);
      await context.close();
    }
  }
}
await browser.close();
server.close();
