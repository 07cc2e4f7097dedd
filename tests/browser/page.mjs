// SPDX-License-Identifier: Apache-2.0
//
// What only a browser can tell of the report page: that its policy lets its own script run and nothing else, that the
// keys and filters work, that it says everything without its script, fits every width, and is accessible.
//
//   npm ci && node page.mjs YIWEN TEXT...        (the texts, or a folder of them, are compared first)
//
// Ends with 77, which CTest counts as skipped, where there is no browser or `npm ci` was never run.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const [program, ...texts] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'yiwen-page-'));
const hostile = join(folder, 'hostile <b>"name\'.txt');
writeFileSync(hostile, readFileSync(new URL('hostile.txt', import.meta.url)));
execFileSync(program, ['report', ...texts, hostile, '-o', join(folder, 'out')], { stdio: 'ignore' });
const url = pathToFileURL(join(folder, 'out', 'index.html')).href;

const browser = await chromium.launch({
  executablePath: browserPath,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
});

// A page together with everything it complained of and every address it asked for.
async function open({ width = 1280, hash = '', ...options } = {}) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, ...options });
  const page = await context.newPage();
  const complaints = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', (dialog) => { complaints.push('a dialog'); dialog.dismiss(); });
  page.on('request', (request) => { if (!request.url().startsWith('file:')) complaints.push(request.url()); });
  await page.goto(url + hash);
  return { page, complaints, close: () => context.close() };
}
const here = (page) => page.evaluate(() => document.querySelector('.card.here')?.id);

const tests = {
  async 'runs its own script and asks the network for nothing'() {
    const { page, complaints, close } = await open();
    assert.equal(await page.locator('.filters').isVisible(), true);
    assert.deepEqual(complaints, []);
    await close();
  },
  async 'says everything without its script'() {
    const { page, complaints, close } = await open({ javaScriptEnabled: false });
    const cards = page.locator('.card');
    const count = await cards.count();
    assert.ok(count > 0);
    for (let i = 0; i < count; i += 1) assert.equal(await cards.nth(i).isVisible(), true);
    assert.equal(await page.locator('.filters').isVisible(), false);
    assert.deepEqual(complaints, []);
    await close();
  },
  async 'walks through the findings by key'() {
    const { page, close } = await open();
    const ids = await page.locator('.card').evaluateAll((cards) => cards.map((card) => card.id));
    await page.keyboard.press('j');
    assert.equal(await here(page), ids[0]);
    await page.keyboard.press('j');
    assert.equal(await here(page), ids[1]);
    assert.equal(new URL(page.url()).hash, '#' + ids[1]);
    await page.keyboard.press('k');
    assert.equal(await here(page), ids[0]);
    const critical = await page.locator('.card.critical').evaluateAll((cards) => cards.map((card) => card.id));
    if (critical.length > 1) {
      await page.keyboard.press('Shift+J');
      assert.equal(await here(page), critical[1]);
    }
    await close();
  },
  async 'filters by severity, kind and words, and says how many are left'() {
    const { page, close } = await open();
    const all = await page.locator('.card').count();
    const visible = () => page.locator('.card:visible').count();
    assert.equal(await visible(), all);
    const first = await page.locator('.filters [name=s]').first();
    const severity = await first.getAttribute('value');
    await first.uncheck();
    assert.equal(await visible(), all - await page.locator(`.card.${severity}`).count());
    await page.locator('.filters [type=reset]').click();
    await page.waitForFunction((count) => document.querySelectorAll('.card:not([hidden])').length === count, all);
    const kind = await page.locator('.card').first().getAttribute('data-k');
    await page.locator('.filters [name=k]').selectOption(kind);
    assert.equal(await visible(), await page.locator(`.card[data-k="${kind}"]`).count());
    await page.locator('.filters [name=k]').selectOption('');
    await page.keyboard.press('Escape');
    await page.locator('body').press('/');
    await page.keyboard.type('no text says this');
    assert.equal(await visible(), 0);
    assert.match(await page.locator('#shown').textContent(), /\b0\b/);
    await close();
  },
  async 'opens at a linked finding, and inside a folded run'() {
    const first = await open();
    const card = await first.page.locator('.card').last().getAttribute('id');
    const folded = await first.page.locator('.fold li').first().getAttribute('id').catch(() => null);
    await first.close();
    const linked = await open({ hash: '#' + card });
    assert.equal(await here(linked.page), card);
    await linked.close();
    if (folded) {
      const row = await open({ hash: '#' + folded });
      assert.equal(await row.page.locator('#' + folded).isVisible(), true);
      await row.close();
    }
  },
  async 'opens and closes its table of keys'() {
    const { page, close } = await open();
    await page.keyboard.press('?');
    assert.equal(await page.locator('#help').isVisible(), true);
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('#help').isVisible(), false);
    await close();
  },
  async 'fits every width'() {
    for (const width of [320, 768, 1280, 2560]) {
      const { page, close } = await open({ width });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= width, `${wide} on ${width}`);
      await close();
    }
  },
  async 'is accessible in light and dark, narrow and wide'() {
    for (const colorScheme of ['light', 'dark']) {
      for (const width of [320, 1280]) {
        const { page, close } = await open({ width, colorScheme, bypassCSP: true });
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() => axe.run());
        assert.deepEqual(violations.map((fault) => [fault.id, fault.nodes[0].html]), []);
        await close();
      }
    }
  },
};

let failed = 0;
for (const [name, test] of Object.entries(tests)) {
  try {
    await test();
    console.log(`ok    the page ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`FAIL  the page ${name}\n      ${error.message}`);
  }
}
await browser.close();
rmSync(folder, { recursive: true });
process.exit(failed === 0 ? 0 : 1);
