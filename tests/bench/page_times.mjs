// SPDX-License-Identifier: Apache-2.0
//
// How long headless Chromium takes from opening a page to its first content, and to all of it.
// usage: node tests/bench/page_times.mjs PAGE.html...    (needs `npm ci --prefix tests/browser`)
import path from "node:path";
import { chromium } from "../browser/node_modules/playwright-core/index.mjs";

const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
for (const file of process.argv.slice(2)) {
  const page = await browser.newPage();
  const began = Date.now();
  await page.goto("file://" + path.resolve(file), { waitUntil: "load" });
  const loaded = Date.now() - began;
  const first = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const look = () => {
          const [paint] = performance.getEntriesByName("first-contentful-paint");
          if (paint) resolve(paint.startTime);
          else setTimeout(look, 20);
        };
        look();
      }),
  );
  console.log(`${file}: first content ${Math.round(first)} ms, loaded ${loaded} ms`);
  await page.close();
}
await browser.close();
