import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROOFS } from '../../../src/linkedin/interpret.ts';
import { REASONS } from '../../../src/linkedin/reasons.ts';
import { type RuleAnswer, ruleFor } from '../../../src/regions/rules.ts';
import type { Confidence } from '../../../src/regions/schema.ts';
import { RECHECK_DAYS } from '../../../src/storage/limits.ts';
import type { Sighting } from '../../../src/storage/setting-record.ts';
import { kindOf, remember } from '../../../src/verdict/history.ts';
import type { Observation } from '../../../src/verdict/observation.ts';
import { type Verdict, verdictOf } from '../../../src/verdict/verdict.ts';
import {
  DAY,
  failed,
  failedInList,
  inLoad,
  listed,
  NOW,
  off,
  offUnproven,
  on,
  recordOf,
  switchedOff,
  switchedOn,
  verdictAfter,
} from '../examples.ts';
import { anyObservations, anyRule, anyTime } from './arbitrary.ts';

const EXEMPT = ruleFor('DE', '2025-06-01');

/** A load that began a minute ago. */
const LOAD = NOW - 60_000;

const verdict = verdictAfter;

function evidenced(rule: RuleAnswer, confidence: Confidence): RuleAnswer {
  return rule.kind === 'rule' ? { ...rule, confidence } : rule;
}

describe('"opted out" is never said unless that is certain', () => {
  it('whatever was seen, whatever the rule, whatever the time', () => {
    fc.assert(
      fc.property(anyObservations, anyRule, anyTime, (observations, rule, now) => {
        const said = verdictOf(recordOf(...observations), rule, now);
        if (said.name !== 'opted-out') return;
        const { load } = said.sighting?.confirmed ?? {};
        // Some reading of that very load said off, with every proof, and the last certain one that counted said off.
        expect(observations).toContainEqual(
          expect.objectContaining({ state: 'off', missing: null, load, via: 'page' }),
        );
        expect(lastCounted(observations)?.state).toBe('off');
      }),
      { numRuns: 5000 },
    );
  });

  it('and it is said once that load is the latest', () => {
    fc.assert(
      fc.property(anyObservations, anyRule, anyTime, (observations, rule, now) => {
        const at = NOW + 99 * DAY;
        expect(verdictOf(recordOf(...observations, off(at)), rule, now).name).toBe('opted-out');
        expect(verdictOf(recordOf(...observations, on(at)), rule, now).name).toBe('opted-in');
      }),
      { numRuns: 2000 },
    );
  });

  it('and it is fresh only if the load that proves it is', () => {
    fc.assert(
      fc.property(anyObservations, anyRule, anyTime, (observations, rule, now) => {
        const { name, fresh } = verdictOf(recordOf(...observations), rule, now);
        fc.pre(name === 'opted-out' && fresh);
        const ages = observations
          .filter((seen) => seen.state === 'off' && seen.missing === null)
          .map(({ load }) => now - load)
          .filter((age) => age >= 0 && age <= 30 * DAY);
        expect(ages).not.toEqual([]);
      }),
    );
  });

  it('and it is confirmed, by the reading shown with it, and nothing is missing', () => {
    fc.assert(
      fc.property(anyObservations, anyRule, anyTime, (observations, rule, now) => {
        const said = verdictOf(recordOf(...observations), rule, now);
        fc.pre(said.name === 'opted-out');
        expect(said).toMatchObject({
          confirmed: true,
          missing: null,
          sighting: { state: 'off', confirmed: { at: expect.any(Number), load: expect.any(Number) } },
        });
      }),
    );
  });
});

/** The last certain observation that was not overtaken by a later load before it was told. */
function lastCounted(observations: Observation[]): Observation | undefined {
  let record = recordOf();
  let last: Observation | undefined;
  for (const observation of observations) {
    const kind = kindOf(record, observation);
    record = remember(record, observation);
    if (kind === 'outdated') continue;
    if (observation.state !== 'unknown') last = observation;
    // What the load had said is taken back: what stands is what stood before.
    else if (kind === 'correction') last = record.history.at(-1) as Observation | undefined;
  }
  return last;
}

