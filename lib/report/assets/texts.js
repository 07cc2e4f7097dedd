// The texts laid out in other ways than the page was written in: two side by side that scroll together, one text with
// its variants in the line, the synopsis on another base. Which reading a text has at a place is data of the report
// (#texts, written by html_texts.cc); nothing is compared here.
const data = one('#texts') && JSON.parse(one('#texts').textContent);
const views = one('.views');

if (data && views) {
  const { documents, findings } = data;
  const table = one('.synopsis');
  const written = [...table.childNodes];  // on the base of the report, as it came
  const stage = one('#stage');
  stage.hidden = true;
  const unlike = 2, beginsBlock = 1;
  const kLong = 30;  // characters: a longer mark keeps its rule and does without the ground, which would drown the rest
  const readable = documents.map((_, index) => index).filter((index) => documents[index].pieces);
  const hidden = new Set();
  const byReading = table.classList.contains('by-reading');  // more texts than fit side by side

  const readingOf = new Map();  // finding -> document -> index of its reading
  for (const [number, [, , , readings]] of Object.entries(findings)) {
    const of = new Map();
    readings.forEach(([, holders], reading) => holders.forEach((holder) => of.set(holder, reading)));
    readingOf.set(Number(number), of);
  }
  // The pieces of each text by row.
  const rows = documents.map((text) => {
    const byRow = new Map();
    for (const piece of text.pieces || []) {
      if (piece[0]) byRow.set(piece[0], [...(byRow.get(piece[0]) || []), piece]);
    }
    return byRow;
  });

  const cardOf = (number) => document.getElementById('v-' + findings[number][0]);
  function settled(number) {
    const card = cardOf(number);
    return Boolean(card) && isSettled(card.dataset.d);
  }
  // Whether a finding tells one text from another; from any other where none is named.
  function parts(number, left, right) {
    const [, , type, readings, against] = findings[number];
    if (type !== 'drift') return right === undefined || against.includes(left) || against.includes(right);
    const of = readingOf.get(number);
    if (!of.has(left)) return false;
    if (right !== undefined) return of.has(right) && of.get(right) !== of.get(left);
    return readings.some(([, holders], reading) => reading !== of.get(left) && holders.length > 0);
  }
  const element = (tag, css, text = '') => {
    const made = document.createElement(tag);
    if (css) made.className = css;
    made.textContent = text;
    return made;
  };
  const abbr = (index) => {
    const made = element('abbr', '', documents[index].siglum);
    made.title = documents[index].name;
    return made;
  };

  // The innermost finding that marks a segment and tells the two texts apart.
  function markOf(segment, left, right, also = () => true) {
    if (typeof segment === 'string') return undefined;
    for (let i = 1; i < segment.length; i += 2) {
      if (parts(segment[i], left, right) && also(segment[i])) return segment[i];
    }
    return undefined;
  }
  const isOpen = (number) => !settled(number);

  function written_as(number, words, side) {
    const [key, severity, type] = findings[number];
    const card = cardOf(number);
    const kinds = { move: 'mm', duplicate: 'mm', truncation: 'mcut' };
    const css = !words ? 'mx' : kinds[type] || side;
    const mark = element(card ? 'a' : 'mark', `${css} ${severity}`, words || '∧');
    if (words.length === 1) mark.classList.add('one');
    if (words.length > kLong) mark.classList.add('all');
    if (card) mark.href = '#v-' + key;
    return mark;
  }
  function words(piece, left, right, side) {
    return piece.slice(2).map((segment) => {
      const number = markOf(segment, left, right, isOpen);
      if (number === undefined) return typeof segment === 'string' ? segment : segment[0];
      return written_as(number, segment[0], side);
    });
  }

  // One piece after the other, a paragraph where one begins.
  function paragraphs(pieces, fill) {
    const out = [];
    for (const piece of pieces) {
      if (!out.length || piece[1] & beginsBlock) out.push(element('p'));
      const span = element('span', 'piece');
      if (piece[0]) span.dataset.row = piece[0];
      span.append(...fill(piece, span));
      out[out.length - 1].append(span);
    }
    return out;
  }

  function pane(left, right, side) {
    const made = element('div', 'pane');
    made.lang = documents[left].lang;
    made.tabIndex = 0;
    made.setAttribute('role', 'region');
    made.setAttribute('aria-label', `${documents[left].siglum} ${documents[left].name}`);
    made.append(...paragraphs(documents[left].pieces, (piece, span) => {
      if (!rows[right].has(piece[0])) {
        span.classList.add('only');
        span.title = views.dataset.only;
      }
      return words(piece, left, right, side);
    }));
    return made;
  }

  // Scrolling one pane brings the other to the passage that matches what stands a third down.
  function scrollTogether(panes) {
    let leader = panes[0];
    const follow = (from, to) => {
      const eye = from.scrollTop + from.clientHeight / 3;
      let anchor;
      for (const piece of all('[data-row]', from)) {
        if (piece.offsetTop > eye) break;
        const match = to.querySelector(`[data-row="${piece.dataset.row}"]`);
        if (match) anchor = [piece, match];
      }
      if (anchor) to.scrollTop = anchor[1].offsetTop + (eye - anchor[0].offsetTop) - to.clientHeight / 3;
    };
    panes.forEach((from, side) => {
      for (const event of ['wheel', 'pointerdown', 'pointerenter', 'focus', 'keydown', 'touchstart']) {
        from.addEventListener(event, () => { leader = from; }, { passive: true });
      }
      let waiting = false;
      from.addEventListener('scroll', () => {
        if (leader !== from || waiting) return;
        waiting = true;
        requestAnimationFrame(() => { waiting = false; follow(from, panes[1 - side]); });
      });
    });
  }

  function showPair() {
    const [left, right] = [Number(views.elements.l.value), Number(views.elements.r.value)];
    const pair = element('div', 'pair');
    const panes = [pane(left, right, 'm0'), pane(right, left, 'm1')];
    panes.forEach((made, side) => {
      const head = element('p', 'pane-head');
      const index = side === 0 ? left : right;
      head.append(abbr(index), ' ' + documents[index].name);
      const column = element('div');
      column.append(head, made);
      pair.append(column);
    });
    stage.replaceChildren(pair);
    scrollTogether(panes);
  }

  // The other readings at a place of the base, each with those who have it.
  function others(number, base) {
    const [, , type, readings, against] = findings[number];
    if (type !== 'drift') {
      const sign = { omission: '－', addition: '＋', move: '⇄', duplicate: '×2', truncation: '※' }[type];
      return [element('span', 'who', sign), ...against.filter((index) => index !== base).map(abbr)];
    }
    const own = readingOf.get(number).get(base);
    return readings.flatMap(([text, holders], reading) => {
      const shown = holders.filter((holder) => !hidden.has(holder));
      if (reading === own || !shown.length) return [];
      return [element('span', text ? 'm1' : 'mx', text || '∧'), ...shown.map(abbr)];
    });
  }

  function showInline() {
    const base = Number(views.elements.b.value);
    // What the base does not have stands behind the passage of its text that the base has too.
    const extra = new Map();
    for (const index of readable) {
      if (index === base || hidden.has(index)) continue;
      let last = 0;
      for (const piece of documents[index].pieces) {
        if (rows[base].has(piece[0])) last = piece[0];
        else extra.set(last, [...(extra.get(last) || []), [index, piece]]);
      }
    }
    const line = element('div', 'inline');
    line.lang = documents[base].lang;
    const additions = (row) => (extra.get(row) || []).flatMap(([index, piece]) => {
      const added = element('span', 'm1 added', piece.slice(2).map((part) => (typeof part === 'string' ? part : part[0])).join(''));
      added.lang = documents[index].lang;
      return [added, abbr(index)];
    });
    line.append(...additions(0), ...paragraphs(documents[base].pieces, (piece) => {
      const marked = piece.slice(2).map((segment) => markOf(segment, base, undefined, isOpen));
      const out = [];
      piece.slice(2).forEach((segment, at) => {
        const number = marked[at];
        if (number === undefined) { out.push(typeof segment === 'string' ? segment : segment[0]); return; }
        out.push(written_as(number, segment[0], 'm0'));
        if (marked.lastIndexOf(number) === at) out.push(...others(number, base));
      });
      const last = rows[base].get(piece[0]);
      if (last && last[last.length - 1] === piece) out.push(...additions(piece[0]));
      return out;
    }));
    stage.replaceChildren(line);
  }

  function cellOf(index, base, row) {
    const pieces = rows[index].get(row);
    if (!pieces) return { state: 'gone' };
    const ofBase = rows[base].get(row);
    if (index === base || !ofBase || pieces.length > 1 || ofBase.length > 1) return { state: 'text', pieces };
    const segments = [...pieces[0].slice(2), ...ofBase[0].slice(2)];
    if (segments.some((segment) => markOf(segment, index, base, isOpen) !== undefined)) return { state: 'text', pieces };
    if (segments.some((segment) => markOf(segment, index, base) !== undefined)) return { state: 'settled', pieces };
    return { state: (pieces[0][1] | ofBase[0][1]) & unlike ? 'text' : 'same', pieces };
  }

  // What one text reads, and who reads the same.
  function groupsOf(base, order, cells) {
    const groups = new Map();
    order.forEach((index, at) => {
      if (index === base) return;
      const { state, pieces } = cells[at];
      const content = element('span');
      if (state === 'text') {
        content.lang = documents[index].lang;
        for (const piece of pieces) content.append(...words(piece, index, base, 'm1'));
      } else {
        content.textContent = { same: '＝', settled: '≈', gone: '∅' }[state];
      }
      const key = content.outerHTML;
      if (!groups.has(key)) groups.set(key, { content, holders: [] });
      groups.get(key).holders.push(index);
    });
    const cell = element('td', 'groups');
    const list = element('ul');
    for (const { content, holders } of groups.values()) {
      const item = element('li');
      item.append(content, ' ', ...holders.map(abbr));
      list.append(item);
    }
    cell.append(list);
    return cell;
  }

  function rowOn(base, order, row, cells) {
    const line = element('tr');
    line.id = 'r' + row;
    const head = element('th', '', row);
    head.scope = 'row';
    line.append(head);
    if (byReading) {
      const own = element('td');
      own.lang = documents[base].lang;
      for (const piece of rows[base].get(row) || []) own.append(...words(piece, base, undefined, 'm0'));
      line.append(own, groupsOf(base, order, cells));
      return line;
    }
    order.forEach((index, at) => {
      const cell = element('td');
      cell.dataset.c = documents[index].siglum;
      const { state, pieces } = cells[at];
      if (state === 'gone') cell.className = 'gone';
      else if (state !== 'text') { cell.className = 'same'; cell.textContent = state === 'same' ? '＝' : '≈'; }
      else {
        cell.lang = documents[index].lang;
        pieces.forEach((piece, nth) => {
          if (nth) cell.append(element('hr'));
          cell.append(...words(piece, index, index === base ? undefined : base, index === base ? 'm0' : 'm1'));
        });
      }
      line.append(cell);
    });
    return line;
  }

  function folded(base, order, run) {
    const line = element('tr', 'fold');
    const head = element('th', '', run.length > 1 ? `${run[0].row}–${run[run.length - 1].row}` : run[0].row);
    head.scope = 'row';
    const cell = element('td');
    cell.colSpan = byReading ? 2 : order.length;
    const details = element('details');
    const lacking = order.filter((_, at) => run[0].cells[at].state === 'gone').map((index) => documents[index].siglum);
    const saying = lacking.length ? filled(views.dataset.lacking, run.length, lacking.join(' ')) : filled(views.dataset.same, run.length);
    const list = element('ol');
    list.lang = documents[base].lang;
    for (const { row } of run) {
      const item = element('li', '', rows[base].get(row).flatMap((piece) => words(piece, base, base, '')).join(''));
      item.id = 'r' + row;
      item.value = row;
      list.append(item);
    }
    details.append(element('summary', '', saying), list);
    cell.append(details);
    line.append(head, cell);
    return line;
  }

  function showSynopsis() {
    const base = Number(views.elements.b.value);
    if (base === data.base) {
      table.replaceChildren(...written);
    } else {
      const order = [base, ...readable.filter((index) => index !== base)];
      const inBase = documents[base].pieces.map((piece) => piece[0]).filter(Boolean);
      const elsewhere = readable.flatMap((index) => [...rows[index].keys()]).filter((row) => !rows[base].has(row));
      elsewhere.sort((left, right) => left - right);
      const body = element('tbody');
      let run = [];
      const flush = () => {
        if (run.length > 1) body.append(folded(base, order, run));
        else if (run.length) body.append(rowOn(base, order, run[0].row, run[0].cells));
        run = [];
      };
      for (const row of new Set([...inBase, ...elsewhere])) {
        const cells = order.map((index) => cellOf(index, base, row));
        const ofBase = rows[base].get(row);
        const quiet = ofBase && ofBase.length === 1 && cells.slice(1).every(({ state }) => state !== 'text') &&
          ofBase[0].slice(2).every((segment) => markOf(segment, base, undefined, isOpen) === undefined);
        const alike = run.length && run[0].cells.every((cell, at) => cell.state === cells[at].state);
        if (!quiet || !alike) flush();
        if (quiet) run.push({ row, cells });
        else body.append(rowOn(base, order, row, cells));
      }
      flush();
      const head = element('thead');
      const line = element('tr');
      const columns = byReading ? [base] : order;
      const first = table.querySelector('thead th').cloneNode(true);
      line.append(first, ...columns.map((index) => {
        const cell = element('th', '', documents[index].siglum + ' ');
        cell.scope = 'col';
        const name = element('span', 'says', documents[index].name);
        name.lang = documents[index].lang;
        cell.append(name);
        return cell;
      }));
      if (byReading) line.append(table.querySelector('thead th:last-child').cloneNode(true));
      head.append(line);
      table.replaceChildren(head, body);
    }
    hideColumns();
  }

  // By the name of the column, which stands on every cell of it: the order changes with the base.
  function hideColumns() {
    if (byReading) return;
    const names = new Set([...hidden].map((index) => documents[index].siglum));
    const heads = all('thead th', table).slice(1);
    const off = heads.map((head) => names.has(head.firstChild.textContent.trim()));
    heads.forEach((head, at) => { head.hidden = off[at]; });
    for (const row of all('tbody tr:not(.fold)', table)) {
      off.forEach((is, at) => { row.children[at + 1].hidden = is; });
    }
  }

  function lay() {
    const view = views.elements.v.value;
    const isTable = view === 'synopsis';
    one('#synopsis .wide').hidden = !isTable;
    stage.hidden = isTable;
    for (const field of all('[data-for]', views)) field.hidden = !field.dataset.for.includes(view);
    if (isTable) showSynopsis();
    else if (view === 'pair') showPair();
    else showInline();
  }

  for (const option of all('option', views)) option.disabled = !readable.includes(Number(option.value));
  for (const box of all('[name=c]', views)) {
    box.addEventListener('change', () => {
      if (box.checked) hidden.delete(Number(box.value)); else hidden.add(Number(box.value));
    });
  }
  views.addEventListener('change', lay);
  views.addEventListener('submit', (event) => event.preventDefault());
  const turn = (view) => () => { views.elements.v.value = view; lay(); one('#synopsis').scrollIntoView(); };
  Object.assign(keys, { 1: turn('synopsis'), 2: turn('pair'), 3: turn('inline') });
  // A link into a view that is not there leads to the synopsis.
  addEventListener('hashchange', () => {
    if (/^#r\d+$/.test(location.hash) && stage.contains(document.activeElement) === false && !stage.hidden) {
      turn('synopsis')();
      follow();
    }
  });
  for (const field of all('[data-for]', views)) field.hidden = !field.dataset.for.includes('synopsis');
}
