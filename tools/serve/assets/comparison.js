// Comparison: which groups hold whom responsible in which frame, how sure that is, and the sentences behind each number.

const GROUPINGS = ['outlet', 'genre', 'country', 'month'];

function comparison_choice(languages) {
  return {lang: state('lang', languages[0]), by: state('by', 'outlet'), voice: state('voice', 'author'), target: state('target', ALL), per: state('per', 'frame'),
    group: state('group'), from: state('from'), to: state('to'), where: state('where')};
}

function comparison_parameters(choice) {
  const {lang, by, voice, from, to, where} = choice;
  return {lang, by, voice, from, to, where};
}

async function languages_of_corpus() {
  const {rows} = await run('search', {query: '*', facets: 'lang'});
  return rows.map((row) => row.value).filter(Boolean);
}

/** Evidence as the dialog of the report takes it; the title leads to the article here. */
async function load_claims(parameters) {
  const {rows} = await run('evidence', {...parameters, rows: 2000});
  return rows.map((row) => ({...row, excerpt: [row.left, row.match, row.right],
    article: {id: row.id, outlet: row.outlet, lang: row.lang, date: row.date, title: row.title, url: location.origin + address({view: 'article', id: row.id})}}));
}

/** Opens a dialog when what it shows has come; says so where it does not. */
async function show_when_loaded(load, show) {
  const status = document.getElementById('status');
  status.textContent = t('loading');
  try {
    show(await load());
    status.textContent = '';
  } catch (error) {
    open_dialog(t('failed'), failure(error));
  }
}

function open_cell(choice, group, frame, caption) {
  const title = group_name(choice.by, group) + ' · ' + frame_name(frame);
  show_when_loaded(() => load_claims({...comparison_parameters(choice), group, frame, target: choice.target}), (claims) => show_claims(title, caption, claims, frame));
}

function comparison_cell(choice, row, group, n, frame) {
  const {articles, share, claims} = row;
  const numbers = {outlet: group_name(choice.by, group), frame: frame_name(frame), articles: number(articles), n: number(n), share: percent(share),
    interval: interval(row.ci_low, row.ci_high, percent), claims: number(claims), polarity: is_number(row.polarity) ? number(row.polarity, 2) : '–'};
  return {label: t('cell', numbers), claims, articles, style: {'--share': share}, class: heat_class(row), content: heat_content(row, n),
    open: () => open_cell(choice, group, frame, t('cell_caption', numbers))};
}

/** Groups with the number of their articles, the largest first: a share is articles with the claim over all of the group. */
function groups_of(rows) {
  const sizes = new Map(rows.map((row) => [row.group, Math.round(row.articles / row.share)]));
  return [...sizes].map(([name, n]) => ({name, n})).sort((a, b) => b.n - a.n || (a.name < b.name ? -1 : 1));
}

/** The selection of the articles of a group; null where no option chooses them. */
function group_selection(choice, group) {
  const {lang, by, from, to, where} = choice;
  if (group === '(none)') return null;
  return by === 'month' ? {lang, where, from: group, to: group} : {lang, where, from, to, [by]: group};
}

/** The articles of a group, each text once: what the number behind its name counts. */
function open_group(choice, group) {
  const once = (rows) => [...new Map([...rows].reverse().sort((a, b) => (a.id === a.cluster) - (b.id === b.cluster)).map((row) => [row.cluster, row])).values()].sort((a, b) => a.id - b.id);
  const item = (row) => h('li', {}, place({...row, url: location.origin + address({view: 'article', id: row.id})}), h('p', {class: 'note'}, t('words') + ' : ' + number(row.words)));
  show_when_loaded(async () => once((await run('articles', {...group_selection(choice, group), rows: 100000})).rows), (articles) =>
    open_dialog(group_name(choice.by, group), h('p', {class: 'count'}, t('articles') + ' : ' + number(articles.length)), growing_list(articles, item)));
}

function group_head(choice, {name, n}) {
  const size = '(' + number(n) + ')';
  return [h('bdi', {}, group_name(choice.by, name)), ' ', h('small', {}, !group_selection(choice, name) ? size
    : h('button', {type: 'button', class: 'link', 'data-articles': n, 'aria-label': group_name(choice.by, name) + ' : ' + t('articles') + ' ' + number(n), onclick: () => open_group(choice, name)}, size))];
}

function comparison_map(choice, rows) {
  const frames = DATA.frames.map((frame) => frame.id).filter((id) => rows.some((row) => row.frame === id));
  const lines = groups_of(rows).map(({name, n}) => ({head: group_head(choice, {name, n}),
    cells: frames.map((frame) => comparison_cell(choice, rows.find((row) => row.group === name && row.frame === frame) || NO_CLAIM, name, n, frame))}));
  return lines.length ? grid(t('heatmap'), t('by_' + choice.by), frames.map(frame_name), lines, 'heat') : empty_note();
}

function empty_note() {
  return h('p', {class: 'nothing'}, t('nothing'));
}

function open_difference(choice, row, title, caption) {
  const side = (group) => load_claims({...comparison_parameters(choice), group, frame: row.frame, target: row.target});
  show_when_loaded(() => Promise.all([side(row.a), side(row.b)]), ([a, b]) =>
    show_sides(title, caption, [[group_name(choice.by, row.a), a], [group_name(choice.by, row.b), b]], row.frame));
}

