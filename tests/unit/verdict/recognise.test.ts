import { describe, expect, it } from 'vitest';
import { guideOf } from '../../../src/guidance/guide.ts';
import { nextStep } from '../../../src/guidance/next-step.ts';
import { AI_TRAINING } from '../../../src/linkedin/ai-setting.ts';
import { PROOFS } from '../../../src/linkedin/interpret.ts';
import type { SettingRecord } from '../../../src/storage/setting-record.ts';
import type { StoredRecognised } from '../../../src/storage/stored.ts';
import type { Observation } from '../../../src/verdict/observation.ts';
import { questionOf, withoutWord } from '../../../src/verdict/recognise.ts';
import { verdictOf } from '../../../src/verdict/verdict.ts';
import {
  aiSetting,
  DAY,
  ELSEWHERE,
  failed,
  inLoad,
  NOW,
  off,
  offUnproven,
  on,
  recordAfter,
  recordOf,
  SIGN_IN,
} from '../examples.ts';

const HINDI = { label: 'मेरे डेटा का उपयोग करें', language: 'hi' };
const INVERTED = { label: 'Keep my data out of AI training', language: 'en' };

const named = (observation: Observation, label: { label: string; language: string }): Observation => ({
  ...observation,
  ...label,
  recognisable: true,
});

function verdictAfter(...observations: Observation[]) {
  return verdictOf(recordOf(...observations), null, NOW);
}

function answered(
  label: { label: string; language: string },
  answer: 'yes' | 'no' = 'yes',
): StoredRecognised['labels'] {
  return [{ setting: AI_TRAINING, ...label, answer, at: NOW }];
}

describe('the member is asked about a label', () => {
  it('that an "off" or an "on" waits for, or the attempt that failed since', () => {
    expect(questionOf(verdictAfter(named(offUnproven(NOW, 'named'), HINDI)), [])).toEqual(HINDI);
    expect(questionOf(verdictAfter(named(on(), HINDI)), [])).toEqual(HINDI);
    expect(questionOf(verdictAfter(named(failed('wording-changed'), INVERTED)), [])).toEqual(INVERTED);
    const changed = verdictAfter(off(NOW - DAY), named(failed('wording-changed'), INVERTED));
    expect(questionOf(changed, [])).toEqual(INVERTED);
  });

  it('in the language it stands in, until there is an answer', () => {
    const verdict = verdictAfter(named(on(), HINDI));
    expect(questionOf(verdict, answered(HINDI))).toBeNull();
    expect(questionOf(verdict, answered(HINDI, 'no'))).toBeNull();
    expect(questionOf(verdict, answered({ ...HINDI, language: 'mr' }))).toEqual(HINDI);
    expect(questionOf(verdict, answered({ ...HINDI, label: 'ट' }))).toEqual(HINDI);
  });

  it('never where it is known, or nothing of it can be seen', () => {
    expect(questionOf(verdictAfter(off()), [])).toBeNull();
    expect(questionOf(verdictAfter(), [])).toBeNull();
    expect(questionOf(verdictAfter(named(on(), { label: '\u3164\u2800', language: '' })), [])).toBeNull();
  });
});

describe('while a question is open', () => {
  it('"off" and "unknown" wait for the answer, and "on" is to be switched off all the same', () => {
    const waiting = verdictAfter(named(offUnproven(NOW, 'named'), HINDI));
    expect(nextStep(waiting, ELSEWHERE, 'not-begun', NOW, HINDI)).toBe('recognise');
    expect(nextStep(waiting, SIGN_IN, 'not-begun', NOW, HINDI)).toBe('recognise');
    const changed = verdictAfter(named(failed('wording-changed'), INVERTED));
    expect(nextStep(changed, aiSetting('done'), 'not-begun', NOW, INVERTED)).toBe('recognise');
    expect(nextStep(verdictAfter(named(on(), HINDI)), aiSetting('done'), 'not-begun', NOW, HINDI)).toBe('switch-off');
  });

  it('the page that was worded otherwise is no problem of its own in the guide', () => {
    const changed = verdictAfter(named(failed('wording-changed'), INVERTED));
    const current = guideOf(changed, aiSetting('done'), 'not-begun', INVERTED).find(({ state }) => state === 'current');
    expect(current).toEqual({ id: 'open', state: 'current', problem: null });
    const denied = guideOf(changed, aiSetting('done'), 'not-begun').find(({ state }) => state === 'current');
    expect(denied).toEqual({ id: 'open', state: 'current', problem: 'not-recognised' });
  });

  it('and once it is answered, the page has to be read again', () => {
    const waiting = verdictAfter(named(offUnproven(NOW, 'named'), HINDI));
    expect(nextStep(waiting, ELSEWHERE, 'not-begun', NOW)).toBe('reload');
  });
});