describe('a missing proof', () => {
  it.each(PROOFS)('makes an "off" unconfirmed, and is told: "%s"', (missing) => {
    expect(verdict(offUnproven(NOW, missing))).toMatchObject({ name: 'unconfirmed', confirmed: false, missing });
  });

  it.each(PROOFS)('of a later look leaves an earlier confirmation as it was: "%s"', (missing) => {
    const before = verdict(off(NOW - 9 * DAY));
    expect(verdict(off(NOW - 9 * DAY), offUnproven(NOW, missing))).toMatchObject({
      name: 'opted-out',
      missing: null,
      fresh: before.fresh,
      sighting: { confirmed: { at: NOW - 9 * DAY } },
    });
  });

  it('is that LinkedIn has to be asked again, after a click and in a list', () => {
    expect(verdict(on(), switchedOff()).missing).toBe('served');
    expect(verdict(listed('off')).missing).toBe('served');
  });

  it('is never told of anything but an "off" that is not confirmed', () => {
    fc.assert(
      fc.property(anyObservations, anyRule, anyTime, (observations, rule, now) => {
        const { name, missing } = verdictOf(recordOf(...observations), rule, now);
        expect(missing !== null).toBe(name === 'unconfirmed');
      }),
    );
  });

  it('does not keep "on" from being said', () => {
    for (const missing of PROOFS) {
      expect(verdict({ ...on(), missing } as Observation)).toMatchObject({ name: 'opted-in', missing: null });
    }
  });

  it('is told of what an earlier version had confirmed, which asked for less', () => {
    const [sighting] = recordOf(off()).history as [Sighting];
    const old = { ...sighting, missing: 'whole' as const, confirmed: null, confirmedBefore: NOW - DAY };
    const record = { ...recordOf(), history: [old] };
    expect(verdictOf(record, null, NOW)).toMatchObject({ name: 'unconfirmed', confirmed: false, missing: 'whole' });
    // It is no reason to say that a save had failed.
    const onSince = remember(record, on(NOW + DAY));
    expect(verdictOf(onSince, null, NOW + DAY)).toMatchObject({ name: 'opted-in', notSaved: false, againAfter: null });
    // And one more look is all that it takes.
    expect(verdictOf(remember(record, off(NOW + DAY)), null, NOW + DAY).name).toBe('opted-out');
  });
});

describe('what was seen decides', () => {
  it.each<[string, Verdict['name'], Observation[]]>([
    ['nothing', 'not-checked', []],
    ['on', 'opted-in', [on()]],
    ['off on a fresh load', 'opted-out', [off()]],
    ['off, but not on a fresh load', 'unconfirmed', [offUnproven()]],
    ['on, then switched off', 'unconfirmed', [on(), switchedOff()]],
    ['switched off, then off on a fresh load', 'opted-out', [on(), switchedOff(), off()]],
    ['switched off, then on after all: the save had failed', 'opted-in', [on(), switchedOff(), on()]],
    ['off, then on', 'opted-in', [off(), on()]],
    ['off on a fresh load, then seen off again', 'opted-out', [off(), offUnproven()]],
    ['off on a fresh load, then switched off once more', 'unconfirmed', [off(), switchedOff()]],
    ['off in a list', 'unconfirmed', [listed('off')]],
    ['on in a list', 'opted-in', [listed('on')]],
    ['off on a fresh load, then off in a list', 'opted-out', [off(), listed('off')]],
    ['off on a fresh load, then on in a list', 'opted-in', [off(), listed('on')]],
    ['on, then off in a list', 'unconfirmed', [on(), listed('off')]],
    ['off in a list, then off on a fresh load', 'opted-out', [listed('off'), off()]],
    ['off, then on in the same load', 'opted-in', [inLoad(LOAD, off()), inLoad(LOAD, on())]],
    ['on, then off in the same load', 'opted-out', [inLoad(LOAD, on()), inLoad(LOAD, off())]],
    ['off, then a failure in the same load', 'unknown', [inLoad(LOAD, off()), inLoad(LOAD, failed('unstable'))]],
    [
      'off, then a failure in the same load, and confirmed before',
      'opted-out',
      [off(NOW - DAY), inLoad(LOAD, off()), inLoad(LOAD, failed('unstable'))],
    ],
    ['off, then signed out in the same load', 'opted-out', [inLoad(LOAD, off()), inLoad(LOAD, failed('signed-out'))]],
    ['off, then a failure in another load', 'opted-out', [off(), failed('several-controls')]],
    ['off, then an older load that says on', 'opted-out', [off(NOW - 9), inLoad(LOAD, on())]],
    ['on, then an older load that says off', 'opted-in', [on(NOW - 9), inLoad(LOAD, off())]],
    [
      'on, then an older load that says on, and off',
      'opted-in',
      [on(NOW - 9), inLoad(LOAD, on()), inLoad(LOAD, off())],
    ],
    ['a list without a value', 'unknown', [failedInList('no-value')]],
    ['an attempt that failed', 'unknown', [failed('unstable')]],
    ['a failure, then off on a fresh load', 'opted-out', [failed('unstable'), off()]],
  ])('%s is "%s"', (_, name, observations) => {
    expect(verdict(...observations).name).toBe(name);
  });

  it.each([
    ['on', on(), 'opted-in'],
    ['off', off(), 'opted-out'],
    ['off, not proven', offUnproven(), 'unconfirmed'],
  ])('and outweighs a rule: "%s" in a region that is exempt', (_, observation, name) => {
    expect(verdictOf(recordOf(observation), EXEMPT, NOW).name).toBe(name);
  });

  it('not the rule: no region is opted out by its rule', () => {
    for (const day of ['2025-06-01', '2026-11-24']) {
      for (const country of ['DE', 'GB', 'CA', 'HK', 'CN', 'US']) {
        expect(['exempt', 'not-checked']).toContain(verdictOf(recordOf(), ruleFor(country, day), NOW).name);
      }
    }
  });
});

