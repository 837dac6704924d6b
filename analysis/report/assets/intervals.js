// Pairwise differences of outlets with their intervals, the largest first; rows without interval say that n is too small.

/** A dot and its interval on an axis from -span to +span. Percentages as coordinates keep dots round at any width. */
function interval_plot(row, span) {
  const at = (value) => (50 + (value / span) * 50).toFixed(2) + '%';
  return s('svg', {class: 'plot', 'aria-hidden': 'true', width: '100%', height: 18},
    s('line', {class: 'zero', x1: '50%', x2: '50%', y1: 0, y2: 18}),
    is_tested(row) ? s('line', {class: 'bar', x1: at(row.ci_low), x2: at(row.ci_high), y1: 9, y2: 9}) : null,
    s('circle', {class: is_carried(row) ? 'full' : 'hollow', cx: at(row.difference), cy: 9, r: 5}));
}

function is_carried(row) {
  return is_number(row.q) && row.q < 0.05;
}

function axis_span(rows) {
  const reach = Math.max(0.25, ...rows.flatMap((row) => [row.difference, row.ci_low, row.ci_high]).filter(is_number).map(Math.abs));
  return Math.ceil(reach * 4) / 4;
}

function axis(span) {
  return h('div', {class: 'difference axis', 'aria-hidden': 'true'}, h('span', {}), h('span', {class: 'ticks', dir: 'ltr'},
    [-span, 0, span].map((value) => h('span', {}, points(value)))), h('span', {}));
}

function difference_sides(row) {
  const side = (outlet) => [outlet_name(outlet), find_claims({outlet, lang: CHOICE.press, voice: CHOICE.voice, target: row.target, frame: row.frame})];
  return [side(row.a), side(row.b)];
}

function difference_row(row, span, articles) {
  const n = {a: number(articles.get(row.a) || 0), b: number(articles.get(row.b) || 0)};
  const pair = t('versus', {a: outlet_name(row.a), b: outlet_name(row.b)});
  const about = actor_name(row.target) + ' · ' + frame_name(row.frame);
  const p = (value) => (is_number(value) ? number(value, 3) : '–');
  const caption = t('difference_caption', {difference: points(row.difference), interval: interval(row.ci_low, row.ci_high, points),
    p: p(row.p), q: p(row.q), na: n.a, nb: n.b});
  return h('button', {type: 'button', class: 'difference', title: caption,
    onclick: () => show_sides(pair + ' · ' + about, caption, difference_sides(row), row.frame)},
    h('span', {class: 'what'}, h('b', {}, pair), h('small', {}, about)), interval_plot(row, span),
    h('span', {class: 'value'}, points(row.difference), ' ', h('small', {}, is_tested(row) ? interval(row.ci_low, row.ci_high, points) : t('too_small', n))));
}

function is_tested(row) {
  return is_number(row.ci_low) && is_number(row.ci_high);
}

function verdict(rows) {
  if (!rows.some(is_tested)) return t('none_tested');
  const carried = rows.filter(is_carried).length;
  return carried ? t('differences_carried', {count: number(carried), all: number(rows.filter(is_tested).length)}) : t('no_difference_carried');
}

// Differences per frame are over all targets, those per target over all frames; `of` narrows them to one.
function chosen_differences() {
  const [one, other] = CHOICE.per === 'frame' ? ['frame', 'target'] : ['target', 'frame'];
  return view_rows('compare', CHOICE.press, CHOICE.voice)
    .filter((row) => row[other] === ALL && (CHOICE.of === ALL || row[one] === CHOICE.of) &&
      (!CHOICE.outlet || row.a === CHOICE.outlet || row.b === CHOICE.outlet))
    .sort((a, b) => is_tested(b) - is_tested(a) || Math.abs(b.difference) - Math.abs(a.difference));
}

function difference_controls(choose, outlets) {
  const things = CHOICE.per === 'frame' ? [[ALL, t('any_frame')], ...FRAMES.map((id) => [id, frame_name(id)])] : target_options();
  return [press_control('intervals', choose), voice_control('intervals', choose),
    radios('intervals-per', t('compare_per'), [['frame', t('frame')], ['target', t('target')]], CHOICE.per, (value) => {
      CHOICE.of = ALL;
      choose('per', value);
    }),
    menu(t(CHOICE.per), things, CHOICE.of, (value) => choose('of', value)),
    menu(t('outlet'), [['', t('any_outlet')], ...outlets.map((id) => [id, outlet_name(id)])], CHOICE.outlet, (value) => choose('outlet', value))];
}

function intervals_section() {
  return figure('intervals', (choose) => {
    const rows = chosen_differences();
    const span = axis_span(rows);
    const articles = new Map(outlets_of(CHOICE.press).map((outlet) => [outlet.id, outlet.articles]));
    return {
      controls: difference_controls(choose, [...articles.keys()]),
      body: rows.length ? [h('p', {class: 'verdict'}, verdict(rows)), axis(span), difference_list(rows, span, articles)] : empty_figure(),
      caption: t('intervals_caption'),
    };
  });
}

function difference_list(rows, span, articles) {
  const list = h('ol', {class: 'differences'});
  const [items, more] = growing_list(rows, (row) => h('li', {}, difference_row(row, span, articles)));
  items.className = list.className;
  return [items, more];
}
