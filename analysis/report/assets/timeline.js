// Claims by frame and period. The period is the finest of day, week and month whose best stretch of COLUMNS holds most
// articles; what lies before and after it is counted in a column of its own, so one stray date does not flatten the rest.

const DAY = 86400000;
const COLUMNS = 45;
const MOST = 0.8;

function bin_start(time, unit) {
  const date = new Date(time);
  if (unit === 'month') return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1);
  return unit === 'week' ? time - ((date.getUTCDay() + 6) % 7) * DAY : time;
}

function next_bin(time, unit) {
  const date = new Date(time);
  return unit === 'month' ? Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1) : time + (unit === 'week' ? 7 : 1) * DAY;
}

function exact_time(date) {
  return /^\d{4}-\d{2}-\d{2}/.test(date || '') ? Date.parse(date.slice(0, 10) + 'T00:00:00Z') : NaN;
}

/** The stretch [begin, end) of COLUMNS periods that holds the most of `times`; the earliest of equals. */
function best_stretch(times, unit) {
  let best = {held: 0};
  for (const begin of new Set(times.map((time) => bin_start(time, unit)))) {
    let end = begin;
    for (let i = 0; i < COLUMNS; i++) end = next_bin(end, unit);
    const held = times.filter((other) => other >= begin && other < end).length;
    if (held > best.held) best = {held, begin, end};
  }
  return best;
}

/** {unit, bins: [[begin, end), ...]} over the dated articles. */
function periods(times) {
  const sorted = [...times].sort((a, b) => a - b);
  for (const unit of ['day', 'week', 'month']) {
    const {held, begin, end} = best_stretch(sorted, unit);
    if (held < MOST * sorted.length && unit !== 'month') continue;
    const last = Math.max(...sorted.filter((time) => time < end));
    const bins = [];
    for (let at = begin; at <= last; at = next_bin(at, unit)) bins.push([at, next_bin(at, unit)]);
    return {unit, bins};
  }
}

/** The columns of the time line: {name, has(date)}; those without bar are not on the axis. */
function time_columns(times) {
  const {unit, bins} = times.length ? periods(times) : {unit: 'day', bins: []};
  const columns = bins.map(([begin, end]) => ({name: period_name(begin, unit), bar: true, has: (time) => time >= begin && time < end}));
  if (bins.length) {
    columns.unshift({name: t('before'), has: (time) => time < bins[0][0]});
    columns.push({name: t('after'), has: (time) => time >= bins[bins.length - 1][1]});
  }
  columns.push({name: t('undated'), has: (time) => !is_number(time)});
  return {unit, columns: columns.filter((column) => column.bar || ARTICLES.some((article) => column.has(exact_time(article.date))))};
}

function period_name(begin, unit) {
  const options = {timeZone: 'UTC', day: unit === 'month' ? undefined : 'numeric', month: 'short', year: unit === 'month' ? 'numeric' : undefined};
  const name = new Intl.DateTimeFormat(LOCALE[LANG], options).format(begin);
  return unit === 'week' ? t('week_of', {day: name}) : name;
}

function time_cell(frame, column, claims, most) {
  const label = t('bar', {frame: frame_name(frame), period: column.name, claims: number(claims.length)});
  const look = column.bar ? {style: {'--height': claims.length / most}, content: h('span', {class: 'quiet'}, number(claims.length))}
    : {class: 'number', content: claims.length ? number(claims.length) : '·'};
  return {label, claims: claims.length, ...look, open: () => show_claims(frame_name(frame) + ' · ' + column.name, label, claims, frame)};
}

function timeline_section() {
  return figure('timeline', (choose) => {
    const times = ARTICLES.filter((article) => article.lang === CHOICE.press).map((article) => exact_time(article.date)).filter(is_number);
    const {unit, columns} = time_columns(times);
    const cells = FRAMES.map((frame) => columns.map((column) =>
      find_claims({lang: CHOICE.press, frame, dates: (date) => column.has(exact_time(date))})));
    const most = Math.max(1, ...cells.flatMap((line) => line.filter((_, i) => columns[i].bar).map((claims) => claims.length)));
    const lines = FRAMES.map((frame, row) => ({head: frame_name(frame), cells: cells[row].map((claims, i) => time_cell(frame, columns[i], claims, most))}));
    return {
      controls: press_control('timeline', choose),
      body: lines.length ? grid(t('timeline'), t('frame'), columns.map((column) => column.name), lines, 'time') : empty_figure(),
      caption: t('timeline_caption', {unit: t('unit_' + unit)}),
    };
  });
}
