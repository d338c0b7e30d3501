import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { AI_TRAINING } from '../../../src/linkedin/ai-setting.ts';
import { interpret } from '../../../src/linkedin/interpret.ts';
import type { Reading, Snapshot } from '../../../src/linkedin/reading.ts';
import { lookAt } from '../../../src/linkedin/snapshot.ts';
import { observationsOf } from '../../../src/verdict/observation.ts';
import { labelKnown, statesKnown } from '../../replica/languages.ts';
import { expectedOf, outcomeOf } from '../../replica/outcome.ts';
import { AI_SETTING_URL, CATEGORY_URL } from '../../replica/replica.ts';
import { LIST_SHAPES, SHAPES, shapeNamed } from '../../replica/shapes/index.ts';
import { listReading, reading } from '../examples.ts';
import { anyShadowRootOf, runPage } from './load-page.ts';

/**
 * The table of page shapes, fast: each page is looked at once in jsdom, ten seconds after its load, as a page that has settled and kept
 * still. tests/e2e/shapes.test.ts walks the same table in a real browser over time, and is the judge.
 */

/** One whose words are known, and one whose are not. */
const LANGUAGES = ['en', 'mi'];

/** What is told by how a page changes, not by how it stands. */
const NEEDS_TIME = ['v21g-never-still'];

beforeAll(() => {
  vi.useFakeTimers();
});

afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** What stands on a page after ten seconds. */
function snapshotOf(html: string, url: string, kind: Reading['kind']): Snapshot {
  const document = runPage(html, url);
  vi.advanceTimersByTime(10_000);
  const { snapshot } = lookAt(document, kind, anyShadowRootOf, () => true);
  document.defaultView?.close();
  return snapshot;
}

function readingOf(shape: string, on: boolean, language: string): Reading {
  const html = shapeNamed(shape).html({ on, language, delay: 0, saveUrl: '/save' });
  return { ...reading({ stillness: 'long' }), snapshot: snapshotOf(html, AI_SETTING_URL, 'setting') };
}

describe.each(SHAPES.filter(({ name }) => !NEEDS_TIME.includes(name)))('$name: $about', (shape) => {
  it.each(LANGUAGES)('is read as the table says, on and off, in "%s"', (language) => {
    const wordsKnown = shape.judgedBy === 'states' ? statesKnown(language) : labelKnown(language);
    for (const on of [true, false]) {
      const meaning = interpret(readingOf(shape.name, on, language), AI_TRAINING);
      expect(outcomeOf(meaning), `on: ${on}`).toEqual(expectedOf(shape, on, wordsKnown));
      if (!wordsKnown && meaning.state !== 'unknown') expect(meaning).toMatchObject({ missing: 'named' });
    }
  });
});

it.each(['v7-mobile'])('%s is off without proof until a value that nobody announces would have come', (name) => {
  const seen = readingOf(name, false, 'en');
  expect(interpret({ ...seen, stillness: 'still' }, AI_TRAINING)).toMatchObject({ state: 'off', missing: 'whole' });
  expect(interpret({ ...seen, stillness: 'long' }, AI_TRAINING)).toMatchObject({ state: 'off', missing: null });
});

describe.each(LIST_SHAPES)('$name: $about', (shape) => {
  it.each(LANGUAGES)('is read as the table says, on and off, in "%s"', (language) => {
    for (const on of [true, false]) {
      const snapshot = snapshotOf(shape.html({ on, language }), CATEGORY_URL, 'category');
      const seen = observationsOf({ ...listReading({ waited: true }), snapshot }, 0);
      const outcomes = (id: string) =>
        seen.filter(({ setting }) => setting === id).map(({ observation }) => outcomeOf(observation));
      const expected = statesKnown(language) ? shape.expected : (shape.expectedWithoutWords ?? shape.expected);
      const ofAi = on ? expected.on : expected.off;
      expect(outcomes(AI_TRAINING), `on: ${on}`).toEqual(ofAi ? [ofAi] : []);
      // The neighbours all say the opposite, and each is found at its own address.
      if (statesKnown(language)) expect(outcomes('research')).toEqual([{ state: on ? 'off' : 'on', confirmed: false }]);
      expect(seen.map(({ setting }) => setting)).not.toContain('permitted-services');
    }
  });
});
