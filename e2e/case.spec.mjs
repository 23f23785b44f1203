// A case of one's own, without a programmer: made from a published one or from nothing, kept, sent, opened again.
import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import { expect, open, test, watch } from "./fixtures.mjs";
import { tabTo } from "./keys.mjs";
import { recalculated } from "./office.mjs";
import { button, CASE, dialog, drop, openWindow, pounds, row } from "./page.mjs";

const editor = (page) => page.getByRole("main");
const section = (page, name) => page.getByRole("navigation", { name: "Sections of the case" }).getByRole("button", { name });
const field = (page, name) => editor(page).getByRole("textbox", { name, exact: true });
const kept = (page) => expect(editor(page).getByText("Kept by this browser.")).toBeVisible();

// The browser is told a moment after the last change.
const settled = (page) =>
  expect
    .poll(() => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("send-modeller.case.")).length))
    .toBeGreaterThan(0);

const ownCopy = async (page) => {
  await open(page, `#${CASE}&view=case`);
  await button(page, "Make a copy to edit").click();
  await expect(section(page, /^The case/)).toBeVisible();
};

const addLine = async (page, list, name, kind) => {
  await section(page, new RegExp(`^${list}`)).click();
  const one = list === "Investment" ? "a line of investment" : "a benefit line";
  await field(page, `Add ${one}: its name`).fill(name);
  if (kind) await editor(page).getByLabel("What it comes to").selectOption({ label: kind });
  await editor(page).getByRole("button", { name: "Add", exact: true }).click();
};

test("Hertfordshire with a post and a travel-training line: kept, sent and the same wherever it is opened", async ({
  page, context, baseURL, problems,
}) => {
  test.slow(); // LibreOffice takes its time to start
  await ownCopy(page);
  await addLine(page, "Investment", "Travel trainers");
  await field(page, "Posts").fill("2");
  await field(page, "Full-year cost of one post").fill("£32,400");
  await addLine(page, "Benefits", "Travel training", "Pupils move to something cheaper");
  await field(page, "Pupils").fill("40");
  await field(page, "Share who move").fill("75");
  await field(page, "Cost each before").fill("5.4k");
  await field(page, "Cost each after").fill("400");
  // 30 pupils at £5,000 less a year, from the second of five years; two posts at £32,400 in each of five.
  await expect(editor(page).getByText("Saving, £600,000 in all years")).toBeVisible();
  await section(page, /^Investment/).click();
  await expect(editor(page).getByText("£324,000 in all years")).toBeVisible();
  await kept(page);
  await settled(page);

  await page.reload();
  await section(page, /^Benefits/).click();
  await expect(editor(page).getByText("Saving, £600,000 in all years")).toBeVisible();
  await button(page, "See the results").click();
  await expect(row(page, "Ledger", "Travel training")).toContainText("£600,000");
  const net = await row(page, "Ledger", "Net").locator("td").allInnerTexts();
  expect(net).toHaveLength(7);

  // Taken away as a workbook, and recalculated elsewhere to the same pounds.
  const files = await openWindow(page, "Files");
  const [download] = await Promise.all([page.waitForEvent("download"), button(files, "Workbook, .xlsx").click()]);
  expect(download.suggestedFilename()).toContain("hertfordshire-2018-own");
  const cells = recalculated(await readFile(await download.path()), "Totals").find(([total]) => total === "Net");
  // Each year and all of them; what follows is how they stand to the published case.
  const figures = net.slice(0, -1);
  expect(cells.filter((cell) => typeof cell === "number").slice(0, figures.length).map(pounds)).toEqual(figures);
  await files.getByRole("button", { name: "Close" }).click();

  // Sent, and opened by somebody whose browser knows nothing of it.
  const share = await openWindow(page, "Share");
  const box = share.getByRole("textbox", { name: "Link" });
  await expect(box).toHaveValue(/own-case=/);
  const link = await box.inputValue();
  await expect(share.getByText(/Some mail programs cut links/)).toBeVisible();
  const other = await context.browser().newContext();
  const fresh = await other.newPage();
  await watch(fresh, problems, baseURL);
  await open(fresh, link.replace("view=panel", "view=explore"));
  await expect(row(fresh, "Ledger", "Net").locator("td")).toHaveText(net, { useInnerText: true });
  // Its address says only what is needed, and still opens here.
  await fresh.getByRole("textbox", { name: "In-county school journeys removed" }).fill("12");
  await expect.poll(() => new URL(fresh.url()).hash).not.toContain("own-case");
  await fresh.reload();
  await expect(row(fresh, "Ledger", "Travel training")).toContainText("£600,000");
  await other.close();
});

