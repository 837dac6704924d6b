// What was counted: the numbers of the corpus and a methods paragraph to paste into a paper.

function date_range() {
  const dates = ARTICLES.map((article) => article.date).filter(Boolean).sort();
  return dates.length ? {from: dates[0], to: dates[dates.length - 1]} : null;
}

function corpus_counts() {
  const outlets = new Set(ARTICLES.map((article) => article.outlet).filter(Boolean));
  const clusters = new Set(ARTICLES.map((article) => article.cluster));
  const copies = ARTICLES.reduce((sum, article) => sum + article.copies, 0);
  return {sources: DATA.meta.sources, articles: ARTICLES.length, copies, clusters: clusters.size, outlets: outlets.size, claims: CLAIMS.length};
}

// The table that shows what each number of the corpus counts.
const COUNTED_IN = {sources: 'article_table', articles: 'article_table', copies: 'outlet_table', clusters: 'article_table', outlets: 'outlet_table', claims: 'claim_table'};

function methods_values() {
  const counts = corpus_counts();
  const range = date_range();
  return {sources: number(counts.sources), articles: number(counts.articles), copies: number(counts.copies), clusters: number(counts.clusters),
    outlets: number(counts.outlets), langs: LANGS.map(lang_name).join(LANG === 'ar' ? '، ' : ', '),
    period: range ? t('from_to', range) : t('no_dates'), codebook: DATA.meta.codebook.slice(0, 12), seed: DATA.meta.seed, version: DATA.meta.version};
}

function selection_text() {
  const options = Object.entries(DATA.meta.options);
  return options.length ? h('code', {dir: 'ltr'}, options.map(([name, value]) => `--${name} ${value}`).join(' ')) : t('whole_corpus');
}

/** A note with the name of its analysis before it, as "stance: ...". */
function report_note(note) {
  const cut = note.indexOf(': ');
  const words = translated_message(note.slice(cut + 2));
  return words ? h('li', {}, h('code', {}, note.slice(0, cut)), ' · ', words) : h('li', {lang: 'en', dir: 'ltr'}, note);
}

function corpus_section() {
  const values = methods_values();
  const small = [['languages', values.langs], ['period', values.period], ['selection', selection_text()], ['seed', h('code', {}, DATA.meta.seed)],
    ['codebook', h('code', {dir: 'ltr'}, DATA.meta.codebook)], ['version', h('code', {dir: 'ltr'}, 'sahafa ' + DATA.meta.version)]];
  const notes = [...new Set(DATA.meta.notes)];
  return h('section', {id: 'corpus', 'aria-labelledby': 'corpus-title'}, h('h1', {}, t('title')), h('h2', {id: 'corpus-title'}, t('corpus')),
    h('ul', {class: 'counts'}, Object.entries(corpus_counts()).map(([key, value]) => h('li', {'data-count': key}, h('a', {href: '#' + COUNTED_IN[key]}, h('b', {}, number(value)), ' ', t(key))))),
    h('dl', {class: 'facts'}, small.map(([key, value]) => h('div', {}, h('dt', {}, t(key)), h('dd', {}, value)))),
    h('details', {}, h('summary', {}, t('methods')), h('p', {class: 'methods'}, t('methods_text', values))),
    notes.length ? h('details', {}, h('summary', {}, t('numbers_from')), h('ul', {}, notes.map(report_note))) : null);
}
