// A section of the page: heading, controls, a figure that is drawn again when a control changes, and its caption.

/** Choices of all figures, kept when the language of the page changes. */
const CHOICE = {voice: 'author', press: LANGS[0], target: ALL, per: 'frame', of: ALL, outlet: ''};

/** draw(choose) gives {controls, body, caption}; `choose` changes CHOICE and draws this figure again. */
function figure(id, draw) {
  const section = h('section', {id, 'aria-labelledby': id + '-title'});
  function refresh() {
    const focused = section.contains(document.activeElement) && document.activeElement;
    const {controls, body, caption} = draw((name, value) => { CHOICE[name] = value; refresh(); });
    section.replaceChildren(h('h2', {id: id + '-title'}, t(id)), h('div', {class: 'controls'}, controls || []),
      h('figure', {}, body, h('figcaption', {}, caption)));
    if (focused && focused.name) {
      const again = section.querySelector(`input[name="${focused.name}"][value="${focused.value}"]`);
      if (again) again.focus();
    }
  }
  refresh();
  return section;
}

function press_control(id, choose) {
  return LANGS.length < 2 ? null
    : radios(id + '-press', t('press'), LANGS.map((lang) => [lang, lang_name(lang)]), CHOICE.press, (value) => choose('press', value));
}

function voice_control(id, choose) {
  return radios(id + '-voice', t('voice'), [['author', t('voice_author')], ['attributed', t('voice_attributed')]], CHOICE.voice,
    (value) => choose('voice', value));
}

/** The targets of the corpus for a menu, all of them together first. */
function target_options() {
  const used = [...new Set(CLAIMS.map((claim) => claim.target))].map((id) => [id, actor_name(id)]);
  used.sort((a, b) => a[1].localeCompare(b[1], LOCALE[LANG]));
  return [[ALL, t('any_target')], ...used];
}

function empty_figure() {
  return h('p', {class: 'note'}, t('nothing'));
}
