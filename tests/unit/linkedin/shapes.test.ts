import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { interpret } from '../../../src/linkedin/interpret.ts';
import { AI_TRAINING } from '../../../src/linkedin/settings.ts';
import { expectedOf, outcomeOf } from '../../replica/outcome.ts';
import { AI_SETTING_URL } from '../../replica/replica.ts';
import { SHAPES } from '../../replica/shapes/index.ts';
import { type LoadedPage, loadPage } from './load-page.ts';

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
  it.each([true, false])('read as expected when the setting is on: %s', async (on) => {
    page = loadPage(shape.html({ on, language: 'en', delay: 0, saveUrl: '/save' }), AI_SETTING_URL);
    const outcomes: unknown[] = [];
    for (let second = 0; second < 15; second++) {
      await page.pass(1000);
      const reading = page.readings.at(-1);
      if (reading) outcomes.push(outcomeOf(interpret(reading, AI_TRAINING)));
    }
    expect(outcomes.at(-1)).toEqual(expectedOf(shape, on));
    if (on) expect(outcomes).not.toContainEqual({ state: 'off', confirmed: true });
  });
});
