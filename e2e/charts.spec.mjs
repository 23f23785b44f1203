// What each picture says to who cannot see it, to the letter.
import { expect, open, test } from "./fixtures.mjs";
import { CASE } from "./page.mjs";

const HALF = `${CASE}&in-county-journeys=15&benefit-delivery=50`;

const snapshots = [
  ["Explore, as published", "", []],
  ["Explore, changed", `#${HALF}`, []],
  ["the panel page, changed", `#${HALF}&view=panel`, []],
  [
    "Compare",
    `#${CASE}&view=compare&compare-1=title%3DHalf%26benefit-delivery%3D50&compare-2=title%3DLate%26benefit-delay%3D12`,
    [],
  ],
  ["Sources and checks, as published", `#${CASE}&view=sources`, []],
  ["Sources and checks, changed", `#${HALF}&view=sources`, []],
];

for (const [where, link, pictures] of snapshots) {
  test(`the pictures of ${where}`, async ({ page }) => {
    await open(page, link);
    const drawn = page.locator("main").getByRole("img");
    await expect(drawn.first()).toBeVisible();
    const said = await drawn.evaluateAll((all) =>
      all.map((svg) =>
        ["aria-labelledby", "aria-describedby"].map((by) => document.getElementById(svg.getAttribute(by)).textContent),
      ),
    );
    expect(said).toEqual(pictures);
    for (const [place, [name, description]] of pictures.entries()) {
      await expect(drawn.nth(place)).toHaveAccessibleName(name);
      await expect(drawn.nth(place)).toHaveAccessibleDescription(description);
    }
  });
}
