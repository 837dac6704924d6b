// Concordance: the sought words of every hit in one column, with what stands before and after. A line runs in the direction
// of its text, so what comes first in Arabic stands at the right.

const LINES_A_PAGE = 50;

function line_direction(row) {
  return row.lang ? direction_of(row.lang) : /\p{Script=Arabic}/u.test(row.match) ? 'rtl' : 'ltr';
}

function concordance_line(row) {
  const dir = line_direction(row);
  const lang = dir === 'rtl' ? 'ar' : 'fr';
  return h('li', {class: 'line'}, h('p', {class: 'context', dir, lang}, h('span', {class: 'before'}, h('bdi', {dir}, row.left)), ' ', h('mark', {}, row.match), ' ', h('span', {class: 'after'}, h('bdi', {dir}, row.right))),
    h('p', {class: 'place'}, view_link({view: 'article', id: row.id, q: state('q')}, {}, foreign(outlet_name(row.outlet))), ' · ', h('time', {}, row.date || t('undated'))));
}

/** Orders that the server's concordance knows stand in the help of its option --sort. */
function concordance_order() {
  const option = DATA.analyses.get('kwic').options.find((one) => one.name === 'sort');
  const known = ['corpus', 'left', 'right', 'date'].filter((one) => option && option.help.includes(one));
  return known.length < 2 ? null : menu(t('sort'), known.map((one) => [one, t('line_sort_' + one)]), state('lines', known[0]), (value) => go(with_state({lines: value, page: ''}), 'query'));
}

function concordance_parameters() {
  return {...query_parameters(), sort: state('lines')};
}

async function concordance_view() {
  const top = [h('h1', {class: 'quiet'}, t('concordance')), search_form('concordance'), query_help(), chosen_facets()];
  if (!state('q')) return {title: t('concordance'), status: '', body: [...top, h('p', {class: 'note'}, t('concordance_hint'))]};
  const parameters = concordance_parameters();
  const page = Number(state('page', '1'));
  const [table, count] = await Promise.all([run('kwic', {...parameters, offset: (page - 1) * LINES_A_PAGE, limit: LINES_A_PAGE}), run('count', query_parameters())]);
  const total = count.rows.reduce((sum, row) => sum + row.hits, 0);
  const head = t('line_total', {lines: number(total)});
  const last = Math.max(1, Math.ceil(total / LINES_A_PAGE));
  return {title: state('q') + ' · ' + t('concordance'), status: head, body: [...top, h('h2', {}, head), understood(table.notes), h('div', {class: 'controls'}, concordance_order()),
    h('ol', {class: 'lines'}, table.rows.map(concordance_line)), last > 1 ? line_pages(page, last) : null, result_links('kwic', {...parameters, limit: '0'})]};
}

function line_pages(page, last) {
  const step = (to, label) => (to < 1 || to > last ? h('span', {class: 'off'}, label) : view_link(with_state({page: to}), {}, label));
  return h('nav', {class: 'pages', 'aria-label': t('pages')}, step(page - 1, t('previous')), h('span', {}, t('page_of', {page: number(page), all: number(last)})), step(page + 1, t('next')));
}
