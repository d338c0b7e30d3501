import { describe, expect, it } from 'vitest';
import { plainText } from '../../../src/linkedin/text.ts';

describe('a text of the page', () => {
  it.each([
    ['white space around it', '  On ', 'On'],
    ['line breaks and runs of white space', 'Use\n   my\t\tdata', 'Use my data'],
    ['no-break spaces', 'Use\u00a0my\u202fdata', 'Use my data'],
    ['zero-width characters', 'O\u200bn\u200d\ufeff', 'On'],
    ['characters that reorder it', '\u202eno\u202c \u2066ffo\u2069', 'no ffo'],
    ['control characters', '\u0000O\u0007n\u009f', 'On'],
    ['soft hyphens', 'per\u00adsonal', 'personal'],
    ['white space that invisible characters stand around', '\u200b On \u200b', 'On'],
  ])('is one line without %s', (_, text, plain) => {
    expect(plainText(text, 100)).toBe(plain);
  });

  it.each(['Utiliser mes données', '训练内容创作人工智能模型', 'שימוש בנתונים', '👍🏽'])(
    'stays as it is otherwise: %s',
    (text) => {
      expect(plainText(text, 100)).toBe(text);
    },
  );

  it.each([null, undefined, '', ' \n\u200b'])('that is none is empty: %j', (text) => {
    expect(plainText(text, 100)).toBe('');
  });

  it.each([
    ['abcd', 4, 'abcd'],
    ['abcde', 4, 'abcd'],
    ['ab  cde', 4, 'ab c'],
    ['\u200bab\u200bcde', 4, 'abcd'],
  ])('%j is cut to %i characters, counted as it is shown', (text, limit, plain) => {
    expect(plainText(text, limit)).toBe(plain);
  });

  it('is never cut through a character', () => {
    expect(plainText('😀😀😀', 2)).toBe('😀😀');
  });

  it('is looked at no further than eight times the limit, however long it is', () => {
    expect(plainText(`${' '.repeat(31)}ab`, 4)).toBe('a');
    expect(plainText(`${' '.repeat(32)}ab`, 4)).toBe('');
  });
});
