// Every analysis that the server offers, with its options as a form and its table: what has no view of its own is here.

const ROWS = 2000;  // fetched at once; the files have them all

/** The picture of a result, where there is one: made by the server, as --plot draws it. */
function picture(analysis, parameters) {
  if (!analysis.drawn) return null;
  const url = api_address(analysis.name, {...parameters, format: 'svg'});
  return h('figure', {class: 'picture'}, h('img', {src: url, alt: t('picture_alt', {analysis: word_for('analysis', analysis.name)})}),
    h('figcaption', {}, h('a', {href: url}, 'SVG')));
}

/** The name of an analysis, option or column in the language of the page, where there is one. */
function word_for(kind, name) {
  const key = [kind + '_' + name, name].find((one) => TEXT[one]);
  return key ? t(key) : name;
}

function analysis_menu(name) {
  return menu(t('analysis'), [...DATA.analyses.keys()].map((one) => [one, word_for('analysis', one)]), name, (value) => go({view: 'tables', analysis: value}));
}

function option_value(option) {
  return state('o.' + option.name);
}

function option_field(option) {
  const id = 'option-' + option.name;
  const line = option_help(option.help);
  const help = h('small', {id: id + '-help', lang: line.lang, dir: direction_of(line.lang)}, line.text);
  const shared = {id, name: option.name, 'aria-describedby': id + '-help'};
  const field = option.value === '' ? h('input', {...shared, type: 'checkbox', checked: option_value(option) !== ''})
    : h('input', {...shared, type: option.value === 'N' ? 'number' : 'text', step: 'any', dir: 'auto', value: option_value(option), placeholder: option.default, required: option.required});
  return h('div', {class: 'option'}, h('label', {for: id}, word_for('option', option.name), ' ', h('code', {}, option.name)), field, help);
}

function options_form(analysis) {
  const submit = (event) => {
    event.preventDefault();
    const parts = {view: 'tables', analysis: analysis.name, run: '1'};
    for (const option of analysis.options) {
      const field = event.target.elements['option-' + option.name];
      parts['o.' + option.name] = option.value === '' ? (field.checked ? 'yes' : '') : field.value.trim();
    }
    go(parts, 'result');
  };
  return h('form', {class: 'options', onsubmit: submit}, analysis.options.map(option_field), h('button', {type: 'submit', class: 'main'}, t('run')));
}

function table_cell(column, row) {
  const value = row[column.name];
  if (value === null) return '–';
  if (column.type !== 'text') return column.name === 'id' ? view_link({view: 'article', id: value}, {}, String(value)) : number(value, Number.isInteger(value) ? 0 : 4);
  if (/^https?:/.test(value)) return article_link(value, h('bdi', {dir: 'ltr'}, value));
  return h('bdi', row.lang && ['title', 'snippet', 'left', 'match', 'right', 'evidence'].includes(column.name) ? {lang: row.lang, dir: direction_of(row.lang)} : {dir: 'auto'}, value);
}

/** The rows of a table; where the analysis opens them, each number is a button to the sentences behind its row. Of a row the first alone is a tab stop. */
function result_table(table, analysis, parameters) {
  const places = new Map(table.rows.map((row, place) => [row, place + 1]));
  const name = (row) => table.columns.filter((column) => column.type === 'text').map((column) => row[column.name]).filter(Boolean).join(' · ');
  const first = table.columns.find((column) => column.type !== 'text');
  const opened = (column, row) => h('button', {type: 'button', class: 'link', tabindex: column === first ? null : '-1', 'aria-label': `${name(row)} : ${word_for('column', column.name)} ${row[column.name]}`,
    onclick: () => open_row(analysis, parameters, places.get(row), name(row))}, table_cell(column, row));
  const columns = table.columns.map((column) => {
    const numeric = column.type !== 'text';
    const value = (row) => row[column.name] ?? (numeric ? -Infinity : '');
    const opens = numeric && column.name !== 'id' && DATA.analyses.get(analysis).opened;
    return {key: column.name, label: word_for('column', column.name), value, cell: (row) => (opens && row[column.name] !== null ? opened(column, row) : table_cell(column, row)), numeric};
  });
  return h('div', {class: 'wide'}, sortable('result', columns, table.rows));
}

/** The words of a text, each with its place and without accents, vowels and hamza. */
function words_of(text) {
  const plain = (word) => word.normalize('NFD').replace(/[\p{M}\u0640]/gu, '').toLowerCase();
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map((found) => ({begin: found.index, end: found.index + found[0].length, word: plain(found[0])}));
}

