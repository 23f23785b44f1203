// The page before the app: it starts under the strict policy from a sub-path, and where it cannot
// start, the published figures stand and the page says why.
import AxeBuilder from "@axe-core/playwright";
import { expect, open, test } from "./fixtures.mjs";

const axe = (page) => new AxeBuilder({ page }).analyze().then(({ violations }) => violations.map((v) => v.id));

async function expectFallback(page) {
  await expect(page.locator("#published")).toBeVisible();
  const cells = page.locator('[data-row="cumulative-net"] td');
  await expect(cells).toHaveText(["−288,068", "2,271,021", "6,526,446", "11,896,256", "17,638,882", ""]);
  await expect(page.locator("#loading")).toBeHidden();
}

// Keeps the model from arriving until the function this gives is called.
async function holdBack(page) {
  let arrive;
  const arrived = new Promise((resolve) => (arrive = resolve));
  await page.route("**/*_bg.wasm", async (route) => {
    await arrived;
    await route.continue();
  });
  return arrive;
}

test("starts under the policy, from a sub-path, asking no other host", async ({ page }) => {
  const fetched = [];
  page.on("response", (response) => fetched.push(new URL(response.url()).pathname));
  const response = await page.goto("./");
  expect(response.headers()["content-security-policy"]).toContain("frame-ancestors 'none'");
  await expect(page.locator("#fallback")).toHaveCount(0);
  await expect(page.locator("html")).not.toHaveClass(/booting/);
  await expect(page.locator("#app")).not.toBeEmpty();
  expect(fetched.filter((path) => !path.startsWith("/tools/send/"))).toEqual([]);
  // The program once, and the first screen's piece once: each of its files, and no other.
  const wanted = await page.evaluate(() =>
    ["app-wasm", "piece-explore"].flatMap((name) =>
      document.querySelector(`meta[name="${name}"]`).content.split(" ").map((file) => new URL(file, document.baseURI).pathname),
    ),
  );
  expect(fetched.filter((path) => path.endsWith(".wasm")).sort()).toEqual(wanted.sort());
});

test("the policy is in force, and nothing in the page is inline", async ({ page, problems }) => {
  await open(page);
  expect(await page.evaluate(() => document.querySelectorAll("style, [style], script:not([src])").length)).toBe(0);
  await page.evaluate(() => {
    const script = document.createElement("script");
    script.append("window.inlineRan = true");
    document.body.append(script);
    document.body.setAttribute("style", "color: red");
  });
  // Where a text may not become a script at all, that is what is said of it.
  const told = (what) => expect.poll(() => problems.some((problem) => what.test(problem))).toBe(true);
  await told(/^policy: script-src|^console: .*TrustedScript/);
  await told(/^policy: style-src/);
  expect(await page.evaluate(() => window.inlineRan)).toBeUndefined();
  problems.length = 0;
});

test("the case is served as a file", async ({ request }) => {
  const response = await request.get("./cases/hertfordshire-2018.json");
  expect(response.status()).toBe(200);
  expect((await response.json()).id).toBe("hertfordshire-2018");
});

test("nothing of the fallback is painted where the app runs", async ({ page }) => {
  const arrive = await holdBack(page);
  await page.goto("./", { waitUntil: "commit" });
  await expect(page.locator("#loading")).toHaveText("Loading the model…");
  await expect(page.locator("#loading")).toBeVisible();
  await expect(page.locator("#fallback")).toBeHidden();
  arrive();
  await expect(page.locator("#fallback")).toHaveCount(0);
});

