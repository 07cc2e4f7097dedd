// SPDX-License-Identifier: Apache-2.0
//
// What the tests of the pages share: Chromium, a folder of their own, pages that tell what they complain of, and a list
// of tests that are run one by one. Ends with 77, which CTest counts as skipped, where there is no browser or `npm ci`
// was never run.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const browserPath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
let chromium;
try {
  ({ chromium } = await import('playwright-core'));
} catch {
  console.log('skipped: npm ci was not run here');
  process.exit(77);
}
if (!browserPath) {
  console.log('skipped: no Chromium');
  process.exit(77);
}

const browser = await chromium.launch({
  executablePath: browserPath,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
});

export const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
export const [program, ...texts] = process.argv.slice(2);
export const folder = mkdtempSync(join(tmpdir(), 'yiwen-page-'));
export const yiwen = (...words) => execFileSync(program, words, { stdio: ['ignore', 'pipe', 'pipe'] }).toString();
export const urlOf = (...path) => pathToFileURL(join(folder, ...path)).href;

// A page together with everything it complained of and every address it asked for.
export async function open(url, { width = 1280, context, ...options } = {}) {
  const own = context || await browser.newContext({ viewport: { width, height: 900 }, ...options });
  const page = await own.newPage();
  const complaints = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', (dialog) => { complaints.push('a dialog'); dialog.dismiss(); });
  page.on('request', (request) => { if (!/^(file|blob):/.test(request.url())) complaints.push(request.url()); });
  await page.goto(url);
  return { page, complaints, context: own, close: () => own.close() };
}

export async function run(subject, tests) {
  let failed = 0;
  for (const [name, test] of Object.entries(tests)) {
    try {
      await test();
      console.log(`ok    ${subject} ${name}`);
    } catch (error) {
      failed += 1;
      console.log(`FAIL  ${subject} ${name}\n      ${error.stack}`);
    }
  }
  await browser.close();
  rmSync(folder, { recursive: true });
  process.exit(failed === 0 ? 0 : 1);
}