test("a reload finds the section that was open and the name half typed", async ({ page }) => {
  await ownCopy(page);
  await section(page, /^Benefits/).click();
  await button(editor(page), "Service efficiencies").click();
  await field(page, "Add a benefit line: its name").fill("Travel tr");
  await settled(page);
  await page.reload();
  await expect(section(page, /^Benefits/)).toHaveAttribute("aria-pressed", "true");
  await expect(field(page, "Add a benefit line: its name")).toHaveValue("Travel tr");
  await expect(button(editor(page), "Service efficiencies")).toHaveAttribute("aria-expanded", "true");
  await section(page, /^Investment/).click();
  await expect(field(page, "Add a line of investment: its name")).toHaveValue("");
});

test("the published case is one press away from any other", async ({ page }) => {
  await open(page, "#case=cambridgeshire-2019&v=1");
  await button(page, "Back to Hertfordshire 2018").click();
  await expect(row(page, "Ledger", "Net")).toContainText("£17,638,882");
  await expect(button(page, "Back to Hertfordshire 2018")).toHaveCount(0);
  await button(page, "Undo").click();
  await expect(button(page, "Case: Cambridgeshire 2019. Choose another")).toBeVisible();
});

test("an own case is simulated by the worker", async ({ page }) => {
  await ownCopy(page);
  await addLine(page, "Investment", "Travel trainers");
  await field(page, "Full-year cost of one post").fill("30000");
  await settled(page);
  const id = new URL(page.url()).hash.match(/case=([^&]*)/)[1];
  await open(page, `#case=${id}&v=1&view=stress&stress=draws_2000,run`);
  await expect(page.getByText("Done.")).toBeVisible({ timeout: 20_000 });
});

test("a small case from nothing, by the keyboard alone", async ({ page }) => {
  const press = (key) => page.keyboard.press(key);
  const type = async (text) => {
    await press("Control+a");
    await page.keyboard.type(text);
  };
  await open(page);
  await tabTo(page, "Case: Hertfordshire 2018. Choose another");
  await press("Enter");
  await tabTo(page, "Begin from an empty case");
  await press("Enter");
  await expect(section(page, /^The case/)).toBeVisible();
  await tabTo(page, "Short name");
  await type("Borsetshire 2026");
  await tabTo(page, "Investment0", "Shift+Tab");
  await press("Enter");
  await tabTo(page, "Add a line of investment: its name");
  await type("Programme");
  await press("Tab");
  await press("ArrowDown");
  await press("Tab");
  await press("Enter");
  await tabTo(page, "Sum", "Shift+Tab");
  await type("£100k");
  await expect(editor(page).getByText("£100,000 in all years")).toBeVisible();
  await tabTo(page, "Benefits0", "Shift+Tab");
  await press("Enter");
  await tabTo(page, "Add a benefit line: its name");
  await type("Fewer taxis");
  await press("Enter");
  await tabTo(page, "Yearly cost", "Shift+Tab");
  await type("500k");
  await tabTo(page, "Share of it that goes");
  await type("10%");
  await expect(editor(page).getByText("Saving, £200,000 in all years")).toBeVisible();
  await press("Control+z");
  await expect(editor(page).getByText("Saving, £0 in all years")).toBeVisible();
  await press("Control+y");
  await expect(editor(page).getByText("Saving, £200,000 in all years")).toBeVisible();
  await tabTo(page, "See the results", "Shift+Tab");
  await press("Enter");
  await expect(row(page, "Ledger", "Net")).toContainText("£100,000");
});

test("what cannot be used is kept as typed, named, and mended where it stands", async ({ page }) => {
  await ownCopy(page);
  await section(page, /^Benefits/).click();
  await editor(page).getByRole("button", { name: "SEN transport, in county", exact: true }).click();
  await field(page, "Share of it that goes").fill("a tenth");
  const notice = page.getByRole("region", { name: "1 problem to mend" });
  await expect(notice).toContainText("a tenth");
  await settled(page);
  await page.waitForTimeout(400);
  await page.reload();
  await expect(notice).toBeVisible();
  await notice.getByRole("button").first().click();
  await expect(field(page, "Published value")).toBeFocused();
  await expect(field(page, "Published value")).toHaveValue("a tenth");
  await field(page, "Published value").fill("11");
  await expect(notice).toHaveCount(0);
});

test("the file of a case opens again, one with faults where they can be mended, and rubbish is refused", async ({ page }) => {
  await ownCopy(page);
  const [download] = await Promise.all([page.waitForEvent("download"), button(page, "Save case file").click()]);
  expect(download.suggestedFilename()).toBe("hertfordshire-2018-own.json");
  const text = await readFile(await download.path(), "utf8");
  const give = async (name, content) => {
    const window = await openCases(page);
    await window.getByLabel("Case file (.json)").setInputFiles({ name, mimeType: "", buffer: Buffer.from(content) });
    return window;
  };
  const other = JSON.parse(text);
  other.title = "Somebody else’s";
  await give("other.json", JSON.stringify(other));
  await expect(page.getByRole("button", { name: /^Case: Somebody else’s/ })).toBeVisible();
  // Of the same id, and neither takes the other's place.
  expect(new URL(page.url()).hash).toContain("case=hertfordshire-2018-own");

  const window = await give("rubbish.json", "{]");
  await expect(window.getByRole("status")).toContainText("rubbish.json: The file is not JSON");
  await button(window, "Close").click();
});

