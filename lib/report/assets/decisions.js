// The decisions of the editor: an error indeed, acceptable, or of no interest together with all that are alike. They are
// kept in the browser under the folder of the page, go out and come in as decisions.json, and are shown at once
// everywhere: on the card, in the counts, on the strip, in the synopsis and in print.
//
// A ruling is known by its subject, 'key 0123...' or 'like 0123...'. `honoured` is what this report was made with,
// `own` what was decided on the page since; null in it withdraws what was honoured.
const kSchema = 'yiwen.decisions/1';
const kWords = 60;  // characters of the words of a finding that the file repeats for its readers
const desk = one('.decisions');
const kept = one('#kept');
const shelf = 'yiwen.decisions ' + new URL(document.body.dataset.root || '.', location.href).pathname;
const honoured = new Map();
let own = {};
let memoryOnly = false;

for (const line of all('.honoured li')) {
  const subject = line.dataset.key ? 'key ' + line.dataset.key : 'like ' + line.dataset.like;
  honoured.set(subject, { decision: line.dataset.d, type: line.dataset.t, kind: line.dataset.k,
    readings: all('q', line).map((reading) => reading.textContent) });
}

function recall() {
  try { own = JSON.parse(localStorage.getItem(shelf)) || {}; } catch { memoryOnly = true; }
}
// Another tab may have decided since: what is on the shelf is read before one subject of it is changed.
function keep(change) {
  if (!memoryOnly) recall();
  change();
  try { localStorage.setItem(shelf, JSON.stringify(own)); } catch { memoryOnly = true; }
  if (memoryOnly) kept.textContent = kept.dataset.unkept;
}

const ruling = (subject) => (subject in own ? own[subject] : honoured.get(subject)) || null;
const subjectsOf = (card) => ['key ' + card.id.slice(2), 'like ' + card.dataset.l];
const rulingOn = (card) => subjectsOf(card).map(ruling).find((found) => found) || null;
const isSettled = (decision) => decision === 'accept' || decision === 'ignore';

function wordsOf(card) {
  const readings = all('.readings .w', card).map((word) => word.textContent);
  const words = readings.length ? readings : all('.context mark', card).slice(0, 1).map((word) => word.textContent);
  return words.map((text) => text.slice(0, kWords));
}

function decide(card, decision) {
  const [key, like] = subjectsOf(card);
  const now = rulingOn(card);
  const subject = decision === 'ignore' ? like : key;
  const entry = { decision, type: card.dataset.t, kind: card.dataset.k, readings: wordsOf(card) };
  keep(() => {
    if (now && now.decision === decision) {
      // Once more: withdrawn, where it came from.
      for (const from of [key, like]) if (ruling(from) && ruling(from).decision === decision) own[from] = null;
    } else {
      if (decision === 'ignore') own[key] = null;
      own[subject] = entry;
    }
  });
  show();
}

// Counts are what the page was made with, less what is settled since, and what is withdrawn added again.
function recount() {
  const change = (fits) => cards.filter(fits).reduce((sum, card) =>
    sum + (card.dataset.was ? 1 : 0) - (isSettled(card.dataset.d) ? 1 : 0), 0);
  const now = {};
  for (const count of all('[data-n]')) {
    if (count.id === 'aside') continue;
    if (count.dataset.from === undefined) count.dataset.from = Number(count.textContent) || 0;
    const { n, w, from } = count.dataset;
    const value = Number(from) + change((card) => card.dataset.s === n && (!w || card.dataset.w.split(' ').includes(w)));
    count.textContent = w && value === 0 ? '·' : value;
    if (!w) now[n] = value;
  }
  const says = one('.says-all');
  const gravest = ['critical', 'major', 'minor'].find((severity) => now[severity] > 0);
  const sentence = gravest ? filled(says.dataset[gravest], now[gravest]) : says.dataset.same;
  if (!cards.length) return;
  // What the report says beside the counts, of texts that share nothing with the base, stays.
  if (says.dataset.also === undefined) {
    says.dataset.also = says.textContent.startsWith(sentence) ? says.textContent.slice(sentence.length) : '';
  }
  says.textContent = sentence + says.dataset.also;
  const aside = one('#aside');
  if (!aside) return;  // the index over many stories
  const settled = Number(aside.dataset.n) - change(() => true);
  aside.textContent = settled > 0 ? filled(aside.dataset.t, settled) : '';
}

