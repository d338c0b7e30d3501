import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../src/linkedin/limits.ts';
import type { Control, PageText, Reading, Row, Snapshot } from '../../../src/linkedin/reading.ts';
import { Details } from '../../../src/storage/details.ts';
import { detailsOf } from '../../../src/verdict/details.ts';
import { control, LABEL, listReading, NOW, pageText, reading, row } from '../examples.ts';

/** Characters that no role, path or language is written in, so that one of them anywhere is a text of the page. */
const ALPHABET = [...'ЖЩЮЯѪѮ漢字'];

function anyText(longest: number): fc.Arbitrary<string> {
  return fc
    .array(fc.constantFrom(...ALPHABET), { minLength: 4, maxLength: longest })
    .map((characters) => characters.join(''));
}

const anyTexts: fc.Arbitrary<PageText[]> = fc.array(
  anyText(LIMITS.text).map((text) => pageText(text)),
  { maxLength: LIMITS.texts },
);

const anyControl: fc.Arbitrary<Control> = fc.record({
  markup: fc.oneof(fc.constantFrom('input[switch]', 'button[switch]', 'div[switch] > input[switch]'), anyText(100)),
  sort: fc.constantFrom('switch', 'radio', 'pressed', 'select'),
  state: fc.constantFrom('on', 'off', 'mixed', null),
  options: fc.array(fc.record({ text: anyText(LIMITS.value), chosen: fc.boolean() }), { maxLength: LIMITS.options }),
  group: anyTexts,
  inert: fc.boolean(),
  doubts: fc.subarray(['restored', 'unspoken', 'hidden'] as const).map((doubts) => [...doubts]),
  name: anyTexts,
  before: anyTexts,
  after: anyTexts,
  sight: fc.constantFrom('seen', 'unseen', 'nothing'),
  apart: fc.boolean(),
});

const anyRow: fc.Arbitrary<Row> = fc.record({
  path: fc.oneof(fc.constant('/mypreferences/d/dark-mode'), anyText(LIMITS.path)),
  label: anyText(LIMITS.text),
  value: fc.oneof(fc.constant(''), anyText(LIMITS.value)),
});

const anyReading: fc.Arbitrary<Reading> = fc
  .record({
    kind: fc.constantFrom<Reading['kind']>('setting', 'category'),
    tree: fc.constantFrom('d', 'm'),
    path: fc.oneof(fc.constantFrom('settings/data-for-ai-improvement', 'privacy'), anyText(LIMITS.path)),
    origin: fc.constantFrom<Reading['origin']>('server', 'cache', 'inside'),
    settled: fc.boolean(),
    stillness: fc.constantFrom<Reading['stillness']>('no', 'still', 'long'),
    waited: fc.boolean(),
    touched: fc.boolean(),
    switchedAt: fc.constantFrom(null, NOW),
    lingering: fc.boolean(),
    language: fc.oneof(fc.constantFrom('', 'en', 'de-AT'), anyText(LIMITS.language)),
    loading: fc.boolean(),
    translated: fc.boolean(),
    main: fc.boolean(),
    controls: fc.array(anyControl, { maxLength: LIMITS.controls }),
    rows: fc.array(anyRow, { maxLength: LIMITS.rows }),
    instead: fc.constantFrom<Snapshot['instead']>('sign-in', 'frame', 'placeholder', 'unreadable', null),
  })
  .map(reading);

