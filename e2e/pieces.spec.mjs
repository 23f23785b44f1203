// The app comes in pieces, each fetched when it is first used; where one cannot be had, the page says so and goes on.
import { expect, open, test } from "./fixtures.mjs";
import { box, button, CASE, dialog, expectGolden, explanation, JOURNEYS, row, tile } from "./page.mjs";

const FIFTEEN = `${CASE}&in-county-journeys=15`;
const PANEL = `#${FIFTEEN}&view=panel&title=Fifteen`;
const MISSING = "This part of the app could not be loaded. Check the connection and try again, or reload the page. Nothing you have done is lost.";

// The paths of everything fetched so far, kept up to date.
function fetching(page) {
  const paths = [];
  page.on("request", (request) => paths.push(new URL(request.url()).pathname));
  return paths;
}

// The files of a piece that no other piece has a use for, by what the page says of itself.
async function ownFiles(page, piece) {
  const files = await page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll('meta[name^="piece-"]')].map((meta) => [
        meta.name.replace("piece-", ""),
        meta.content.split(" ").map((file) => new URL(file, document.baseURI).pathname),
      ]),
    ),
  );
  const others = Object.entries(files).filter(([name]) => name !== piece && name !== `${piece}-css`);
  const shared = new Set(others.flatMap(([, paths]) => paths));
  const own = [...files[piece], ...(files[`${piece}-css`] ?? [])].filter((path) => !shared.has(path));
  expect(own.length, `files of ${piece}`).toBeGreaterThan(0);
  return own;
}

const times = (paths, wanted) => wanted.map((path) => paths.filter((fetched) => fetched === path).length);
const once = (wanted) => wanted.map(() => 1);
const never = (wanted) => wanted.map(() => 0);

test("the first visit fetches Explore and nothing of the screens and windows it does not show", async ({ page }) => {
  const paths = fetching(page);
  await open(page);
  await expectGolden(page, CASE);
  await page.waitForLoadState("networkidle");
  for (const other of ["desk", "panel", "answers"]) {
    const own = await ownFiles(page, other);
    expect(times(paths, own), other).toEqual(never(own));
  }
  const own = await ownFiles(page, "explore");
  expect(times(paths, own)).toEqual(once(own));
  expect(paths.filter((path) => path.includes("/api"))).toEqual([]); // for other people's scripts alone
});

test("a panel link fetches nothing of Explore, until that is asked for", async ({ page }) => {
  const paths = fetching(page);
  await open(page, PANEL);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Fifteen");
  await page.waitForLoadState("networkidle");
  const explore = await ownFiles(page, "explore");
  for (const own of [explore, await ownFiles(page, "desk"), await ownFiles(page, "answers")]) {
    expect(times(paths, own)).toEqual(never(own));
  }
  const panel = await ownFiles(page, "panel");
  expect(times(paths, panel)).toEqual(once(panel));
  await button(page, "Explore from here").click();
  await expectGolden(page, FIFTEEN);
  expect(times(paths, explore)).toEqual(once(explore));
});

test("the windows and the screens at the desk share one piece, fetched once", async ({ page }) => {
  const paths = fetching(page);
  await open(page, `#${FIFTEEN}`);
  const desk = await ownFiles(page, "desk");
  for (const name of ["Share", "Scenarios", "Share"]) {
    await button(page, name).click();
    await expect(dialog(page, name)).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(dialog(page, name)).toHaveCount(0);
  }
  await page.getByRole("link", { name: "Sources and checks" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sources and checks");
  expect(times(paths, desk)).toEqual(once(desk));
});

// Cuts the network to the files of a piece; the function this gives mends it.
async function cutOff(page, piece) {
  const own = await ownFiles(page, piece);
  const these = (url) => own.includes(url.pathname) && url.pathname.endsWith(".wasm");
  await page.route(these, (route) => route.abort());
  return () => page.unroute(these);
}

const missing = (page) => page.getByRole("alert").filter({ hasText: MISSING });

test("a window that cannot be fetched says so, and opens once the network is back", async ({ page, problems }) => {
  await open(page);
  await box(page, JOURNEYS).fill("15");
  const mend = await cutOff(page, "desk");
  await button(page, "Share").click();
  await expect(missing(page)).toBeVisible();
  await button(missing(page), "Try again").click(); // still nothing
  await expect(missing(page)).toBeVisible();
  // Nothing is lost, and everything else works.
  await expectGolden(page, FIFTEEN);
  await box(page, JOURNEYS).fill("20");
  await expect(tile(page, "Net over five years")).toContainText("£22,563,258");
  await mend();
  await button(missing(page), "Try again").click();
  await expect(dialog(page, "Share")).toBeVisible();
  await expect(missing(page)).toHaveCount(0);
  await expect(dialog(page, "Share").getByRole("textbox", { name: "Link", exact: true })).toHaveValue(/in-county-journeys=20&/);
  problems.length = 0; // what was cut off
});

test("an explanation that cannot be fetched says so in its place, and comes once it can be", async ({ page, problems }) => {
  await open(page, `#${FIFTEEN}`);
  const mend = await cutOff(page, "answers");
  await button(page, "SEN transport, in county").click();
  await expect(row(page, "Ledger", "SEN transport, in county").locator("+ tr").getByRole("alert")).toContainText(MISSING);
  await expectGolden(page, FIFTEEN);
  await mend();
  await button(missing(page).first(), "Try again").click();
  await expect(explanation(page)).toContainText("£7,386,568");
  await expect(missing(page)).toHaveCount(0);
  problems.length = 0;
});

test("a file that cannot be made for want of its piece is said so, and can be had later", async ({ page, problems }) => {
  await open(page);
  const mend = await cutOff(page, "answers");
  const asked = page.waitForEvent("dialog");
  const pressed = button(page, "Download CSV of Ledger").click();
  const alert = await asked;
  expect(alert.message()).toContain("The file could not be made: part of the app could not be loaded.");
  await alert.accept();
  await pressed;
  await mend();
  const downloading = page.waitForEvent("download");
  await button(page, "Download CSV of Ledger").click();
  expect((await downloading).suggestedFilename()).toMatch(/ledger\.csv$/i);
  problems.length = 0;
});

test("a first screen that cannot be fetched says so and keeps the way to the others", async ({ page, problems }) => {
  await page.route("**/split_panel-*.wasm", (route) => route.abort());
  await open(page, PANEL);
  await expect(missing(page)).toBeVisible();
  expect(new URL(page.url()).hash).toBe(PANEL);
  await page.unroute("**/split_panel-*.wasm");
  await button(missing(page), "Try again").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Fifteen");
  problems.length = 0;
});

test("a screen that cannot be fetched leaves the way back open", async ({ page, problems }) => {
  await open(page, `#${FIFTEEN}`);
  const mend = await cutOff(page, "desk");
  await page.getByRole("link", { name: "Compare", exact: true }).click();
  await expect(missing(page)).toBeVisible();
  await page.getByRole("link", { name: "Explore", exact: true }).click();
  await expectGolden(page, FIFTEEN);
  await expect(missing(page)).toHaveCount(0);
  await mend();
  await page.getByRole("link", { name: "Compare", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Compare");
  problems.length = 0;
});
