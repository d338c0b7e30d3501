import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guideOf, type Problem, type Step, type StepId } from '../../../src/guidance/guide.ts';
import type { Place } from '../../../src/guidance/next-step.ts';
import { REASONS } from '../../../src/linkedin/reasons.ts';
import type { Stage } from '../../../src/objection/life.ts';
import type { Observation } from '../../../src/verdict/observation.ts';
import { type Verdict, verdictOf } from '../../../src/verdict/verdict.ts';
import {
  ANOTHER_SETTING,
  aiSetting,
  DAY,
  ELSEWHERE,
  failed,
  listed,
  NOW,
  OPEN_PLACES,
  off,
  offUnproven,
  on,
  PLACES,
  recordOf,
  SENT_ELSEWHERE,
  SIGN_IN,
  STAGES,
  switchedOff,
  VERDICT_NAMES,
  VERDICTS,
  type VerdictName,
  verdictAfter,
} from '../examples.ts';
import { anyObservations, anyRule, anyTime } from '../verdict/arbitrary.ts';

const IN_ORDER: StepId[] = ['open', 'sign-in', 'switch-off', 'confirm', 'objection', 'done'];

/** The guide in few words: "open: done", "switch-off: not-needed (exempt)", "confirm: current (stale)". */
function guide(verdict: Verdict, place: Place = ELSEWHERE, stage: Stage = 'not-begun'): string[] {
  return guideOf(verdict, place, stage).map(inWords);
}

function inWords(step: Step): string {
  const more = step.state === 'not-needed' ? step.why : step.state === 'current' ? step.problem : null;
  return `${step.id}: ${step.state}${more === null ? '' : ` (${more})`}`;
}

/** The one step that is to be done now, in few words. */
function current(verdict: Verdict, place: Place = ELSEWHERE, stage: Stage = 'not-begun'): string {
  return guide(verdict, place, stage).find((words) => words.includes(': current')) ?? 'none';
}

function stateOf(id: StepId, steps: Step[]): Step['state'] | undefined {
  return steps.find((step) => step.id === id)?.state;
}

function isBehind({ state }: Step): boolean {
  return state === 'done' || state === 'not-needed';
}

/** What has to be so of every guide. */
function expectOneWay(steps: Step[]): void {
  expect(steps.map(({ id }) => id)).toEqual(IN_ORDER);
  const now = steps.findIndex(({ state }) => state === 'current');
  expect(steps.filter(({ state }) => state === 'current')).toHaveLength(1);
  expect(steps.slice(0, now).every(isBehind)).toBe(true);
  expect(steps.slice(now + 1).every((step) => isBehind(step) || step.state === 'to-come')).toBe(true);
  expect(['current', 'to-come']).toContain(steps.at(-1)?.state);
  expect(steps.at(-1)?.state === 'current').toBe(steps.slice(0, -1).every(isBehind));
}