describe('no answer is an answer of its own', () => {
  it.each(REASONS)('"%s" is shown as the reason', (reason) => {
    expect(verdict(failed(reason))).toMatchObject({
      name: 'unknown',
      reason,
      confirmed: false,
      fresh: false,
      sighting: null,
      failure: { reason, at: NOW },
    });
  });

  it('nothing read has no reason', () => {
    expect(verdict()).toEqual({
      name: 'not-checked',
      reason: null,
      confirmed: false,
      missing: null,
      fresh: false,
      sighting: null,
      failure: null,
      againAfter: null,
      notSaved: false,
      everOn: false,
    });
  });
});

describe('a failure later', () => {
  it.each([
    ['opted-in', on(NOW - DAY)],
    ['opted-out', off(NOW - DAY)],
    ['unconfirmed', offUnproven(NOW - DAY)],
  ])('leaves "%s" standing, with its age and the failure beside it', (name, certain) => {
    const before = verdict(certain);
    expect(verdict(certain, failed('no-main'))).toEqual({
      ...before,
      name,
      reason: 'no-main',
      failure: expect.objectContaining({ reason: 'no-main', at: NOW }),
    });
  });

  it('does not make an old answer fresh', () => {
    expect(verdict(off(NOW - 31 * DAY), failed('unstable')).fresh).toBe(false);
  });
});

describe('an answer is fresh', () => {
  it('for thirty days', () => {
    expect(RECHECK_DAYS).toBe(30);
  });

  it.each([
    ['at once', 0, true],
    ['when it is a day old', DAY, true],
    ['when it is thirty days old to the millisecond', 30 * DAY, true],
    ['no longer when it is a millisecond older than that', 30 * DAY + 1, false],
    ['no longer when it is a year old', 365 * DAY, false],
    ['never when it lies in the future, by a clock that was set back', -1, false],
    ['never when it lies days in the future', -3 * DAY, false],
  ])('%s', (_, age, fresh) => {
    for (const seen of [on, off, offUnproven, switchedOff]) expect(verdict(seen(NOW - age)).fresh).toBe(fresh);
  });

  it('"off" from its last fresh load on, not from when it was last seen in a page', () => {
    expect(verdict(off(NOW - 31 * DAY), offUnproven(NOW))).toMatchObject({ name: 'opted-out', fresh: false });
    expect(verdict(off(NOW - 31 * DAY), off(NOW))).toMatchObject({ name: 'opted-out', fresh: true });
  });

  it('"on" from the load in which it was last seen, or when the list last said so', () => {
    expect(verdict(on(NOW - 31 * DAY), switchedOn(NOW))).toMatchObject({ fresh: true });
    expect(verdict(on(NOW - 31 * DAY), inLoad(NOW - 31 * DAY, on(NOW)))).toMatchObject({ fresh: false });
    expect(verdict(inLoad(NOW - 31 * DAY, listed('on', NOW)))).toMatchObject({ fresh: true });
  });

  it('from its load on, however often and however late an open page says it again', () => {
    for (const seen of [on, off, offUnproven]) {
      const told = [40, 31, 20, 0].map((days) => inLoad(NOW - 40 * DAY, seen(NOW - days * DAY)));
      expect(verdict(...told)).toMatchObject({ fresh: false, sighting: { lastSeen: NOW, load: NOW - 40 * DAY } });
    }
  });
});

