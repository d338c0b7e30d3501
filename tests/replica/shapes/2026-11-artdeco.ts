import { laterScript, type PageState, pageWords, saveScript, shell } from '../page.ts';
import { neither, READ_RIGHT, type Shape } from '../shape.ts';

/** The settings pages as published captures describe them: an Ember app with artdeco toggles, settings saved on change. */

const DATE = '2026-11-23';
const KEY = 'replicaSettingKey';

/** The parts of a leaf page in which its variants differ. */
export type Markup = { label(text: string): string; input: string; wrapper: string };

export const ARTDECO: Markup = {
  label: (text) => `<span id="${KEY}">${text}</span>`,
  input: `<input type="checkbox" role="switch" aria-labelledby="${KEY}" id="adToggle_ember42" class="input artdeco-toggle__button" data-artdeco-toggle-button="true">`,
  wrapper: 'artdeco-toggle artdeco-toggle--32dp artdeco-toggle--default',
};

/** The page of the AI setting; `extra` stands before the switch, `script` runs after it is drawn. */
export function leaf(
  { on, language, delay, saveUrl }: PageState,
  markup: Markup = ARTDECO,
  extra = '',
  script = '',
): string {
  const words = pageWords(language);
  const head = `<h2>${words.title}</h2><p>${words.question} <a href="/help/linkedin/answer/a6278444">Learn more</a></p>`;
  const row = `${markup.label(words.toggle)}
<div id="ember42" data-control-name="toggle_button" class="${markup.wrapper} ember-view${on ? ' artdeco-toggle--toggled' : ''}">
  <span aria-hidden="true" class="artdeco-toggle__text" data-artdeco-toggle-text="true"${on ? ' data-artdeco-toggled=""' : ''}>${on ? words.on : words.off}</span>
  ${markup.input}
</div>`;
  return shell(
    language,
    head + extra,
    `${saveScript(saveUrl)}
function draw(on) {
  const input = document.querySelector('#ember42 input');
  if (input.getAttribute('role') === 'switch') input.setAttribute('aria-checked', String(on));
  document.getElementById('ember42').classList.toggle('artdeco-toggle--toggled', on);
  document.querySelector('.artdeco-toggle__text').textContent = on ? ${JSON.stringify(words.on)} : ${JSON.stringify(words.off)};
}
function start() {
  const input = document.querySelector('#ember42 input');
  input.checked = ${on};
  draw(${on});
  input.addEventListener('change', () => {
    const on = input.checked;
    setTimeout(() => draw(on), 300);
    save(on, (stored) => setTimeout(() => {
      if (!stored) { input.checked = !on; draw(!on); }
      const toast = document.createElement('div');
      toast.className = 'artdeco-toast-item'; toast.setAttribute('role', 'alert');
      toast.textContent = stored ? 'Saved' : 'Something went wrong';
      document.body.append(toast);
    }, 400));
  });
}
${laterScript(delay, row, 'start();')}
${script}`,
  );
}

function shape(name: string, about: string, rest: Partial<Shape> & Pick<Shape, 'html'>): Shape {
  return { name, date: DATE, about, evidence: 'evidenced', expected: READ_RIGHT, ...rest };
}

/**
 * Notes in `window.noticed` what the page could see of an extension: elements and attributes changed, events and messages, globals,
 * the word "chrome-extension" anywhere, requests, styles, storage, focus and scroll. What the page does itself is done by then.
 */
const LOOKS_FOR_EXTENSIONS = `setTimeout(() => {
  const noticed = window.noticed = [];
  const globals = Object.getOwnPropertyNames(window).length;
  const before = document.documentElement.outerHTML;
  new MutationObserver((records) => noticed.push(...records.map(({ type, attributeName }) => 'mutation ' + type + ' ' + attributeName)))
    .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  const dispatch = EventTarget.prototype.dispatchEvent;
  EventTarget.prototype.dispatchEvent = function (event) { noticed.push('event ' + event.type); return dispatch.call(this, event); };
  for (const type of ['message', 'focusin', 'scroll', 'error', 'securitypolicyviolation', 'storage']) {
    addEventListener(type, () => noticed.push(type), true);
  }
  for (const [owner, name] of [[document, 'querySelector'], [document, 'querySelectorAll'], [Element.prototype, 'getAttribute'], [Element.prototype, 'checkVisibility'], [EventTarget.prototype, 'addEventListener']]) {
    const original = owner[name];
    owner[name] = function (...args) { noticed.push('call ' + name); return original.apply(this, args); };
  }
  window.lookBack = () => {
    const found = [...noticed];
    if (Object.getOwnPropertyNames(window).length > globals + 1) found.push('globals');
    if (document.documentElement.outerHTML !== before) found.push('document changed');
    if (before.includes('chrome-' + 'extension') || before.includes('moz-' + 'extension')) found.push('address of an extension');
    if (performance.getEntriesByType('resource').some(({ name }) => !name.startsWith('https://www.linkedin.com/'))) found.push('request');
    if (document.styleSheets.length + document.adoptedStyleSheets.length + localStorage.length + sessionStorage.length > 0) found.push('style or storage');
    if (document.cookie) found.push('cookie');
    if (scrollY !== 0 || document.activeElement !== document.body) found.push('focus or scroll');
    return found;
  };
}, 50);`;

