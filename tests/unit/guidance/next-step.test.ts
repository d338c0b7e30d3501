import { describe, expect, it } from 'vitest';
import { type NextStep, nextStep, type Place } from '../../../src/guidance/next-step.ts';
import type { Stage } from '../../../src/objection/life.ts';
import {
  ANOTHER_SETTING,
  aiSetting,
  ELSEWHERE,
  NOW,
  OPEN_PLACES,
  PLACES,
  SENT_ELSEWHERE,
  SIGN_IN,
  STAGES,
  VERDICT_NAMES,
  VERDICTS,
  type VerdictName,
} from '../examples.ts';

/** Verdicts at which the switch is off for certain, as of now. */
const CERTAIN: VerdictName[] = ['opted out', 'opted out, once on'];
const UNCERTAIN = VERDICT_NAMES.filter((name) => !CERTAIN.includes(name));

/** Steps that are about the objection. */
const OBJECTION_STEPS: NextStep[] = ['object', 'await-answer', 'answer-overdue', 'weigh-answer', 'nothing'];

/** The steps that this leads to, wherever the objection stands: one, but for what the objection itself asks for. */
function stepsAt(name: VerdictName, place: Place): NextStep[] {
  return [...new Set(STAGES.map((stage) => nextStep(VERDICTS[name], place, stage, NOW)))];
}

describe('away from the setting', () => {
  it.each<[VerdictName, NextStep]>([
    ['not checked', 'open'],
    ['opted in', 'open-and-switch-off'],
    ['opted in, but not read since', 'open-and-switch-off'],
    ['on, by the list only', 'open-and-switch-off'],
    ['on again', 'open-and-switch-off'],
    ['not saved', 'open-and-switch-off'],
    ['unconfirmed', 'reload'],
    ['opted out, stale', 'recheck'],
    ['opted out, but not read since', 'try-again'],
    ['opted out, signed out since', 'try-again'],
    ['off, by the list only', 'open-to-confirm'],
    ['unknown', 'try-again'],
    ['unknown, no switch', 'try-again'],
    ['unknown, signed out', 'try-again'],
    ['exempt', 'open'],
  ])('"%s" leads to one step, wherever the objection stands', (name, step) => {
    expect(stepsAt(name, ELSEWHERE)).toEqual([step]);
    // Another setting is as far away as any page, whatever its reader does.
    expect(stepsAt(name, ANOTHER_SETTING)).toEqual([step]);
    expect(stepsAt(name, { ...ANOTHER_SETTING, reader: 'missing' })).toEqual([step]);
    expect(stepsAt(name, { ...ANOTHER_SETTING, reader: 'looking' })).toEqual([step]);
  });
});

describe('on the setting', () => {
  it.each<[VerdictName, NextStep]>([
    ['opted in', 'switch-off'],
    ['on again', 'switch-off'],
    ['unconfirmed', 'reload'],
    ['opted out, stale', 'recheck'],
    ['opted out, but not read since', 'try-again'],
    ['unknown', 'try-again'],
    ['off, by the list only', 'open-to-confirm'],
    ['not checked', 'try-again'],
    ['exempt', 'try-again'],
  ])('"%s" leads to one step once the reader is done, wherever the objection stands', (name, step) => {
    expect(stepsAt(name, aiSetting('done'))).toEqual([step]);
  });

  it.each(VERDICT_NAMES)('the page is read first where no reader is in it yet, even if "%s" is known', (name) => {
    expect(stepsAt(name, aiSetting('missing'))).toEqual(['read']);
  });

  it.each<VerdictName>(['not checked', 'unknown', 'exempt'])(
    'the member waits while the reader still looks and "%s" is all there is',
    (name) => {
      expect(stepsAt(name, aiSetting('looking'))).toEqual(['wait']);
    },
  );

  it.each<[VerdictName, NextStep]>([
    ['opted in', 'switch-off'],
    ['unconfirmed', 'reload'],
    ['opted out', 'object'],
  ])('nobody waits for the reader when "%s" is known already', (name, step) => {
    expect(nextStep(VERDICTS[name], aiSetting('looking'), 'not-begun', NOW)).toBe(step);
  });
});

describe('once the switch is off for certain', () => {
  const places = PLACES.filter((place) => place.kind !== 'setting' || place.reader !== 'missing' || !place.isAiSetting);

  it.each<[Stage, NextStep]>([
    ['not-begun', 'object'],
    ['prepared', 'object'],
    ['sent', 'await-answer'],
    ['overdue', 'answer-overdue'],
    ['partly', 'weigh-answer'],
    ['refused', 'weigh-answer'],
    ['granted', 'nothing'],
    ['complained', 'nothing'],
    ['closed', 'nothing'],
  ])(
    'an objection that is "%s" leads to one step, at any place, for none of them lies behind signing in',
    (stage, step) => {
      for (const name of CERTAIN) {
        expect(places.map((place) => nextStep(VERDICTS[name], place, stage, NOW))).toEqual(places.map(() => step));
      }
    },
  );
});

describe.each([
  ['where LinkedIn asks to sign in', SIGN_IN],
  ['where something else came up than the setting', SENT_ELSEWHERE],
])('%s', (_, place) => {
  it.each(UNCERTAIN)('"%s" leads to signing in, since the setting lies behind it', (name) => {
    expect(stepsAt(name, place)).toEqual(['sign-in']);
  });

  it('"opted out" keeps its own step, which does not lead to the setting', () => {
    expect(nextStep(VERDICTS['opted out'], place, 'not-begun', NOW)).toBe('object');
  });
});

it.each(VERDICT_NAMES)('nobody is sent to sign in anywhere else, not when it is "%s" either', (name) => {
  expect(OPEN_PLACES.flatMap((place) => stepsAt(name, place))).not.toContain('sign-in');
});

it.each(UNCERTAIN)('the objection comes only after the switch is off for certain, not when it is "%s"', (name) => {
  const steps = PLACES.flatMap((place) => stepsAt(name, place));
  expect(steps.filter((step) => OBJECTION_STEPS.includes(step))).toEqual([]);
});