describe('an answer is fresh for as long as the member chose', () => {
  it.each([7, 30, 90])('%i days, to the millisecond', (days) => {
    for (const seen of [on, off, offUnproven, switchedOff]) {
      expect(verdictOf(recordOf(seen(NOW - days * DAY)), null, NOW, days).fresh).toBe(true);
      expect(verdictOf(recordOf(seen(NOW - days * DAY - 1)), null, NOW, days).fresh).toBe(false);
    }
  });

  it('and nothing else depends on that choice', () => {
    fc.assert(
      fc.property(anyObservations, anyRule, anyTime, (observations, rule, now) => {
        const record = recordOf(...observations);
        const [often, usual, seldom] = [7, RECHECK_DAYS, 90].map((days) => verdictOf(record, rule, now, days));
        expect({ ...often, fresh: null }).toEqual({ ...usual, fresh: null });
        expect({ ...seldom, fresh: null }).toEqual({ ...usual, fresh: null });
        // Whoever looks more seldom takes for fresh all that others do.
        if (often?.fresh) expect(usual?.fresh).toBe(true);
        if (usual?.fresh) expect(seldom?.fresh).toBe(true);
        expect(verdictOf(record, rule, now)).toEqual(usual);
      }),
    );
  });
});

describe('"on again" is said with the time it had last been confirmed off', () => {
  const days = (count: number) => NOW - count * DAY;

  it.each<[string, number, Observation[]]>([
    ['off, then on', days(9), [off(days(9)), on()]],
    ['off, confirmed again later, then on', days(5), [off(days(9)), off(days(5)), on()]],
    ['off, seen again without proof, then on', days(9), [off(days(9)), offUnproven(days(5)), on()]],
    ['off, a failure, then on', days(9), [off(days(9)), failed('unstable', days(5)), on()]],
    ['off, then switched on in the page', days(9), [off(days(9)), switchedOn()]],
    ['off, then switched off once more without proof, then on', days(9), [off(days(9)), switchedOff(days(5)), on()]],
    ['off, on, switched off without proof, on', days(9), [off(days(9)), on(days(7)), switchedOff(days(5)), on()]],
    ['off, on, off, on: the later one counts', days(5), [off(days(9)), on(days(7)), off(days(5)), on()]],
    ['off, then on, and on once more', days(9), [off(days(9)), on(days(5)), on()]],
    ['off, then on, then a failure', days(9), [off(days(9)), on(days(5)), failed('unstable')]],
    ['off, then on by the list', days(9), [off(days(9)), listed('on')]],
    ['off, off by the list, then on', days(9), [off(days(9)), listed('off', days(5)), on()]],
    [
      'off, taken back, then off on another load, on',
      days(5),
      [off(days(9)), inLoad(days(9), failed('unstable', days(8))), on(days(7)), off(days(5)), on()],
    ],
    [
      'off, then a load that first shows off, then on',
      days(9),
      [off(days(9)), inLoad(LOAD, off()), inLoad(LOAD, on())],
    ],
    [
      'off, then an older load that says off once more, then on',
      days(9),
      [off(days(9)), inLoad(days(10), off()), on()],
    ],
  ])('%s', (_, againAfter, observations) => {
    expect(verdict(...observations)).toMatchObject({ name: 'opted-in', againAfter });
  });

  it.each<[string, Observation[]]>([
    ['nothing', []],
    ['on from the first', [on()]],
    ['off, never proven, then on', [offUnproven(days(9)), on()]],
    ['switched off without proof, then on', [on(days(9)), switchedOff(days(9)), on()]],
    ['off by the list, then on', [listed('off', days(9)), on()]],
    ['off, taken back by the same load, then on', [off(days(9)), inLoad(days(9), failed('unstable', days(8))), on()]],
    ['off, then on in the same load: it had only just arrived', [inLoad(LOAD, off()), inLoad(LOAD, on())]],
    ['off', [on(days(9)), off()]],
    ['off again after on again', [off(days(9)), on(days(5)), switchedOff()]],
  ])('and not for "%s"', (_, observations) => {
    expect(verdict(...observations).againAfter).toBeNull();
  });

  it('never otherwise, whatever was seen', () => {
    fc.assert(
      fc.property(anyObservations, anyRule, anyTime, (observations, rule, now) => {
        const { name, againAfter } = verdictOf(recordOf(...observations), rule, now);
        const proofs = observations
          .filter((seen) => seen.state === 'off' && seen.missing === null)
          .map(({ load }) => load);
        if (againAfter !== null) {
          expect(name).toBe('opted-in');
          expect(proofs).toContain(againAfter);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('"not saved" is said', () => {
  it.each<[string, boolean, Observation[]]>([
    ['when it was switched off and is on after all', true, [on(), switchedOff(), on()]],
    ['when it was switched off and is on after all, by the list', true, [on(), switchedOff(), listed('on')]],
    ['when it is seen on once more', true, [on(), switchedOff(), on(), on()]],
    ['when it failed to be read since', true, [on(), switchedOff(), on(), failed('unstable')]],
    ['when it had been confirmed off before', true, [off(), on(), switchedOff(), on()]],
    ['when the switch was used and is on all the same', true, [on(), switchedOn()]],
    ['not any more when the page was reloaded and is on', false, [on(), switchedOn(), on()]],
    ['when the switch was used, and it is on by the list', true, [on(), switchedOn(), listed('on')]],
    ['not when it was switched on', false, [off(), switchedOn()]],
    ['not any more when it was confirmed off since', false, [on(), switchedOn(), off(), on()]],
    ['not while it stands on off', false, [on(), switchedOff()]],
    ['not when the off was confirmed', false, [on(), switchedOff(), off(), on()]],
    ['not when only a list said off', false, [on(), listed('off'), on()]],
    ['not when it was never off', false, [on(), on()]],
    ['not any more when it was confirmed off and on since', false, [on(), switchedOff(), on(), off(), on()]],
  ])('%s', (_, notSaved, observations) => {
    expect(verdict(...observations).notSaved).toBe(notSaved);
  });

  it('never but for "on"', () => {
    fc.assert(
      fc.property(anyObservations, anyRule, anyTime, (observations, rule, now) => {
        const { name, notSaved } = verdictOf(recordOf(...observations), rule, now);
        if (notSaved) expect(name).toBe('opted-in');
      }),
    );
  });
});

it('that it was ever on is known if a load said so that was not overtaken and did not correct itself', () => {
  expect(verdict(on(), off()).everOn).toBe(true);
  expect(verdict(listed('on'), off()).everOn).toBe(true);
  expect(verdict(on(), failed('unstable')).everOn).toBe(true);
  expect(verdict(inLoad(LOAD, on()), inLoad(LOAD, off())).everOn).toBe(false);
  expect(verdict(off(NOW - 9), inLoad(LOAD, on())).everOn).toBe(false);
  fc.assert(
    fc.property(anyObservations, anyRule, anyTime, (observations, rule, now) => {
      const wasOn = observations.some(({ state }) => state === 'on');
      if (verdictOf(recordOf(...observations), rule, now).everOn) expect(wasOn).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

describe('exempt', () => {
  it('is a member who chose a region that is exempt, before anything was read', () => {
    expect(verdictOf(recordOf(), EXEMPT, NOW)).toEqual({
      name: 'exempt',
      reason: null,
      confirmed: false,
      missing: null,
      fresh: false,
      sighting: null,
      failure: null,
      againAfter: null,
      notSaved: false,
      everOn: false,
    });
  });

  it('is one whose page was read and holds no switch', () => {
    expect(verdictOf(recordOf(failed('no-control')), EXEMPT, NOW)).toMatchObject({
      name: 'exempt',
      reason: 'no-control',
    });
  });

  it.each(REASONS.filter((reason) => reason !== 'no-control'))(
    'is not said when reading failed with "%s"',
    (reason) => {
      expect(verdictOf(recordOf(failed(reason)), EXEMPT, NOW)).toMatchObject({ name: 'unknown', reason });
    },
  );

  it.each<[string, RuleAnswer | null]>([
    ['no region is chosen', null],
    ['the region is included', ruleFor('DE', '2025-11-03')],
    ['the region was exempt, but is no longer', ruleFor('GB', '2026-11-24')],
    ['there is no evidence for the region', ruleFor('CN', '2026-11-24')],
    ['it is certain that there is no evidence', evidenced(ruleFor('CN', '2026-11-24'), 'high')],
    ['the exemption is badly evidenced', evidenced(EXEMPT, 'low')],
    ['the country is unknown', ruleFor('QQ', '2025-06-01')],
    ['the clock is before the programme', ruleFor('DE', '1970-01-01')],
    ['the table has no rule for that day', ruleFor('CN', '2024-10-01')],
  ])('is not said when %s', (_, rule) => {
    expect(verdictOf(recordOf(), rule, NOW).name).toBe('not-checked');
    expect(verdictOf(recordOf(failed('no-control')), rule, NOW).name).toBe('unknown');
  });

  it('is never said once the switch was seen, whatever came after', () => {
    fc.assert(
      fc.property(anyObservations, anyRule, anyTime, (observations, rule, now) => {
        fc.pre(recordOf(...observations).history.length > 0);
        expect(verdictOf(recordOf(...observations), rule, now).name).not.toBe('exempt');
      }),
    );
  });
});
