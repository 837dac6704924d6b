// Questions to the server. Each answer is a table as the command line prints it; the same address gives it as CSV.

function api_address(analysis, parameters) {
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value !== '' && value !== undefined && value !== null));
  return `/api/analyses/${encodeURIComponent(analysis)}?${query}`;
}

async function fetch_json(url) {
  const response = await fetch(url);
  const json = await response.json();
  if (!response.ok) throw new Error(json.error.message);
  return json;
}

/** The table of an analysis: {columns, rows: [{column: value}], total_rows, notes, options}. */
function run(analysis, parameters) {
  return fetch_json(api_address(analysis, parameters));
}

function offers(analysis) {
  return DATA.analyses.has(analysis);
}

function has_option(analysis, option) {
  return offers(analysis) && DATA.analyses.get(analysis).options.some((one) => one.name === option);
}

async function load_names() {
  const [names, list] = await Promise.all([fetch_json('/api/names'), fetch_json('/api/analyses')]);
  Object.assign(DATA, names, {version: list.version, analyses: new Map(list.analyses.map((one) => [one.name, one]))});
}

/** Links to a result in other formats, and the command that gives it on a terminal. */
function result_links(analysis, parameters) {
  const formats = [['csv', {format: 'csv', bom: 'yes'}], ['tsv', {format: 'tsv'}], ['jsonl', {format: 'jsonl'}], ['json', {}]];
  return h('div', {class: 'exports'}, h('span', {}, t('take_away')),
    formats.map(([name, format]) => h('a', {href: api_address(analysis, {...parameters, ...format}), download: name === 'json' ? null : ''}, name.toUpperCase())),
    copy_button());
}

function copy_button() {
  const done = (text) => { document.getElementById('status').textContent = text; button.textContent = text; };
  const button = h('button', {type: 'button', class: 'link', onclick: async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      done(t('link_copied'));
    } catch {
      window.prompt(t('copy_link'), location.href);
    }
  }}, t('copy_link'));
  return button;
}

/** Notes of a table: what a reader of the numbers must know. Those without words in the language of the page are in English, as on the
 * command line. */
function note_list(notes) {
  if (!notes.length) return null;
  return h('details', {class: 'notes'}, h('summary', {}, t('numbers_from')), h('ul', {}, notes.map((note) => {
    const words = translated_message(note);
    return words ? h('li', {}, words) : h('li', {lang: 'en', dir: 'ltr'}, note);
  })));
}

/** What the server refused, and why; its messages name the place and the remedy. */
function failure(error) {
  const words = translated_message(error.message);
  const said = words ? {lang: LANG, dir: direction_of(LANG)} : {lang: 'en', dir: 'ltr'};
  return h('div', {class: 'failure', role: 'alert'}, h('b', {}, t('failed')), h('p', said, words || error.message));
}
