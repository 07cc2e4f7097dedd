// SPDX-License-Identifier: Apache-2.0
//
// The other ways in which the page lays out the texts: on another base, two side by side, variants in the line.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { axe, folder, open, run, texts, urlOf, yiwen } from './browser.mjs';

const hostile = join(folder, 'hostile <b>"name\'.txt');
writeFileSync(hostile, readFileSync(new URL('hostile.txt', import.meta.url)));
yiwen('report', ...texts, hostile, '-o', join(folder, 'out'), '-q');
const url = urlOf('out', 'index.html');
const report = JSON.parse(readFileSync(join(folder, 'out', 'report.json')));
const baseIndex = report.documents.findIndex(({ id }) => id === report.base);
const others = (page) => page.locator('.views [name=b] option').evaluateAll((options) =>
  options.map((option) => option.value)).then((values) => values.filter((value) => Number(value) !== baseIndex));
const view = (page, name) => page.locator(`.views [name=v][value=${name}]`).check();
const spaceless = (text) => text.replace(/\s/g, '');

await run('the synopsis', {
  async 'stands on another base at a choice, and comes back as it was'() {
    const { page, complaints, close } = await open(url);
    const written = await page.locator('.synopsis').innerHTML();
    const [other] = await others(page);
    await page.locator('.views [name=b]').selectOption(other);
    const siglum = report.documents[other].siglum;
    assert.ok((await page.locator('.synopsis thead th').nth(1).textContent()).startsWith(siglum));
    // The column of a base is never a thin sign.
    assert.equal(await page.locator('.synopsis tbody tr:not(.fold) td:nth-child(2).same').count(), 0);
    assert.ok(await page.locator('.synopsis tbody tr').count() > 3);
    await page.locator('.views [name=b]').selectOption(String(baseIndex));
    assert.ok(await page.locator('.synopsis').innerHTML() === written, 'the table is another');
    assert.deepEqual(complaints, []);
    await close();
  },
  async 'calls the same cells alike, whichever of two texts is the base'() {
    const { page, close } = await open(url);
    const states = (own, other) => page.locator('.synopsis tbody tr:not(.fold)').evaluateAll((rows, [first, second]) => {
      const cellOf = (row, name) => [...row.querySelectorAll('td')].find((cell) => cell.dataset.c === name);
      return Object.fromEntries(rows.filter((row) => cellOf(row, second)).map((row) => [row.id, cellOf(row, second).className]));
    }, [own, other]);
    const [other] = await others(page);
    const names = [report.documents[baseIndex].siglum, report.documents[other].siglum];
    const onBase = await states(names[0], names[1]);
    await page.locator('.views [name=b]').selectOption(other);
    const onOther = await states(names[1], names[0]);
    const both = Object.keys(onBase).filter((row) => row in onOther && onBase[row] !== 'gone' && onOther[row] !== 'gone');
    assert.ok(both.length > 0);
    for (const row of both) assert.equal(onOther[row], onBase[row], row);
    await close();
  },
  async 'hides the column of a witness on any base'() {
    const { page, close } = await open(url);
    const [first, second] = await others(page);
    const name = report.documents[second].siglum;
    const cells = `.synopsis td[data-c="${name}"]`;
    await page.locator(`.views [name=c][value="${second}"]`).uncheck();
    assert.equal(await page.locator(`${cells}:visible`).count(), 0);
    await page.locator('.views [name=b]').selectOption(first);
    assert.equal(await page.locator(`${cells}:visible`).count(), 0);
    await page.locator(`.views [name=c][value="${second}"]`).check();
    assert.ok(await page.locator(`${cells}:visible`).count() > 0);
    await close();
  },
  async 'shows two texts side by side, each whole and in its own order'() {
    const { page, complaints, close } = await open(url);
    await view(page, 'pair');
    const [left, right] = await page.locator('.pane').all();
    assert.equal(await page.locator('.synopsis').isVisible(), false);
    for (const pane of [left, right]) assert.ok((await pane.textContent()).length > 500);
    assert.ok(await left.locator('.m0').count() > 0);
    assert.ok(await right.locator('.m1').count() > 0);
    const link = left.locator('a.m0').first();
    const target = await link.getAttribute('href');
    await link.click();
    assert.equal('#' + await page.evaluate(() => document.querySelector('.card.here').id), target);
    assert.deepEqual(complaints, []);
    await close();
  },
  async 'scrolls the two texts together'() {
    const { page, close } = await open(url);
    await view(page, 'pair');
    const [left, right] = await page.locator('.pane').all();
    await left.hover();
    await page.mouse.wheel(0, 700);
    await page.waitForFunction(() => document.querySelectorAll('.pane')[1].scrollTop > 100);
    // The last passage above a third down that both have stands at one height in both.
    const heights = await page.evaluate(() => {
      const panes = [...document.querySelectorAll('.pane')];
      const height = (piece, pane) => piece.offsetTop - pane.scrollTop;
      const above = [...panes[0].querySelectorAll('[data-row]')].filter((piece) =>
        height(piece, panes[0]) <= panes[0].clientHeight / 3 && panes[1].querySelector(`[data-row="${piece.dataset.row}"]`));
      const piece = above[above.length - 1];
      return [height(piece, panes[0]), height(panes[1].querySelector(`[data-row="${piece.dataset.row}"]`), panes[1])];
    });
    assert.ok(Math.abs(heights[0] - heights[1]) <= 2, heights.join(' '));
    assert.ok(await right.evaluate((pane) => pane.scrollTop) > 0);
    await close();
  },
  async 'shows one text with the readings of the others in the line'() {
    const { page, complaints, close } = await open(url);
    await view(page, 'inline');
    const shown = spaceless(await page.locator('.inline').textContent());
    const drift = report.findings.find(({ type, kind, severity, readings }) => type === 'drift' && kind !== 'title' &&
      severity === 'critical' && readings[0].members.some(({ doc }) => doc === report.base));
    for (const { text } of drift.readings) assert.ok(shown.includes(spaceless(text)), text);
    assert.ok(await page.locator('.inline .m1').count() > 0);
    assert.deepEqual(complaints, []);
    await close();
  },
  async 'is laid out by key'() {
    const { page, close } = await open(url);
    await page.keyboard.press('2');
    assert.equal(await page.locator('.pane').count(), 2);
    await page.keyboard.press('3');
    assert.equal(await page.locator('.inline').isVisible(), true);
    await page.keyboard.press('1');
    assert.equal(await page.locator('.synopsis').isVisible(), true);
    await close();
  },
  async 'lets no text become markup in any of them'() {
    const { page, complaints, close } = await open(url);
    const values = await page.locator('.views [name=r] option').evaluateAll((options) => options.map(({ value }) => value));
    for (const value of values) {
      await view(page, 'pair');
      await page.locator('.views [name=r]').selectOption(value);
      await view(page, 'inline');
      await page.locator('.views [name=b]').selectOption(value);
      await view(page, 'synopsis');
    }
    assert.equal(await page.locator('main img, main script:not([type]), #stage svg').count(), 0);
    assert.deepEqual(complaints, []);
    await close();
  },
  async 'is accessible in each of them, narrow and wide'() {
    for (const width of [320, 1280]) {
      for (const name of ['pair', 'inline']) {
        const { page, close } = await open(url, { width, bypassCSP: true });
        await view(page, name);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= width);
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() => axe.run());
        assert.deepEqual(violations.map((fault) => [fault.id, fault.nodes[0].html]), []);
        await close();
      }
    }
  },
});
