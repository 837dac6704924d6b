// Sentences of the program in the language of the page, found by their English: notes of tables, and what else a page adds.

const SENTENCES = [];

/** Adds sentences before those that are known: [English, French, Arabic], with {0}, {*} and {_} as in notes.js. What changes ends before the next semicolon; of several that fit
 * the one that says most itself is meant. */
function add_sentences(list) {
  const said = ([english]) => english.replace(/\{[\d*_]\}/g, '').length;
  SENTENCES.unshift(...[...list].sort((a, b) => said(b) - said(a)).map(([english, fr, ar]) => ({fr, ar, names: english.match(/\{[\d*_]\}/g) || [],
    pattern: new RegExp('^' + english.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\\\{\d\\\}/g, '((?:(?!; ).)*?)').replace(/\\\{(?:\\\*|_)\\\}/, '(.*)') + '$', 's')})));
}

add_sentences(NOTES);

/** A sentence in the language of the page; null where there is none for it. */
function translated_sentence(english) {
  for (const {pattern, names, ...words} of SENTENCES) {
    const parts = english.match(pattern);
    if (!parts) continue;
    const said = names.map((name, i) => (name === '{*}' ? translated_message(parts[i + 1]) : parts[i + 1]));
    return said.includes(null) ? null : words[LANG].replace(/\{[\d*_]\}/g, (name) => isolate(said[names.indexOf(name)]));
  }
  return null;
}

/** A message in the language of the page, whole or sentence by sentence; null where there are no words for one of them. */
function translated_message(english) {
  if (LANG === 'en') return english;
  const whole = translated_sentence(english);
  const cut = english.indexOf('; ');
  if (whole || cut < 0) return whole;
  const [first, rest] = [translated_sentence(english.slice(0, cut)), translated_message(english.slice(cut + 2))];
  return first && rest ? first + (LANG === 'ar' ? '؛ ' : ' ; ') + rest : null;
}
