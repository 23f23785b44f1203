// What a host says of its copy in config.json: its name, colours, links and case, and that nothing it says can break
// the page.
import { readFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import { apart, read } from "../www/host.js";
import { expect, open, test } from "./fixtures.mjs";
import { results } from "./page.mjs";

const WHOLE = {
  $schema: "docs/config.schema.json",
  name: "Northshire SEND planner",
  logo: "northshire.svg",
  colours: {
    light: { accent: "#5b2a86", "accent-strong": "#3f1d5e", "accent-ink": "#ffffff" },
    dark: { accent: "#cfa9ee", "accent-strong": "#e2cbf5", "accent-ink": "#1d0b2b" },
  },
  contact: "mailto:send-finance@northshire.example",
  accessibility: "https://www.northshire.example/accessibility",
  privacy: "about/privacy.html",
};
const LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><rect width="8" height="8" fill="#5b2a86"/></svg>';

async function say(page, text) {
  await page.route("**/config.json", (route) =>
    text === null ? route.fulfill({ status: 404 }) : route.fulfill({ contentType: "application/json", body: text }),
  );
  await page.route("**/northshire.svg", (route) => route.fulfill({ contentType: "image/svg+xml", body: LOGO }));
}

const accent = (page) =>
  page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--accent").trim());
const notice = (page) => page.getByRole("status").filter({ hasText: "config.json" });

test("name, logo, colours and links are the host's, on every screen", async ({ page }) => {
  await say(page, JSON.stringify(WHOLE));
  await open(page);
  await expect(page.locator(".brand")).toHaveText(WHOLE.name);
  await expect(page.locator(".brand img")).toHaveAttribute("src", /northshire\.svg$/);
  await expect(page).toHaveTitle(`Hertfordshire 2018 – ${WHOLE.name}`);
  expect(await accent(page)).toBe("#5b2a86");
  const footer = page.getByRole("contentinfo");
  for (const screen of ["Stress test", "Sources and checks", "Explore"]) {
    await page.getByRole("link", { name: screen, exact: true }).or(page.getByRole("button", { name: screen, exact: true })).first().click();
    await expect(footer.getByRole("link")).toHaveText(["Contact", "Accessibility statement", "Privacy"]);
    await expect(page.locator(".brand")).toHaveText(WHOLE.name);
    await expect(page).toHaveTitle(new RegExp(`${WHOLE.name}$`));
  }
  await expect(footer.getByRole("link", { name: "Contact" })).toHaveAttribute("href", WHOLE.contact);
  await expect(footer.getByRole("link", { name: "Privacy" })).toHaveAttribute("href", /\/tools\/send\/about\/privacy\.html$/);
  await expect(notice(page)).toHaveCount(0);
  expect((await new AxeBuilder({ page }).analyze()).violations.map((found) => found.id)).toEqual([]);
});

test("in the dark the dark colours, and the light ones leave them alone", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await say(page, JSON.stringify(WHOLE));
  await open(page);
  expect(await accent(page)).toBe("#cfa9ee");
  expect((await new AxeBuilder({ page }).analyze()).violations.map((found) => found.id)).toEqual([]);
  await page.unroute("**/config.json");
  await say(page, JSON.stringify({ colours: { light: WHOLE.colours.light } }));
  await page.reload();
  await expect(results(page)).toBeVisible();
  expect(await accent(page)).toBe("#79b8ec");
});

for (const [what, text] of [
  ["nothing said", "{}"],
  ["no file", null],
  ["a page in its place", "<!DOCTYPE html><title>Not found</title>"],
]) {
  test(`with ${what} the page is as it was`, async ({ page, problems }) => {
    const asked = [];
    page.on("request", (request) => asked.push(request.url()));
    await say(page, text);
    await open(page);
    await expect(page.locator(".brand")).toHaveText("SEND Modeller");
    await expect(page).toHaveTitle("Hertfordshire 2018 – SEND Modeller");
    await expect(page.getByRole("contentinfo")).toHaveCount(0);
    expect(asked.filter((url) => url.includes("/host-"))).toEqual([]);
    // The browser itself notes a 404; the page says nothing.
    if (text === null) problems.length = 0;
  });
}

