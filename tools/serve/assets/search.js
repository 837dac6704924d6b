// Search: results with snippets, facets, and the query as it was understood.

const HITS = 20;
const MARK = '\uE000';  // around the words that were found; of Unicode's private use, so no text has it
const FACETS = ['outlet', 'month', 'lang', 'genre', 'frame', 'actor', 'target'];

/** The facets that the server's search knows: they stand in the help of its option. */
function offered_facets() {
  const option = DATA.analyses.get('search').options.find((one) => one.name === 'facets');
  return FACETS.filter((name) => new RegExp('\\b' + name + '\\b').test(option.help));
}

/** The facets that were chosen, in the query language. */
function facet_query() {
  return FACETS.filter((name) => states(name).length)
    .map((name) => `${name}:${states(name).map((value) => '"' + value.replaceAll('"', ' ') + '"').join(',')}`).join(' ');
}

/** Parameters of every analysis that takes a query: the words, and the facets as sub-corpus. */
function query_parameters() {
  const translate = has_option('search', 'translate-query') ? {'translate-query': state('translate')} : {};
  return {query: state('q') || '*', where: facet_query(), copies: state('copies', 'once'), ...translate};
}

function search_parameters() {
  return {...query_parameters(), sort: state('sort', 'relevance'), limit: HITS, offset: (Number(state('page', '1')) - 1) * HITS, mark: MARK};
}

function search_form(view) {
  const input = h('input', {type: 'search', id: 'query', name: 'q', dir: 'auto', value: state('q'), autocomplete: 'off', spellcheck: 'false', enterkeyhint: 'search'});
  const submit = (event) => {
    event.preventDefault();
    go(with_state({view, q: input.value.trim(), page: ''}), 'query');
  };
  return h('form', {role: 'search', class: 'ask', onsubmit: submit}, h('label', {for: 'query', class: 'quiet'}, t('query')), input,
    h('button', {type: 'submit', class: 'main'}, t('find')));
}

/** How queries are written; each example is a link that asks it. */
function query_help() {
  const example = (query) => h('li', {}, view_link({view: 'search', q: query}, {}, h('code', {}, h('bdi', {}, query))), ' ', t('help_' + HELP.get(query)));
  return h('details', {class: 'help'}, h('summary', {}, t('query_help')), h('ul', {}, [...HELP.keys()].map(example)));
}

const HELP = new Map([['fuite CNSS', 'and'], ['تسريب بيانات', 'and'], ['fuite OU piratage', 'or'], ['تسريب /أو/ اختراق', 'or'], ['CNSS -Jabaroot', 'not'],
  ['"sécurité sociale"', 'phrase'], ['«الضمان الاجتماعي»', 'phrase'], ['cyber*', 'pattern'], ['title:fuite', 'title'], ['date:2025-04-08..2025-04-12', 'date']]);

function facet_name(facet, value) {
  if (facet === 'frame') return frame_name(value);
  return facet === 'target' || facet === 'actor' ? actor_name(value) : group_name(facet, value);
}

function toggle_facet(facet, value) {
  const now = states(facet);
  go(with_state({[facet]: now.includes(value) ? now.filter((one) => one !== value) : [...now, value], page: ''}), 'facet-' + facet);
}

function facet_list(facet, counts) {
  const chosen = states(facet);
  const most = Math.max(1, ...counts.map(({articles}) => articles));
  const entry = ({value, articles}, place) => h('li', {hidden: place >= 8 && !chosen.includes(value)},
    h('label', {class: 'facet', style: {'--share': articles / most}},
      h('input', {type: 'checkbox', checked: chosen.includes(value), disabled: value === '', onchange: () => toggle_facet(facet, value)}),
      h('span', {class: 'what'}, h('bdi', {}, value === '' ? t('none_' + (TEXT['none_' + facet] ? facet : 'value')) : facet_name(facet, value))), h('span', {class: 'number'}, number(articles))));
  const list = h('ul', {}, counts.map(entry));
  const more = h('button', {type: 'button', class: 'link', hidden: counts.length <= 8,
    onclick: () => { for (const item of list.children) item.hidden = false; more.hidden = true; }}, t('more_values', {count: number(counts.length - 8)}));
  return counts.length < 2 && !chosen.length ? null
    : h('fieldset', {class: 'facets', id: 'facet-' + facet, tabindex: '-1'}, h('legend', {}, t(facet === 'frame' || facet === 'target' ? facet : 'facet_' + facet)), list, more);
}

function chosen_facets() {
  const chips = FACETS.flatMap((facet) => states(facet).map((value) => h('li', {}, h('button', {type: 'button', class: 'chip',
    'aria-label': t('remove', {what: facet_name(facet, value)}), onclick: () => toggle_facet(facet, value)}, h('bdi', {}, facet_name(facet, value)), h('span', {'aria-hidden': 'true'}, ' ×')))));
  return chips.length ? h('ul', {class: 'chips', 'aria-label': t('chosen')}, chips) : null;
}

