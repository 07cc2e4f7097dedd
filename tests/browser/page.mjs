// SPDX-License-Identifier: Apache-2.0
//
// What only a browser can tell of the report page: that its policy lets its own script run and nothing else, that the
// keys and filters work, that it says everything without its script, fits every width, and is accessible.
//
//   npm ci && node page.mjs YIWEN TEXT...        (the texts, or a folder of them, are compared first)
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { axe, folder, open as openAt, run, texts, urlOf, yiwen } from './browser.mjs';

const hostile = join(folder, 'hostile <b>"name\'.txt');
writeFileSync(hostile, readFileSync(new URL('hostile.txt', import.meta.url)));
yiwen('report', ...texts, hostile, '-o', join(folder, 'out'), '-q');
const url = urlOf('out', 'index.html');
const open = ({ hash = '', ...options } = {}) => openAt(url + hash, options);
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
  async 'gives every reason in the language of the page'() {
    const { page, close } = await open();
    assert.ok(await page.locator('.why').count() > 0);
    assert.deepEqual(await page.locator('.why [lang=en], .says [lang=en]').allTextContents(), []);
    await close();
  },
  async 'puts the witnesses in the order of a column'() {
    const { page, close } = await open();
    const column = page.locator('.witnesses thead th', { hasText: /覆蓋|覆盖/ });
    const shares = () => page.locator('.witnesses tbody tr').evaluateAll((rows) => rows.map((row) => parseFloat(row.cells[4].textContent)));
    await column.locator('button').click();
    const down = await shares();
    assert.deepEqual(down, [...down].sort((left, right) => right - left));
    await column.locator('button').click();
    assert.deepEqual(await shares(), [...down].sort((left, right) => left - right));
    await close();
  },
  async 'prints, and fits the paper'() {
    const { page, close } = await open();
    const pdf = await page.pdf({ format: 'A4' });
    assert.ok(pdf.length > 20000);
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('.filters').isVisible(), false);
    assert.equal(await page.locator('.card').first().isVisible(), true);
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
      const widest = await page.evaluate(() => [...document.querySelectorAll('main *')].find((element) =>
        !element.closest('.wide') && element.getBoundingClientRect().right > innerWidth)?.outerHTML.slice(0, 200));
      assert.ok(wide <= width, `${wide} on ${width}: ${widest}`);
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

await run('the page', tests);
