// The npm package in a browser, from beside the page, under the page's own policy.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, open, test } from "./fixtures.mjs";
import { golden } from "./page.mjs";

const PKG = new URL("../pkg/", import.meta.url);
const TYPES = { js: "text/javascript", wasm: "application/wasm" };

test("the package starts by itself and gives the figures of the golden files", async ({ page }) => {
  expect(existsSync(new URL("index.js", PKG)), "pkg/ is there: run 'make npm'").toBe(true);
  const asked = [];
  await page.route("**/pkg/*", (route) => {
    const name = new URL(route.request().url()).pathname.split("/").pop();
    asked.push(name);
    return route.fulfill({ path: fileURLToPath(new URL(name, PKG)), contentType: TYPES[name.split(".").pop()] });
  });
  await open(page);
  const links = ["case=hertfordshire-2018&v=1", "case=hertfordshire-2018&v=1&in-county-journeys=15"];
  const [figures, simulated] = await page.evaluate(async (links) => {
    const { evaluate, simulate } = await import(new URL("./pkg/index.js", document.baseURI).href);
    return [links.map((link) => evaluate(link)), simulate(links[0], { draws: 1000, seed: 7 })];
  }, links);
  expect(figures).toEqual(links.map((link) => golden(link)));
  expect(simulated.problems).toEqual([]);
  expect(simulated.draws).toBe(1000);
  expect(asked.sort()).toEqual(["api.js", "api_bg.wasm", "functions.js", "index.js"]);
});