describe('each missing proof leads to a step of its own', () => {
  const steps = (place: Parameters<typeof nextStep>[1]) =>
    PROOFS.map((proof) => `${proof}: ${nextStep(verdictAfter(offUnproven(NOW, proof)), place, 'not-begun', NOW)}`);

  it('on the page', () => {
    expect(steps(aiSetting('done'))).toEqual([
      'named: reload-unclear',
      'told: reload-unclear',
      'shown: show',
      'whole: keep-in-front',
      'served: reload',
      'newest: open-once-more',
    ]);
  });

  it('away from it', () => {
    expect(steps(ELSEWHERE)).toEqual([
      'named: reload-unclear',
      'told: reload-unclear',
      'shown: bring-to-front',
      'whole: bring-to-front',
      'served: reload',
      'newest: open-once-more',
    ]);
  });

  it.each([
    [29, 'keep-in-front'],
    [30, 'reload-unclear'],
  ])('and a page that has not come to rest after %s s to "%s"', (seconds, step) => {
    const verdict = verdictAfter(offUnproven(NOW, 'whole'));
    const now = NOW + seconds * 1000;
    expect(nextStep(verdict, aiSetting('done'), 'not-begun', now)).toBe(step);
    expect(nextStep(verdict, ELSEWHERE, 'not-begun', now)).toBe('bring-to-front');
  });

  it('and to signing in before it, where LinkedIn asks for that', () => {
    expect(new Set(steps(SIGN_IN).map((step) => step.split(': ')[1]))).toEqual(new Set(['sign-in']));
  });

  it('but for what an earlier version confirmed: that is to be looked at once more', () => {
    const before: SettingRecord = {
      ...recordOf(offUnproven(NOW - DAY, 'whole')),
      history: recordOf(offUnproven(NOW - DAY, 'whole')).history.map((one) => ({ ...one, confirmedBefore: NOW - DAY })),
    };
    const verdict = verdictOf(before, null, NOW);
    expect(nextStep(verdict, ELSEWHERE, 'not-begun', NOW)).toBe('look-once-more');
    expect(nextStep(verdict, aiSetting('done'), 'not-begun', NOW - DAY)).toBe('keep-in-front');
  });

  it('and a page in machine translation has to be shown as it was written', () => {
    for (const verdict of [verdictAfter(failed('translated')), verdictAfter(off(NOW - DAY), failed('translated'))]) {
      expect(nextStep(verdict, aiSetting('done'), 'not-begun', NOW)).toBe('show-original');
      const current = guideOf(verdict, aiSetting('done'), 'not-begun').find(({ state }) => state === 'current');
      expect(current).toMatchObject({ problem: 'translated' });
    }
  });
});

describe('without the member’s word for a label', () => {
  const proven = recordOf(named(off(NOW - DAY), HINDI));

  it('what rested on the answer is no longer confirmed, and the question is asked again', () => {
    expect(verdictOf(proven, null, NOW).name).toBe('opted-out');
    const after = verdictOf(withoutWord(proven, HINDI), null, NOW);
    expect(after).toMatchObject({ name: 'unconfirmed', missing: 'named', confirmed: false });
    expect(questionOf(after, [])).toEqual(HINDI);
  });

  it('not even what a correction would bring back', () => {
    const said = named(off(NOW - DAY), HINDI);
    const record = withoutWord(recordOf(said, on(NOW)), HINDI);
    expect(verdictOf(record, null, NOW).againAfter).toBeNull();
    const corrected = recordAfter(record, inLoad(NOW, offUnproven(NOW + 1)));
    expect(corrected.history).toMatchObject([{ state: 'off', confirmed: null, at: NOW - DAY }]);
    // Nor where the newest load has only changed the last entry.
    const changed = withoutWord(recordOf(said, named(off(NOW), HINDI)), HINDI);
    expect(changed.newest?.before?.last).toMatchObject({ confirmed: null, missing: 'named', at: NOW - DAY });
  });

  it('everything else stays the same object', () => {
    expect(withoutWord(proven, INVERTED)).toBe(proven);
    expect(withoutWord(proven, { ...HINDI, language: 'mr' })).toBe(proven);
    expect(withoutWord(recordOf(off()), HINDI)).toMatchObject({ history: [{ missing: null }] });
  });
});
