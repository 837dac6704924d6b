// Trend: how often the sought words stand in each period, with intervals. Time runs in the direction of the page, so the first day
// stands at the right in Arabic. Each point opens the articles of its period.

const TREND_GROUPS = 6;  // drawn; the table below has all
const TREND_STEP = 5;  // pixels by which groups stand side by side, so that their intervals do not cover each other
const TREND_HEIGHT = 260;
const TREND_TOP = 12;

function trend_choice() {
  return {period: state('period', 'day'), by: state('trendby', 'lang')};
}

function trend_parameters() {
  return {...query_parameters(), ...trend_choice()};
}

function trend_controls(choice) {
  const change = (name) => (value) => go(with_state({[name]: value}), 'query');
  return h('div', {class: 'controls'},
    radios('period', t('period_length'), ['day', 'week', 'month'].map((one) => [one, t('unit_' + one)]), choice.period, change('period')),
    menu(t('groups'), [['none', t('all_groups')], ['lang', t('facet_lang')], ...['outlet', 'genre', 'country'].map((one) => [one, t('by_' + one)])], choice.by, change('trendby')),
    menu(t('how_copies'), ['once', 'all'].map((one) => [one, t('copies_' + one)]), state('copies', 'once'), change('copies')), translate_box());
}

/** [first day, behind the last] of a period as ISO dates: "2025-04-08", "2025-W15", "2025-04". */
function period_days(period) {
  const iso = (time) => new Date(time).toISOString().slice(0, 10);
  const week = period.match(/^(\d{4})-W(\d{2})$/);
  if (week) {
    const fourth = Date.UTC(Number(week[1]), 0, 4);  // always in week 1
    const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * 86400000 + (Number(week[2]) - 1) * 7 * 86400000;
    return [iso(monday), iso(monday + 6 * 86400000)];
  }
  return [period, period];
}

