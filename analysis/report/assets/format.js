// Numbers, dates and names in the language of the page. In Arabic text, numbers and foreign names are isolated, so that
// "[-0.2, 0.1]" is not turned round by its neighbours.

let LANG = 'fr';
const LOCALE = {fr: 'fr-FR', en: 'en-GB', ar: 'ar-MA'};

function isolate(text, mark = '\u2068') {
  return mark + text + '\u2069';
}

/** The text of `key` with {name} replaced. */
function t(key, values = {}) {
  const entry = TEXT[key];
  if (!entry) throw new Error('no text for ' + key);
  return entry[LANG].replace(/\{(\w+)\}/g, (_, name) => isolate(String(values[name])));
}

function number(value, digits = 0) {
  const options = {minimumFractionDigits: digits, maximumFractionDigits: digits};
  return isolate(new Intl.NumberFormat(LOCALE[LANG], options).format(value), '\u2066');
}

function percent(share, digits = 0) {
  const options = {style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits};
  return isolate(new Intl.NumberFormat(LOCALE[LANG], options).format(share), '\u2066');
}

/** A difference of two shares in percentage points, always with its sign. */
function points(difference) {
  const text = new Intl.NumberFormat(LOCALE[LANG], {maximumFractionDigits: 0, signDisplay: 'exceptZero'}).format(difference * 100);
  return isolate(text, '\u2066');
}

function is_number(value) {
  return typeof value === 'number' && Number.isFinite(value);
}

function interval(low, high, format) {
  return is_number(low) && is_number(high) ? isolate('[' + format(low) + ' ; ' + format(high) + ']', '\u2066') : t('no_interval');
}

function lang_name(lang) {
  return new Intl.DisplayNames([LOCALE[LANG]], {type: 'language'}).of(lang);
}

/** The name of an actor or frame: its label in the language of the page, else in French, else its id in words. */
function label_of(entry, id) {
  return (entry && entry.label && (entry.label[LANG] || entry.label.fr)) || id.replaceAll('_', ' ');
}

function frame_name(id) {
  return id === ALL ? t('any_frame') : label_of(DATA.frames.find((frame) => frame.id === id), id);
}

function actor_name(id) {
  if (id === ALL) return t('any_target');
  return id === 'outlet' ? t('the_outlet') : label_of(DATA.actors[id], id);
}

function outlet_name(id) {
  const outlet = DATA.outlets[id];
  if (!id) return t('no_outlet');
  if (!outlet) return id;
  return (LANG === 'ar' && outlet.names.find((name) => /\p{Script=Arabic}/u.test(name))) || outlet.name;
}

/** A codebook value (polarity, modality, voice, relation, genre) in words, or as it is when there is no word for it. */
function value_name(value) {
  return TEXT['value_' + value] ? t('value_' + value) : value;
}
