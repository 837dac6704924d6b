// Outlets x frames: the share of an outlet's articles that carry a claim of the frame. Each language has its own panel.

const NO_CLAIM = {claims: 0, articles: 0, share: 0};

// A share of few texts is drawn paler and as a count only: 1 of 1 is no 100 %.
function heat_class(row) {
  if (row.articles === 0) return 'none';
  if (!is_number(row.ci_low)) return 'small';
  return row.share > 0.85 ? 'strong' : row.share > 0.55 ? 'middle' : '';
}

function heat_content(row, n) {
  const count = isolate(number(row.articles) + '/' + number(n), '\u2066');
  if (row.articles === 0) return '·';
  return is_number(row.ci_low) ? [h('b', {}, percent(row.share)), h('small', {}, count)] : count;
}

function heat_cell(rows, outlet, frame) {
  const row = rows.find((one) => one.group === outlet.id && one.target === CHOICE.target && one.frame === frame) || NO_CLAIM;
  const {articles, share} = row;
  const claims = find_claims({outlet: outlet.id, lang: CHOICE.press, voice: CHOICE.voice, target: CHOICE.target, frame});
  const numbers = {outlet: outlet_name(outlet.id), frame: frame_name(frame), articles: number(articles), n: number(outlet.articles),
    share: percent(share), interval: interval(row.ci_low, row.ci_high, percent), claims: number(row.claims),
    polarity: is_number(row.polarity) ? number(row.polarity, 2) : '–'};
  return {
    label: t('cell', numbers), claims: row.claims, articles, style: {'--share': share},
    class: heat_class(row), content: heat_content(row, outlet.articles),
    open: () => show_claims(outlet_name(outlet.id) + ' · ' + frame_name(frame), t('cell_caption', numbers), claims, frame),
  };
}

function outlet_head(outlet) {
  const articles = ARTICLES.filter((article) => article.outlet === outlet.id && article.lang === CHOICE.press && is_counted(article));
  return [foreign(outlet_name(outlet.id)), ' ', h('small', {}, '(', articles_button(outlet_name(outlet.id) + ' · ' + t('articles'), articles.length, articles), ')')];
}

function heatmap_section() {
  return figure('heatmap', (choose) => {
    const rows = view_rows('stance', CHOICE.press, CHOICE.voice);
    const outlets = outlets_of(CHOICE.press);
    const lines = outlets.map((outlet) => ({head: outlet_head(outlet), cells: FRAMES.map((frame) => heat_cell(rows, outlet, frame))}));
    return {
      controls: [press_control('heatmap', choose), voice_control('heatmap', choose), menu(t('target'), target_options(), CHOICE.target, (value) => choose('target', value))],
      body: lines.length && FRAMES.length ? grid(t('heatmap'), t('outlet'), FRAMES.map(frame_name), lines, 'heat') : empty_figure(),
      caption: [t('heatmap_caption'), ' ', t('separate_languages')],
    };
  });
}