/** A sentence as [before, term, behind], with the term where it stands for the nth time, from 0; all before where it is written otherwise. */
function excerpt_of(sentence, term, nth) {
  const [words, wanted] = [words_of(sentence), words_of(term)];
  const starts = wanted.length ? words.map((_, i) => i).filter((i) => wanted.every(({word}, k) => words[i + k]?.word === word)) : [];
  if (!starts.length) return [sentence, '', ''];
  const first = starts[Math.min(nth, starts.length - 1)];
  const [begin, end] = [words[first].begin, words[first + wanted.length - 1].end];
  return [sentence.slice(0, begin), sentence.slice(begin, end), sentence.slice(end)];
}

/** A sentence behind a row, with the place marked; `nth` of the places that it has. */
function sentence_item([row, nth]) {
  const excerpt = excerpt_of(row.sentence, row.term.replace(/^title: /, ''), nth);
  return h('li', {}, h('p', {class: 'place'}, h('b', {}, foreign(outlet_name(row.outlet))), ' · ', h('time', {}, h('bdi', {}, row.date || t('undated'))), ' · ',
    view_link({view: 'article', id: row.id}, {}, h('bdi', {}, '#' + row.id))), quotation(excerpt, row.lang));
}

/** Each row with how many before it are of the same sentence. */
function numbered_places(rows) {
  const seen = new Map();
  return rows.map((row) => {
    const key = row.id + ' ' + row.term.toLowerCase() + ' ' + row.sentence;
    seen.set(key, (seen.get(key) ?? -1) + 1);
    return [row, seen.get(key)];
  });
}

/** Opens what a row of a table counts. */
function open_row(analysis, parameters, place, title) {
  show_when_loaded(() => run(analysis, {...parameters, open: place, rows: ROWS}), (table) =>
    open_dialog(h('bdi', {}, title), note_list(table.notes), table.rows.length ? growing_list(numbered_places(table.rows), sentence_item) : empty_note()));
}

async function tables_view() {
  const name = state('analysis', DATA.analyses.keys().next().value);
  const analysis = DATA.analyses.get(name);
  if (!analysis) throw new Error('there is no analysis ' + name);
  const summary = option_help(analysis.summary);
  const top = [h('h1', {}, t('tables')), h('p', {class: 'note'}, t('tables_hint')), h('div', {class: 'controls'}, analysis_menu(name)),
    h('p', {lang: summary.lang, dir: direction_of(summary.lang), class: 'summary'}, summary.text), options_form(analysis)];
  if (!state('run')) return {title: name, status: name, body: top};
  const parameters = Object.fromEntries(analysis.options.map((option) => [option.name, option_value(option)]));
  const table = await run(name, {...parameters, rows: ROWS}).catch((error) => error);
  const head = h('h2', {id: 'result-title', tabindex: '-1'}, t('result'));
  if (table instanceof Error) return {title: name, status: t('failed'), body: [...top, head, failure(table)]};
  const count = t('row_total', {shown: number(table.rows.length), all: number(table.total_rows)});
  return {title: name, status: count, body: [...top, h('section', {id: 'result', tabindex: '-1', 'aria-labelledby': 'result-title'}, head, h('p', {class: 'count'}, count),
    note_list(table.notes), result_links(name, parameters), table.rows.length ? picture(analysis, parameters) : null, table.rows.length ? result_table(table, name, parameters) : empty_note())]};
}

async function about_view() {
  const {rows} = await run('stats', {});
  const counts = new Map(rows.map((row) => [row.what, row.count]));
  const shown = ['sources', 'articles', 'copies', 'clusters', 'outlets', 'claims', 'words'].filter((key) => counts.has(key));
  return {title: t('about'), status: t('about'), body: [h('h1', {}, t('about')),
    h('ul', {class: 'counts'}, shown.map((key) => h('li', {}, h('b', {}, number(counts.get(key))), ' ', t(key)))),
    ['about_what', 'about_count', 'about_cite', 'about_api'].map((key) => h('p', {}, t(key))),
    h('p', {}, h('a', {href: '/openapi.json'}, '/openapi.json')), query_help(),
    h('p', {class: 'note'}, h('bdi', {dir: 'ltr'}, 'sahafa ' + DATA.version + ' · GPL-3.0-or-later · Noto Naskh Arabic © Google LLC, SIL OFL 1.1'))]};
}
