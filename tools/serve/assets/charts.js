// The figure of the search page; it runs in the direction of the page.

/** How many articles of each month; a press of a bar asks for that month. */
function month_chart(counts, choose) {
  const months = counts.filter(({value}) => /^\d{4}-\d{2}$/.test(value)).sort((a, b) => (a.value < b.value ? -1 : 1));
  if (months.length < 2) return null;
  const most = Math.max(...months.map(({articles}) => articles));
  const cells = months.map(({value, articles}) => {
    const label = t('month_bar', {month: month_name(value), articles: number(articles)});
    return {label, articles, style: {'--height': articles / most}, content: h('span', {class: 'quiet'}, number(articles)), open: () => choose(value)};
  });
  return h('figure', {class: 'months'}, grid(t('month_chart'), t('month'), months.map(({value}) => month_name(value)), [{head: t('articles'), cells}], 'time'),
    h('figcaption', {}, t('month_chart_caption')));
}
