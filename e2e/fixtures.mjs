// The `test` every journey imports: it fails a test whose page broke the policy, asked another host for
// anything, or logged an error, whatever else the test looked at.
import { expect, test as base } from "@playwright/test";

export { expect };

// Chromium asks for a page's icon late. Where the test has gone on to about:blank by then, it asks in that page's name
// and refuses itself. An icon that is missing is an answer of 404, which is still a problem.
function ofLeftPage(message) {
  const icon = /\/icon-[0-9a-f]+\.svg/.test(`${message.text()} ${message.location().url}`);
  return icon && /from origin 'null'|net::ERR_FAILED/.test(message.text());
}

// Puts what goes wrong in a page on the list; for a second page of a test as well.
export async function watch(page, problems, baseURL) {
  // Of a page that is a file, only that file is its own.
  const own = baseURL.startsWith("file:") ? baseURL : `${new URL(baseURL).origin}/`;
  await page.exposeBinding("reportViolation", (_, text) => void problems.push(`policy: ${text}`));
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) => {
      window.reportViolation(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
    });
  });
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(own) && !/^(blob|data):/.test(url)) problems.push(`request: ${url}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) problems.push(`${response.status()}: ${response.url()}`);
  });
  page.on("pageerror", (error) => problems.push(`uncaught: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error" && !ofLeftPage(message)) problems.push(`console: ${message.text()}`);
  });
}

export const test = base.extend({
  // A test that provokes errors on purpose empties this list, or looks into it.
  problems: [
    async ({ page, baseURL }, use) => {
      const problems = [];
      await watch(page, problems, baseURL);
      await use(problems);
      expect(problems, "policy violations, foreign requests and logged errors").toEqual([]);
    },
    { auto: true },
  ],
});

// The page once the app has taken over from the fallback.
export async function open(page, link = "") {
  // A fragment belongs to this app; a whole link is opened as it is.
  await page.goto(/^(https?|file):/.test(link) ? link : `./${link}`);
  await expect(page.locator("html")).not.toHaveClass(/booting/);
  await expect(page.locator("#fallback")).toHaveCount(0);
}
