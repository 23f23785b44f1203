// What breaks in a browser while somebody works: each time the page says what happened, and the work is still there.
// Links that are damaged, storage that refuses, clipboards and pieces have files of their own (link, storage, pieces,
// failure, files).
import { readFile } from "node:fs/promises";
import { deflateRawSync } from "node:zlib";
import { expect, open, test, watch } from "./fixtures.mjs";
import { box, button, CASE, dialog, drop, expectFragment, expectGolden, JOURNEYS, openWindow, table } from "./page.mjs";
import { sent } from "./sent.mjs";

const FIFTEEN = `${CASE}&in-county-journeys=15`;
const OWN = "case=hertfordshire-2018-own&v=1&view=case";
const editor = (page) => page.getByRole("main");
const shortName = (page) => editor(page).getByRole("textbox", { name: "Short name", exact: true });
const elsewhere = (page) => editor(page).getByRole("alert").filter({ hasText: "changed in another window" });
const keptCase = (page, id) => page.evaluate((id) => JSON.parse(localStorage.getItem(`send-modeller.case.${id}`) ?? "null"), id);

async function ownCopy(page) {
  await open(page, `#${CASE}&view=case`);
  await button(page, "Make a copy to edit").click();
  await expect(shortName(page)).toBeVisible();
}

// A case of one's own, kept, and open in a second window.
async function openTwice({ page, context, baseURL, problems }) {
  await ownCopy(page);
  await shortName(page).fill("Here first");
  await expect.poll(async () => (await keptCase(page, "hertfordshire-2018-own"))?.title).toBe("Here first");
  const second = await context.newPage();
  await watch(second, problems, baseURL);
  await open(second, `#${OWN}`);
  return second;
}

test("a case open in two windows: neither writes over the other, and both are told", async ({ page, context, baseURL, problems }) => {
  const second = await openTwice({ page, context, baseURL, problems });
  await expect(shortName(second)).toHaveValue("Here first");
  await expect(elsewhere(second)).toHaveCount(0);

  // What the second window began from is what is kept, so it may go on from there.
  await shortName(second).fill("There next");
  await expect.poll(async () => (await keptCase(page, "hertfordshire-2018-own")).title).toBe("There next");
  await expect(elsewhere(page)).toContainText("Reload the page to go on with that");

  // The first one did not know of it, and loses nothing by that; nor does the second.
  await shortName(page).fill("Here again");
  await expect(elsewhere(page)).toContainText("kept beside it as a case of its own, hertfordshire-2018-own-2");
  expect((await keptCase(page, "hertfordshire-2018-own")).title).toBe("There next");
  expect((await keptCase(page, "hertfordshire-2018-own-2")).title).toBe("Here again");
  await shortName(page).fill("Here at last");
  await expect.poll(async () => (await keptCase(page, "hertfordshire-2018-own-2")).title).toBe("Here at last");
  await shortName(second).fill("There at last");
  await expect.poll(async () => (await keptCase(page, "hertfordshire-2018-own")).title).toBe("There at last");
  await expect(elsewhere(second)).toHaveCount(0);

  await second.close();
  await page.getByRole("button", { name: /^Case: / }).click();
  await expect(dialog(page, "Cases")).toContainText("Here at last (hertfordshire-2018-own-2)");
  await expect(dialog(page, "Cases")).toContainText("There at last");
});

test("a window that was behind goes on with the other's case once it is reloaded", async ({ page, context, baseURL, problems }) => {
  const second = await openTwice({ page, context, baseURL, problems });
  await shortName(second).fill("There next");
  await button(elsewhere(page), "Reload the page").click();
  await expect(shortName(page)).toHaveValue("There next");
  await expect(elsewhere(page)).toHaveCount(0);
  await shortName(page).fill("Here after that");
  await expect.poll(async () => (await keptCase(page, "hertfordshire-2018-own")).title).toBe("Here after that");
  expect(await keptCase(page, "hertfordshire-2018-own-2")).toBeNull();
});

