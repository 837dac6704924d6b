// One article: its text with the claims and what it shares with other articles marked, and where it came from.

/** Text by bytes of its UTF-8, as the spans count. */
class Bytes {
  constructor(text) {
    this.bytes = new TextEncoder().encode(text);
    this.decoder = new TextDecoder();
  }
  get length() {
    return this.bytes.length;
  }
  slice(begin, end) {
    return this.decoder.decode(this.bytes.subarray(begin, end));
  }
}

/** Cuts [0, length) wherever one of the spans begins or ends: [{begin, end, spans}]. */
function cut(length, spans) {
  const ends = [...new Set([0, length, ...spans.flatMap((span) => [span.begin, span.end])])].sort((a, b) => a - b);
  return ends.slice(1).map((end, place) => ({begin: ends[place], end, spans: spans.filter((span) => span.begin <= ends[place] && span.end >= end)}));
}

function claim_reference(claim, numeral) {
  return h('a', {class: 'reference', href: '#claim-' + numeral, id: 'from-claim-' + numeral, 'aria-label': t('claim_reference', {number: number(numeral),
    holder: actor_name(claim.holder), target: actor_name(claim.target), frame: frame_name(claim.frame)})}, number(numeral));
}

function piece(bytes, {begin, end, spans}) {
  const claims = spans.filter((span) => span.claim);
  const starting = claims.filter((span) => span.begin === begin);
  const kinds = [claims.length ? 'claim ' + claims[0].claim.polarity : '', spans.some((span) => span.other) ? 'shared' : ''].filter(Boolean);
  const text = bytes.slice(begin, end);
  return [starting.map((span) => claim_reference(span.claim, span.numeral)), kinds.length ? h('span', {class: kinds.join(' ')}, text) : text];
}

/** Paragraphs of the text; `spans`: [{begin, end, claim, numeral}] and [{begin, end, other}]. */
function article_text(article, spans) {
  const bytes = new Bytes(article.text);
  const breaks = [];
  bytes.bytes.forEach((byte, place) => { if (byte === 10) breaks.push({begin: place, end: place + 1, line: true}); });
  const paragraphs = [[]];
  for (const segment of cut(bytes.length, [...spans, ...breaks])) {
    if (segment.spans.some((span) => span.line)) paragraphs.push([]);
    else paragraphs[paragraphs.length - 1].push(piece(bytes, segment));
  }
  return h('div', {class: 'text', lang: article.lang, dir: direction_of(article.lang)}, paragraphs.filter((one) => one.length).map((one) => h('p', {}, one)));
}

function article_facts(article) {
  const facts = [['facet_outlet', foreign(outlet_name(article.outlet))], ['date', h('time', {}, article.date || t('undated'))], ['facet_lang', lang_name(article.lang)],
    ['authors', foreign(article.authors, article.lang)], ['facet_genre', value_name(article.genre)], ['word_count', number(article.words)],
    ['address', article_link(article.url, h('bdi', {dir: 'ltr'}, article.url))], ['files', article.copies.map((copy) => h('div', {}, h('bdi', {}, copy.file)))]];
  const empty = {authors: !article.authors, facet_genre: !article.genre, address: !article.url, files: !article.copies.length};
  return h('dl', {class: 'facts'}, facts.filter(([key]) => !empty[key]).map(([key, value]) => h('div', {}, h('dt', {}, t(key)), h('dd', {}, value))));
}

function claim_entry(claim, numeral, article, bytes) {
  return h('li', {id: 'claim-' + numeral, class: claim.polarity, value: numeral, tabindex: '-1'},
    h('q', {lang: article.lang, dir: direction_of(article.lang)}, bytes.slice(claim.begin, claim.end)), attribution({...claim, article}),
    h('a', {href: '#from-claim-' + numeral}, t('to_place')));
}

function relation_entry(other) {
  return h('li', {}, view_link({view: 'article', id: other.id}, {lang: other.lang, dir: direction_of(other.lang)}, other.title || t('untitled')),
    h('p', {class: 'place'}, h('b', {}, foreign(outlet_name(other.outlet))), ' · ', h('time', {}, other.date || t('undated')), other.relation ? [' · ', value_name(other.relation)] : null,
      (other.relation || 'canonical') === 'canonical' ? null : [' · ', percent(other.similarity)], ' · ', t('shared_passages', {count: number(other.passages.length)})));
}

/** Articles with the same typical words, where the server offers them. */
async function similar_list(article) {
  if (!offers('similar')) return null;
  const {rows} = await run('similar', {id: article.id, limit: 5}).catch(() => ({rows: []}));
  const entry = (other) => h('li', {}, view_link({view: 'article', id: other.id}, {lang: other.lang, dir: direction_of(other.lang)}, other.title || t('untitled')),
    h('p', {class: 'place'}, h('b', {}, foreign(outlet_name(other.outlet))), ' · ', h('time', {}, other.date || t('undated'))));
  return rows.length ? [h('h2', {}, t('similar')), h('ul', {class: 'evidence'}, rows.map(entry))] : null;
}

/** Articles that have words of this one: copies, and those that quote it or are quoted. */
const sharing = (article) => [...article.cluster, ...article.reuse].filter((other) => other.passages.length);

function mark_switches(article, redraw) {
  const box = (name, label, count) => (count ? h('label', {class: 'box'}, h('input', {type: 'checkbox', checked: true, id: 'show-' + name, onchange: redraw}), h('span', {class: 'sample ' + name}, label)) : null);
  return h('div', {class: 'controls'}, box('claims', t('mark_claims', {count: number(article.claims.length)}), article.claims.length),
    box('shared', t('mark_shared', {count: number(sharing(article).length)}), sharing(article).length));
}

function article_spans(article) {
  const shown = (name) => { const box = document.getElementById('show-' + name); return !box || box.checked; };
  const claims = article.claims.map((claim, place) => ({begin: claim.begin, end: claim.end, claim, numeral: place + 1}));
  const shared = sharing(article).flatMap((other) => other.passages.map(({begin, end}) => ({begin, end, other})));
  return [...(shown('claims') ? claims : []), ...(shown('shared') ? shared : [])];
}

async function article_view() {
  const article = await fetch_json('/api/articles/' + encodeURIComponent(state('id')));
  article.claims.sort((a, b) => a.begin - b.begin || a.end - b.end);
  const bytes = new Bytes(article.text);
  const frame = h('div', {}, article_text(article, article_spans(article)));
  const redraw = () => frame.replaceChildren(article_text(article, article_spans(article)));
  const title = article.title || t('untitled');
  const similar = await similar_list(article);
  return {title, status: title, body: [h('article', {class: 'article'},
    h('h1', {lang: article.lang, dir: direction_of(article.lang)}, title), article_facts(article), mark_switches(article, redraw),
    h('div', {class: 'reading'}, frame, h('aside', {},
      h('h2', {}, t('claims')), article.claims.length ? h('ol', {class: 'evidence'}, article.claims.map((claim, place) => claim_entry(claim, place + 1, article, bytes))) : h('p', {class: 'note'}, t('no_claims')),
      article.cluster.length ? [h('h2', {}, t('same_text')), h('ul', {class: 'evidence'}, article.cluster.map(relation_entry))] : null,
      article.reuse.length ? [h('h2', {}, t('reuse')), h('ul', {class: 'evidence'}, article.reuse.map(relation_entry))] : null, similar)),
    h('p', {class: 'exports'}, h('a', {href: '/api/articles/' + article.id}, 'JSON'), copy_button()))]};
}