test("the file of a case dropped on the page opens, and one with faults opens where they can be mended", async ({ page }) => {
  await ownCopy(page);
  const [download] = await Promise.all([page.waitForEvent("download"), button(page, "Save case file").click()]);
  const other = JSON.parse(await readFile(await download.path(), "utf8"));
  other.id = "borough-2031";
  other.title = "A borough’s";
  await open(page, `#${CASE}&in-county-journeys=15`);
  expect(await drop(page, ["borough.json", JSON.stringify(other)])).toBe(true);
  await expect(page.getByRole("button", { name: /^Case: A borough’s/ })).toBeVisible();
  await expect(dialog(page, "Files")).toHaveCount(0);
  // On Explore, as published, whatever was changed before.
  await expect.poll(() => new URL(page.url()).hash).toMatch(/^#case=borough-2031&v=1(&view=explore)?$/);
  await expect(row(page, "Ledger", "Net")).toContainText("£17,638,882");

  other.title = "A borough’s, with a fault";
  other.id = "borough-2032";
  other.benefits[0].workstream = "nowhere";
  expect(await drop(page, ["fault.json", JSON.stringify(other)])).toBe(true);
  await expect(page.getByRole("button", { name: /^Case: A borough’s, with a fault/ })).toBeVisible();
  await expect(editor(page).getByText(/nowhere/).first()).toBeVisible();
  // A file that is no case at all says so and leaves what is open.
  expect(await drop(page, ["half.json", '{"assumptions": [], "workstreams": ['])).toBe(true);
  await expect(dialog(page, "Files")).toContainText("half.json: not opened");
  await expect(page.getByRole("button", { name: /^Case: A borough’s, with a fault/ })).toBeVisible();
});

// The workbook as somebody's spreadsheet saves it, with one cell of a sheet changed: the first under a heading.
const CHANGE = `
import sys, openpyxl
file, sheet, heading, value = sys.argv[1:]
book = openpyxl.load_workbook(file)
page = book[sheet]
column = [cell.value for cell in page[1]].index(heading) + 1
page.cell(2, column).value = value
book.save(file)
`;
const changed = async (file, ...change) => {
  execFileSync("/usr/bin/python3", ["-c", CHANGE, file, ...change]);
  return [...(await readFile(file))];
};

test("the workbook of a case dropped on the page opens, and one with faults says which cells", async ({ page }, testInfo) => {
  test.slow();
  await ownCopy(page);
  const [download] = await Promise.all([page.waitForEvent("download"), button(page, "Save as workbook").click()]);
  expect(download.suggestedFilename()).toBe("hertfordshire-2018-own.xlsx");
  const file = testInfo.outputPath("case.xlsx");
  await download.saveAs(file);
  const bytes = await changed(file, "Workstreams", "Label", "Getting about");
  await open(page, `#${CASE}`);
  expect(await drop(page, ["filled-in.xlsx", bytes])).toBe(true);
  await expect(page.getByRole("button", { name: /^Case: Hertfordshire 2018, amended\./ })).toBeVisible();
  await expect(page.getByText("Getting about").first()).toBeVisible();
  await expect(row(page, "Ledger", "Net")).toContainText("£17,638,882");

  const faulty = await changed(file, "Assumptions", "Published", "many");
  await open(page, `#${CASE}`);
  expect(await drop(page, ["faulty.xlsx", faulty])).toBe(true);
  const found = page.getByRole("region", { name: "faulty.xlsx: a case with something to mend" });
  await expect(found.getByText(/^Assumptions![A-Z]+2: /)).toBeVisible();
  // Nothing is open yet, and it is left or opened as far as it can be.
  await expect(page.getByRole("button", { name: /^Case: Hertfordshire 2018\./ })).toBeVisible();
  await button(found, "Open as far as it can be").click();
  await expect(section(page, /^Assumptions/)).toBeVisible();
});

const openCases = async (page) => {
  await page.getByRole("button", { name: /^Case: / }).click();
  return dialog(page, "Cases");
};

for (const scheme of ["light", "dark"]) {
  test(`axe finds nothing in the editor or the window Cases, ${scheme}`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme: scheme });
    await ownCopy(page);
    const check = async () => expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    for (const name of ["Workstreams", "Benefits", "Assumptions", "Presets", "Pressures"]) {
      await section(page, new RegExp(`^${name}`)).click();
      const first = editor(page).locator(".case-list .case-name").first();
      if (await first.count()) await first.click();
      await check();
    }
    await openCases(page);
    await check();
  });
}
