// Elements are made here and nowhere else. Text always becomes a text node and links only lead to http(s), so nothing that
// a source file says can turn into markup or code.

const SVG = 'http://www.w3.org/2000/svg';

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'style') for (const [key, v] of Object.entries(value)) element.style.setProperty(key, v);
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
  return element;
}

/** An HTML element: h('p', {class: 'note'}, 'text', h('b', {}, 'more')). Handlers are given as onclick and so on. */
function h(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/** The same for SVG. */
function s(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

/** Text of a source, isolated from the direction of the page around it. */
function foreign(text, lang) {
  return h('bdi', lang ? {lang, dir: direction_of(lang)} : {}, text);
}

function direction_of(lang) {
  return lang === 'ar' ? 'rtl' : 'ltr';
}

/** A link to the article, or its plain text when the address is not one of the web. */
function article_link(url, content) {
  if (!/^https?:\/\//i.test(url || '')) return content;
  return h('a', {href: url, rel: 'noopener noreferrer external', target: '_blank'}, content);
}

/** A group of radio buttons; `choose` gets the new value. */
function radios(name, legend, options, chosen, choose) {
  return h('fieldset', {class: 'switch'}, h('legend', {}, legend), options.map(([value, label]) =>
    h('label', {}, h('input', {type: 'radio', name, value, checked: value === chosen, onchange: () => choose(value)}),
      h('span', {}, label))));
}

function menu(legend, options, chosen, choose) {
  return h('label', {class: 'menu'}, legend, ' ', h('select', {onchange: (event) => choose(event.target.value)},
    options.map(([value, label]) => h('option', {value, selected: value === chosen}, label))));
}
