// Lines of one's own: a cost and a saving are added, seen everywhere, taken back and sent; a line of the case is
// switched off; all of it by the keyboard as well, and without a fault of access.
import AxeBuilder from "@axe-core/playwright";
import { expect, open, test } from "./fixtures.mjs";
import { box, button, CASE, dialog, everyFigure, linkToSend, openWindow, pounds, row } from "./page.mjs";
import { tabTo } from "./keys.mjs";

const POST = "Extra family worker";
const TRAINING = "Travel training";
const NOT = "(not in the paper)";
const PUBLISHED = 17_638_882;
const LINE =
  "line-1=title%3DExtra%2520family%2520worker%26kind%3Dinvestment%26workstream%3Ddigital%26amounts%3D0,45000,45000,0,0";

const lines = (page) => dialog(page, "Lines");
const own = (page) => lines(page).getByRole("region", { name: "Lines of your own" });
const year = (page, label) => lines(page).getByRole("textbox", { name: label, exact: true });
// After a column for each year stands their sum, and after that the difference from published.
const total = (page, name) => row(page, "Ledger", name).locator("td").nth(5);
const expectNet = (page, amount) => expect(total(page, "Net")).toContainText(pounds(amount));

async function addPost(page) {
  await openWindow(page, "Lines");
  await box(page, "What it is").fill(POST);
  await lines(page).getByRole("combobox", { name: "Workstream" }).selectOption("digital");
  await year(page, "2019/20").fill("£45,000");
  await year(page, "2020/21").fill("45k");
  await button(lines(page), "Add this line").click();
  await expect(own(page).getByRole("listitem")).toHaveCount(1);
}

async function addTraining(page) {
  await box(page, "What it is").fill(TRAINING);
  await lines(page).getByRole("radio", { name: /^Saving/ }).check();
  await lines(page).getByRole("combobox", { name: "Who gains" }).selectOption("core");
  await year(page, "2019/20").fill("20,000");
  await year(page, "2020/21").fill("60000");
  await lines(page).getByRole("button", { name: "The same in every year after 2020/21" }).click();
  await expect(year(page, "2022/23")).toHaveValue("60000");
  await button(lines(page), "Add this line").click();
  await expect(own(page).getByRole("listitem")).toHaveCount(2);
}

test("a cost and a saving are added, seen everywhere, taken back, and opened fresh from a link", async ({ page, context }) => {
  await open(page);
  await addPost(page);
  await expect(lines(page).getByRole("status")).toHaveText(`Added: ${POST}. All of it counts.`);
  await addTraining(page);
  await page.keyboard.press("Escape");
  await expect(lines(page)).toHaveCount(0);

  const wanted = PUBLISHED - 90_000 + 200_000;
  await expectNet(page, wanted);
  for (const name of [POST, TRAINING]) await expect(row(page, "Ledger", `${name} ${NOT}`)).toBeVisible();
  await expect(total(page, `${TRAINING} ${NOT}`)).toContainText("£200,000");
  await expect(box(page, `Added investment: ${POST} ${NOT}`)).toHaveValue("100");
  await expect(page.getByText(/^2 of \d+ assumptions changed$/)).toBeVisible();
  await expect(page.getByRole("region", { name: "Lines of your own" })).toContainText(`${TRAINING} ${NOT}: £200,000`);

  await button(page, "Undo").click();
  await expectNet(page, PUBLISHED - 90_000);
  await expect(row(page, "Ledger", `${TRAINING} ${NOT}`)).toHaveCount(0);
  await button(page, "Redo").click();
  await expectNet(page, wanted);
  const figures = await everyFigure(page);

  const share = await openWindow(page, "Share");
  const link = await linkToSend(share, "Explore");
  const fresh = await context.newPage();
  await fresh.goto(link);
  await expectNet(fresh, wanted);
  expect(await everyFigure(fresh)).toEqual(figures);
  await expect(fresh.getByText("Part of this link could not be read")).toHaveCount(0);
  await fresh.close();

  // For a panel it stands among the changes.
  await page.keyboard.press("Escape");
  await page.getByRole("navigation", { name: "Screens" }).getByRole("link", { name: "Panel view" }).click();
  await expect(page.getByText(`Added saving: ${TRAINING} ${NOT}`).first()).toBeVisible();
});

test("what cannot be used is said beside its box, and what was typed is still there after the window was closed", async ({ page }) => {
  await open(page);
  await openWindow(page, "Lines");
  await year(page, "2018/19").fill("lots");
  await year(page, "2019/20").fill("-5");
  await button(lines(page), "Add this line").click();
  await expect(lines(page).locator(".problem")).toHaveText([
    "Give the line a name, such as “Extra family worker”.",
    /^Type a number/,
    "−5 is out of range: pounds, from 0 to 1,000,000,000.",
  ]);
  await expect(box(page, "What it is")).toBeFocused();
  await expect(year(page, "2018/19")).toHaveAttribute("aria-invalid", "true");
  await page.keyboard.press("Escape");
  await openWindow(page, "Lines");
  await expect(year(page, "2018/19")).toHaveValue("lots");
  for (const label of ["2018/19", "2019/20"]) await year(page, label).fill("");
  await box(page, "What it is").fill(POST);
  await expect(lines(page).locator(".problem")).toHaveText(["Give an amount for at least one year."]);
  await year(page, "2022/23").fill("1.5m");
  await year(page, "2022/23").press("Enter");
  await expect(own(page).getByRole("listitem")).toContainText("2022/23 £1,500,000");
});

