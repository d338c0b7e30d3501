import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bugReport, unknownLabel } from '../../../src/guidance/bug-report.ts';
import { overviewOf } from '../../../src/guidance/overview.ts';
import { AI_TRAINING } from '../../../src/linkedin/ai-setting.ts';
import { LIMITS } from '../../../src/linkedin/limits.ts';
import type { Control, PageText, Reading } from '../../../src/linkedin/reading.ts';
import { REASON_NOTES, REASONS } from '../../../src/linkedin/reasons.ts';
import { SETTINGS } from '../../../src/linkedin/settings.ts';
import { observationsOf } from '../../../src/verdict/observation.ts';
import { control, LABEL, NOW, reading, recordOf, storedWith } from '../examples.ts';

/** Every word that may stand in a report, apart from its keys: all of them are ours. */
const CLOSED = new Set<string>([
  ...['1.0.0', 'known', '?', 'category', 'other', 'server', 'cache', 'inside', 'no', 'still', 'long'],
  ...['opted-in', 'opted-out', 'unconfirmed', 'exempt', 'not-checked', 'unknown', 'on', 'off', 'mixed'],
  ...['named', 'told', 'shown', 'whole', 'served', 'newest', 'sign-in', 'frame', 'placeholder', 'unreadable'],
  ...['restored', 'unspoken', 'hidden', 'switch', 'radio', 'pressed', 'select', 'seen', 'unseen', 'nothing'],
  ...REASONS,
  ...Object.values(REASON_NOTES),
  ...SETTINGS.map(({ id }) => id),
]);
const LANGUAGE = /^[a-z]{2,3}(-han[st])?$/;
const PART = /^[a-z]+(\[[a-z]+\])?$/;
const KEY = /^[a-zA-Z]+$/;

/** Whatever a page may write: a member's name, a look-alike of a known label, anything else. */
const anyName = (limit: number) =>
  fc
    .oneof(
      fc.constantFrom(
        'jane-doe-4711',
        'en-janedoe',
        'Jane Doe',
        'constructor',
        'switch',
        LABEL,
        `${LABEL}\u200b`,
        `${LABEL} `,
      ),
      fc.constantFrom(LABEL.replace('a', 'а'), LABEL.toUpperCase(), 'de-x-jane', 'zh-Hant-jane', 'input[jane]'),
      fc.string({ maxLength: limit }),
      fc.string({ unit: 'binary', maxLength: limit }),
    )
    .map((text) => [...text].slice(0, limit).join(''));

const anyText: fc.Arbitrary<PageText> = fc.record({
  text: anyName(LIMITS.text),
  as: fc.constantFrom('text', 'heading', 'link', 'button', 'unseen'),
  depth: fc.nat({ max: LIMITS.depth }),
});
const anyTexts = fc.array(anyText, { maxLength: 4 });

const anyControl: fc.Arbitrary<Control> = fc.record({
  markup: fc.oneof(
    anyName(LIMITS.markup),
    fc
      .array(anyName(20), { minLength: 1, maxLength: 4 })
      .map((parts) => parts.map((one) => `input[${one}]`).join(' > ')),
    fc.constantFrom('input[switch]', 'div[switch] > input[switch]'),
  ),
  sort: fc.constantFrom('switch', 'radio', 'pressed', 'select'),
  state: fc.constantFrom('on', 'off', 'mixed', null),
  group: anyTexts,
  options: fc.array(fc.record({ text: anyName(LIMITS.value), chosen: fc.boolean() }), { maxLength: 2 }),
  inert: fc.boolean(),
  doubts: fc.subarray(['restored', 'unspoken', 'hidden']),
  name: anyTexts,
  before: anyTexts,
  after: anyTexts,
  sight: fc.constantFrom('seen', 'unseen', 'nothing'),
  apart: fc.boolean(),
});

const anyReading: fc.Arbitrary<Reading> = fc
  .record({
    language: anyName(LIMITS.language),
    controls: fc.array(anyControl, { minLength: 1, maxLength: 2 }),
    translated: fc.boolean(),
    settled: fc.boolean(),
    origin: fc.constantFrom('server', 'cache', 'inside'),
    stillness: fc.constantFrom('no', 'still', 'long'),
  })
  .map(reading);

function overviewAfter(seen: Reading) {
  const observations = observationsOf(seen, NOW).map(({ observation }) => observation);
  const settings = { [AI_TRAINING]: recordOf(...observations) };
  return overviewOf(storedWith({ settings }), { guess: null, managed: {}, era: 'era', version: '1.0.0', now: NOW });
}

/** Every value in a report, however deep. */
function leaves(value: unknown, key = ''): [string, unknown][] {
  if (value === null || typeof value !== 'object') return [[key, value]];
  return Object.entries(value).flatMap(([name, inner]) => leaves(inner, Array.isArray(value) ? key : name));
}

describe('a bug report, whatever the page wrote,', () => {
  it('is made of closed words, numbers and yes or no', () => {
    fc.assert(
      fc.property(anyReading, (seen) => {
        const report = JSON.parse(bugReport(overviewAfter(seen), false) ?? '{}') as object;
        for (const [key, value] of leaves(report)) {
          expect(key).toMatch(KEY);
          if (value === null || typeof value === 'boolean') continue;
          if (typeof value === 'number') expect(value).toBeLessThanOrEqual(LIMITS.rows);
          else if (key === 'language') expect(value === '?' || LANGUAGE.test(String(value)), String(value)).toBe(true);
          else if (key === 'markup') {
            const parts = String(value).split(' > ');
            expect(
              parts.every((part) => part === 'other' || PART.test(part)),
              String(value),
            ).toBe(true);
            expect(parts.join()).not.toContain('jane');
          } else expect(CLOSED, key).toContain(value);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('with the label the member has seen, still has no character that cannot be seen', () => {
    fc.assert(
      fc.property(anyReading, (seen) => {
        const overview = overviewAfter(seen);
        const { label } = JSON.parse(bugReport(overview, true) ?? '{}') as { label?: string };
        expect(label).toBe(unknownLabel(overview) ?? (label === 'known' ? 'known' : ''));
        expect(label).not.toMatch(/[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the label in a bug report', () => {
  const named = (text: string) =>
    overviewAfter(reading({ controls: [control({ name: [{ text, as: 'text', depth: 6 }] })] }));
  const labelIn = (text: string, withLabel: boolean) =>
    (JSON.parse(bugReport(named(text), withLabel) ?? '{}') as { label?: string }).label;

  it('is "known" where it is, however it is spelt', () => {
    expect(labelIn(LABEL, false)).toBe('known');
    expect(labelIn(`${LABEL.toUpperCase()}.`, true)).toBe('known');
    expect(unknownLabel(named(LABEL))).toBeNull();
  });

  it('is left out where it is not, unless the member wants it in', () => {
    expect(labelIn('Hello Jane Doe', false)).toBeUndefined();
    expect(labelIn('Hello Jane Doe', true)).toBe('Hello Jane Doe');
  });
});

it('without a page that was read there is none', () => {
  const overview = overviewOf(storedWith(), { guess: null, managed: {}, era: 'era', version: '1.0.0', now: NOW });
  expect(bugReport(overview, true)).toBeNull();
});
