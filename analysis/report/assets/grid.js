// A table whose cells are buttons, with one tab stop: arrows move, Enter or Space opens. Heat map and time line are grids.

function move_focus(event) {
  const step = {ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0], Home: [0, -1e6], End: [0, 1e6]}[event.key];
  if (!step) return;
  event.preventDefault();
  const row = event.target.closest('tr');
  const lines = [...row.parentElement.rows];
  const mirrored = document.documentElement.dir === 'rtl' && event.key.startsWith('Arrow') ? -1 : 1;
  const cells = (line) => [...line.querySelectorAll('td')];
  const column = cells(row).indexOf(event.target.closest('td')) + step[1] * mirrored;
  const line = lines[Math.min(Math.max(lines.indexOf(row) + step[0], 0), lines.length - 1)];
  const wanted = cells(line)[Math.min(Math.max(column, 0), cells(line).length - 1)].querySelector('button');
  for (const button of event.currentTarget.querySelectorAll('button[tabindex="0"]')) button.tabIndex = -1;
  wanted.tabIndex = 0;
  wanted.focus();
}

const LINES = 20;  // shown at once

/** columns: header nodes; lines: [{head, cells: [{label, content, style, class, claims, articles, open}]}]. `name` is read to screen readers. */
function grid(name, corner, columns, lines, kind) {
  let first = true;
  const button = (cell) => {
    const tabindex = first ? '0' : '-1';
    first = false;
    return h('td', {}, h('button', {type: 'button', tabindex, 'aria-label': cell.label, title: cell.label, class: cell.class,
      style: cell.style || {}, 'data-claims': cell.claims, 'data-articles': cell.articles, onclick: cell.open}, cell.content));
  };
  const rows = lines.map((line) => h('tr', {}, h('th', {scope: 'row'}, line.head), line.cells.map(button)));
  const body = h('tbody', {}, rows.slice(0, LINES));
  const more = h('button', {type: 'button', hidden: rows.length <= LINES, onclick: show_all}, t('more'));
  function show_all() {
    body.append(...rows.slice(LINES));
    more.hidden = true;
  }
  return [h('div', {class: 'wide'}, h('table', {class: 'grid ' + kind, 'aria-label': name, onkeydown: move_focus},
    h('thead', {}, h('tr', {}, h('th', {scope: 'col'}, corner), columns.map((column) => h('th', {scope: 'col'}, h('span', {}, column))))),
    body)), more];
}