test("what stands in the form is still there after a reload, and in no other tab", async ({ page, context }) => {
  await open(page, `#${CASE}&${LINE}`);
  await openWindow(page, "Lines");
  await button(lines(page), `Change: ${POST}`).click();
  await box(page, "What it is").fill("Two family workers");
  await year(page, "2019/20").fill("90k");
  await year(page, "2020/21").fill("lots");
  await page.reload();
  await openWindow(page, "Lines");
  await expect(box(page, "What it is")).toHaveValue("Two family workers");
  await expect(year(page, "2020/21")).toHaveValue("lots");
  await year(page, "2020/21").fill("90k");
  await button(lines(page), "Keep the change").click();
  await expectNet(page, PUBLISHED - 180_000);
  // Nothing is left of it for the next line, nor in a tab of its own.
  await page.reload();
  await openWindow(page, "Lines");
  await expect(box(page, "What it is")).toHaveValue("");
  await box(page, "What it is").fill("Here alone");
  const other = await context.newPage();
  await open(other);
  await openWindow(other, "Lines");
  await expect(box(other, "What it is")).toHaveValue("");
  // What is kept and cannot be read is as if nothing were.
  await page.evaluate(() => sessionStorage.setItem("send-modeller.line", "{"));
  await page.reload();
  await openWindow(page, "Lines");
  await expect(box(page, "What it is")).toHaveValue("");
});

test("a change that was begun is of its own line, not of the one that has its place in another link", async ({ page }) => {
  await open(page, `#${CASE}&${LINE}`);
  await openWindow(page, "Lines");
  await button(lines(page), `Change: ${POST}`).click();
  await year(page, "2019/20").fill("1");
  await expect(button(lines(page), "Keep the change")).toBeVisible();
  await page.keyboard.press("Escape");
  await open(page, `#${CASE}&${LINE.replace("Extra", "Another")}`);
  await page.reload();
  await openWindow(page, "Lines");
  await expect(year(page, "2019/20")).toHaveValue("1");
  await button(lines(page), "Add this line").click();
  await expect(own(page).getByRole("listitem")).toContainText(["Another family worker", POST]);
});

test("a line of one's own is changed and removed, and a line of the case is switched off and on", async ({ page }) => {
  await open(page, `#${CASE}&${LINE}`);
  await expectNet(page, PUBLISHED - 90_000);
  await openWindow(page, "Lines");
  await button(lines(page), `Change: ${POST}`).click();
  await expect(year(page, "2019/20")).toHaveValue("45,000");
  await year(page, "2019/20").fill("5,000");
  await button(lines(page), "Keep the change").click();
  await expectNet(page, PUBLISHED - 50_000);
  await button(lines(page), `Switch off: ${POST}`).click();
  await expectNet(page, PUBLISHED);
  await button(lines(page), `Switch on: ${POST}`).click();
  await expectNet(page, PUBLISHED - 50_000);
  await button(lines(page), `Remove: ${POST}`).click();
  await expectNet(page, PUBLISHED);
  await expect(own(page).getByRole("listitem")).toHaveCount(0);
  // The adoption line is £1,200,000 over five years.
  const off = lines(page).getByRole("button", { name: /^Switch off: Adoption/ });
  await off.click();
  await expectNet(page, PUBLISHED - 1_200_000);
  await page.keyboard.press("Escape");
  await button(page, "Undo").click();
  await expectNet(page, PUBLISHED);
});

test("a line is added, switched off and on by the keyboard alone", async ({ page }) => {
  await open(page);
  await tabTo(page, "Lines");
  await page.keyboard.press("Enter");
  await expect(lines(page)).toBeVisible();
  const name = await tabTo(page, "What it is");
  expect(name.outlined && name.seen).toBe(true);
  await page.keyboard.type(POST);
  await tabTo(page, "2020/21");
  await page.keyboard.type("45k");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Lines of your own" }).last()).toBeFocused();
  for (const name of [`Switch off: ${POST}`, `Switch on: ${POST}`]) {
    const stop = await tabTo(page, name, name.includes("off") ? "Tab" : "Shift+Tab").catch(() => tabTo(page, name));
    expect(stop.seen).toBe(true);
    await page.keyboard.press("Enter");
  }
  await page.keyboard.press("Escape");
  await expect(button(page, "Lines")).toBeFocused();
  await expectNet(page, PUBLISHED - 45_000);
});

for (const colorScheme of ["light", "dark"]) {
  test(`axe finds nothing in the window Lines, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await open(page, `#${CASE}&${LINE}&delivery-adoption-breakdowns=0`);
    await openWindow(page, "Lines");
    await year(page, "2018/19").fill("lots");
    await button(lines(page), "Add this line").click();
    await expect(lines(page).locator(".problem").first()).toBeVisible();
    for (const width of [390, 820, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      const found = await new AxeBuilder({ page }).analyze();
      expect(found.violations).toEqual([]);
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(sideways, `${width}`).toBeLessThanOrEqual(0);
    }
  });
}