function show() {
  for (const card of cards) {
    const rule = rulingOn(card);
    const decision = rule ? rule.decision : '';
    if (decision) card.dataset.d = decision; else delete card.dataset.d;
    let badge = one('.ruling', card);
    if (decision && !badge) {
      badge = document.createElement('span');
      badge.className = 'ruling';
      one('.kind', card).after(' ', badge);
    }
    if (badge) badge.textContent = decision ? kept.dataset[decision] : '';
    for (const button of all('.rule button', card)) button.setAttribute('aria-pressed', button.dataset.r === decision);
    for (const mark of marksOf.get(card.id.slice(2)) || []) mark.classList.toggle('settled', isSettled(decision));
  }
  const done = cards.filter((card) => card.dataset.d).length;
  const output = one('#decided');
  // The index has no cards: it says how many decisions there are in its folder.
  output.textContent = form ? filled(output.dataset.t, done, cards.length) : inForce().length;
  recount();
  if (form && form.elements.h.checked) filter();
}

function inForce() {
  const subjects = [...new Set([...honoured.keys(), ...Object.keys(own)])].filter(ruling).sort();
  return subjects.map((subject) => {
    const [by, id] = subject.split(' ');
    return { [by]: id, ...ruling(subject) };
  });
}

function save() {
  const lines = inForce().map((entry) => JSON.stringify(entry));
  const text = `{"schema":"${kSchema}","decisions":[\n${lines.join(',\n')}\n]}\n`;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = 'decisions.json';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

// The entries of a decisions file by subject. Throws where it is none.
function parsed(text) {
  const file = JSON.parse(text);
  if (file.schema !== kSchema) throw new Error('schema');
  const entries = {};
  for (const entry of file.decisions) {
    const by = 'key' in entry ? 'key' : 'like';
    const fits = /^[0-9a-f]{16}$/.test(entry[by]) && /^(error|accept|ignore)$/.test(entry.decision);
    if (!fits) throw new Error('entry');
    const { decision, type, kind, readings, note } = entry;
    entries[`${by} ${entry[by]}`] = { decision, type, kind, readings, note };
  }
  return entries;
}

async function load(file) {
  try {
    const entries = parsed(await file.text());
    keep(() => Object.assign(own, entries));
    show();
    if (!memoryOnly) kept.textContent = filled(kept.dataset.taken, file.name, Object.keys(entries).length);
  } catch {
    kept.textContent = filled(kept.dataset.damaged, file.name);
  }
}

const marksOf = new Map();
if (desk) {
  const buttons = one('#rule').content;
  const alike = new Map();
  for (const card of cards) alike.set(card.dataset.l, (alike.get(card.dataset.l) || 0) + 1);
  for (const card of cards) {
    if (isSettled(card.dataset.d)) card.dataset.was = 'settled';
    card.append(buttons.cloneNode(true));
    const count = alike.get(card.dataset.l);
    if (count > 1) one('[data-r=ignore] kbd', card).before(`×${count} `);
  }
  for (const mark of all('.synopsis a[href^="#v-"], td.title a[href^="#v-"], .signs a[href^="#v-"], .chip, .strip [data-v]')) {
    const key = mark.dataset.v || mark.getAttribute('href').slice(3);
    if (!marksOf.has(key)) marksOf.set(key, []);
    marksOf.get(key).push(mark);
  }
  const chosen = one('input[type=file]', desk);
  chosen.addEventListener('change', () => { if (chosen.files[0]) load(chosen.files[0]); chosen.value = ''; });
  desk.addEventListener('submit', (event) => event.preventDefault());
  Object.assign(deeds, {
    save,
    load: () => chosen.click(),
    forget: () => {
      keep(() => {
        own = {};
        for (const subject of honoured.keys()) own[subject] = null;
      });
      show();
    },
  });
  document.addEventListener('click', (event) => {
    const button = event.target.closest('.rule button');
    if (button) decide(button.closest('.card'), button.dataset.r);
  });
  const byKey = (decision) => () => {
    if (here < 0) return;
    decide(cards[here], decision);
    if (cards[here].dataset.d) step(1, (card) => !card.dataset.d);
  };
  Object.assign(keys, { e: byKey('error'), a: byKey('accept'), i: byKey('ignore') });
  addEventListener('storage', (event) => { if (event.key === shelf) { recall(); show(); } });
  recall();
  if (memoryOnly) kept.textContent = kept.dataset.unkept;
  show();
}
