// SPDX-License-Identifier: Apache-2.0
//
// node take.mjs PAGE FOLDER: one picture a view of the report page, in the browser and with the library of the tests.
import { createRequire } from 'node:module';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const { chromium } = createRequire(new URL('../../tests/browser/', import.meta.url))('playwright-core');
const [page, folder] = process.argv.slice(2);

// What is in view: the top of the page, or that of a section.
const pictures = [
  { name: 'page', width: 1280, height: 1180 },
  { name: 'dark', width: 1280, height: 720, colorScheme: 'dark' },
  { name: 'findings', width: 1280, height: 900, section: 'findings' },
  { name: 'synopsis', width: 1280, height: 900, section: 'synopsis' },
  { name: 'narrow', width: 390, height: 844, section: 'findings' },
  { name: 'print', width: 794, height: 1123, media: 'print', section: 'apparatus' },  // A4 at 96 dots an inch
];

const browser = await chromium.launch({
  executablePath: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync),
  // A closed network makes Chromium look for its own hosts at every start; these flags keep it from trying.
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', '--hide-scrollbars'],
});
for (const { name, width, height, section, colorScheme = 'light', media = 'screen' } of pictures) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme, reducedMotion: 'reduce' });
  const tab = await context.newPage();
  await tab.emulateMedia({ media, colorScheme });
  await tab.goto(pathToFileURL(resolve(page)).href);
  if (section) await tab.evaluate((id) => document.getElementById(id).scrollIntoView(), section);
  const path = join(folder, `${name}.png`);
  await tab.screenshot({ path });
  console.log(path);
  await context.close();
}
await browser.close();
