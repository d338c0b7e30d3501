import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { observationsOf } from '../../../src/audit/observe.ts';
import { interpret } from '../../../src/linkedin/interpret.ts';
import { AI_TRAINING } from '../../../src/linkedin/settings.ts';
import { labelKnown, statesKnown } from '../../replica/languages.ts';
import { expectedOf, outcomeOf } from '../../replica/outcome.ts';
import { AI_SETTING_URL, CATEGORY_URL } from '../../replica/replica.ts';
import { LIST_SHAPES, SHAPES } from '../../replica/shapes/index.ts';
import { anyShadowRootOf, type LoadedPage, loadPage } from './load-page.ts';

/** The table of page shapes, fast: in jsdom. tests/e2e/shapes.test.ts walks the same table in a real browser. */

/** Defines the tests of every shape in these languages. */
export function testShapesIn(languages: readonly string[]): void {
  let page: LoadedPage | undefined;

  beforeEach(() => {
    vi.useFakeTimers();
  });

  afterEach(() => {
    page?.watch.stop();
    page?.window.close();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  describe.each(SHAPES)('$name: $about', (shape) => {
    it.each(languages)('is read as expected, on and off, in %s', async (language) => {
      for (const on of [true, false]) {
        page = loadPage(shape.html({ on, language, delay: 0, saveUrl: '/save' }), AI_SETTING_URL, {
          shadowRootOf: anyShadowRootOf,
        });
        const outcomes: unknown[] = [];
        for (let second = 0; second < 12; second++) {
          await page.pass(1000);
          const reading = page.readings.at(-1);
          if (reading) outcomes.push(outcomeOf(interpret(reading, AI_TRAINING)));
        }
        page.watch.stop();
        page.window.close();
        const wordsKnown = shape.judgedBy === 'states' ? statesKnown(language) : labelKnown(language);
        expect(outcomes.at(-1), `on: ${on}`).toEqual(expectedOf(shape, on, wordsKnown));
        if (on && expectedOf(shape, on, wordsKnown))
          expect(outcomes).not.toContainEqual({ state: 'off', confirmed: true });
      }
    });
  });

  describe.each(LIST_SHAPES)('$name: $about', (shape) => {
    it.each(languages)('is read as expected, on and off, in %s', async (language) => {
      for (const on of [true, false]) {
        page = loadPage(shape.html({ on, language }), CATEGORY_URL);
        await page.pass(16_000);
        page.watch.stop();
        page.window.close();
        const reading = page.readings.at(-1);
        const seen = reading ? observationsOf(reading, 0) : [];
        const outcome = (id: string) =>
          seen.filter(({ setting }) => setting === id).map(({ observation }) => outcomeOf(observation));
        const expected = statesKnown(language) ? shape.expected : (shape.expectedWithoutWords ?? shape.expected);
        const ofAi = on ? expected.on : expected.off;
        expect(outcome(AI_TRAINING), `on: ${on}`).toEqual(ofAi ? [ofAi] : []);
        // The neighbours all say the opposite, and each is found at its own address.
        if (statesKnown(language))
          expect(outcome('research')).toEqual([{ state: on ? 'off' : 'on', confirmed: false }]);
        expect(seen.map(({ setting }) => setting)).not.toContain('permitted-services');
      }
    });
  });
}
