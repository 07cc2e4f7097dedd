// SPDX-License-Identifier: Apache-2.0
//
// The decisions of an editor: kept in the browser, saved as a file, taken in again, honoured by the next run.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { axe, folder, open, run, texts, urlOf, yiwen } from './browser.mjs';

yiwen('report', ...texts, '-o', join(folder, 'out'), '-q');
const url = urlOf('out', 'index.html');
const before = JSON.parse(readFileSync(join(folder, 'out', 'report.json')));
const count = (page, severity) => page.locator(`.counts [data-n=${severity}]`).textContent().then(Number);
const rule = (page, card, ruling) => page.locator(`[id="${card}"] .rule [data-r=${ruling}]`).click();
const cards = (page, selector = '.card') => page.locator(selector).evaluateAll((found) => found.map((card) => card.id));

// Saves the decisions of the page and returns where.
async function save(page, name = 'decisions.json') {
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-do=save]').click()]);
  assert.equal(download.suggestedFilename(), 'decisions.json');
  const path = join(folder, name);
  await download.saveAs(path);
  return path;
}

await run('a decision', {
  async 'takes what is accepted out of the counts, and marks what is an error'() {
    const { page, complaints, close } = await open(url);
    const [first, second] = await cards(page, '.card.critical');
    const critical = await count(page, 'critical');
    await rule(page, first, 'accept');
    assert.equal(await count(page, 'critical'), critical - 1);
    assert.equal(await page.locator(`[id="${first}"]`).getAttribute('data-d'), 'accept');
    await rule(page, second, 'error');
    assert.equal(await count(page, 'critical'), critical - 1);
    assert.equal(await page.locator(`[id="${second}"] .ruling`).isVisible(), true);
    assert.match(await page.locator('#aside').textContent(), /1/);
    await rule(page, first, 'accept');
    assert.equal(await count(page, 'critical'), critical);
    assert.deepEqual(complaints, []);
    await close();
  },
  async 'is kept when the page is opened again'() {
    const first = await open(url);
    const [card] = await cards(first.page);
    await rule(first.page, card, 'accept');
    const again = await open(url, { context: first.context });
    assert.equal(await again.page.locator(`[id="${card}"]`).getAttribute('data-d'), 'accept');
    assert.notEqual(await again.page.locator('.says-all').textContent(), '');
    await first.close();
  },
  async 'works, and says that it is not kept, where the browser keeps nothing'() {
    const { page, complaints, context, close } = await open('about:blank');
    await context.addInitScript(() => Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } }));
    await page.goto(url);
    const [card] = await cards(page);
    await rule(page, card, 'error');
    assert.equal(await page.locator(`[id="${card}"]`).getAttribute('data-d'), 'error');
    assert.equal(await page.locator('#kept').textContent(), await page.locator('#kept').getAttribute('data-unkept'));
    assert.deepEqual(complaints, []);
    await close();
  },
  async 'to ignore concerns all that are alike'() {
    const { page, close } = await open(url);
    const like = await page.locator('.card').evaluateAll((found) => {
      const counts = {};
      for (const card of found) counts[card.dataset.l] = (counts[card.dataset.l] || 0) + 1;
      return Object.entries(counts).sort((left, right) => right[1] - left[1])[0][0];
    });
    const alike = await cards(page, `.card[data-l="${like}"]`);
    await rule(page, alike[0], 'ignore');
    for (const card of alike) assert.equal(await page.locator(`[id="${card}"]`).getAttribute('data-d'), 'ignore');
    assert.equal((await cards(page, '.card[data-d=ignore]')).length, alike.length);
    await close();
  },
  async 'is made by key, and leads to the next that is undecided'() {
    const { page, close } = await open(url);
    const ids = await cards(page);
    await page.keyboard.press('j');
    await page.keyboard.press('e');
    await page.keyboard.press('a');
    assert.equal(await page.locator(`[id="${ids[0]}"]`).getAttribute('data-d'), 'error');
    assert.equal(await page.locator(`[id="${ids[1]}"]`).getAttribute('data-d'), 'accept');
    assert.equal(await page.evaluate(() => document.querySelector('.card.here').id), ids[2]);
    await page.locator('.filters [name=h]').check();
    assert.equal(await page.locator(`[id="${ids[0]}"]`).isVisible(), false);
    await close();
  },
  async 'goes out as a file that the next run honours, and comes in again'() {
    const first = await open(url);
    const [accepted, confirmed] = await cards(first.page, '.card.critical');
    const [ignored] = await cards(first.page, '.card.minor');
    await rule(first.page, accepted, 'accept');
    await rule(first.page, confirmed, 'error');
    await rule(first.page, ignored, 'ignore');
    const shown = { critical: await count(first.page, 'critical'), minor: await count(first.page, 'minor') };
    const file = await save(first.page);
    await first.close();
    assert.equal(JSON.parse(readFileSync(file)).decisions.length, 3);

    yiwen('report', ...texts, '-o', join(folder, 'next'), '--decisions', file, '-q');
    const after = JSON.parse(readFileSync(join(folder, 'next', 'report.json')));
    const decision = (id) => after.findings.find(({ key }) => 'v-' + key === id).decision;
    assert.deepEqual([accepted, confirmed, ignored].map(decision), ['accept', 'error', 'ignore']);
    assert.equal(after.findings.length, before.findings.length);

    const next = await open(urlOf('next', 'index.html'));
    assert.deepEqual({ critical: await count(next.page, 'critical'), minor: await count(next.page, 'minor') }, shown);
    assert.equal((await cards(next.page, '#critical .card')).includes(accepted), false);
    assert.equal((await cards(next.page, '#settled .card')).includes(accepted), true);
    const key = accepted.slice(2);
    assert.equal(await next.page.locator(`.strip [data-v="${key}"], .synopsis a[href="#v-${key}"]`).count(), 0);
    // What was honoured goes out again, and can be withdrawn.
    assert.equal(JSON.parse(readFileSync(await save(next.page, 'again.json'))).decisions.length, 3);
    await next.page.locator('#settled summary').first().click();
    await rule(next.page, accepted, 'accept');
    assert.equal(await count(next.page, 'critical'), shown.critical + 1);
    await next.close();

    const fresh = await open(url);
    await fresh.page.locator('.decisions input[type=file]').setInputFiles(file);
    await fresh.page.waitForSelector(`[id="${accepted}"][data-d=accept]`);
    assert.equal(await count(fresh.page, 'critical'), shown.critical);
    await fresh.close();
  },
  async 'is not taken from a file that is damaged'() {
    const damaged = { 'cut.json': '{"schema":"yiwen.decisions/1","decisions":[{', 'other.json': '{"schema":"other"}',
      'ruling.json': '{"schema":"yiwen.decisions/1","decisions":[{"key":"0123456789abcdef","decision":"<b>"}]}' };
    const { page, complaints, close } = await open(url);
    for (const [name, text] of Object.entries(damaged)) {
      writeFileSync(join(folder, name), text);
      await page.locator('.decisions input[type=file]').setInputFiles(join(folder, name));
      await page.waitForFunction((file) => document.getElementById('kept').textContent.startsWith(file), name);
    }
    assert.equal((await cards(page, '.card[data-d]')).length, 0);
    assert.deepEqual(complaints, []);
    await close();
  },
  async 'leaves the printed page'() {
    const { page, close } = await open(url);
    const [card] = await cards(page);
    await rule(page, card, 'accept');
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator(`[id="${card}"]`).isVisible(), false);
    assert.equal(await page.locator('.rule').first().isVisible(), false);
    await close();
  },
  async 'is accessible, in light and dark'() {
    for (const colorScheme of ['light', 'dark']) {
      const { page, close } = await open(urlOf('next', 'index.html'), { colorScheme, bypassCSP: true });
      await page.locator('#settled summary').first().click();
      await page.locator('.card .rule [data-r=ignore]').first().click();
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => axe.run());
      assert.deepEqual(violations.map((fault) => [fault.id, fault.nodes[0].html]), []);
      await close();
    }
  },
});
