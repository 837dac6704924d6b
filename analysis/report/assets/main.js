// Draws the page in one language and draws it again when another is chosen. The language comes from ?lang=, else from the
// browser, else it is French.

const SECTIONS = {corpus: corpus_section, heatmap: heatmap_section, intervals: intervals_section, terms: terms_section,
  timeline: timeline_section, outlet_table: outlet_table_section, article_table: article_table_section, claim_table: claim_table_section};

function first_language() {
  const wanted = [new URLSearchParams(location.search).get('lang'), ...navigator.languages].filter(Boolean);
  return wanted.map((tag) => tag.slice(0, 2).toLowerCase()).find((tag) => tag in LOCALE) || 'fr';
}

function draw_page(lang) {
  LANG = lang;
  document.documentElement.lang = lang;
  document.documentElement.dir = direction_of(lang);
  document.title = 'sahafa · ' + t('title');
  document.querySelector('[data-text=skip]').textContent = t('skip');
  const contents = document.getElementById('contents');
  contents.setAttribute('aria-label', t('contents'));
  contents.replaceChildren(...Object.keys(SECTIONS).map((id) => h('a', {href: '#' + id}, t(id))));
  document.getElementById('main').replaceChildren(...Object.values(SECTIONS).map((make) => make()));
}

for (const input of document.querySelectorAll('#language input')) {
  input.checked = input.value === first_language();
  input.addEventListener('change', () => draw_page(input.value));
}
draw_page(first_language());
