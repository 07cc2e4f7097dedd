// SPDX-License-Identifier: Apache-2.0
//
// The index over many stories: complete without its script, sorted and filtered with it, and of one mind with the pages
// of the stories about what was decided.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { axe, folder, open, run, urlOf, yiwen } from './browser.mjs';

const kStories = 40;
const words = '山水田林湖草沙城乡村镇路桥港站校院馆园街坊市县州省江河海岛湾春夏秋冬晨昏昼夜风云雨雪';

// A text of its own for each number, told by a generator with a fixed seed.
function story(number) {
  let state = number * 2654435761 + 1;
  const dice = (sides) => { state = (state * 1103515245 + 12345) % 2147483648; return Math.floor(state / 65536) % sides; };
  const sentence = () => Array.from({ length: 18 + dice(10) }, () => words[dice(words.length)]).join('') + '。';
  return Array.from({ length: 8 }, (_, at) => (at === 3 ? `当年共投入资金${1000 + number}万元，` : '') + sentence());
}
const source = join(folder, 'in');
mkdirSync(source);
for (let number = 0; number < kStories; number += 1) {
  const lines = story(number);
  // The title of one of them is an attack.
  if (number === 7) lines.unshift('<img src=x onerror=alert(1)>"\'&lt;script&gt;');
  writeFileSync(join(source, `a${number}.txt`), lines.join('\n\n'));
  const other = lines.join('\n\n');
  writeFileSync(join(source, `b${number}.txt`), number % 4 === 0 ? other.replace(`${1000 + number}万`, `${7000 + number}万`) : other);
}
writeFileSync(join(source, 'alone<b>.txt'), story(9999).join('\n\n'));
yiwen('report', source, '-o', join(folder, 'out'), '-q');
const url = urlOf('out', 'index.html');
const batch = JSON.parse(readFileSync(join(folder, 'out', 'report.json')));
const ids = (page) => page.locator('.stories tbody tr:visible th').allTextContents();

await run('the index', {
  async 'says everything without its script, the gravest stories first'() {
    const { page, complaints, close } = await open(url, { javaScriptEnabled: false });
    assert.equal(batch.stories.length, kStories);
    assert.equal((await ids(page)).length, kStories);
    const gravities = await page.locator('.stories tbody tr').evaluateAll((rows) => rows.map((row) => row.dataset.g));
    const rank = { critical: 0, major: 1, minor: 2, folded: 3 };
    assert.deepEqual(gravities, [...gravities].sort((left, right) => rank[left] - rank[right]));
    assert.match(await page.locator('#alone').textContent(), /1/);
    assert.deepEqual(complaints, []);
    await close();
  },
  async 'leads to every story, and back'() {
    const { page, complaints, close } = await open(url);
    await page.locator('.stories a').first().click();
    await page.waitForSelector('.card.critical');
    await page.locator('.back a').click();
    await page.waitForSelector('.stories');
    for (const { page: file } of batch.stories) assert.ok(readFileSync(join(folder, 'out', file), 'utf8').includes('</html>'));
    assert.deepEqual(complaints, []);
    await close();
  },
  async 'is sorted by its heads'() {
    const { page, close } = await open(url);
    const head = page.locator('.stories thead th').first();
    await head.locator('button').click();
    assert.equal(await head.getAttribute('aria-sort'), 'descending');
    assert.equal((await ids(page))[0], `s${kStories}`);
    await head.locator('button').click();
    assert.deepEqual((await ids(page)).slice(0, 3), ['s1', 's2', 's3']);
    await close();
  },
  async 'is filtered by gravity and words'() {
    const { page, close } = await open(url);
    const grave = batch.stories.filter(({ counts }) => counts.critical > 0).length;
    assert.equal(grave, kStories / 4);
    for (const name of ['major', 'minor', 'folded']) await page.locator(`.story-filters [value=${name}]`).uncheck();
    assert.equal((await ids(page)).length, grave);
    await page.locator('.story-filters [name=q]').fill('a8');
    assert.equal((await ids(page)).length, 1);
    assert.match(await page.locator('#stories-shown').textContent(), /\b1\b/);
    await close();
  },
  async 'saves what was decided on the pages of the stories'() {
    const first = await open(url);
    await first.page.locator('.stories a').first().click();
    await first.page.locator('.card .rule [data-r=accept]').first().click();
    await first.page.locator('.back a').click();
    await first.page.waitForSelector('.stories');
    const [download] = await Promise.all([first.page.waitForEvent('download'), first.page.locator('[data-do=save]').click()]);
    const file = join(folder, 'decisions.json');
    await download.saveAs(file);
    assert.equal(JSON.parse(readFileSync(file)).decisions.length, 1);
    yiwen('report', source, '-o', join(folder, 'next'), '-q', '--decisions', file);
    const next = JSON.parse(readFileSync(join(folder, 'next', 'report.json')));
    assert.equal(next.stories.reduce((sum, { settled }) => sum + settled, 0), 1);
    await first.close();
  },
  async 'lets no text become markup'() {
    const { page, complaints, close } = await open(url);
    assert.equal(await page.locator('main img, main b b').count(), 0);
    assert.ok((await page.locator('.alone').textContent()).includes('alone<b>.txt'));
    assert.deepEqual(complaints, []);
    await close();
  },
  async 'fits every width, and is accessible in light and dark'() {
    for (const width of [320, 1280, 2560]) {
      for (const colorScheme of ['light', 'dark']) {
        const { page, close } = await open(url, { width, colorScheme, bypassCSP: true });
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= width, `wider than ${width}`);
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() => axe.run());
        assert.deepEqual(violations.map((fault) => [fault.id, fault.nodes[0].html]), []);
        await close();
      }
    }
  },
});