describe('the details of a page, whatever stands on it,', () => {
  it('hold no text of the page: no label, no text, no state word, no row, not even a part of one', () => {
    fc.assert(
      fc.property(anyReading, (seen) => {
        const told = JSON.stringify(detailsOf(seen));
        expect(ALPHABET.filter((character) => told.includes(character))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('fit the shape that is stored', () => {
    fc.assert(
      fc.property(anyReading, (seen) => {
        expect(Details.safeParse(detailsOf(seen))).toMatchObject({ success: true });
      }),
    );
  });
});

describe('the details of a page', () => {
  it('tell the structure of a setting’s own page', () => {
    const choice = { options: [{ text: 'On', chosen: true }], name: [], before: [pageText('Title'), pageText(LABEL)] };
    const controls = [
      control({ name: [pageText('Title'), pageText(LABEL)], doubts: ['restored'] }),
      control({ markup: 'select', sort: 'select', state: null, inert: true, sight: 'unseen', apart: true, ...choice }),
    ];
    expect(detailsOf(reading({ controls, stillness: 'no', switchedAt: NOW, touched: true }))).toEqual({
      page: 'ai-training',
      language: 'en',
      origin: 'server',
      settled: true,
      stillness: 'no',
      touched: true,
      switched: true,
      lingering: false,
      main: true,
      instead: null,
      loading: false,
      translated: false,
      rows: 0,
      controls: [
        {
          markup: 'input[switch]',
          state: 'off',
          sort: 'switch',
          options: 0,
          inert: false,
          doubts: ['restored'],
          texts: 2,
          textsBefore: 1,
          sight: 'seen',
          apart: false,
          named: false,
        },
        {
          markup: 'select',
          state: null,
          sort: 'select',
          options: 1,
          inert: true,
          doubts: [],
          texts: 0,
          textsBefore: 2,
          sight: 'unseen',
          apart: true,
          named: false,
        },
      ],
      others: 0,
    });
  });

  it('tell of three controls at most, before others of those that are named as the setting, and how many more there were', () => {
    const other = (state: 'on' | 'off') => control({ name: [pageText('Another')], state });
    const controls = [other('off'), other('on'), other('off'), control({ state: 'on' }), other('on')];
    const { controls: told, others } = detailsOf(reading({ controls }));
    expect(told.map(({ named, state }) => [named, state])).toEqual([
      [false, 'off'],
      [false, 'on'],
      [true, 'on'],
    ]);
    expect(others).toBe(2);
  });

  it('count the texts before a control, without those that stand beside main', () => {
    const before = [pageText('Off'), pageText('Saved', { as: 'notice' }), pageText('Menu', { as: 'notice' })];
    expect(detailsOf(reading({ controls: [control({ before })] })).controls[0]?.textsBefore).toBe(1);
  });

  it('tell whether a control is named by a label of LinkedIn’s, and never by one that the member has recognised', () => {
    const named = (changes: Parameters<typeof control>[0], language = 'en') =>
      detailsOf(reading({ language, controls: [control(changes)] })).controls[0]?.named;
    expect(named({})).toBe(true);
    expect(named({ name: [pageText('Jane’s own switch')] })).toBe(false);
    expect(named({}, 'mi')).toBe(false);
    expect(detailsOf(reading({ path: 'settings/of-another-name' })).controls[0]?.named).toBe(false);
  });

  it.each([
    ['de', 'de'],
    ['pt_BR', 'pt'],
    ['zh-Hans-CN', 'zh-hans'],
    ['zh-TW', '?'],
    ['', '?'],
    ['mi', '?'],
    ['Jane Doe', '?'],
    ['janedoe', '?'],
    ['en jane', '?'],
    ['constructor', '?'],
  ])('tell the language %j as %j: a page can write anything where its language belongs', (language, told) => {
    expect(detailsOf(reading({ language })).language).toBe(told);
  });

  it.each([
    ['input[switch]', 'input[switch]'],
    ['div[switch] > input', 'div[switch] > input'],
    ['label > jane-doe[switch]', 'label > other'],
    ['div[jane]', 'other'],
    ['div > div > div > div > input', 'div > div > div'],
    ['', 'other'],
  ])('tell the markup %j as %j: a page can name its elements as it likes', (markup, told) => {
    expect(detailsOf(reading({ controls: [control({ markup })] })).controls[0]?.markup).toBe(told);
  });

  it.each([
    ['d', 'settings/data-for-ai-improvement', 'ai-training'],
    ['m', 'settings/data-for-ai-improvement', 'ai-training'],
    ['d', 'member-cookies', 'cookies'],
    ['d', 'settings/jane-doe', '?'],
    ['d', 'constructor', '?'],
  ])('tell the page %s/%s by the setting’s id, %j: an address may name the member', (tree, path, told) => {
    expect(detailsOf(reading({ tree, path })).page).toBe(told);
  });

  it('tell of a category page how many rows it has', () => {
    expect(detailsOf(listReading({ rows: [row(), row(), row()] }))).toMatchObject({
      page: 'category',
      rows: 3,
      controls: [],
    });
  });
});
