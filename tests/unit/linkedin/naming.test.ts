import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AI_TRAINING } from '../../../src/linkedin/ai-setting.ts';
import { isNamed, labelOf } from '../../../src/linkedin/naming.ts';
import type { Control, PageText } from '../../../src/linkedin/reading.ts';
import { sortOf, vocabularyOf } from '../../../src/linkedin/words.ts';
import { control, LABEL, pageText } from '../examples.ts';

const TITLE = 'Data for Generative AI Improvement';
const QUESTION = 'Can LinkedIn use your personal data and content?';
const INVERTED = 'Do not use my data for training content creation AI models';
const ENGLISH = vocabularyOf(AI_TRAINING, 'en', []);

/** Texts, of which any may say what it is part of or how far out it stands. */
type Texts = (string | PageText)[];

const as = (what: PageText['as'], text: string, depth = 5): PageText => pageText(text, { as: what, depth });
const farther = (text: string): PageText => pageText(text, { depth: 2 });

function controlNamed({ name = [], before = [] }: { name?: Texts; before?: Texts }): Control {
  const texts = (some: Texts) => some.map((one) => (typeof one === 'string' ? pageText(one) : one));
  return control({ name: texts(name), before: texts(before) });
}

describe('a control with words of its own is named as the setting', () => {
  it.each<[string, Texts]>([
    ['the known label alone', [LABEL]],
    ['the label in other capitals, with a stop', [`${LABEL.toUpperCase()}.`]],
    ['the label in several elements', ['Use my data for', 'training', 'content creation AI models']],
    ['a state word after it', [LABEL, 'Off']],
    ['a state word before it', ['Off', LABEL]],
    ['a badge before it', ['New', LABEL]],
    ['a badge after it', [LABEL, 'Beta']],
    ['a generic hint before it', ['Tap to toggle setting', LABEL]],
    ['an explanation after it', [LABEL, QUESTION]],
    ['a mark without letters before it', ['*', LABEL]],
    ['the label with a colon', [`${LABEL}:`]],
  ])('by %s', (_, name) => {
    expect(isNamed(controlNamed({ name }), ENGLISH)).toBe(true);
  });

  it('whatever stands before it, where its own words are shown', () => {
    expect(isNamed(controlNamed({ name: [LABEL], before: ['Research'] }), ENGLISH)).toBe(true);
  });

  it('by what only screen readers are told, where nothing that is shown says another name', () => {
    const name = [as('unseen', LABEL)];
    expect(isNamed(controlNamed({ name }), ENGLISH)).toBe(true);
    expect(isNamed(controlNamed({ name, before: ['Off', QUESTION, as('heading', TITLE)] }), ENGLISH)).toBe(true);
    expect(isNamed(controlNamed({ name, before: [LABEL, 'Sounds'] }), ENGLISH)).toBe(true);
  });
});

it.each<[string, PageText]>([
  ['a heading', as('heading', 'Opt out of AI training', 1)],
  ['a legend', farther('Opt out')],
  ['an instruction', pageText('Turn on to opt out.')],
])('no control is named as the setting where %s before it turns its meaning round', (_, text) => {
  expect(isNamed(controlNamed({ name: [LABEL], before: ['Off', text] }), ENGLISH)).toBe(false);
  expect(isNamed(controlNamed({ before: ['Off', LABEL, text] }), ENGLISH)).toBe(false);
});

describe('a control with words of its own is not named as the setting', () => {
  it.each<[string, Texts]>([
    ['another label', ['Social, economic, and workplace research']],
    ['the label turned round', [INVERTED]],
    ['a longer label', [`${LABEL} elsewhere`]],
    ['a part of the label', ['Use my data']],
    ['words before it that turn it round', ['Opt out of:', LABEL]],
    ['words after it that turn it round', [LABEL, 'Opt out']],
    ['a sentence before it that quotes it', ['This is no longer what it was called.', LABEL]],
    ['a sentence after it that turns it round', [LABEL, 'Do not use my data for this any more.']],
    ['the title of the page alone', [TITLE]],
  ])('by %s', (_, name) => {
    expect(isNamed(controlNamed({ name }), ENGLISH)).toBe(false);
  });

  it('though the known label stands before it', () => {
    expect(isNamed(controlNamed({ name: ['Opt out'], before: [LABEL] }), ENGLISH)).toBe(false);
  });

  it('by what only screen readers are told, where what is shown says another name', () => {
    expect(isNamed(controlNamed({ name: [as('unseen', LABEL)], before: ['Research'] }), ENGLISH)).toBe(false);
    expect(isNamed(controlNamed({ name: [as('unseen', LABEL)], before: [INVERTED, LABEL] }), ENGLISH)).toBe(false);
  });
});

describe('a control without a name of its own is named as the setting', () => {
  it.each<[string, Texts]>([
    ['right before it', [LABEL]],
    ['before a state word', ['Off', LABEL]],
    ['before an explanation', [QUESTION, LABEL]],
    ['before a link', [as('link', 'Learn more'), QUESTION, LABEL]],
    ['before a badge', ['New', LABEL]],
    ['in several elements', ['content creation AI models', 'training', 'Use my data for']],
    ['below the title', [LABEL, as('heading', TITLE)]],
    ['below a heading of the page', [LABEL, as('heading', 'Data privacy')]],
    ['below links and buttons of the page', [LABEL, as('link', 'Help'), as('button', 'Back')]],
    ['with something else farther out', [LABEL, farther('Show my profile photo')]],
    ['with something hidden in between', [as('unseen', 'Research'), LABEL]],
  ])('by the label %s', (_, before) => {
    expect(isNamed(controlNamed({ before }), ENGLISH)).toBe(true);
  });

  it.each(['Off', 'Tap to toggle setting', 'New'])('though it is called "%s"', (text) => {
    expect(isNamed(controlNamed({ name: [text], before: [LABEL] }), ENGLISH)).toBe(true);
  });
});

