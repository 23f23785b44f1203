// Nothing leaves this device: all that both journeys ask for are files of the app, by their bare names.
import { readFile } from "node:fs/promises";
import { expect, open, test } from "./fixtures.mjs";
import { box, button, CASE, DELAY, dialog, expectFragment, JOURNEYS, linkToSend, openWindow } from "./page.mjs";
import { DIST } from "./server.mjs";
import { sent } from "./sent.mjs";

const TITLE = "Xylophone";
const NOTE = "Quagmire before Thursday";
// What a person types in the journeys, none of which may be found in anything that is asked for.
const TYPED = ["15", "0.1573", TITLE, NOTE, "Quagmire", "in-county-journeys", "benefit-delay", "travel-trainers-zz"];

// Every request with all it carries. Those of workers are the page's as well.
function listen(context) {
  const asked = [];
  context.on("request", (request) => asked.push(request));
  return asked;
}

async function check(asked, baseURL) {
  expect(asked.length).toBeGreaterThan(10);
  for (const request of asked) {
    const url = new URL(request.url());
    if (url.protocol === "blob:" || url.protocol === "data:") continue; // made and read in the page
    const what = `${request.method()} ${request.url()}`;
    expect(request.method(), what).toBe("GET");
    expect(request.postDataBuffer(), what).toBeNull();
    expect(url.origin, what).toBe(new URL(baseURL).origin);
    expect(url.pathname.startsWith(new URL(baseURL).pathname), what).toBe(true);
    // A stamp of the build behind the name of a program, and nothing else.
    expect(url.search, what).toMatch(/^(\?[0-9a-f]{16})?$/);
    // The name of a file that the build made, so that it can carry nothing.
    const name = url.pathname.slice(new URL(baseURL).pathname.length) || "index.html";
    await expect(readFile(`${DIST}${name}`), what).resolves.toBeDefined();
    // Those the page made; of some that a worker makes the browser never tells what was sent in the end.
    const headers = Object.entries(request.headers()).map((header) => header.join(": "));
    for (const header of headers) {
      expect(header, what).not.toMatch(/^(cookie|referer: .*#)/i);
      for (const words of TYPED.filter((words) => words.length > 4)) expect(header, what).not.toContain(words);
    }
  }
}

async function saved(page, press) {
  const [download] = await Promise.all([page.waitForEvent("download"), press.click()]);
  await download.path();
}

test("an officer's: figures, scenarios, a case of one's own, files in and out, a simulation, a report, a link", async ({
  page, context, baseURL,
}) => {
  test.setTimeout(180_000); // seven screens and three windows, of which each fetches its piece
  const asked = listen(context);
  await open(page);
  await box(page, JOURNEYS).fill("15");
  await box(page, DELAY).fill("6");
  const scenarios = await openWindow(page, "Scenarios");
  await scenarios.getByRole("textbox", { name: "Name" }).fill(TITLE);
  await button(scenarios, "Save").click();
  await button(scenarios, "Close").click();
  const files = await openWindow(page, "Files");
  await saved(page, files.getByRole("button", { name: /Workbook, \.xlsx/ }).first());
  await saved(page, files.getByRole("button", { name: /Scenario file, \.json/ }).first());
  await page.getByLabel("Or paste two columns from a spreadsheet").fill("benefit-delay\t9\n");
  await button(files, "Read").click();
  await button(files, "Use these values").click();
  await expectFragment(page, `${CASE}&in-county-journeys=15&benefit-delay=9&title=${TITLE}`);
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "Stress test", exact: true }).click();
  await button(page, "Run the simulation").click();
  await expect(page.locator(".simulation-run").getByRole("status")).toContainText("Done.", { timeout: 20_000 });
  for (const screen of ["Compare", "Report", "Sources and checks", "Edit case"]) {
    await page.getByRole("link", { name: screen, exact: true }).click();
    await expect(page.getByRole("link", { name: screen, exact: true })).toHaveAttribute("aria-current", "page");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
  await button(page, "Make a copy to edit").click();
  await page.getByRole("main").getByRole("textbox", { name: "Short name", exact: true }).fill("travel-trainers-zz");
  await page.waitForTimeout(500);
  await page.getByRole("link", { name: "Explore", exact: true }).click();
  const share = await openWindow(page, "Share");
  await share.getByRole("textbox", { name: "Title" }).fill(TITLE);
  await share.getByRole("textbox", { name: "Note" }).fill(NOTE);
  await linkToSend(share);
  await button(share, "Copy link").click();
  await page.waitForTimeout(500);
  await check(asked, baseURL);
});

test("a panel member's: a link with its words, explored and back, printed", async ({ page, context, baseURL }) => {
  await page.addInitScript(() => (window.print = () => {}));
  const asked = listen(context);
  await open(page, sent({ scenario: `${CASE}&in-county-journeys=15&benefit-delay=6`, title: TITLE, note: NOTE }));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(TITLE);
  await button(page, "Print").click();
  await button(page, "Explore from here").click();
  await box(page, DELAY).fill("0");
  await button(page, "Back to what was sent").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(TITLE);
  await page.waitForTimeout(500);
  await check(asked, baseURL);
});

test("the app says so, what it keeps, and how to be rid of it, and nothing else is kept", async ({ page, context }) => {
  await open(page, `#${CASE}&view=sources`);
  await page.getByRole("navigation", { name: "On this page" }).getByRole("button", { name: "Privacy" }).click();
  const privacy = page.getByRole("region", { name: "Privacy" });
  await expect(privacy.getByRole("heading", { name: "Privacy" })).toBeFocused();
  await expect(privacy).toContainText("Nothing leaves this device.");
  await expect(privacy).toContainText("Kept in this browser");
  await expect(privacy).toContainText("To be rid of it");
  expect(await context.cookies()).toEqual([]);
  const kept = await page.evaluate(async () => ({
    local: Object.keys(localStorage).filter((key) => !key.startsWith("send-modeller.")),
    session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).length,
  }));
  expect(kept).toEqual({ local: [], session: [], databases: 0 });
});
