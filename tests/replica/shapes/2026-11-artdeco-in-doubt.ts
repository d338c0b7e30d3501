import { pageWords, shell } from '../page.ts';
import { neither, READ_RIGHT, type Shape } from '../shape.ts';
import { ARTDECO, leaf, type Markup } from './2026-11-artdeco.ts';

/** The same pages with something that could mislead: half loaded, other switches about, other words, states that are none. */

const DATE = '2026-11-23';

/** The known label turned into its opposite. */
export const INVERTED_LABEL = 'Do not use my data for training content creation AI models';

function shape(name: string, about: string, rest: Partial<Shape> & Pick<Shape, 'html'>): Shape {
  return { name, date: DATE, about, evidence: 'plausible', expected: READ_RIGHT, ...rest };
}

const ALL_LINKS_HOME = `for (const link of document.querySelectorAll('a')) link.href = 'https://www.linkedin.com/';`;
const LINKS_COME_ALIVE = `setTimeout(() => { for (const link of document.querySelectorAll('a')) link.href = '/legal/'; }, 1000);`;

const decoy = (id: string, on: boolean, attributes = '') =>
  `<div data-decoy ${attributes}><span id="${id}">Show my profile photo</span><input type="checkbox" role="switch" aria-checked="${on}" aria-labelledby="${id}"${on ? ' checked' : ''}></div>`;

const input = (attributes: string): Markup => ({
  ...ARTDECO,
  input: ARTDECO.input.replace('<input ', `<input ${attributes} `),
});

/** Sets the switch to something else once it is drawn. */
const onSwitch = (code: string) => `{ const input = document.querySelector('#ember42 input'); ${code} }`;

const relabelled = (text: string): Markup => ({ ...ARTDECO, label: () => ARTDECO.label(text) });

export const inDoubt: Shape[] = [
  shape('v5-before-hydration', 'rows are there, links all lead home, no switch; the text also in a script', {
    html: ({ language }) =>
      shell(
        language,
        `<p>${pageWords(language).toggle}</p>`,
        `const copy = ${JSON.stringify(pageWords(language).toggle)}; ${ALL_LINKS_HOME}`,
      ),
    evidence: 'elsewhere',
    expected: neither('half-loaded'),
  }),
  shape('v5b-switch-before-hydration', 'the switch is drawn off before the page comes to life, and stays so', {
    html: (state) =>
      leaf(
        { ...state, on: false },
        ARTDECO,
        '',
        `${onSwitch(`input.removeAttribute('aria-checked');`)} ${ALL_LINKS_HOME}`,
      ),
    expected: neither('half-loaded'),
  }),
  shape('v5c-hydrates', 'the page comes to life after a second', {
    html: (state) => leaf(state, ARTDECO, '', `${ALL_LINKS_HOME} ${LINKS_COME_ALIVE}`),
  }),
  shape('v7-mobile', 'a bare checkbox, its state in the markup', {
    html: ({ on, language }) =>
      shell(
        language,
        `<h1>${pageWords(language).title}</h1><label>${pageWords(language).toggle} <input type="checkbox"${on ? ' checked' : ''}></label>`,
      ),
  }),
  shape('v8-frame', 'the setting is inside a frame', {
    html: ({ language }) =>
      shell(language, '<iframe class="settings-iframe--frame" srcdoc="<input type=checkbox>"></iframe>'),
    evidence: 'elsewhere',
    expected: neither('in-frame'),
  }),
  shape('v17a-second-switch', 'a second, unrelated switch in main', {
    html: (state) => leaf(state, ARTDECO, decoy('other', !state.on)),
    expectedWithoutWords: neither('several-controls'),
  }),
  shape('v17b-cookie-banner', 'a cookie banner with a checkbox, outside main and as a dialog inside it', {
    html: (state) =>
      leaf(
        state,
        ARTDECO,
        `<div role="dialog">${decoy('cookies', !state.on)}</div>`,
        `document.body.insertAdjacentHTML('beforeend', '<div class="banner"><label><input type="checkbox"> Accept</label></div>');`,
      ),
  }),
  shape('v17c-hidden-copies', 'hidden copies of the switch that say the opposite', {
    html: (state) =>
      leaf(
        state,
        ARTDECO,
        ['style="display:none"', 'aria-hidden="true"', 'inert', 'hidden', 'style="visibility:hidden"']
          .map((attributes, index) => decoy(`copy${index}`, !state.on, attributes))
          .join(''),
      ),
  }),
  shape('v17d-overlay', 'a messaging overlay with a toggle', {
    html: (state) =>
      leaf(
        state,
        ARTDECO,
        '',
        `document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(`<aside id="msg-overlay">${decoy('away', !state.on)}</aside>`)});`,
      ),
  }),
  shape('v17e-ad-frame', 'an advertisement in a frame beside the setting', {
    html: (state) => leaf(state, ARTDECO, '<iframe title="ad" srcdoc="<input type=checkbox>"></iframe>'),
  }),
  shape('v20-wording-drift', 'heading and label renamed, structure intact', {
    html: (state) => leaf(state, relabelled('Let content creation models learn from what I share')),
    expected: neither('wording-changed'),
    expectedWithoutWords: READ_RIGHT,
  }),
  shape('v20b-wording-inverted', 'the label now says the opposite', {
    html: (state) => leaf(state, relabelled(INVERTED_LABEL)),
    expected: neither('wording-changed'),
    expectedWithoutWords: READ_RIGHT,
  }),
  shape('v21a-disabled', 'the switch is disabled', {
    html: (state) => leaf(state, input('disabled')),
    expected: neither('not-operable'),
  }),
  shape('v21b-aria-disabled', 'the switch is disabled for assistive technology', {
    html: (state) => leaf(state, input('aria-disabled="true"')),
    expected: neither('not-operable'),
  }),
  shape('v21c-mixed', 'the switch is neither on nor off', {
    html: (state) => leaf(state, ARTDECO, '', onSwitch(`input.setAttribute('aria-checked', 'mixed');`)),
    expected: neither('contradicting-signals'),
  }),
  shape('v21d-busy', 'the switch is busy for ever', {
    html: (state) => leaf(state, input('aria-busy="true"')),
    expected: neither('not-operable'),
  }),
  shape('v21e-contradicting', 'native state and ARIA state contradict for ever', {
    html: (state) => leaf(state, ARTDECO, '', onSwitch(`input.setAttribute('aria-checked', String(!input.checked));`)),
    expected: neither('contradicting-signals'),
  }),
  shape('v21f-word-contradicts', 'the word beside the switch says the opposite of its state', {
    html: (state) =>
      leaf(
        state,
        ARTDECO,
        '',
        `document.querySelector('.artdeco-toggle__text').textContent = ${JSON.stringify(wordOf(!state.on, state.language))};`,
      ),
    expected: neither('contradicting-signals'),
    judgedBy: 'states',
    expectedWithoutWords: READ_RIGHT,
  }),
  shape('v21g-never-still', 'the switch flips for ever', {
    inFront: true,
    html: (state) =>
      leaf(
        state,
        ARTDECO,
        '',
        onSwitch(`setInterval(() => { input.checked = !input.checked; draw(input.checked); }, 150);`),
      ),
    expected: neither('unstable'),
  }),
];

function wordOf(on: boolean, language: string): string {
  const words = pageWords(language);
  return on ? words.on : words.off;
}
