import { SETTINGS, type Setting } from '../../../src/linkedin/settings.ts';
import { pageWords, shell } from '../page.ts';
import type { Evidence, Expected } from '../shape.ts';

/** Category pages: links to settings, the value as text, which LinkedIn fetches apart and so may come later than the row. */

export type ListState = {
  /** Whether the AI setting is on. Every neighbour shows the opposite, so that a mix-up shows. */
  on: boolean;
  language: string;
  /** Whose settings are listed; data privacy otherwise. */
  category?: string;
};

/** A shape in which LinkedIn may serve the data-privacy category. */
export type ListShape = {
  name: string;
  date: string;
  about: string;
  evidence: Evidence;
  html(state: ListState): string;
  /** What is expected of the AI setting's row; null where nothing is to be said of it. */
  expected: { on: Expected | null; off: Expected | null };
  /** Expected where the words for on and off are not known in the page's language. */
  expectedWithoutWords?: ListShape['expected'];
};

const DATE = '2026-11-23';

type RowMarkup = {
  href?: (path: string) => string;
  value?: (word: string, setting: Setting) => string;
  script?: string;
};

function list(
  state: ListState,
  { href = (path) => path, value = hooked, script = '' }: RowMarkup = {},
  without?: string,
): string {
  const words = pageWords(state.language);
  const rows = SETTINGS.filter(
    ({ category, paths, id }) => category === (state.category ?? 'privacy') && paths.length > 0 && id !== without,
  )
    .map((setting) => {
      const isAi = setting.id === 'ai-training';
      const on = isAi === state.on;
      const word = setting.control === 'switch' ? (on ? words.on : words.off) : '';
      const label = isAi ? words.title : setting.label;
      return `<li><a href="${href(setting.paths[0] ?? '')}"><div><div>${label}</div>${value(word, setting)}</div></a></li>`;
    })
    .join('');
  return shell(state.language, `<h2>Data privacy</h2><h3>How LinkedIn uses your data</h3><ul>${rows}</ul>`, script);
}

function hooked(word: string): string {
  return `<div data-test-category-item-sneakpeek>${word}</div>`;
}

const fillLater = (delay: number) =>
  `for (const value of document.querySelectorAll('[data-test-category-item-sneakpeek]')) { const word = value.textContent; value.textContent = ''; setTimeout(() => { value.textContent = word; }, ${delay}); }`;

const IN_LIST: ListShape['expected'] = {
  on: { state: 'on', confirmed: false },
  off: { state: 'off', confirmed: false },
};
const UNKNOWN_WORD: ListShape['expected'] = { on: { reason: 'unknown-word' }, off: { reason: 'unknown-word' } };

function shape(name: string, about: string, rest: Partial<ListShape> & Pick<ListShape, 'html'>): ListShape {
  return {
    name,
    date: DATE,
    about,
    evidence: 'plausible',
    expected: IN_LIST,
    expectedWithoutWords: UNKNOWN_WORD,
    ...rest,
  };
}

export const LIST_SHAPES: readonly ListShape[] = [
  shape('v9-category', 'a list of links with the value as text', {
    html: (state) => list(state),
    evidence: 'evidenced',
  }),
  shape('v9b-value-late', 'the values come a second after the rows', {
    html: (state) => list(state, { script: fillLater(1000) }),
  }),
  shape('v9c-value-empty', 'the AI setting has no value', {
    html: (state) => list(state, { value: (word, { id }) => hooked(id === 'ai-training' ? '' : word) }),
    expected: { on: { reason: 'no-value' }, off: { reason: 'no-value' } },
    expectedWithoutWords: { on: { reason: 'no-value' }, off: { reason: 'no-value' } },
  }),
  shape('v9d-addresses', 'addresses absolute, with a final slash and a query', {
    html: (state) => list(state, { href: (path) => `https://www.linkedin.com${path}/?trk=settings` }),
  }),
  shape('v9e-no-hook', 'without the hook that names the value', {
    html: (state) => list(state, { value: (word) => `<span>${word}</span>` }),
  }),
  shape('v9f-unknown-word', 'the value in a word that is not one of the known', {
    html: (state) => list(state, { value: (word, { id }) => hooked(id === 'ai-training' ? 'Sometimes' : word) }),
    expected: UNKNOWN_WORD,
  }),
  shape('v10-without-row', 'the AI setting is not in the list', {
    html: (state) => list(state, {}, 'ai-training'),
    expected: { on: null, off: null },
    expectedWithoutWords: { on: null, off: null },
  }),
];