export const artdeco: Shape[] = [
  shape('v0-shell-only', 'header, links and footer, nothing in main', {
    html: ({ language }) => shell(language, ''),
    expected: neither('no-control'),
  }),
  shape('v1-artdeco', 'the AI setting with an artdeco toggle (V1 on, V2 off)', { html: (state) => leaf(state) }),
  shape('v3a-no-role', 'an older toggle without role and ARIA', {
    html: (state) =>
      leaf(state, {
        ...ARTDECO,
        label: (text) => `<label for="adToggle_ember42">${text}</label>`,
        input: '<input type="checkbox" id="adToggle_ember42" class="input artdeco-toggle__button">',
      }),
  }),
  shape('v3b-label-for', 'named by a label instead of aria-labelledby', {
    html: (state) =>
      leaf(state, {
        ...ARTDECO,
        label: (text) => `<label for="adToggle_ember42" class="artdeco-toggle__label">${text}</label>`,
        input: '<input type="checkbox" role="switch" id="adToggle_ember42" class="artdeco-toggle__button">',
      }),
  }),
  shape('v3c-dangling', 'aria-labelledby points at nothing', {
    html: (state) => leaf(state, { ...ARTDECO, label: (text) => `<span>${text}</span>` }),
    evidence: 'plausible',
  }),
  shape('v3d-bare', 'an input with role and label key, and a styled span', {
    html: (state) =>
      leaf(state, {
        ...ARTDECO,
        input: `<input type="checkbox" role="switch" aria-labelledby="${KEY}" style="opacity:0;position:absolute"><span class="slider"></span>`,
        wrapper: 'switch',
      }),
  }),
  shape('v13-after-300ms', 'the switch comes after 0.3 s', { html: (state) => leaf({ ...state, delay: 300 }) }),
  shape('v13-after-3s', 'the switch comes after 3 s', { html: (state) => leaf({ ...state, delay: 3000 }) }),
  shape('v13-after-8s', 'the switch comes after 8 s', { html: (state) => leaf({ ...state, delay: 8000 }) }),
  shape('v13-never', 'the switch never comes', {
    html: ({ language }) => shell(language, '<p>Loading</p>'),
    expected: neither('no-control'),
  }),
  shape('v13b-drawn-off-first', 'drawn off, and a second later as it is stored', {
    html: (state) =>
      leaf(
        { ...state, on: false },
        ARTDECO,
        '',
        state.on
          ? `setTimeout(() => { document.querySelector('#ember42 input').checked = true; draw(true); }, 1000);`
          : '',
      ),
    evidence: 'plausible',
  }),
  shape('v16-stale-json', 'a hidden code element holds the opposite state as JSON', {
    html: (state) =>
      leaf(state, ARTDECO, `<code style="display:none">{"${KEY}":{"value":${!state.on},"label":"Use my data"}}</code>`),
  }),
  shape('v23-went-wrong', 'an error instead of the setting', {
    html: ({ language }) => shell(language, '<h1>Something went wrong</h1><button type="button">Try again</button>'),
    evidence: 'plausible',
    expected: neither('no-control'),
  }),
  shape('v23-not-found', 'a page that does not exist, outside the settings app', {
    html: ({ language }) =>
      `<!doctype html><html lang="${language}"><body><h1>404</h1><a href="/feed/">Home</a></body></html>`,
    evidence: 'plausible',
    expected: neither('no-main'),
  }),
  shape('v24-looks-for-extensions', 'a page that watches itself for anything an extension would leave', {
    html: (state) => leaf(state, ARTDECO, '', LOOKS_FOR_EXTENSIONS),
    evidence: 'evidenced',
  }),
];