describe('exactly one step is current, those before it are behind, and the order is always the same', () => {
  it.each(VERDICT_NAMES)('when it is "%s", at every place, at every stage', (name) => {
    for (const place of PLACES) {
      for (const stage of STAGES) expectOneWay(guideOf(VERDICTS[name], place, stage));
    }
  });

  it('whatever was seen, whatever the rule, whatever the time', () => {
    const anyPlace = fc.constantFrom(...PLACES);
    const anyStage = fc.constantFrom(...STAGES);
    fc.assert(
      fc.property(anyObservations, anyRule, anyTime, anyPlace, anyStage, (observations, rule, now, place, stage) => {
        expectOneWay(guideOf(verdictOf(recordOf(...observations), rule, now), place, stage));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('"confirm" is done only if "opted out" is certain, fresh, and nothing failed since', () => {
  it('whatever was seen, wherever the member is, and always is where that holds', () => {
    fc.assert(
      fc.property(
        anyObservations,
        anyRule,
        anyTime,
        fc.constantFrom(...PLACES),
        fc.constantFrom(...STAGES),
        (observations, rule, now, place, stage) => {
          const verdict = verdictOf(recordOf(...observations), rule, now);
          const isCertain = verdict.name === 'opted-out' && verdict.fresh && verdict.failure === null;
          expect(stateOf('confirm', guideOf(verdict, place, stage)) === 'done').toBe(isCertain);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('and all is done only then, or where the region is exempt', () => {
    fc.assert(
      fc.property(anyObservations, anyRule, anyTime, fc.constantFrom(...PLACES), (observations, rule, now, place) => {
        const verdict = verdictOf(recordOf(...observations), rule, now);
        const isCertain = verdict.name === 'opted-out' && verdict.fresh && verdict.failure === null;
        for (const stage of STAGES) {
          const isAllDone = stateOf('done', guideOf(verdict, place, stage)) === 'current';
          if (isAllDone) expect(isCertain || verdict.name === 'exempt').toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('every step completes itself from what was read', () => {
  it.each<[string, Verdict, string[]]>([
    [
      'nothing',
      verdictAfter(),
      ['open: current', 'sign-in: to-come', 'switch-off: to-come', 'confirm: to-come', 'objection: to-come'],
    ],
    [
      'on',
      verdictAfter(on()),
      ['open: done', 'sign-in: done', 'switch-off: current', 'confirm: to-come', 'objection: to-come'],
    ],
    [
      'on, by the list',
      verdictAfter(listed('on')),
      ['open: done', 'sign-in: done', 'switch-off: current', 'confirm: to-come', 'objection: to-come'],
    ],
    [
      'on, then switched off',
      verdictAfter(on(), switchedOff()),
      ['open: done', 'sign-in: done', 'switch-off: done', 'confirm: current', 'objection: to-come'],
    ],
    [
      'on, then off by the list',
      verdictAfter(on(), listed('off')),
      ['open: done', 'sign-in: done', 'switch-off: done', 'confirm: current', 'objection: to-come'],
    ],
    [
      'on, then switched off, then off on a fresh load',
      verdictAfter(on(), switchedOff(), off()),
      ['open: done', 'sign-in: done', 'switch-off: done', 'confirm: done', 'objection: current'],
    ],
    [
      'off from the first, not proven',
      verdictAfter(offUnproven()),
      ['open: done', 'sign-in: done', 'switch-off: not-needed (already-off)', 'confirm: current', 'objection: to-come'],
    ],
    [
      'off from the first, by the list',
      verdictAfter(listed('off')),
      ['open: done', 'sign-in: done', 'switch-off: not-needed (already-off)', 'confirm: current', 'objection: to-come'],
    ],
    [
      'off from the first, on a fresh load',
      verdictAfter(off()),
      ['open: done', 'sign-in: done', 'switch-off: not-needed (already-off)', 'confirm: done', 'objection: current'],
    ],
  ])('after "%s"', (_, verdict, steps) => {
    expect(guide(verdict)).toEqual([...steps, 'done: to-come']);
  });

  it('the setting that is in front is not done with before it was read', () => {
    for (const reader of ['looking', 'done', 'missing'] as const) {
      expect(guide(verdictAfter(), aiSetting(reader))[0]).toBe('open: current');
    }
    expect(guide(verdictAfter(), ANOTHER_SETTING)[0]).toBe('open: current');
  });

  it('no step completes itself by where the member is, once it was read', () => {
    for (const name of ['opted in', 'unconfirmed', 'opted out', 'opted out, once on'] as const) {
      for (const place of OPEN_PLACES) expect(guide(VERDICTS[name], place)).toEqual(guide(VERDICTS[name]));
    }
  });
});

describe('where the region is exempt', () => {
  it.each<VerdictName>(['exempt', 'exempt, no switch'])(
    'the first four steps are not needed at any place (%s)',
    (name) => {
      for (const place of PLACES) {
        expect(guide(VERDICTS[name], place)).toEqual([
          'open: not-needed (exempt)',
          'sign-in: not-needed (exempt)',
          'switch-off: not-needed (exempt)',
          'confirm: not-needed (exempt)',
          'objection: current',
          'done: to-come',
        ]);
      }
    },
  );
});

describe('what stands in the way is told at the step where it stands', () => {
  it.each<[string, Verdict, Place]>([
    ['nothing read, LinkedIn asks to sign in', VERDICTS['not checked'], SIGN_IN],
    ['LinkedIn asked to sign in where the setting was expected', VERDICTS['unknown, signed out'], ELSEWHERE],
    ['the same, and something else came up since', VERDICTS['unknown, signed out'], SENT_ELSEWHERE],
    ['on, LinkedIn asks to sign in', VERDICTS['opted in'], SIGN_IN],
    ['on, LinkedIn asked to sign in since', VERDICTS['opted in, signed out since'], ELSEWHERE],
    ['switched off, LinkedIn asks to sign in', VERDICTS.unconfirmed, SIGN_IN],
    ['off, a while ago, LinkedIn asks to sign in', VERDICTS['opted out, stale'], SIGN_IN],
    ['off, LinkedIn asked to sign in since', VERDICTS['opted out, signed out since'], ELSEWHERE],
  ])('signed out: %s', (_, verdict, place) => {
    expect(current(verdict, place)).toBe('sign-in: current (signed-out)');
  });

  it.each<VerdictName>(['not checked', 'opted in', 'unconfirmed', 'opted out, stale'])(
    'sent elsewhere: "%s", and something else came up than the setting',
    (name) => {
      expect(current(VERDICTS[name], SENT_ELSEWHERE)).toBe('sign-in: current (sent-elsewhere)');
    },
  );

  it('nobody has to sign in for what is certain already', () => {
    for (const place of [SIGN_IN, SENT_ELSEWHERE]) {
      for (const name of ['opted out', 'opted out, once on'] as const) {
        expect(current(VERDICTS[name], place)).toBe('objection: current');
      }
    }
  });

  const ownProblems = ['signed-out', 'no-control', 'translated'];
  const unreadable = REASONS.filter((reason) => !ownProblems.includes(reason));

  it.each(unreadable)('not recognised: nothing was ever read but "%s"', (reason) => {
    for (const place of OPEN_PLACES) {
      expect(current(verdictAfter(failed(reason)), place)).toBe('open: current (not-recognised)');
    }
  });

  it.each(unreadable)('not recognised: "off" cannot be confirmed because of "%s"', (reason) => {
    for (const before of [[off(NOW - DAY)], [off(NOW - 31 * DAY)], [on(), switchedOff()], [offUnproven()]]) {
      expect(current(verdictAfter(...before, failed(reason)))).toBe('confirm: current (not-recognised)');
    }
  });

  it('translated: the words on the page are not LinkedIn’s own', () => {
    expect(current(verdictAfter(failed('translated')))).toBe('open: current (translated)');
    expect(current(verdictAfter(off(NOW - DAY), failed('translated')))).toBe('confirm: current (translated)');
  });

  it('not offered: the page holds no switch', () => {
    expect(current(verdictAfter(failed('no-control')))).toBe('open: current (not-offered)');
    expect(current(verdictAfter(off(NOW - DAY), failed('no-control')))).toBe('confirm: current (not-offered)');
    expect(current(verdictAfter(on(), switchedOff(), failed('no-control')))).toBe('confirm: current (not-offered)');
  });

  it.each<[Problem, Observation[]]>([
    ['not-saved', [on(NOW - DAY), switchedOff(NOW - DAY), on()]],
    ['on-again', [off(NOW - DAY), on()]],
    ['on-again', [on(NOW - 2 * DAY), switchedOff(NOW - 2 * DAY), off(NOW - DAY), on()]],
    // Both are so; that it had been off for certain weighs more.
    ['on-again', [off(NOW - 2 * DAY), on(NOW - DAY), switchedOff(NOW - DAY), on()]],
  ])('%s: it is on though it had been off', (problem, observations) => {
    expect(current(verdictAfter(...observations))).toBe(`switch-off: current (${problem})`);
  });

  it('nothing stands in the way of one who only has to switch it off, or to confirm it', () => {
    expect(current(verdictAfter(on()))).toBe('switch-off: current');
    expect(current(verdictAfter(listed('off'), on()))).toBe('switch-off: current');
    expect(current(verdictAfter(on(), switchedOff()))).toBe('confirm: current');
  });

  it('stale: the confirmation is older than the member wants it', () => {
    expect(current(VERDICTS['opted out, stale'])).toBe('confirm: current (stale)');
    const aWeekAgo = recordOf(off(NOW - 8 * DAY));
    expect(current(verdictOf(aWeekAgo, null, NOW, 7))).toBe('confirm: current (stale)');
    expect(current(verdictOf(aWeekAgo, null, NOW, 30))).toBe('objection: current');
  });
});

describe('the objection', () => {
  it.each<[Stage, string]>([
    ['not-begun', 'objection: current'],
    ['prepared', 'objection: current'],
    ['overdue', 'objection: current'],
    ['refused', 'objection: current'],
    ['partly', 'objection: current'],
    ['sent', 'objection: done'],
    ['granted', 'objection: done'],
    ['complained', 'objection: done'],
    ['closed', 'objection: not-needed (left-out)'],
  ])('that is "%s" is "%s" once the switch is off', (stage, words) => {
    for (const name of ['opted out', 'opted out, once on', 'exempt'] as const) {
      expect(guide(VERDICTS[name], ELSEWHERE, stage)[4]).toBe(words);
    }
  });

  it.each(VERDICT_NAMES)('is done or left out before anything else, too, when it is "%s"', (name) => {
    for (const stage of ['sent', 'granted', 'complained'] as const) {
      expect(guide(VERDICTS[name], ELSEWHERE, stage)[4]).toBe('objection: done');
    }
    expect(guide(VERDICTS[name], ELSEWHERE, 'closed')[4]).toBe('objection: not-needed (left-out)');
  });
});

describe('both ways end in "done"', () => {
  it('the form first, then the switch', () => {
    const way: [Verdict, Stage][] = [
      [verdictAfter(), 'not-begun'],
      [verdictAfter(), 'sent'],
      [verdictAfter(on()), 'sent'],
      [verdictAfter(on(), switchedOff()), 'sent'],
      [verdictAfter(on(), switchedOff(), off()), 'sent'],
    ];
    expect(way.map(([verdict, stage]) => current(verdict, ELSEWHERE, stage))).toEqual([
      'open: current',
      'open: current',
      'switch-off: current',
      'confirm: current',
      'done: current',
    ]);
  });

  it('the switch first, then the form', () => {
    const optedOut = verdictAfter(on(), switchedOff(), off());
    const way: [Verdict, Stage][] = [
      [verdictAfter(), 'not-begun'],
      [verdictAfter(on()), 'not-begun'],
      [verdictAfter(on(), switchedOff()), 'not-begun'],
      [optedOut, 'not-begun'],
      [optedOut, 'prepared'],
      [optedOut, 'sent'],
    ];
    expect(way.map(([verdict, stage]) => current(verdict, ELSEWHERE, stage))).toEqual([
      'open: current',
      'switch-off: current',
      'confirm: current',
      'objection: current',
      'objection: current',
      'done: current',
    ]);
  });

  it('and lead away from it again when there is something to do again', () => {
    expect(current(VERDICTS['opted out'], ELSEWHERE, 'overdue')).toBe('objection: current');
    expect(current(VERDICTS['opted out, stale'], ELSEWHERE, 'sent')).toBe('confirm: current (stale)');
    expect(current(VERDICTS['on again'], ELSEWHERE, 'granted')).toBe('switch-off: current (on-again)');
  });
});