test("what cannot be used is said and left out, and the rest is used", async ({ page }) => {
  const warned = [];
  page.on("console", (message) => message.type() === "warning" && warned.push(message.text()));
  await say(
    page,
    JSON.stringify({
      ...WHOLE,
      logo: "https://elsewhere.example/logo.svg",
      colours: { light: { accent: "#ffff00" }, dark: { accent: "red" }, sepia: {} },
      contact: "javascript:alert(1)",
      colour: "#123456",
    }),
  );
  await open(page);
  await expect(page.locator(".brand")).toHaveText(WHOLE.name);
  await expect(page.locator(".brand img")).toHaveCount(0);
  expect(await accent(page)).toBe("#12436d");
  await expect(page.getByRole("contentinfo").getByRole("link")).toHaveText(["Accessibility statement", "Privacy"]);
  for (const key of ["logo", "colours.light", "colours.dark.accent", "colours.sepia", "contact", "colour:"]) {
    await expect(notice(page)).toContainText(key);
    expect(warned.some((text) => text.startsWith(`config.json: ${key}`)), key).toBe(true);
  }
  await expect(notice(page)).toContainText("contrast of 1.1 to 1, and text needs 4.5");
});

for (const text of ["{ name: broken", "[]", "7", '"text"', '{"name": 7, "colours": [], "case": {}, "logo": null}', `{"name": "${"x".repeat(5000)}"}`]) {
  test(`the page stands whatever is written: ${text.slice(0, 20)}`, async ({ page }) => {
    await say(page, text);
    await open(page);
    await expect(results(page)).toBeVisible();
    await expect(page.locator(".brand")).toHaveText("SEND Modeller");
    await expect(notice(page)).toBeVisible();
  });
}

test("a host that does not answer holds nobody up", async ({ page }) => {
  await page.route("**/config.json", () => {});
  await open(page);
  await expect(results(page)).toBeVisible();
});

test("the case of a host stands in an address that names none, and in no other", async ({ page }) => {
  await say(page, JSON.stringify({ case: "hertfordshire-2018" }));
  await open(page);
  await expect.poll(() => new URL(page.url()).hash).toContain("case=hertfordshire-2018");
  await open(page, "#case=hertfordshire-2018&v=1&benefit-delay=6");
  await expect.poll(() => new URL(page.url()).hash).toContain("benefit-delay=6");
});

test("the colours that are measured are the design's own, and far enough apart", () => {
  const tokens = readFileSync(new URL("../www/styles/tokens.css", import.meta.url), "utf8");
  const [light, dark] = tokens.split("prefers-color-scheme: dark");
  const host = readFileSync(new URL("../www/host.js", import.meta.url), "utf8");
  for (const [scheme, text] of Object.entries({ light, dark })) {
    const line = host.match(new RegExp(`^  ${scheme}: \\{(.*)\\},$`, "m"))[1];
    const known = [...line.matchAll(/"?([a-z-]+)"?: "(#[0-9a-f]{6})"/g)];
    expect(known).toHaveLength(5);
    for (const [, name, colour] of known) expect(text, `${scheme} ${name}`).toContain(`--${name}: ${colour};`);
  }
  expect(apart("#000000", "#ffffff")).toBeCloseTo(21, 5);
  expect(apart("#767676", "#ffffff")).toBeCloseTo(4.54, 2);
});

test("only addresses that are safe and of the right host are taken", () => {
  const base = "https://council.example/tools/send/";
  const taken = (key, value) => read(JSON.stringify({ [key]: value }), base)[key];
  for (const logo of ["logo.svg", "/images/logo.png", "../logo.svg", "a b.svg"]) expect(taken("logo", logo), logo).toMatch(/^https:\/\/council\.example\//);
  for (const logo of ["https://council.example/logo.svg", "//elsewhere.example/x.svg", "\\\\elsewhere\\x", "data:image/png;base64,x", "javascript:1", ""]) {
    expect(taken("logo", logo), logo).toBeUndefined();
  }
  for (const link of ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "", 7, {}]) {
    expect(taken("privacy", link), String(link)).toBeUndefined();
  }
  expect(read('{"__proto__": {"name": "x"}}', base).name).toBeUndefined();
});

test("the policy of the server's configuration is the page's, and more", () => {
  const file = (path) => readFileSync(new URL(path, import.meta.url), "utf8");
  const [, page] = file("../index.html").match(/http-equiv="Content-Security-Policy" content="([^"]+)"/);
  expect(file("../docs/hosting/nginx.conf")).toContain(`Content-Security-Policy "${page}; frame-ancestors 'none'" always`);
});

test("the form that is published has the keys that are read", () => {
  const schema = JSON.parse(readFileSync(new URL("../docs/config.schema.json", import.meta.url), "utf8"));
  const { problems } = read('{"?": 1, "colours": {"light": {"?": 1}}}', "https://council.example/");
  const named = (text) => text.split(" are ")[1].replace(/\.$/, "").split(", ");
  expect(Object.keys(schema.properties).sort()).toEqual(["$schema", ...named(problems[0])].sort());
  expect(Object.keys(schema.$defs.colours.properties)).toEqual(named(problems[1]));
});
