// What is shown stands in the address, so that every view is a permanent link; and the names that all views use.

// The value of a target or frame that stands for all of them, as in the tables of stance and compare.
const ALL = '*';
/** Names of actors, frames and outlets (/api/names) and the analyses that the server offers, by name (/api/analyses). */
const DATA = {actors: {}, frames: [], outlets: {}, analyses: new Map(), version: ''};

/** The value of a part of the address. */
function state(name, otherwise = '') {
  return new URLSearchParams(location.search).get(name) || otherwise;
}

/** The values of a part that may stand several times. */
function states(name) {
  return new URLSearchParams(location.search).getAll(name);
}

/** The address of a view; parts without value are left out. The language of the page is kept. */
function address(parts) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({...parts, ui: LANG}))
    for (const one of [value].flat()) if (one !== '' && one !== null && one !== undefined) query.append(name, one);
  return '/?' + query;
}

/** The parts of the address as they are, with changes. */
function with_state(changes) {
  const parts = {};
  for (const name of new URLSearchParams(location.search).keys()) parts[name] = states(name);
  return {...parts, ...changes};
}

/** Goes to another view; `focus` is the id of the element that is to have the focus there. */
function go(parts, focus) {
  history.pushState(null, '', address(parts));
  draw_view(focus);
}

/** A link to a view of this page. */
function view_link(parts, attributes, ...content) {
  const follow = (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
    event.preventDefault();
    go(parts);
  };
  return h('a', {href: address(parts), onclick: follow, ...attributes}, content);
}

function group_name(by, group) {
  if (group === '(none)') return t('none_' + (TEXT['none_' + by] ? by : 'value'));
  if (by === 'outlet') return outlet_name(group);
  if (by === 'lang') return lang_name(group);
  if (by === 'country' && /^[A-Z]{2}$/.test(group)) return new Intl.DisplayNames([LOCALE[LANG]], {type: 'region'}).of(group);
  return by === 'month' ? month_name(group) : value_name(group);
}

function month_name(month) {
  const [year, number] = month.split('-').map(Number);
  if (!number) return month;
  return new Intl.DateTimeFormat(LOCALE[LANG], {timeZone: 'UTC', month: 'short', year: 'numeric'}).format(Date.UTC(year, number - 1));
}

function count_articles(claims) {
  return new Set(claims.map((claim) => claim.id)).size;
}
