// Makes the PNG files that a web manifest wants of www/icons/icon.svg: `node scripts/icons.mjs`. To be run again when
// that picture changes. A maskable one fills its square, and keeps the picture within the circle that every mask leaves.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { launchOptions } from "../e2e/browser.mjs";

const folder = new URL("../www/icons/", import.meta.url);
const icon = `data:image/svg+xml;base64,${(await readFile(new URL("icon.svg", folder))).toString("base64")}`;
const browser = await chromium.launch(launchOptions);
for (const { name, size, share, ground } of [
  { name: "icon-192", size: 192, share: 1, ground: "transparent" },
  { name: "icon-512", size: 512, share: 1, ground: "transparent" },
  { name: "maskable-512", size: 512, share: 0.8, ground: "#12436d" },
]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(
    `<body style="margin:0;background:${ground}"><img src="${icon}" width="${size * share}" style="margin:${(size * (1 - share)) / 2}px;display:block">`,
  );
  await page.locator("img").evaluate((picture) => picture.decode());
  await page.screenshot({ path: fileURLToPath(new URL(`${name}.png`, folder)), omitBackground: true });
}
await browser.close();
