import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Details, detailsOf } from '../../../src/audit/details.ts';
import { type Control, LIMITS, type Reading, type Row, type Snapshot } from '../../../src/linkedin/reading.ts';
import { control, listReading, reading, row } from '../linkedin/example-reading.ts';

/** Characters that no role, path or language is written in, so that one of them anywhere is a text of the page. */
const ALPHABET = [...'ЖЩЮЯѪѮ漢字'];

function anyText(longest: number): fc.Arbitrary<string> {
  return fc
    .array(fc.constantFrom(...ALPHABET), { minLength: 4, maxLength: longest })
    .map((characters) => characters.join(''));
}

const anyControl: fc.Arbitrary<Control> = fc.record({
  markup: fc.constantFrom('input[switch]', 'button[switch]', 'div[switch] > input[switch]'),
  state: fc.constantFrom('on', 'off', 'mixed', null),
  inert: fc.boolean(),
  restored: fc.boolean(),
  texts: fc.array(anyText(LIMITS.text), { maxLength: LIMITS.texts }),
  stateWord: fc.oneof(fc.constant(''), anyText(LIMITS.stateWord)),
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
    path: fc.constantFrom('settings/data-for-ai-improvement', 'privacy', 'x'.repeat(LIMITS.path)),
    settled: fc.boolean(),
    fresh: fc.boolean(),
    held: fc.boolean(),
    waited: fc.boolean(),
    switched: fc.boolean(),
    lingering: fc.boolean(),
    language: fc.constantFrom('', 'en', 'de-AT'),
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
    const controls = [
      control({ texts: ['Title', 'Label'], stateWord: 'Off', restored: true }),
      control({ markup: 'button[switch]', state: null, inert: true, texts: [], stateWord: '' }),
    ];
    expect(detailsOf(reading({ controls, held: false }))).toEqual({
      page: 'setting d/settings/data-for-ai-improvement',
      language: 'en',
      settled: true,
      fresh: true,
      held: false,
      switched: false,
      lingering: false,
      main: true,
      instead: null,
      rows: 0,
      controls: [
        { markup: 'input[switch]', state: 'off', inert: false, restored: true, texts: 2, hasStateWord: true },
        { markup: 'button[switch]', state: null, inert: true, restored: false, texts: 0, hasStateWord: false },
      ],
    });
  });

  it.each([
    ['de', 'de'],
    ['pt_BR', 'pt_BR'],
    ['zh-Hans-CN', 'zh-Hans-CN'],
    ['', ''],
    ['Jane Doe', '?'],
    ['janedoe', '?'],
    ['en jane', '?'],
  ])('tell the language %j as %j: a page can write anything where its language belongs', (language, told) => {
    expect(detailsOf(reading({ language })).language).toBe(told);
  });

  it('tell of a category page how many rows it has', () => {
    expect(detailsOf(listReading({ rows: [row(), row(), row()] }))).toMatchObject({
      page: 'category d/privacy',
      rows: 3,
      controls: [],
    });
  });
});