describe('a control without a name of its own is not named as the setting', () => {
  it.each<[string, Texts]>([
    ['no text at all', []],
    ['another text', ['Show my profile photo']],
    ['another text nearer than the label', ['Show my profile photo', LABEL]],
    ['the label quoted below another one', [LABEL, 'This replaces the setting', 'Exclude me from AI training']],
    ['the label under a heading that turns it round', [LABEL, as('heading', 'Opt out of')]],
    ['the label that only screen readers are told', [as('unseen', LABEL)]],
    ['the label as a part of a longer text', [`Stop: ${LABEL}`]],
    ['the title alone', [as('heading', TITLE)]],
    ['a sentence that turns it round, nearer than the label', ['Do not use my data for that any more.', LABEL]],
  ])('by %s', (_, before) => {
    expect(isNamed(controlNamed({ before }), ENGLISH)).toBe(false);
  });
});

describe('where words are not known', () => {
  it.each(['mi', 'ja', 'it'])('nothing is named as the setting in "%s", not even by the right words', (language) => {
    const vocabulary = vocabularyOf(AI_TRAINING, language, []);
    expect(isNamed(controlNamed({ name: [LABEL] }), vocabulary)).toBe(false);
    expect(isNamed(controlNamed({ before: [LABEL] }), vocabulary)).toBe(false);
  });

  it('a label that the member has recognised names it', () => {
    const vocabulary = vocabularyOf(AI_TRAINING, 'mi', ['Whakamahia aku raraunga']);
    expect(isNamed(controlNamed({ name: ['Whakamahia aku raraunga'] }), vocabulary)).toBe(true);
    expect(isNamed(controlNamed({ before: ['Whakamahia aku raraunga'] }), vocabulary)).toBe(true);
    expect(isNamed(controlNamed({ name: ['Kaua e whakamahia'] }), vocabulary)).toBe(false);
  });
});

describe('what LinkedIn calls a control', () => {
  it.each<[string, string, { name?: Texts; before?: Texts }]>([
    ['the known label, wherever it stands', LABEL, { name: ['Toggle'], before: ['Anything', LABEL] }],
    ['the known label as the page writes it', LABEL.toUpperCase(), { name: [LABEL.toUpperCase(), 'Off'] }],
    ['the known label put together', LABEL, { name: ['Use my data for', 'training content creation AI models'] }],
    ['else its own name', 'Exclude me', { name: ['Off', 'Exclude me'], before: ['Something'] }],
    ['else the nearest text', 'Something', { name: ['Off'], before: [QUESTION, 'Something', 'Farther'] }],
    ['no text that is hidden', 'Shown', { before: [as('unseen', 'Hidden'), 'Shown'] }],
    ['else the title', TITLE, { before: [QUESTION, TITLE] }],
    ['else an explanation', QUESTION, { before: ['Off', QUESTION] }],
    ['nothing, where there is nothing', '', { name: ['Off'], before: ['New'] }],
  ])('is %s', (_, label, texts) => {
    expect(labelOf(controlNamed(texts), ENGLISH)).toBe(label);
  });
});

/** Any text, of which some are made of the words that turn a label round. */
const anyText = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc
    .array(
      fc.constantFrom('opt', 'out', 'of', 'do', 'not', 'stop', 'use', 'my', 'data', 'off', 'new', 'for', 'AI', ':'),
      {
        minLength: 1,
        maxLength: 6,
      },
    )
    .map((words) => words.join(' ')),
  fc.constantFrom(
    'Opt out',
    'Turn off',
    'Exclude me',
    'Research',
    INVERTED,
    'Settings',
    'Do not use my data for that.',
  ),
);

describe('whatever stands with the label, if it is no state word, badge, hint or sentence,', () => {
  const anyOther = anyText.filter((text) => sortOf(text, ENGLISH) === 'other');

  it('the control is not named as the setting with it in its own name', () => {
    fc.assert(
      fc.property(anyOther, (text) => {
        expect(isNamed(controlNamed({ name: [text, LABEL] }), ENGLISH)).toBe(false);
        expect(isNamed(controlNamed({ name: [LABEL, text] }), ENGLISH)).toBe(false);
        expect(isNamed(controlNamed({ name: [text], before: [LABEL] }), ENGLISH)).toBe(false);
      }),
    );
  });

  it('the control is not named as the setting with it between the two, or right beyond the label', () => {
    fc.assert(
      fc.property(anyOther, (text) => {
        expect(isNamed(controlNamed({ before: [text, LABEL] }), ENGLISH)).toBe(false);
        expect(isNamed(controlNamed({ before: [LABEL, text] }), ENGLISH)).toBe(false);
      }),
    );
  });
});

it('letters and digits before or after the label, in one text with it, always make it another', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      fc.pre(/[\p{L}\p{N}]/u.test(text));
      for (const changed of [`${text} ${LABEL}`, `${LABEL} ${text}`, `${text}${LABEL}`, `${LABEL}${text}`]) {
        expect(isNamed(controlNamed({ name: [changed] }), ENGLISH)).toBe(false);
        expect(isNamed(controlNamed({ before: [changed] }), ENGLISH)).toBe(false);
      }
    }),
  );
});
