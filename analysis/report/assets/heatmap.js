// Outlets x frames: the share of an outlet's articles that carry a claim of the frame. Each language has its own panel.

function stance_row(view, outlet, target, frame) {
  return view && view.rows.find((row) => row.group === outlet && row.target === target && row.frame === frame);
}

function heat_cell(view, outlet, frame) {
  const want = {outlet: outlet.id, lang: CHOICE.press, voice: CHOICE.voice, target: CHOICE.target, frame};
  const claims = find_claims(want);
  const articles = count_articles(claims);
  const row = stance_row(view, outlet.id, CHOICE.target, frame) || {};
  const share = articles / outlet.articles;
  const numbers = {outlet: outlet_name(outlet.id), frame: frame_name(frame), articles: number(articles), n: number(outlet.articles),
    share: percent(share), interval: interval(row.ci_low, row.ci_high, percent), claims: number(claims.length),
    polarity: is_number(row.polarity) ? number(row.polarity, 2) : '–'};
  return {
    label: t('cell', numbers), claims: claims.length, articles, style: {'--share': share},
    class: articles === 0 ? 'none' : share > 0.85 ? 'strong' : share > 0.55 ? 'middle' : '',
    content: articles ? [h('b', {}, percent(share)), h('small', {}, isolate(number(articles) + '/' + number(outlet.articles), '\u2066'))] : '·',
    open: () => show_claims(outlet_name(outlet.id) + ' · ' + frame_name(frame), t('cell_caption', numbers), claims, frame),
  };
}

function outlet_head(outlet) {
  return [foreign(outlet_name(outlet.id)), ' ', h('small', {}, '(' + number(outlet.articles) + ')')];
}

function heatmap_section() {
  return figure('heatmap', (choose) => {
    const view = find_view(CHOICE.press, CHOICE.voice);
    const outlets = outlets_of(CHOICE.press);
    const lines = outlets.map((outlet) => ({head: outlet_head(outlet), cells: FRAMES.map((frame) => heat_cell(view, outlet, frame))}));
    return {
      controls: [press_control('heatmap', choose), voice_control('heatmap', choose), target_control(choose)],
      body: lines.length && FRAMES.length ? grid(t('heatmap'), t('outlet'), FRAMES.map(frame_name), lines, 'heat') : empty_figure(),
      caption: [t('heatmap_caption'), ' ', t('separate_languages')],
    };
  });
}