function comparison_difference(choice, row, span, sizes) {
  const n = {a: number(sizes.get(row.a) || 0), b: number(sizes.get(row.b) || 0)};
  const pair = t('versus', {a: group_name(choice.by, row.a), b: group_name(choice.by, row.b)});
  const about = choice.per === 'frame' ? frame_name(row.frame) : actor_name(row.target);
  const p = (value) => (is_number(value) ? number(value, 3) : '–');
  const caption = t('difference_caption', {difference: points(row.difference), interval: interval(row.ci_low, row.ci_high, points), p: p(row.p), q: p(row.q), na: n.a, nb: n.b});
  return h('li', {}, h('button', {type: 'button', class: 'difference', title: caption, onclick: () => open_difference(choice, row, pair + ' · ' + about, caption)},
    h('span', {class: 'what'}, h('b', {}, pair), h('small', {}, about)), interval_plot(row, span),
    h('span', {class: 'value'}, points(row.difference), ' ', h('small', {}, is_tested(row) ? interval(row.ci_low, row.ci_high, points) : t('too_small', n)))));
}

function comparison_differences(choice, rows, sizes) {
  const kept = rows.filter((row) => !choice.group || row.a === choice.group || row.b === choice.group)
    .sort((a, b) => is_tested(b) - is_tested(a) || Math.abs(b.difference) - Math.abs(a.difference));
  if (!kept.length) return empty_note();
  const span = axis_span(kept);
  const list = growing_list(kept, (row) => comparison_difference(choice, row, span, sizes));
  list[0].className = 'differences';
  return [h('p', {class: 'verdict'}, verdict(kept)), axis(span), list];
}

function change(name) {
  return (value) => go(with_state({view: 'comparison', [name]: value}), null);
}

function target_menu(choice, rows) {
  const used = [...new Set([...rows.map((row) => row.target), choice.target])].filter((id) => id !== ALL).map((id) => [id, actor_name(id)]);
  used.sort((a, b) => a[1].localeCompare(b[1], LOCALE[LANG]));
  return menu(t('target'), [[ALL, t('any_target')], ...used], choice.target, change('target'));
}

function date_field(name) {
  return h('label', {class: 'menu'}, t(name), ' ', h('input', {type: 'date', value: state(name), onchange: (event) => change(name)(event.target.value)}));
}

function where_field() {
  return h('label', {class: 'menu'}, t('where'), ' ', h('input', {type: 'search', dir: 'auto', value: state('where'), placeholder: t('where_example'), onchange: (event) => change('where')(event.target.value.trim())}));
}

function comparison_controls(choice, languages, targets) {
  return h('div', {class: 'controls'},
    languages.length < 2 ? null : radios('lang', t('press'), languages.map((lang) => [lang, lang_name(lang)]), choice.lang, change('lang')),
    radios('voice', t('voice'), [['author', t('voice_author')], ['attributed', t('voice_attributed')]], choice.voice, change('voice')),
    menu(t('groups'), GROUPINGS.map((by) => [by, t('by_' + by)]), choice.by, (value) => go(with_state({view: 'comparison', by: value, group: ''}))),
    target_menu(choice, targets), date_field('from'), date_field('to'), where_field());
}

async function comparison_view() {
  const languages = await languages_of_corpus();
  const choice = comparison_choice(languages);
  const common = comparison_parameters(choice);
  const map_parameters = {...common, per: choice.target === ALL ? 'frame' : 'target-frame'};
  const difference_parameters = {...common, per: choice.per};
  const [map, targets, differences] = await Promise.all([run('stance', {...map_parameters, rows: 100000}), run('stance', {...common, per: 'target', rows: 100000}),
    run('compare', {...difference_parameters, rows: 100000})]);
  const sizes = new Map(groups_of(targets.rows).map(({name, n}) => [name, n]));
  const per = radios('per', t('compare_per'), [['frame', t('frame')], ['target', t('target')]], choice.per, change('per'));
  const group = menu(t('by_' + choice.by), [['', t('all_groups')], ...[...sizes.keys()].map((name) => [name, group_name(choice.by, name)])], choice.group, change('group'));
  return {title: t('comparison'), status: t('comparison'), body: [h('h1', {}, t('title')), comparison_controls(choice, languages, targets.rows),
    h('section', {id: 'heatmap', 'aria-labelledby': 'heatmap-title'}, h('h2', {id: 'heatmap-title'}, t('by_' + choice.by), ' × ', t('frame')),
      h('figure', {}, comparison_map(choice, map.rows.filter((row) => row.target === choice.target)), h('figcaption', {}, t('heatmap_caption'), ' ', t('separate_languages'))),
      note_list(map.notes), result_links('stance', map_parameters)),
    h('section', {id: 'intervals', 'aria-labelledby': 'intervals-title'}, h('h2', {id: 'intervals-title'}, t('differences')),
      h('div', {class: 'controls'}, per, group),
      h('figure', {}, comparison_differences(choice, differences.rows, sizes), h('figcaption', {}, t('intervals_caption'))),
      note_list(differences.notes), result_links('compare', difference_parameters))]};
}
