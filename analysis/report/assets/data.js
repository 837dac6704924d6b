// What the report shows, as rows, and the few questions that figures ask of it. The tables are those of the command line
// (articles, claims, stance, compare, keyness), with the same column names.

// The value of a target or frame that stands for all of them, as in the tables of stance and compare.
const ALL = '*';
const DATA = JSON.parse(document.getElementById('data').textContent);

/** A table {columns: {name: [values]}, notes} as an array of row objects. */
function rows_of(table) {
  const names = Object.keys(table.columns);
  const count = names.length ? table.columns[names[0]].length : 0;
  return Array.from({length: count}, (_, row) =>
    Object.fromEntries(names.map((name) => [name, table.columns[name][row]])));
}

const ARTICLES = rows_of(DATA.articles);
const ARTICLE = new Map(ARTICLES.map((article) => [article.id, article]));
const CLAIMS = rows_of(DATA.claims).map((claim, row) => ({...claim, excerpt: DATA.excerpts[row], article: ARTICLE.get(claim.id)}))
  .filter((claim) => claim.article);
const CLUSTERS = new Map(rows_of(DATA.clusters).map((member) => [member.article, member]));
const COUNTED = new Set(DATA.counted);
/** The claims of each article, by its id. */
const CLAIMS_IN = new Map();
for (const claim of CLAIMS) {
  if (!CLAIMS_IN.has(claim.id)) CLAIMS_IN.set(claim.id, []);
  CLAIMS_IN.get(claim.id).push(claim);
}
const CLAIMS_OF = new Map();
for (const claim of CLAIMS.filter((one) => COUNTED.has(one.id))) {
  if (!CLAIMS_OF.has(claim.article.outlet)) CLAIMS_OF.set(claim.article.outlet, []);
  CLAIMS_OF.get(claim.article.outlet).push(claim);
}
const FRAMES = DATA.frames.filter((frame) => CLAIMS.some((claim) => claim.frame === frame.id)).map((frame) => frame.id);
const LANGS = [...new Set(ARTICLES.map((article) => article.lang))].sort().reverse();

/** Whether the article stands for its text: a text that an outlet printed twice counts once there. */
function is_counted(article) {
  return COUNTED.has(article.id);
}

/** The outlets of one language with the number of their texts, the largest first. */
function outlets_of(lang) {
  const counts = new Map();
  for (const article of ARTICLES)
    if (article.lang === lang && is_counted(article)) counts.set(article.outlet, (counts.get(article.outlet) || 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([id, articles]) => ({id, articles}));
}

/** Claims that pass every given test: {outlet, lang, voice, target, frame, dates(date)}. */
function find_claims(want) {
  const from = want.outlet === undefined ? [...CLAIMS_OF.values()].flat() : CLAIMS_OF.get(want.outlet) || [];
  return from.filter((claim) => (want.lang === undefined || claim.article.lang === want.lang) &&
    ['voice', 'target', 'frame'].every((key) => want[key] === undefined || want[key] === ALL || claim[key] === want[key]) &&
    (!want.dates || want.dates(claim.article.date)));
}

function count_articles(claims) {
  return new Set(claims.map((claim) => claim.id)).size;
}

/** The rows of `stance` or `compare` for one language and voice, whatever they are summed over. */
function view_rows(name, lang, voice) {
  const view = DATA.views.find((one) => one.lang === lang && one.voice === voice);
  return view ? view[name].flatMap(rows_of).map(with_outlets) : [];
}

// Articles without outlet form the group "(none)".
function with_outlets(row) {
  const outlet = (name) => (name === '(none)' ? '' : name);
  return {...row, group: outlet(row.group), a: outlet(row.a), b: outlet(row.b)};
}
