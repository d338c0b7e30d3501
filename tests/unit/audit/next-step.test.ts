import { describe, expect, it } from 'vitest';
import type { Observation } from '../../../src/audit/history.ts';
import { type NextStep, nextStep, type Place } from '../../../src/audit/next-step.ts';
import { type Verdict, verdictOf } from '../../../src/audit/verdict.ts';
import { ruleFor } from '../../../src/regions/rules.ts';
import { DAY, failed, listed, NOW, off, on, recordOf, switchedOff } from './examples.ts';

const ELSEWHERE: Place = { kind: 'elsewhere' };
const SIGN_IN: Place = { kind: 'sign-in' };
const ANOTHER_SETTING: Place = { kind: 'setting', tabId: 7, isAiSetting: false, reader: 'done' };

function aiSetting(reader: 'looking' | 'done' | 'missing'): Place {
  return { kind: 'setting', tabId: 7, isAiSetting: true, reader };
}

function verdict(...observations: Observation[]): Verdict {
  return verdictOf(recordOf(...observations), null, NOW);
}

const NOT_CHECKED = verdict();
const OPTED_IN = verdict(on());
const UNCONFIRMED = verdict(on(), switchedOff());
const OPTED_OUT = verdict(off());
const FAILED_SINCE = verdict(off(NOW - DAY), failed('unstable'));
const OFF_IN_LIST = verdict(listed('off'));
const STALE = verdict(off(NOW - 31 * DAY));
const UNKNOWN = verdict(failed('unstable'));
const EXEMPT = verdictOf(recordOf(), ruleFor('DE', '2025-06-01'), NOW);

const VERDICTS: [string, Verdict][] = [
  ['not checked', NOT_CHECKED],
  ['opted in', OPTED_IN],
  ['unconfirmed', UNCONFIRMED],
  ['opted out', OPTED_OUT],
  ['opted out, stale', STALE],
  ['opted out, but not read since', FAILED_SINCE],
  ['off, by the list only', OFF_IN_LIST],
  ['unknown', UNKNOWN],
  ['exempt', EXEMPT],
];

describe('away from the setting', () => {
  it.each<[string, Verdict, NextStep]>([
    ['not checked', NOT_CHECKED, 'open'],
    ['opted in', OPTED_IN, 'open-and-switch-off'],
    ['unconfirmed', UNCONFIRMED, 'reload'],
    ['opted out', OPTED_OUT, 'object'],
    ['opted out, stale', STALE, 'recheck'],
    ['opted out, but not read since', FAILED_SINCE, 'try-again'],
    ['off, by the list only', OFF_IN_LIST, 'open-to-confirm'],
    ['unknown', UNKNOWN, 'try-again'],
    ['exempt', EXEMPT, 'open'],
  ])('"%s" leads to one step', (_, said, step) => {
    expect(nextStep(said, ELSEWHERE)).toBe(step);
    // Another setting is as far away as any page, whatever its reader does.
    expect(nextStep(said, ANOTHER_SETTING)).toBe(step);
    expect(nextStep(said, { ...ANOTHER_SETTING, reader: 'missing' })).toBe(step);
    expect(nextStep(said, { ...ANOTHER_SETTING, reader: 'looking' })).toBe(step);
  });
});

describe('on the setting', () => {
  it.each<[string, Verdict, NextStep]>([
    ['opted in', OPTED_IN, 'switch-off'],
    ['unconfirmed', UNCONFIRMED, 'reload'],
    ['opted out', OPTED_OUT, 'object'],
    ['opted out, stale', STALE, 'recheck'],
    ['opted out, but not read since', FAILED_SINCE, 'try-again'],
    ['unknown', UNKNOWN, 'try-again'],
    ['off, by the list only', OFF_IN_LIST, 'open-to-confirm'],
    ['not checked', NOT_CHECKED, 'try-again'],
    ['exempt', EXEMPT, 'try-again'],
  ])('"%s" leads to one step once the reader is done', (_, said, step) => {
    expect(nextStep(said, aiSetting('done'))).toBe(step);
  });

  it.each(VERDICTS)('the page is read first where no reader is in it yet, even if "%s" is known', (_, said) => {
    expect(nextStep(said, aiSetting('missing'))).toBe('read');
  });

  it.each<[string, Verdict]>([
    ['not checked', NOT_CHECKED],
    ['unknown', UNKNOWN],
    ['exempt', EXEMPT],
  ])('the member waits while the reader still looks and "%s" is all there is', (_, said) => {
    expect(nextStep(said, aiSetting('looking'))).toBe('wait');
  });

  it.each<[string, Verdict, NextStep]>([
    ['opted in', OPTED_IN, 'switch-off'],
    ['unconfirmed', UNCONFIRMED, 'reload'],
    ['opted out', OPTED_OUT, 'object'],
  ])('nobody waits for the reader when "%s" is known already', (_, said, step) => {
    expect(nextStep(said, aiSetting('looking'))).toBe(step);
  });
});

describe('where LinkedIn asks to sign in', () => {
  it.each(VERDICTS.filter(([, said]) => said !== OPTED_OUT))(
    '"%s" leads to signing in, since the setting lies behind it',
    (_, said) => {
      expect(nextStep(said, SIGN_IN)).toBe('sign-in');
    },
  );

  it('"opted out" keeps its own step, which does not lead to the setting', () => {
    expect(nextStep(OPTED_OUT, SIGN_IN)).toBe('object');
  });
});

it.each(VERDICTS)('nobody is sent to sign in anywhere else, not when it is "%s" either', (_, said) => {
  const places = [ELSEWHERE, ANOTHER_SETTING, aiSetting('done'), aiSetting('looking'), aiSetting('missing')];
  expect(places.map((place) => nextStep(said, place))).not.toContain('sign-in');
});

it.each(VERDICTS.filter(([, said]) => said !== OPTED_OUT))(
  'the objection comes only after the switch is off for certain, not when it is "%s"',
  (_, said) => {
    const places = [ELSEWHERE, SIGN_IN, ANOTHER_SETTING, aiSetting('done'), aiSetting('looking'), aiSetting('missing')];
    expect(places.map((place) => nextStep(said, place))).not.toContain('object');
  },
);
