// The functions other scripts may call, from the module that is served for them under a name that stays.
import { readdirSync } from "node:fs";
import { expect, open, test } from "./fixtures.mjs";
import { CASE, golden } from "./page.mjs";

// Calls a function of the module, started as any page that is served beside it would.
function call(page, name, argument) {
  return page.evaluate(
    async ([name, argument]) => {
      const module = await import(new URL("./api.js", document.baseURI).href);
      await module.default();
      return module[name](argument);
    },
    [name, argument],
  );
}

test("evaluate gives the figures of every golden file", async ({ page }) => {
  await open(page);
  const files = readdirSync(new URL("../tests/golden/", import.meta.url)).filter((name) => name.endsWith(".json"));
  expect(files.length).toBeGreaterThan(20);
  for (const fragment of files.map((name) => name.replace(/\.json$/, ""))) {
    expect(await call(page, "evaluate", fragment), fragment).toEqual(golden(fragment));
  }
});

test("evaluate gives problems, never an exception", async ({ page }) => {
  await open(page);
  for (const link of ["in-county-journeys=NaN", "%", "\ud800=1", "case=nowhere-2031", "x".repeat(1_000_000)]) {
    const { problems } = await call(page, "evaluate", link);
    expect(problems.length, link.slice(0, 20)).toBeGreaterThan(0);
  }
});

test("cases and assumptions describe what can be changed", async ({ page }) => {
  await open(page);
  const [summary] = await call(page, "cases");
  expect(summary.id).toBe("hertfordshire-2018");
  expect(summary.years).toEqual(["2018/19", "2019/20", "2020/21", "2021/22", "2022/23"]);
  const table = await call(page, "assumptions", summary.id);
  expect(table.find(({ id }) => id === "in-county-journeys")).toMatchObject({
    label: "In-county school journeys removed", published: 10, min: 0, max: 100, unit: "percent", whole: false,
  });
  expect(await call(page, "assumptions", "nowhere-2031")).toEqual([]);
  expect((await call(page, "evaluate", CASE)).problems).toEqual([]);
});
