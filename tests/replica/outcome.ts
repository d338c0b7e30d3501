import type { Meaning } from '../../src/linkedin/interpret.ts';
import type { Expected, Shape } from './shape.ts';

/** The outcome of reading a page in the words of the table, so that it can be compared with what is expected of the shape. */
export function outcomeOf(meaning: Meaning | undefined): Expected {
  if (!meaning) return { reason: 'no-main' };
  if (meaning.state === 'unknown') return { reason: meaning.reason };
  return { state: meaning.state, confirmed: meaning.missing === null };
}

/**
 * What a shape is expected to give in a language whose words are known or not, with `confirmed` filled in: everything certain is, unless
 * the row says otherwise. Where the words are not known, nobody can tell whose switch it is, so nothing is confirmed.
 */
export function expectedOf(shape: Shape, on: boolean, wordsKnown = true): Expected {
  const table = (!wordsKnown && shape.expectedWithoutWords) || shape.expected;
  const expected = on ? table.on : table.off;
  if ('reason' in expected) return expected;
  return wordsKnown ? { confirmed: true, ...expected } : { ...expected, confirmed: false };
}
