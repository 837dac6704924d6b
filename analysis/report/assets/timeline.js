// Claims by frame and period. The period is the finest of day, week and month that gives at most 45 columns.

const DAY = 86400000;

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

/** {unit, bins: [[begin, end), ...]} over the dated articles. */
function periods(times) {
  for (const unit of ['day', 'week', 'month']) {
    const bins = [];
    const last = Math.max(...times);
    for (let at = bin_start(Math.min(...times), unit); at <= last && bins.length < 600; at = next_bin(at, unit)) bins.push([at, next_bin(at, unit)]);
    if (bins.length <= 45 || unit === 'month') return {unit, bins};
  }
}

function period_name(begin, unit) {
  const options = {timeZone: 'UTC', day: unit === 'month' ? undefined : 'numeric', month: 'short', year: unit === 'month' ? 'numeric' : undefined};
  const name = new Intl.DateTimeFormat(LOCALE[LANG], options).format(begin);
  return unit === 'week' ? t('week_of', {day: name}) : name;
}

function time_cell(frame, claims, name, most) {
  const label = t('bar', {frame: frame_name(frame), period: name, claims: number(claims.length)});
  return {label, claims: claims.length, style: {'--height': claims.length / most}, content: h('span', {class: 'quiet'}, number(claims.length)),
    open: () => show_claims(frame_name(frame) + ' · ' + name, label, claims, frame)};
}

// What has no exact date has no place on the axis: a number instead of a bar.
function undated_cell(frame, claims, name) {
  return {...time_cell(frame, claims, name, Infinity), class: 'undated', content: claims.length ? number(claims.length) : '·'};
}

function timeline_section() {
  return figure('timeline', (choose) => {
    const times = ARTICLES.filter((article) => article.lang === CHOICE.press).map((article) => exact_time(article.date)).filter(is_number);
    const {unit, bins} = times.length ? periods(times) : {unit: 'day', bins: []};
    const columns = bins.map(([begin, end]) => ({name: period_name(begin, unit), dates: (date) => exact_time(date) >= begin && exact_time(date) < end}));
    const claims_of = (frame, column) => find_claims({lang: CHOICE.press, frame, dates: column.dates});
    const undated = {name: t('undated'), dates: (date) => !is_number(exact_time(date))};
    const dated = FRAMES.map((frame) => columns.map((column) => claims_of(frame, column)));
    const most = Math.max(1, ...dated.flat().map((claims) => claims.length));
    const lines = FRAMES.map((frame, row) => ({head: frame_name(frame), cells: [
      ...dated[row].map((claims, i) => time_cell(frame, claims, columns[i].name, most)),
      undated_cell(frame, claims_of(frame, undated), undated.name)]}));
    return {
      controls: press_control('timeline', choose),
      body: lines.length ? grid(t('timeline'), t('frame'), [...columns, undated].map((column) => column.name), lines, 'time') : empty_figure(),
      caption: t('timeline_caption', {unit: t('unit_' + unit)}),
    };
  });
}
