// Tables that can be put in another order by their heads, and the list of stories that can be filtered.
for (const table of all('table.sortable')) {
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const value = (row, column) => {
    const cell = row.cells[column];
    return cell.dataset.o !== undefined ? cell.dataset.o : cell.textContent.trim();
  };
  // Numbers by size, the larger first; the rest by its words.
  function sort(head, column) {
    const numeric = head.classList.contains('num');
    const was = head.getAttribute('aria-sort');
    const down = was ? was === 'ascending' : numeric;
    const order = (left, right) => (numeric ? (parseFloat(value(left, column)) || 0) - (parseFloat(value(right, column)) || 0)
      : value(left, column).localeCompare(value(right, column), document.documentElement.lang, { numeric: true }));
    const sorted = [...rows].sort((left, right) => (down ? -1 : 1) * order(left, right) || rows.indexOf(left) - rows.indexOf(right));
    for (const other of table.tHead.rows[0].cells) other.removeAttribute('aria-sort');
    head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
    body.replaceChildren(...sorted);
  }
  [...table.tHead.rows[0].cells].forEach((head, column) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'sort';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => sort(head, column));
  });
}

const stories = one('.story-filters');
if (stories) {
  const rows = all('.stories tbody tr');
  const narrow = () => {
    const words = stories.elements.q.value.trim().toLowerCase();
    const gravities = new Set(all('[name=g]:checked', stories).map((box) => box.value));
    let shown = 0;
    for (const row of rows) {
      const fits = gravities.has(row.dataset.g) && (!words || row.textContent.toLowerCase().includes(words));
      row.hidden = !fits;
      if (fits) shown += 1;
    }
    const output = one('#stories-shown');
    output.textContent = filled(output.dataset.t, shown, rows.length);
  };
  stories.addEventListener('input', narrow);
  stories.addEventListener('submit', (event) => event.preventDefault());
  stories.addEventListener('reset', () => setTimeout(narrow));
  Object.assign(keys, { '/': () => stories.elements.q.focus() });
  narrow();
}
