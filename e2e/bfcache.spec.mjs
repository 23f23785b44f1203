// A page that the browser puts away whole and brings back (the back/forward cache).
import { launchOptions } from "./browser.mjs";
import { expect, open, test } from "./fixtures.mjs";

// Playwright turns this cache off; people have it on. It is part of the whole browser.
test.use({ launchOptions: { ...launchOptions, ignoreDefaultArgs: ["--disable-back-forward-cache"] } });

test("a running page comes back as it was", async ({ page }) => {
  await open(page);
  await page.evaluate(() => {
    window.mark = "same page";
    addEventListener("pageshow", (event) => (window.restored = event.persisted));
  });
  await page.goto("about:blank");
  await page.goBack({ waitUntil: "commit" });
  await expect.poll(() => page.evaluate(() => [window.mark, window.restored])).toEqual(["same page", true]);
  await expect(page.locator("#fallback")).toHaveCount(0);
  await expect(page.locator("#app")).not.toBeEmpty();
});

test("a page that had not started starts again", async ({ page, problems }) => {
  await page.route("**/*_bg.wasm", (route) => route.abort(), { times: 1 });
  await page.goto("./");
  await expect(page.locator("#published")).toBeVisible();
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
  await expect(page.locator("#fallback")).toHaveCount(0);
  problems.length = 0; // the download that was cut off
});
