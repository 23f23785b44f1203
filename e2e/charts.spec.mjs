// What each picture says to who cannot see it, to the letter.
import { expect, open, test } from "./fixtures.mjs";
import { CASE } from "./page.mjs";

const HALF = `${CASE}&in-county-journeys=15&benefit-delivery=50`;

const YEARLY = "Investment, savings and avoidance by year, £m";
const CUMULATIVE = "Cumulative net position";
const PRESSURES = "Pressure beside what offsets it, by year, £m";

const HALF_CUMULATIVE =
  "Cumulative net is lowest in 2018/19, at −£401k; it is repaid in 2019/20, and ends at £8.54m by 2022/23 " +
  "(published: £17.64m).";

const snapshots = [
  [
    "Explore, as published",
    "",
    [
      [
        YEARLY,
        "Investment is greatest in 2019/20, at £1.74m. By 2022/23 savings are £1.74m a year and avoidance £4.00m a " +
          "year (as published).",
      ],
      [
        CUMULATIVE,
        "Cumulative net is lowest in 2018/19, at −£288k; it is repaid in 2019/20, and ends at £17.64m by 2022/23.",
      ],
    ],
  ],
  [
    "Explore, changed",
    `#${HALF}`,
    [
      [
        YEARLY,
        "Investment is greatest in 2019/20, at £1.74m. By 2022/23 savings are £1.18m a year and avoidance £2.00m a " +
          "year (published: £1.74m and £4.00m).",
      ],
      [CUMULATIVE, HALF_CUMULATIVE],
    ],
  ],
  ["the panel page, changed", `#${HALF}&view=panel`, [[CUMULATIVE, HALF_CUMULATIVE]]],
  [
    "Compare",
    `#${CASE}&view=compare&compare-1=title%3DHalf%26benefit-delivery%3D50&compare-2=title%3DLate%26benefit-delay%3D12`,
    [
      [
        CUMULATIVE,
        "Cumulative net by 2022/23: Published £17.64m, pays back 2019/20; Half £7.31m, pays back 2019/20; " +
          "Late £11.90m, pays back 2020/21.",
      ],
    ],
  ],
  [
    "Sources and checks, as published",
    `#${CASE}&view=sources`,
    [
      [
        PRESSURES,
        "In 2021/22 the plan expects pressures of £8.93m, and the programme offsets £1.33m with savings and £1.64m " +
          "with avoidance, which leaves £5.97m; no figure is given for 2022/23.",
      ],
    ],
  ],
  [
    "Sources and checks, changed",
    `#${HALF}&view=sources`,
    [
      [
        PRESSURES,
        "In 2021/22 the plan expects pressures of £8.93m, and the programme offsets £973k with savings and £819k " +
          "with avoidance, which leaves £7.14m; no figure is given for 2022/23.",
      ],
    ],
  ],
];

for (const [where, link, pictures] of snapshots) {
  test(`the pictures of ${where}`, async ({ page }) => {
    await open(page, link);
    const drawn = page.locator("main").getByRole("img");
    await expect(drawn.first()).toBeVisible();
    await expect(drawn).toHaveCount(pictures.length);
    for (const [place, [name, description]] of pictures.entries()) {
      await expect(drawn.nth(place)).toHaveAccessibleName(name);
      await expect(drawn.nth(place)).toHaveAccessibleDescription(description);
    }
  });
}
