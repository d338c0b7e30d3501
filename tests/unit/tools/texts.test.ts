import { describe, expect, it } from 'vitest';
import { missingTexts } from '../../../tools/texts.ts';

const text = { message: 'text' };
const ENGLISH = { greeting: text, ways_one: text, ways_other: text, set_aside_other: text };

describe('what a language lacks beside English', () => {
  it('is nothing where it has each text, and its own plural forms', () => {
    const polish = { greeting: text, ways_one: text, ways_few: text, ways_many: text, ways_other: text };
    expect(missingTexts(ENGLISH, { ...polish, set_aside_other: text })).toEqual([]);
  });

  it('is each text that is not there, and each family without any form', () => {
    expect(missingTexts(ENGLISH, { ways_other: text })).toEqual(['greeting', 'set_aside_other']);
    expect(missingTexts(ENGLISH, { greeting: text })).toEqual(['ways_one', 'ways_other', 'set_aside_other']);
  });
});