test("a case that the browser has no room for is said not to be kept, stays in the page, and can be saved", async ({ page }) => {
  await ownCopy(page);
  await page.evaluate(() => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (key, text) {
      if (text !== "") throw new DOMException("Quota exceeded.", "QuotaExceededError");
      setItem.call(this, key, text);
    };
  });
  await shortName(page).fill("No room");
  await expect(editor(page).getByRole("status").filter({ hasText: "this browser has no room left" })).toContainText("Save the case file");
  await expect(shortName(page)).toHaveValue("No room");
  const [download] = await Promise.all([page.waitForEvent("download"), button(page, "Save case file").click()]);
  expect(await (await download.createReadStream()).toArray().then((parts) => Buffer.concat(parts).toString())).toContain("No room");
});

// A browser that has room for everything but cases.
const noRoomForCases = (page) =>
  page.addInitScript(() => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (key, text) {
      if (key.startsWith("send-modeller.case.")) throw new DOMException("Quota exceeded.", "QuotaExceededError");
      setItem.call(this, key, text);
    };
  });

const carrying = (text) => `#case=borough&v=1&nonsense=1&own-case=${deflateRawSync(text).toString("base64url")}`;
const ways = {
  "a file dropped on the page": (page, text) => drop(page, ["borough.json", text]),
  "a file chosen in the window Cases": async (page, text) => {
    await page.getByRole("button", { name: /^Case: / }).click();
    const chosen = { name: "borough.json", mimeType: "", buffer: Buffer.from(text) };
    await dialog(page, "Cases").getByLabel("Case file (.json)").setInputFiles(chosen);
  },
  "a link pasted into the open page": (page, text) => open(page, carrying(text)),
  "a link that is opened": async (page, text) => {
    await page.goto("about:blank");
    await open(page, carrying(text));
  },
};
for (const [way, bring] of Object.entries(ways)) {
  test(`a case out of ${way} that is not kept is open, and said to be lost with the page`, async ({ page }) => {
    await noRoomForCases(page);
    await open(page, `#${FIFTEEN}`);
    const file = JSON.parse(await readFile(new URL("../www/cases/cambridgeshire-2019.json", import.meta.url), "utf8"));
    const text = JSON.stringify({ ...file, id: "borough", title: "A borough’s" });
    await bring(page, text);
    await expect(page.getByRole("button", { name: /^Case: A borough’s/ })).toBeVisible();
    await expect(page.getByRole("dialog")).toHaveCount(0);
    const said = page.getByRole("alert").filter({ hasText: "so it is lost when you leave: save it as a file first" });
    const heading = said.getByRole("heading");
    if (way === "a file dropped on the page") {
      // Once more is the same case once more, and not a second one.
      await button(said, "Dismiss").click();
      await bring(page, text);
      await expect(said).toBeVisible();
      await expectFragment(page, "case=borough&v=1");
    }
    if (!way.includes("link")) return expect(heading).toHaveText("The case is not kept");
    // What else is wrong with the link is not forgotten over it.
    await expect(heading).toHaveText("Part of this link could not be read");
    await expect(said).toContainText("nonsense: not an assumption of this case");
  });
}

test("what is written in a case that the browser has no room for is there again after another screen, with its fault", async ({ page }) => {
  await noRoomForCases(page);
  await ownCopy(page);
  const notice = page.getByRole("alert", { name: "The case is not kept" });
  const noRoom = editor(page).getByRole("status").filter({ hasText: "this browser has no room left" });
  await expect(notice).toBeVisible();
  await expect(noRoom).toBeVisible();
  await shortName(page).fill("Sound");
  await expect(notice).toHaveCount(0); // the line above goes on saying it
  await expect(noRoom).toBeVisible();
  await shortName(page).fill("");
  await page.getByRole("link", { name: "Explore", exact: true }).click();
  await expect(shortName(page)).toHaveCount(0);
  await page.getByRole("link", { name: "Edit case", exact: true }).click();
  await expect(shortName(page)).toHaveValue("");
  await expect(shortName(page)).toHaveAttribute("aria-invalid", "true");
});

