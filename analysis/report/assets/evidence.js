// The sentences behind a number, in a dialog: who says what of whom, by which rule, and where it stands.

// Entries of a list that are shown at once; a button shows as many more.
const PAGE = 20;

/** [left, match, right] as a quotation with the match marked; inside it, the cue. */
function quotation(excerpt, lang, cue) {
  const [left, match, right] = excerpt;
  const at = cue ? match.indexOf(cue) : -1;
  const marked = at < 0 ? [h('mark', {}, match)]
    : [match.slice(0, at), h('mark', {}, cue), match.slice(at + cue.length)];
  return h('blockquote', {lang, dir: direction_of(lang)}, left, h('span', {class: 'span'}, marked), right);
}

function place(article) {
  return h('p', {class: 'place'}, h('b', {}, foreign(outlet_name(article.outlet))), ' · ',
    h('time', {}, article.date || t('undated')), ' · ',
    article_link(article.url, foreign(article.title || t('untitled'), article.lang)));
}

function holder_text(claim) {
  const name = actor_name(claim.holder);
  return claim.holder_name ? [name, ' (', foreign(claim.holder_name, claim.article.lang), ')'] : name;
}

function attribution(claim) {
  const pairs = [['holder', holder_text(claim)], ['voice', value_name(claim.voice)], ['target', actor_name(claim.target)],
    ['frame', frame_name(claim.frame)], ['polarity', value_name(claim.polarity)],
    ['modality', value_name(claim.modality)], ['rule', h('code', {dir: 'ltr'}, claim.rule)]];
  return h('dl', {class: 'attribution'}, pairs.map(([key, value]) => h('div', {}, h('dt', {}, t(key)), h('dd', {}, value))));
}

function claim_item(claim) {
  return h('li', {class: claim.polarity}, place(claim.article), quotation(claim.excerpt, claim.article.lang, claim.cue), attribution(claim));
}

/** A list that grows by PAGE items at a press of its button. */
function growing_list(items, make_item) {
  const list = h('ol', {class: 'evidence'});
  const more = h('button', {type: 'button', onclick: grow}, t('more'));
  function grow() {
    const from = list.children.length;
    list.append(...items.slice(from, from + PAGE).map(make_item));
    more.hidden = list.children.length >= items.length;
  }
  grow();
  return [list, more];
}

function open_dialog(title, ...content) {
  const dialog = document.getElementById('evidence');
  dialog.replaceChildren(
    h('header', {}, h('h2', {id: 'evidence-title'}, title),
      h('button', {type: 'button', class: 'close', onclick: () => dialog.close()}, t('close'))),
    h('div', {class: 'scroll', tabindex: '0'}, content));
  dialog.onclick = (event) => { if (event.target === dialog) dialog.close(); };
  dialog.showModal();
}

function coding_rule(frame) {
  const entry = DATA.frames.find((one) => one.id === frame);
  const rule = entry && (entry.definition[LANG] || entry.definition.fr);
  return rule ? h('p', {class: 'note'}, t('coding_rule', {rule})) : null;
}

function claim_group(claims) {
  return [h('p', {class: 'count'}, t('evidence_count', {claims: number(claims.length), articles: number(count_articles(claims))})),
    growing_list(claims, claim_item)];
}

/** Shows claims under a title; `caption` says what the number is. */
function show_claims(title, caption, claims, frame) {
  open_dialog(title, caption ? h('p', {}, caption) : null, coding_rule(frame), claim_group(claims));
}

/** Shows the claims of both sides of a comparison: sides = [[heading, claims], ...]. */
function show_sides(title, caption, sides, frame) {
  open_dialog(title, h('p', {}, caption), coding_rule(frame),
    sides.map(([heading, claims]) => [h('h3', {}, foreign(heading)), claim_group(claims)]));
}

/** Shows articles: what a number of articles, copies or reused texts counts. */
function show_articles(title, articles) {
  const fact = (article) => [t('words') + ' : ' + number(article.words), t('copies') + ' : ' + number(article.copies), duplicate_text(article)].filter(Boolean).join(' · ');
  const item = (article) => h('li', {}, place(article), h('p', {class: 'note'}, 'n° ' + number(article.id) + ' · ' + fact(article)));
  open_dialog(title, h('p', {class: 'count'}, t('articles') + ' : ' + number(articles.length)), growing_list(articles, item));
}

/** Shows concordance lines: lines = [[article id, left, match, right], ...] out of `all` occurrences. */
function show_lines(title, caption, lines, all) {
  const item = ([id, ...excerpt]) => {
    const article = ARTICLE.get(id);
    return h('li', {}, place(article), quotation(excerpt, article.lang));
  };
  open_dialog(title, h('p', {}, caption),
    h('p', {class: 'count'}, t('line_count', {shown: number(lines.length), all: number(all)})), growing_list(lines, item));
}
