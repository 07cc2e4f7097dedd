// Adds keys, filters and a walk through the findings to a page that is complete without them.
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const one = (selector, root = document) => root.querySelector(selector);
const cards = all('.card');
const form = one('.filters:not(.story-filters)');
const position = one('#position');
const help = one('#help');
const filled = (template, ...values) => values.reduce((text, value) => text.replace('{}', value), template);
// What the buttons of the page and the keys do; the other parts of the script add theirs.
const deeds = {};
const keys = {};
let here = -1;

all('.js').forEach((element) => { element.hidden = false; });

// A place inside a folded run or behind a filter is opened before it is gone to.
function reveal(element) {
  for (let at = element; at; at = at.parentElement) {
    if (at.tagName === 'DETAILS') at.open = true;
  }
  if (form && element.closest('.card, .group') && element.closest('[hidden]')) { form.reset(); filter(); }
}

const shownCards = () => cards.filter((card) => !card.hidden && !card.closest('details:not([open])'));

function go(card) {
  if (!card) return;
  cards.forEach((other) => other.classList.remove('here'));
  reveal(card);
  card.classList.add('here');
  card.focus({ preventScroll: true });
  card.scrollIntoView({ block: 'center' });
  const shown = shownCards();
  here = cards.indexOf(card);
  position.textContent = filled(position.dataset.t, shown.indexOf(card) + 1, shown.length);
  history.replaceState(null, '', '#' + card.id);
}

// To the next card in a direction that fits; whether there is one.
function step(direction, fits = () => true) {
  const shown = new Set(shownCards());
  for (let i = here + direction; i >= 0 && i < cards.length; i += direction) {
    if (shown.has(cards[i]) && fits(cards[i])) { go(cards[i]); return true; }
  }
  return false;
}

function filter() {
  const severities = new Set(all('[name=s]:checked', form).map((box) => box.value));
  const kind = form.elements.k.value;
  const witness = form.elements.w.value;
  const words = form.elements.q.value.trim().toLowerCase();
  let shown = 0;
  for (const card of cards) {
    const fits = severities.has(card.dataset.s) && (!kind || card.dataset.k === kind) &&
      (!form.elements.h.checked || !card.dataset.d) &&
      (!witness || card.dataset.w.split(' ').includes(witness)) &&
      (!words || card.textContent.toLowerCase().includes(words));
    card.hidden = !fits;
    if (fits) shown += 1;
  }
  for (const group of all('.group')) group.hidden = !group.querySelector('.card:not([hidden])');
  const output = one('#shown');
  output.textContent = filled(output.dataset.t, shown, cards.length);
}

if (form) {
  form.addEventListener('input', filter);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', () => setTimeout(filter));
  filter();
}

// A lane of the strip: the tick nearest to where it was clicked.
for (const lane of all('.strip svg')) {
  lane.addEventListener('click', (event) => {
    const ticks = all('[data-v]', lane);
    const distance = (tick) => Math.abs(tick.getBoundingClientRect().x - event.clientX);
    ticks.sort((left, right) => distance(left) - distance(right));
    if (ticks.length) go(document.getElementById('v-' + ticks[0].dataset.v));
  });
}

function follow() {
  const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  if (target.matches('.card')) go(target);
  else { reveal(target); target.scrollIntoView({ block: 'center' }); }
}
addEventListener('hashchange', follow);

const isCritical = (card) => card.dataset.s === 'critical';
function toggleHelp() { if (!help) return; if (help.open) help.close(); else help.showModal(); }
Object.assign(deeds, { next: () => step(1), previous: () => step(-1), print: () => print(), help: toggleHelp });
Object.assign(keys, {
  j: () => step(1), k: () => step(-1), J: () => step(1, isCritical), K: () => step(-1, isCritical),
  '?': toggleHelp, '/': () => form && form.elements.q.focus(),
});
document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-do]');
  if (button) deeds[button.dataset.do](button);
});
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.matches('input, select, textarea')) {
    if (event.key === 'Escape') event.target.blur();
    return;
  }
  if (keys[event.key]) { event.preventDefault(); keys[event.key](); }
});
setTimeout(follow);  // when the other parts of the script are there too