test("a kept case that is rubbish is said, and left as it is", async ({ page }) => {
  await open(page);
  await page.evaluate(() => localStorage.setItem("send-modeller.case.mine", "{ rubbish"));
  await page.goto("about:blank");
  await open(page, "#case=mine&v=1");
  await expect(page.getByRole("main").or(page.getByRole("alert")).filter({ hasText: "What this browser keeps of the case cannot be read." }).first()).toBeVisible();
  expect(await page.evaluate(() => localStorage.getItem("send-modeller.case.mine"))).toBe("{ rubbish");
});

test("a case in a link that unpacks without end is refused", async ({ page }) => {
  // Twenty-six thousand letters that come to twenty million.
  const packed = deflateRawSync(Buffer.alloc(20_000_000, 32), { level: 9 }).toString("base64url");
  await open(page, `#case=mine&v=1&own-case=${packed}`);
  await expect(page.locator("#app").getByText("The link carries a case that cannot be read.")).toBeVisible();
  await expectGolden(page, CASE);
});

test("a worker that the browser ends in the middle of a simulation is done without", async ({ page }) => {
  test.setTimeout(90_000);
  await open(page, `#${FIFTEEN}&view=stress`);
  await box(page, "Number of draws").fill("1,000,000");
  await button(page, "Run the simulation").click();
  await expect.poll(() => page.workers().length).toBe(1);
  await expect(page.getByRole("progressbar")).toBeVisible();
  // As a browser does that is out of memory: it says nothing to anybody.
  await page.workers()[0].evaluate(() => self.close());
  const said = page.locator(".simulation-run").getByRole("status");
  await expect(said).toContainText("Done.", { timeout: 80_000 });
  await expect(page.locator(".simulated")).toContainText("did not start a background worker");
  await expect(table(page, /^How the draws spread/)).toBeVisible();
  await expectFragment(page, new URL(page.url()).hash.slice(1)); // and the address is the scenario's
  expect(new URL(page.url()).hash).toContain("in-county-journeys=15");
});

test("a program for workbooks that does not come is said, and is there at the next try", async ({ page, problems }) => {
  await open(page, `#${FIFTEEN}`);
  await page.route("**/book_bg.wasm*", (route) => route.fulfill({ status: 503, body: "busy" }));
  const files = await openWindow(page, "Files");
  await files.getByRole("button", { name: /Workbook, \.xlsx/ }).first().click();
  await expect(files.getByRole("alert")).toContainText("The workbook could not be made.");
  await page.unroute("**/book_bg.wasm*");
  const [download] = await Promise.all([page.waitForEvent("download"), button(files, "Try again").click()]);
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
  problems.length = 0; // what did not come
});

for (const [what, refuse] of [
  ["refuses to print", () => (window.print = () => { throw new DOMException("no", "NotAllowedError"); })],
  ["cannot print", () => (window.print = undefined)],
]) {
  test(`where the browser ${what}, it is said and nothing else happens`, async ({ page }) => {
    await page.addInitScript(refuse);
    await open(page, sent({ scenario: FIFTEEN, title: "Fifteen" }));
    const asked = page.waitForEvent("dialog");
    const pressed = button(page, "Print").click();
    const alert = await asked;
    expect(alert.message()).toContain("did not open its window for printing");
    await alert.accept();
    await pressed;
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Fifteen");
  });
}

test("a page older than what the host has says that its pieces are gone, and a reload goes on where it was", async ({ page, problems }) => {
  await open(page, `#${FIFTEEN}`);
  // As after a week, with another version in the place of this one.
  await page.route(/\/split_desk-[0-9a-f]+\.wasm/, (route) => route.fulfill({ status: 404, body: "Not found" }));
  await box(page, JOURNEYS).fill("20");
  await page.getByRole("link", { name: "Compare", exact: true }).click();
  const missing = page.getByRole("alert").filter({ hasText: "This part of the app could not be loaded." });
  await expect(missing).toContainText("or reload the page. Nothing you have done is lost.");
  await page.unroute(/\/split_desk-[0-9a-f]+\.wasm/);
  await button(missing, "Reload the page").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Compare");
  await page.getByRole("link", { name: "Explore", exact: true }).click();
  await expect(box(page, JOURNEYS)).toHaveValue("20");
  problems.length = 0; // what was gone
});
