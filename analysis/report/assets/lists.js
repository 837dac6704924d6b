// Plain lists that can be sorted by a heading and filtered by a word: outlets, articles with their duplicates, claims.

/** columns: [{key, label, value(row) to sort and filter by, cell(row) to show, numeric}]. */
function sortable(id, columns, rows) {
  const state = {column: null, down: false, word: ''};
  const body = h('tbody');
  const count = h('output', {class: 'note'});
  const more = h('button', {type: 'button', onclick: () => draw(body.rows.length + PAGE)}, t('more'));
  const heads = columns.map((column) => h('th', {scope: 'col', class: column.numeric ? 'number' : ''},
    h('button', {type: 'button', onclick: () => sort_by(column)}, column.label)));
  const order = new Intl.Collator(LOCALE[LANG], {numeric: true});
  const searched = (row) => columns.map((column) => column.value(row)).join(' ').toLocaleLowerCase();

  function sort_by(column) {
    state.down = state.column === column ? !state.down : Boolean(column.numeric);
    state.column = column;
    heads.forEach((head, i) => head.setAttribute('aria-sort', columns[i] !== column ? 'none' : state.down ? 'descending' : 'ascending'));
    draw(PAGE);
  }
  function selected() {
    const kept = rows.filter((row) => searched(row).includes(state.word));
    if (!state.column) return kept;
    const {value, numeric} = state.column;
    const sign = state.down ? -1 : 1;
    return kept.sort((a, b) => sign * (numeric ? value(a) - value(b) : order.compare(value(a), value(b))));
  }
  function draw(limit) {
    const kept = selected();
    body.replaceChildren(...kept.slice(0, limit).map((row) => h('tr', {}, columns.map((column) =>
      h('td', {class: column.numeric ? 'number' : '', 'data-label': column.label}, column.cell(row))))));
    more.hidden = kept.length <= limit;
    count.textContent = t('shown', {shown: number(Math.min(limit, kept.length)), all: number(rows.length)});
  }
  draw(PAGE);
  const filter = h('input', {type: 'search', id: id + '-filter', oninput: (event) => { state.word = event.target.value.toLocaleLowerCase(); draw(PAGE); }});
  return [h('p', {class: 'controls'}, h('label', {class: 'menu', for: id + '-filter'}, t('filter'), ' ', filter), count),
    h('table', {class: 'list', 'aria-labelledby': id + '-title'}, h('thead', {}, h('tr', {}, heads)), body), more];
}

function text_column(key, label, value, cell = value) {
  return {key, label, value, cell};
}

function number_column(key, label, value, cell = (row) => number(value(row))) {
  return {key, label, value, cell, numeric: true};
}

function claims_button(title, claims) {
  return claims.length ? h('button', {type: 'button', class: 'link', 'data-claims': claims.length, 'aria-label': title + ' : ' + number(claims.length),
    onclick: () => show_claims(title, null, claims)}, number(claims.length)) : number(0);
}

/** A number that opens the articles it counts. */
function articles_button(title, count, articles) {
  return articles.length ? h('button', {type: 'button', class: 'link', 'data-articles': articles.length, 'aria-label': title + ' : ' + number(count),
    onclick: () => show_articles(title, articles)}, number(count)) : number(0);
}

function outlet_table_section() {
  return figure('outlet_table', () => {
    const groups = new Map();
    for (const article of ARTICLES) {
      const key = article.outlet + ' ' + article.lang;
      if (!groups.has(key)) groups.set(key, {outlet: article.outlet, lang: article.lang, articles: []});
      groups.get(key).articles.push(article);
    }
    const claims = (row, voice) => find_claims({outlet: row.outlet, lang: row.lang, voice});
    const voice_column = (voice) => number_column(voice, t('claims') + ' (' + t('value_' + voice) + ')', (row) => claims(row, voice).length,
      (row) => claims_button(outlet_name(row.outlet) + ' · ' + t('value_' + voice), claims(row, voice)));
    const copies_in = (row) => row.articles.reduce((sum, article) => sum + article.copies, 0);
    const reused = (row) => row.articles.filter((article) => !is_counted(article));
    const articles_column = (key, count, articles) => number_column(key, t(key), count,
      (row) => articles_button(outlet_name(row.outlet) + ' · ' + t(key), count(row), articles(row)));
    return {body: sortable('outlet_table', [
      text_column('outlet', t('outlet'), (row) => outlet_name(row.outlet), (row) => foreign(outlet_name(row.outlet))),
      text_column('lang', t('lang'), (row) => lang_name(row.lang)),
      articles_column('articles', (row) => row.articles.length, (row) => row.articles),
      articles_column('copies', copies_in, (row) => [...row.articles].sort((a, b) => b.copies - a.copies)),
      articles_column('reused', (row) => reused(row).length, reused),
      voice_column('author'), voice_column('attributed'),
    ], [...groups.values()].sort((a, b) => b.articles.length - a.articles.length)), caption: t('outlet_table_caption')};
  });
}

