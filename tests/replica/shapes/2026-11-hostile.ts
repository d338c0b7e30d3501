import { LIMITS } from '../../../src/linkedin/limits.ts';
import { listeningPage } from '../listening-page.ts';
import { pageWords, shell } from '../page.ts';
import { neither, READ_RIGHT, type Shape } from '../shape.ts';
import { ARTDECO, leaf, type Markup } from './2026-11-artdeco.ts';

/** Pages that try to mislead the reader, to break it, or to find it. No evidence of any on LinkedIn. */

const DATE = '2026-11-24';
const AI_SETTING_PATH = '/mypreferences/d/settings/data-for-ai-improvement';

/** Text that would be a picture with a script, were it ever taken for markup. Short enough to be a value in a list. */
export const MARKUP_TEXT = '<img src=x onerror=f()>';

/** Characters that reorder, hide or break text: overrides, isolates and marks of direction, zero-width and control characters. */
export const HIDDEN_CHARACTERS = '\u202e\u202d\u2066\u2067\u2069\u200f\u061c\u200b\u2060\u0007\u001b\u009b';

function shape(name: string, about: string, rest: Partial<Shape> & Pick<Shape, 'html'>): Shape {
  return { name, date: DATE, about, evidence: 'ours', expected: READ_RIGHT, ...rest };
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const labelled = (label: (text: string) => string): Markup => ({
  ...ARTDECO,
  label: (text) => ARTDECO.label(escaped(label(text))),
});

const switchNamed = (id: string, label: string, on: boolean) =>
  `<div><span id="${id}">${label}</span><input type="checkbox" role="switch" aria-checked="${on}" aria-labelledby="${id}"${on ? ' checked' : ''}></div>`;

/** Runs code for as long as the page lives, as often as the browser lets it and leaving it time to answer. */
const forEver = (code: string) =>
  `{ const { port1, port2 } = new MessageChannel(); port1.onmessage = () => { ${code} port2.postMessage(0); }; port2.postMessage(0); }`;

export const hostile: Shape[] = [
  shape('v25-fake-toggles', 'as many switches as are looked at, all before the real one and the other way round', {
    html: (state) =>
      leaf(
        state,
        ARTDECO,
        Array.from({ length: LIMITS.controls }, (_, index) =>
          switchNamed(`fake${index}`, `Personalised advice ${index}`, !state.on),
        ).join(''),
      ),
    expected: neither('several-controls'),
  }),
  shape('v25b-fake-twin', 'a second switch with the very same label, the other way round', {
    html: (state) => leaf(state, ARTDECO, switchNamed('twin', pageWords(state.language).toggle, !state.on)),
    expected: neither('several-controls'),
  }),
  shape('v26-hidden-characters', 'the label holds characters that reorder and hide text', {
    html: (state) =>
      leaf(
        state,
        labelled((text) => [...text].join(HIDDEN_CHARACTERS)),
      ),
  }),
  shape('v26b-markup-as-text', 'the label is the source of an element, as text', {
    html: (state) =>
      leaf(
        state,
        labelled(() => MARKUP_TEXT),
      ),
    expected: neither('wording-changed'),
    expectedWithoutWords: READ_RIGHT,
  }),
  shape('v26c-huge-label', 'the label is as long as a book', {
    html: (state) =>
      leaf(
        state,
        labelled((text) => `${text} and so on `.repeat(1500)),
      ),
    expected: neither('wording-changed'),
    expectedWithoutWords: READ_RIGHT,
  }),
];

/** Names of what a page may take away from all its objects. `constructor` stays, since the browser itself asks for it. */
const BREAK_EVERYTHING = `for (const { prototype } of [Node, Element, HTMLElement, HTMLInputElement, Document, EventTarget, MutationObserver, Array, Map, Set, Promise, String, RegExp, Function]) {
  for (const name of Object.getOwnPropertyNames(prototype)) {
    if (name === 'constructor') continue;
    try { Object.defineProperty(prototype, name, { get() { throw new Error('no ' + name); }, set() { throw new Error('no ' + name); } }); } catch {}
  }
}
JSON.stringify = JSON.parse = () => { throw new Error('no JSON'); };`;

/** Off is read and not proven. */
const UNPROVEN: Shape['expected'] = { on: { state: 'on' }, off: { state: 'off', confirmed: false } };

/** Says of itself, to any script of the page that asks, that it is the other way round. */
const LIE = (on: boolean) => `{
  const input = document.querySelector('#ember42 input');
  Object.defineProperty(input, 'checked', { get: () => ${!on} });
  input.getAttribute = () => '${!on}';
  Element.prototype.checkVisibility = () => false;
}`;

/**
 * Pages that do their harm only in a real browser, where the reader has a world of its own and the page a layout, or that take too long
 * for tables of all languages.
 */
export const HOSTILE_IN_BROWSER: readonly Shape[] = [
  shape('v27-breaks-everything', 'every method and getter of the page throws', {
    html: (state) => leaf(state, ARTDECO, '', BREAK_EVERYTHING),
  }),
  shape('v27b-lies', 'getters that say the opposite, and that nothing is visible', {
    html: (state) => leaf(state, ARTDECO, '', LIE(state.on)),
  }),
  shape('v27c-names-in-the-way', 'a form whose fields hide what the DOM says of it', {
    html: (state) =>
      leaf(
        state,
        ARTDECO,
        '<form is="x-form"><input type="hidden" name="localName"><input type="hidden" name="getAttribute"></form>',
      ),
    expected: neither('unreadable'),
  }),
  shape('v27d-parent-in-the-way', 'a form around the switch with a field that hides its parent', {
    html: (state) =>
      leaf(state)
        .replace('<main>', '<main><form><input type="hidden" name="parentNode">')
        .replace('</main>', '</form></main>'),
  }),
  shape('v27e-children-in-the-way', 'a form around the switch with a field that hides what is in it', {
    html: (state) =>
      leaf(state)
        .replace('<main>', '<main><form><input type="hidden" name="childNodes">')
        .replace('</main>', '</form></main>'),
    expected: neither('unreadable'),
  }),
  shape('v28-clears-timers', 'all timers are cleared for two seconds, and the page goes on changing', {
    html: (state) =>
      leaf(
        state,
        ARTDECO,
        '<p id="clock"></p>',
        `const until = performance.now() + 2000;
${forEver('if (performance.now() > until) return; for (let id = 0; id < 3000; id++) clearTimeout(id);')}
const clock = document.getElementById('clock');
(function tick() { clock.textContent = performance.now(); requestAnimationFrame(tick); })();`,
      ),
    // Main never keeps still.
    expected: UNPROVEN,
  }),
  shape('v28b-document-open', 'the whole document is rewritten once it has been read', {
    html: (state) =>
      leaf(
        state,
        ARTDECO,
        '',
        `setTimeout(() => {
  const all = document.documentElement.outerHTML.replaceAll(/<script[^]*?<\\/script>/g, '');
  const { checked } = document.querySelector('#ember42 input');
  document.open(); document.write(all); document.close();
  document.querySelector('#ember42 input').checked = checked;
}, 800);`,
      ),
  }),
  shape('v29-million-nodes', 'a million elements beside the switch', {
    html: (state) =>
      leaf(
        state,
        ARTDECO,
        '<div id="many" hidden></div>',
        `{ const many = document.createDocumentFragment(); for (let count = 0; count < 1e6; count++) many.append(document.createElement('i')); document.getElementById('many').append(many); }`,
      ),
  }),
  shape('v29b-deep', 'a thousand elements, each inside the one before, around the switch', {
    html: (state) =>
      leaf(
        state,
        ARTDECO,
        '',
        `{ const inside = document.getElementById('content').firstChild; const row = [...document.getElementById('content').childNodes]; let around = document.getElementById('content'); for (let depth = 0; depth < 1000; depth++) { const inner = document.createElement('div'); around.append(inner); around = inner; } around.append(...row); }`,
      ),
  }),
  shape('v29c-endless-changes', 'thousands of changes a second, for ever', {
    html: (state) =>
      leaf(
        state,
        ARTDECO,
        '<p id="restless"></p>',
        `const restless = document.getElementById('restless');
${forEver(`for (const until = performance.now() + 4; performance.now() < until;) { restless.textContent = Math.random(); restless.className = 'x' + Math.random(); restless.append(document.createElement('b')); }`)}`,
      ),
    // A page that never keeps still is never done.
    expected: UNPROVEN,
  }),
  shape('v30-listens', 'a page that listens for anything an extension could be noticed by', {
    html: listeningPage,
    // Its switch lies below what a window shows at first.
    expected: { on: { state: 'on', confirmed: false }, off: { state: 'off', confirmed: false } },
  }),
];

/**
 * A page that carries the same dangerous text wherever a page can put one: around a switch, and in a list as the value of the AI
 * setting. Its words are none that are known.
 */
export function pageFullOf(text: string): string {
  const attribute = escaped(text).replaceAll('"', '&quot;');
  const row = `<a href="${AI_SETTING_PATH}"><div>${escaped(text)}</div><div data-test-category-item-sneakpeek>${escaped(text)}</div></a>`;
  const control = `<p>${escaped(text)}</p><span>${escaped(text)}</span><button role="switch" aria-checked="true" aria-label="${attribute}">On</button>`;
  return shell('x', `<h2>${escaped(text)}</h2><ul><li>${row}</li></ul><div>${control}</div>`).replace(
    'lang="x"',
    () => `lang="${attribute}"`,
  );
}