function period_label(period) {
  const [first] = period_days(period);
  if (first.length < 10) return month_name(first);
  const day = new Intl.DateTimeFormat(LOCALE[LANG], {timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric'}).format(Date.parse(first + 'T00:00:00Z'));
  return period === first ? day : t('week_of', {day});
}

/** The search for the articles of a point. */
function period_search(row, by) {
  const [first, last] = period_days(row.period);
  const dates = 'date:' + (first === last ? first : first + '..' + last);
  const group = by === 'none' || by === 'country' || row.group === '(none)' ? {} : {[by]: [row.group]};
  return {...with_state({view: 'search', page: '', period: '', trendby: '', sort: ''}), q: `(${state('q')}) ${dates}`, ...group};
}

/** The largest groups by hits, and their points by time. */
function trend_lines(rows) {
  const groups = new Map();
  for (const row of rows) {
    if (!groups.has(row.group)) groups.set(row.group, {group: row.group, hits: 0, rows: []});
    const line = groups.get(row.group);
    line.hits += row.hits;
    line.rows.push(row);
  }
  return [...groups.values()].sort((a, b) => b.hits - a.hits || (a.group < b.group ? -1 : 1)).filter(({hits}) => hits).slice(0, TREND_GROUPS);
}

/** Where times and rates stand: x in percent of the width, from the side where the page begins, y in pixels. */
function trend_scale(lines) {
  const rows = lines.flatMap((line) => line.rows);
  const times = rows.map((row) => Date.parse(period_days(row.period)[0]));
  const [first, last] = [Math.min(...times), Math.max(...times)];
  // One wide interval would press all lines to the ground: the scale holds the points, and an interval may leave it.
  const most = Math.max(...rows.map((row) => row.per_million)) * 1.25;
  const rtl = document.documentElement.dir === 'rtl';
  const share = (time) => (last > first ? (time - first) / (last - first) : 0.5);
  return {first, last, most,
    x: (time) => { const at = 2 + share(time) * 96; return (rtl ? 100 - at : at); },
    y: (rate) => TREND_TOP + (1 - Math.min(rate / most, 1)) * (TREND_HEIGHT - TREND_TOP)};
}

function trend_point(row, place, scale, by) {
  const time = Date.parse(period_days(row.period)[0]);
  const x = scale.x(time) + '%';
  const label = t('trend_point', {period: period_label(row.period), group: group_name(by, row.group), hits: number(row.hits), rate: number(row.per_million),
    interval: interval(row.ci_low, row.ci_high, number)});
  const parts = period_search(row, by);
  const follow = (event) => { event.preventDefault(); go(parts); };
  const y = scale.y(row.per_million);
  return [is_number(row.ci_low) && is_number(row.ci_high)
    ? s('line', {class: 'interval', x1: x, x2: x, y1: scale.y(row.ci_low), y2: scale.y(row.ci_high)}) : null,
  row.hits ? s('a', {href: address(parts), class: 'point', 'aria-label': label, onclick: follow}, s('title', {}, label),
    s('circle', {class: 'reach', cx: x, cy: y, r: 11}), s('circle', {class: 'dot', cx: x, cy: y, r: place % 2 ? 3.5 : 4.5})) : null];
}

function trend_line(line, place, count, scale, by) {
  const at = (row) => ({x: scale.x(Date.parse(period_days(row.period)[0])) + '%', y: scale.y(row.per_million)});
  const strokes = line.rows.slice(1).map((row, i) => {
    const [a, b] = [at(line.rows[i]), at(row)];
    return s('line', {class: 'stroke', x1: a.x, y1: a.y, x2: b.x, y2: b.y});
  });
  return s('g', {class: 'series series-' + place, transform: `translate(${(place - (count - 1) / 2) * TREND_STEP})`}, strokes, line.rows.map((row) => trend_point(row, place, scale, by)));
}

function rate_axis(scale) {
  const steps = [1, 0.5, 0].map((share) => share * scale.most / 1.25);
  return steps.map((rate) => s('line', {class: 'level', x1: 0, x2: '100%', y1: scale.y(rate), y2: scale.y(rate)}));
}

function rate_labels(scale) {
  return h('div', {class: 'rates', 'aria-hidden': 'true'}, [1, 0.5, 0].map((share) => share * scale.most / 1.25)
    .map((rate) => h('span', {style: {'inset-block-start': scale.y(rate) + 'px'}}, number(rate))));
}

/** The first and the last period, and what has room between them. */
function time_labels(lines, scale) {
  const periods = [...new Set(lines.flatMap((line) => line.rows.map((row) => row.period)))].sort();
  const rtl = document.documentElement.dir === 'rtl';
  const place = (period) => { const at = scale.x(Date.parse(period_days(period)[0])); return rtl ? 100 - at : at; };
  const width = (periods[0].includes('W') ? 145 : 95) / Math.min(innerWidth - 90, 1120) * 100;
  const last = periods[periods.length - 1];
  const shown = [];
  let free = 0;
  for (const period of periods.filter((one) => one !== last || periods.length === 1)) {
    const at = place(period);
    if (at < free || (periods.length > 1 && at + width > place(last) - width)) continue;
    free = at + width;
    shown.push(h('span', {style: {'inset-inline-start': at + '%'}}, period_label(period)));
  }
  if (periods.length > 1) shown.push(h('span', {style: {'inset-inline-end': 100 - place(last) + '%'}}, period_label(last)));
  return h('div', {class: 'times', 'aria-hidden': 'true'}, shown);
}

function trend_chart(rows, by) {
  const lines = trend_lines(rows);
  if (!lines.length) return h('p', {class: 'nothing'}, t('no_hits'));
  const scale = trend_scale(lines);
  const legend = h('ul', {class: 'legend'}, lines.map((line, place) => h('li', {class: 'series-' + place}, h('span', {class: 'sample', 'aria-hidden': 'true'}), h('bdi', {}, group_name(by, line.group)),
    ' ', h('small', {}, t('line_total', {lines: number(line.hits)})))));
  return h('figure', {class: 'trend'}, legend,
    h('div', {class: 'frame'}, rate_labels(scale),
      s('svg', {width: '100%', height: TREND_HEIGHT + 14, role: 'group', 'aria-label': t('trend')}, rate_axis(scale), lines.map((line, place) => trend_line(line, place, lines.length, scale, by))),
      time_labels(lines, scale)),
    h('figcaption', {}, t('trend_caption')));
}

async function trend_view() {
  const top = [h('h1', {class: 'quiet'}, t('trend')), search_form('trend'), query_help(), chosen_facets()];
  if (!state('q')) return {title: t('trend'), status: '', body: [...top, h('p', {class: 'note'}, t('trend_hint'))]};
  const choice = trend_choice();
  const table = await run('trend', {...trend_parameters(), rows: ROWS});
  const hits = table.rows.reduce((sum, row) => sum + row.hits, 0);
  const head = t('line_total', {lines: number(hits)});
  return {title: state('q') + ' · ' + t('trend'), status: head, body: [...top, h('h2', {id: 'result-title'}, head), understood(table.notes), trend_controls(choice),
    trend_chart(table.rows, choice.by), note_list(table.notes), result_links('trend', trend_parameters()),
    h('details', {}, h('summary', {}, t('as_table')), result_table(table, 'trend', trend_parameters()))]};
}
