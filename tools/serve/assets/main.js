// Draws the view that the address asks for, in the language that it asks for, else in that of the browser, else in French.

const VIEWS = {search: search_view, concordance: concordance_view, trend: trend_view, comparison: comparison_view, article: article_view, tables: tables_view, about: about_view};
const NEEDS = {concordance: ['kwic', 'count'], trend: ['trend'], comparison: ['stance', 'compare', 'evidence']};

/** Views that show the query of the address, which goes with a reader from one to the other. */
const VIEWS_OF_QUERY = ['search', 'concordance', 'trend'];

let drawn = '';  // the address that is shown; an answer that comes after the next question is dropped

function first_language() {
  const wanted = [state('ui'), ...navigator.languages].filter(Boolean);
  return wanted.map((tag) => tag.slice(0, 2).toLowerCase()).find((tag) => tag in LOCALE) || 'fr';
}

function draw_frame() {
  LANG = first_language();
  document.documentElement.lang = LANG;
  document.documentElement.dir = direction_of(LANG);
  document.querySelector('[data-text=skip]').textContent = t('skip');
  for (const input of document.querySelectorAll('#language input')) input.checked = input.value === LANG;
  const shown = Object.keys(VIEWS).filter((view) => view !== 'article' && (NEEDS[view] || []).every(offers));
  const contents = document.getElementById('contents');
  contents.setAttribute('aria-label', t('contents'));
  contents.replaceChildren(...shown.map((view) => view_link({view, q: VIEWS_OF_QUERY.includes(view) ? state('q') : ''},
    {'aria-current': view === state('view', 'search') ? 'page' : null}, t(view))));
}

function fill_main({title, body, status}, focus) {
  document.title = title + ' · sahafa';
  document.getElementById('main').replaceChildren(...body.flat(Infinity).filter(Boolean));
  document.getElementById('status').textContent = status;
  const target = focus && document.getElementById(focus);
  if (target) target.focus();
}

/** Draws the view of the address; `focus` is the id of what has the focus then. */
async function draw_view(focus) {
  const wanted = location.href;
  drawn = location.search;
  draw_frame();
  const main = document.getElementById('main');
  main.setAttribute('aria-busy', 'true');
  const view = VIEWS[state('view', 'search')] || search_view;
  const content = await view().catch((error) => ({title: t('failed'), status: t('failed'),
    body: [VIEWS_OF_QUERY.includes(state('view', 'search')) ? search_form(state('view', 'search')) : null, query_help(), failure(error)]}));
  if (location.href !== wanted) return;
  main.removeAttribute('aria-busy');
  if (focus === undefined) scrollTo(0, 0);
  fill_main(content, focus);
}

for (const input of document.querySelectorAll('#language input')) {
  input.addEventListener('change', () => {
    LANG = input.value;
    go(with_state({}), null);
  });
}
// Following a link to a place in the page is no other view.
addEventListener('popstate', () => { if (location.search !== drawn) draw_view(); });
load_names().then(() => draw_view(), (error) => { draw_frame(); fill_main({title: 'sahafa', status: '', body: [failure(error)]}); });