function duplicate_text(article) {
  const member = CLUSTERS.get(article.id);
  if (!member || member.canonical) return '';
  return t('duplicate_of', {relation: value_name(member.relation), article: member.cluster, similarity: number(member.similarity, 2)});
}

function claims_in(article) {
  return CLAIMS_IN.get(article.id) || [];
}

/** Opens the texts of the cluster, the reference text first. */
function duplicate_button(article) {
  const text = duplicate_text(article);
  if (!text) return '';
  const cluster = ARTICLES.filter((one) => one.cluster === article.cluster).sort((a, b) => (b.id === b.cluster) - (a.id === a.cluster) || a.id - b.id);
  return h('button', {type: 'button', class: 'link', 'data-articles': cluster.length, onclick: () => show_articles(text, cluster)}, text);
}

function article_table_section() {
  return figure('article_table', () => ({body: sortable('article_table', [
    number_column('id', 'n°', (row) => row.id),
    text_column('date', t('date'), (row) => row.date || '', (row) => h('time', {}, row.date || t('undated'))),
    text_column('outlet', t('outlet'), (row) => outlet_name(row.outlet), (row) => foreign(outlet_name(row.outlet))),
    text_column('title', t('title_column'), (row) => row.title || '', (row) => article_link(row.url, foreign(row.title || t('untitled'), row.lang))),
    text_column('lang', t('lang'), (row) => lang_name(row.lang)),
    number_column('words', t('words'), (row) => row.words, (row) => articles_button(t('words'), row.words, [row])),
    number_column('copies', t('copies'), (row) => row.copies, (row) => articles_button(t('copies'), row.copies, [row])),
    number_column('claims', t('claims'), (row) => claims_in(row).length, (row) => claims_button(row.title || t('untitled'), claims_in(row))),
    text_column('duplicate', t('duplicate'), duplicate_text, duplicate_button),
  ], ARTICLES), caption: t('article_table_caption')}));
}

function claim_table_section() {
  const sentence = (claim) => claim.excerpt.join('');
  return figure('claim_table', () => ({body: sortable('claim_table', [
    text_column('outlet', t('outlet'), (row) => outlet_name(row.article.outlet), (row) => foreign(outlet_name(row.article.outlet))),
    text_column('date', t('date'), (row) => row.article.date || '', (row) => h('time', {}, row.article.date || t('undated'))),
    text_column('holder', t('holder'), (row) => actor_name(row.holder) + ' ' + (row.holder_name || ''), holder_text),
    text_column('target', t('target'), (row) => actor_name(row.target)),
    text_column('frame', t('frame'), (row) => frame_name(row.frame)),
    text_column('polarity', t('polarity'), (row) => value_name(row.polarity)),
    text_column('modality', t('modality'), (row) => value_name(row.modality)),
    text_column('rule', t('rule'), (row) => row.rule, (row) => h('code', {dir: 'ltr'}, row.rule)),
    text_column('sentence', t('sentence'), sentence, (row) => h('button', {type: 'button', class: 'link quote', lang: row.article.lang,
      dir: direction_of(row.article.lang), onclick: () => show_claims(outlet_name(row.article.outlet), null, [row], row.frame)}, sentence(row))),
  ], CLAIMS), caption: t('claim_table_caption')}));
}
