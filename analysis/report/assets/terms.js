// What an outlet says more than the others of its language: keyness, with the concordance lines behind each bar.

function term_row(entry, row, most) {
  const numbers = {target: number(row.target), reference: number(row.reference), g2: number(row.g2, 1), ratio: number(row.log_ratio, 2),
    q: number(row.q, 3)};
  const [all, lines] = entry.lines[row.term] || [0, []];
  const written = lines.length ? lines[0][2] : row.term;  // the term itself is folded: without accents
  const caption = t('term_numbers', numbers);
  return h('li', {}, h('button', {type: 'button', class: 'term', title: caption,
    onclick: () => show_lines(isolate(written) + ' · ' + outlet_name(entry.outlet), caption, lines, all)},
    h('span', {class: 'what'}, foreign(written, entry.lang)),
    s('svg', {'aria-hidden': 'true', width: '100%', height: 12},
      s('rect', {class: row.q < 0.05 ? 'fill' : 'pale', x: LANG === 'ar' ? (100 - 100 * row.g2 / most).toFixed(1) + '%' : 0, y: 1, height: 10, rx: 2,
        width: (100 * row.g2 / most).toFixed(1) + '%'})),
    h('small', {class: 'value'}, caption)));
}

function terms_section() {
  return figure('terms', (choose) => {
    const lists = DATA.keyness.filter((one) => one.lang === CHOICE.press && rows_of(one.table).length);
    const here = outlets_of(CHOICE.press).map(({id}) => lists.find((one) => one.outlet === id)).filter(Boolean);
    const entry = here.find((one) => one.outlet === CHOICE.outlet) || here[0];
    const rows = entry ? rows_of(entry.table) : [];
    const most = Math.max(...rows.map((row) => row.g2));
    return {
      controls: [press_control('terms', choose), here.length ? menu(t('outlet'), here.map((one) => [one.outlet, outlet_name(one.outlet)]),
        entry.outlet, (value) => choose('outlet', value)) : null],
      body: rows.length ? h('ol', {class: 'terms'}, rows.map((row) => term_row(entry, row, most))) : empty_figure(),
      caption: t('terms_caption'),
    };
  });
}