/** A snippet with the words that were found marked. */
function marked(snippet, lang) {
  return h('p', {class: 'snippet', lang, dir: direction_of(lang)}, snippet.split(MARK).map((part, place) => (place % 2 ? h('mark', {}, part) : part)));
}

function hit_item(row) {
  const title = view_link({view: 'article', id: row.id, q: state('q')}, {lang: row.lang}, row.title || t('untitled'));
  return h('li', {class: 'hit', dir: direction_of(row.lang)}, h('h3', {}, title),
    h('p', {class: 'place'}, h('b', {}, foreign(outlet_name(row.outlet))), ' · ', h('time', {}, h('bdi', {}, row.date || t('undated'))), ' · ', h('bdi', {}, lang_name(row.lang))),
    marked(row.snippet, row.lang));
}

function pages(total) {
  const page = Number(state('page', '1'));
  const last = Math.max(1, Math.ceil(total / HITS));
  if (last === 1) return null;
  const step = (to, label, rel) => (to < 1 || to > last ? h('span', {class: 'off'}, label) : view_link(with_state({page: to}), {rel}, label));
  return h('nav', {class: 'pages', 'aria-label': t('pages')}, step(page - 1, t('previous'), 'prev'), h('span', {}, t('page_of', {page: number(page), all: number(last)})),
    step(page + 1, t('next'), 'next'));
}

function order_controls() {
  const choose = (name) => (value) => go(with_state({[name]: value, page: ''}), 'query');
  return h('div', {class: 'controls'},
    menu(t('sort'), ['relevance', 'newest', 'oldest'].map((one) => [one, t('sort_' + one)]), state('sort', 'relevance'), choose('sort')),
    menu(t('how_copies'), ['once', 'all'].map((one) => [one, t('copies_' + one)]), state('copies', 'once'), choose('copies')), translate_box());
}

/** Whether the other language is searched, too. */
function translate_box() {
  return has_option('search', 'translate-query') ? h('label', {class: 'box'}, h('input', {type: 'checkbox', checked: state('translate') !== '',
    onchange: (event) => go(with_state({translate: event.target.checked ? 'yes' : '', page: ''}), 'query')}), t('translate')) : null;
}

/** A word that no article has, with those that were perhaps meant; each asks the query with it instead. */
function suggestion(note) {
  const [, word, words] = note.match(/^no article has "(.*)": did you mean (.*)\?$/) || [];
  return word ? h('p', {class: 'note'}, t('did_you_mean', {word}), ' ', words.split(', ').map((other, place) =>
    [place ? ' · ' : '', view_link(with_state({q: state('q').replace(word, other), page: ''}), {}, h('bdi', {}, other))])) : null;
}

/** What the notes say of the query: how it was understood (what a paper cites), and what was added to it. */
function understood(notes) {
  const parts = [['query', 'understood'], ['names', 'names_added'], ['translated', 'words_translated']];
  const lines = notes.flatMap((note) => parts.filter(([name]) => note.startsWith(name + ': ')).map(([name, key]) => {
    const value = note.slice(name.length + 2).replace(/; \d+ articles? match.*$/, '');
    return h('p', {class: 'note'}, t(key), ' ', h('code', {}, h('bdi', {}, value)));
  }));
  return [lines, notes.map(suggestion)];
}

async function search_view() {
  const parameters = search_parameters();
  const facets = offered_facets();
  const [hits, counts] = await Promise.all([run('search', parameters), run('search', {...query_parameters(), facets: facets.join(','), rows: 5000})]);
  const of = (facet) => counts.rows.filter((row) => row.facet === facet);
  const total = of('lang').reduce((sum, row) => sum + row.articles, 0);
  const head = state('q') ? t('hits', {articles: number(total)}) : t('all_articles', {articles: number(total)});
  return {title: state('q') ? state('q') + ' · ' + t('search') : t('search'), status: head, body: [
    h('h1', {class: 'quiet'}, t('search')), search_form('search'), query_help(),
    h('div', {class: 'results'},
      h('aside', {'aria-label': t('narrow')}, h('details', {open: innerWidth > 700}, h('summary', {}, t('narrow')), facets.filter((one) => one !== 'month' || of(one).length < 25).map((facet) => facet_list(facet, of(facet))))),
      h('section', {'aria-labelledby': 'hits-title'}, h('h2', {id: 'hits-title'}, head), chosen_facets(), state('q') || facet_query() ? understood(hits.notes) : null,
        total ? [month_chart(of('month'), (month) => toggle_facet('month', month)), order_controls(),
          h('ol', {class: 'hits', start: parameters.offset + 1}, hits.rows.map(hit_item)), pages(total),
          state('q') && offers('kwic') ? h('p', {}, view_link(with_state({view: 'concordance', page: ''}), {}, t('as_concordance')), offers('trend') ? [' · ', view_link(with_state({view: 'trend', page: ''}), {}, t('as_trend'))] : null) : null]
          : h('p', {class: 'nothing'}, t('no_hits')),
        result_links('search', {...parameters, mark: '', offset: '', limit: 1000})))]};
}