test("the page does not jump while it starts, however late its script comes", async ({ page }) => {
  await page.addInitScript(() => {
    window.jumped = 0;
    new PerformanceObserver((list) => {
      for (const { value } of list.getEntries()) window.jumped += value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.route(/\/boot-[0-9a-f]+\.js/, async (route) => {
    await new Promise((later) => setTimeout(later, 500));
    await route.continue();
  });
  await open(page);
  await page.waitForTimeout(500);
  // Less than a tenth is what browsers call good; the fallback flashing by alone was nearly two.
  expect(await page.evaluate(() => window.jumped)).toBeLessThan(0.05);
});

test("the published figures do not flash by while the first screen's piece is on its way", async ({ page }) => {
  let arrived;
  const asked = new Promise((resolve) => {
    page.route(/\/split_explore-[0-9a-f]+\.wasm/, async (route) => {
      resolve();
      await new Promise((later) => (arrived = later));
      await route.continue();
    });
  });
  await page.goto("./");
  await asked;
  await page.waitForTimeout(500);
  await expect(page.locator("#loading")).toHaveText("Loading the model…");
  await expect(page.locator("#fallback")).toBeHidden();
  arrived();
  await expect(page.locator(".tiles")).toBeVisible();
  await expect(page.locator("html")).not.toHaveClass(/booting/);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the published table shows", async ({ page }) => {
    await page.goto("./");
    await expectFallback(page);
    await expect(page.locator("noscript p")).toContainText("JavaScript is off"); // getByText skips noscript
    await expect(page.locator("noscript p")).toBeVisible();
    await expect(page.locator("#boot-problem")).toBeHidden();
  });
});

test.describe("on a phone, without WebAssembly", () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test("the published table shows, with the reason, and passes axe", async ({ page, problems }) => {
    await page.addInitScript(() => delete globalThis.WebAssembly);
    await page.goto("./");
    await expectFallback(page);
    await expect(page.getByRole("alert")).toContainText("WebAssembly missing or turned off");
    expect(await axe(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    problems.length = 0; // the reason is logged too
  });
});

test("a part that cannot be fetched leaves the table, with the reason", async ({ page, problems }) => {
  await page.route("**/*_bg.wasm", (route) => route.abort());
  await page.goto("./");
  await expectFallback(page);
  await expect(page.getByRole("alert")).toContainText("could not be loaded");
  problems.length = 0;
});

test("a WebAssembly too old for the model leaves the table, with the reason", async ({ page, problems }) => {
  await page.route("**/*_bg.wasm", (route) =>
    route.fulfill({ contentType: "application/wasm", body: Buffer.from([0, 0x61, 0x73, 0x6d, 2, 0, 0, 0]) }),
  );
  await page.goto("./");
  await expectFallback(page);
  await expect(page.getByRole("alert")).toContainText("too old for the model");
  problems.length = 0;
});

test("a slow line gets the table while it waits, then the app", async ({ page }) => {
  await page.clock.install();
  const arrive = await holdBack(page);
  await page.goto("./", { waitUntil: "commit" });
  await expect(page.locator("#loading")).toBeVisible();
  await page.clock.runFor(10_000);
  await expectFallback(page);
  await expect(page.getByRole("alert")).toContainText("still loading");
  arrive();
  await expect(page.locator("#fallback")).toHaveCount(0);
});

test("a script that is not the one built is refused, and the table stands", async ({ page, problems }) => {
  await page.route("**/app-*.js", (route) =>
    route.fulfill({ contentType: "text/javascript", body: "export default () => { window.tampered = true; }" }),
  );
  await page.goto("./");
  await expectFallback(page);
  await expect(page.getByRole("alert")).toContainText("could not be loaded");
  expect(await page.evaluate(() => window.tampered)).toBeUndefined();
  problems.length = 0;
});

test("a start that dies after the page was cleared brings the table back", async ({ page, problems }) => {
  await page.route(/\/tools\/send\/$/, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(/(name="app-js" content=")[^"]+/, "$1./dies.js");
    await route.fulfill({ response, body });
  });
  await page.route("**/dies.js", (route) =>
    route.fulfill({
      contentType: "text/javascript",
      body: `export default async () => {
        document.getElementById("app").replaceChildren();
        throw new WebAssembly.RuntimeError("unreachable");
      }`,
    }),
  );
  await page.goto("./");
  await expectFallback(page);
  await expect(page.getByRole("alert")).toContainText("stopped while starting");
  problems.length = 0;
});

test("the reload button of the failure page works without the app", async ({ page }) => {
  await open(page);
  await page.evaluate(() => {
    const button = document.createElement("button");
    button.textContent = "Reload the page";
    button.setAttribute("data-reload", "");
    document.body.replaceChildren(button);
  });
  await page.getByRole("button", { name: "Reload the page" }).click();
  await expect(page.locator("#app")).not.toBeEmpty();
  await expect(page.locator("#fallback")).toHaveCount(0);
});
