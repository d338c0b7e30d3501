import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import messages from '../../../public/_locales/en/messages.json';
import { badgeFor } from '../../../src/background/badge.ts';
import { NOTIFICATION_TITLES, nextDue, type Reminder, remindersDue } from '../../../src/background/reminders.ts';
import { type Overview, overviewOf } from '../../../src/guidance/overview.ts';
import { AI_TRAINING } from '../../../src/linkedin/ai-setting.ts';
import { NO_OBJECTION } from '../../../src/storage/nothing.ts';
import type { ObjectionRecord } from '../../../src/storage/objection.ts';
import { STORED, type Stored } from '../../../src/storage/stored.ts';
import { today } from '../../../src/time.ts';
import type { Observation } from '../../../src/verdict/observation.ts';
import { DAY, failed, listed, NOW, off, offUnproven, on, recordOf, storedWith, switchedOff } from '../examples.ts';
import { anyObservations } from '../verdict/arbitrary.ts';

type Situation = {
  observations?: Observation[];
  objection?: Partial<ObjectionRecord>;
  recheckDays?: Stored['reminders']['recheckDays'];
  country?: string | null;
};

/** The overview at a time, of a member in Germany unless said otherwise. */
function overview(situation: Situation, now = NOW): Overview {
  const { observations = [], objection = {}, recheckDays = 30, country = 'DE' } = situation;
  const stored = storedWith({
    settings: observations.length > 0 ? { [AI_TRAINING]: recordOf(...observations) } : {},
    region: { version: 1, country },
    objection: { version: 2, current: { ...NO_OBJECTION, ...objection }, earlier: [] },
    reminders: { ...STORED.reminders.empty, recheckDays, notify: true },
  });
  return overviewOf(stored, { guess: null, managed: {}, era: 'era', version: '1.2.3', now });
}

function due(situation: Situation, now = NOW): Reminder[] {
  return remindersDue(overview(situation, now));
}

/** Noon of a day in 2026 where the test runs. */
function noon(month: number, day: number): number {
  return new Date(2026, month - 1, day, 12).getTime();
}

/** Sent on a Tuesday, to be answered by Friday 20 November. */
const SENT = { sentOn: '2026-10-20' };

describe('what the member is told', () => {
  it('is nothing where there is nothing to tell', () => {
    const quiet: Observation[][] = [[], [on()], [off()], [off(), failed('unstable')], [on(), switchedOff()]];
    for (const observations of quiet) expect(due({ observations })).toEqual([]);
  });

  it('is that the switch is on again, once for each time', () => {
    const first = [off(NOW - 9 * DAY), on(NOW - 5 * DAY)];
    const again: Reminder = { kind: 'on-again', about: String(NOW - 5 * DAY) };
    expect(due({ observations: first })).toEqual([again]);
    // Seen once more, by any way, it is the same occasion.
    expect(due({ observations: [...first, on(NOW - DAY)] })).toEqual([again]);
    expect(due({ observations: [...first, listed('on')] })).toEqual([again]);
    expect(due({ observations: [...first, failed('unstable')] })).toEqual([again]);
    expect(due({ observations: first }, NOW + 99 * DAY)).toEqual([again]);
    // Off and on once more, it is another.
    expect(due({ observations: [...first, off(NOW - 3 * DAY), on(NOW - DAY)] })).toEqual([
      { kind: 'on-again', about: String(NOW - DAY) },
    ]);
  });

  it('is that the answer is overdue, once for each deadline', () => {
    expect(due({ objection: SENT }, noon(11, 20))).toEqual([]);
    const overdue: Reminder = { kind: 'overdue', about: '2026-11-20' };
    expect(due({ objection: SENT }, noon(11, 21))).toEqual([overdue]);
    expect(due({ objection: SENT }, noon(12, 24))).toEqual([overdue]);
    // A period that would end on a Saturday.
    expect(due({ objection: { sentOn: '2026-10-21' } }, noon(11, 23))).toEqual([]);
    expect(due({ objection: { sentOn: '2026-10-21' } }, noon(11, 24))).toEqual([
      { kind: 'overdue', about: '2026-11-23' },
    ]);
    const extended = { ...SENT, extendedOn: '2026-11-10' };
    expect(due({ objection: extended }, noon(11, 21))).toEqual([]);
    expect(due({ objection: extended }, new Date(2027, 0, 21, 12).getTime())).toEqual([
      { kind: 'overdue', about: '2027-01-20' },
    ]);
  });

  it('is no overdue answer where there is none to wait for', () => {
    const over: Partial<ObjectionRecord>[] = [
      {},
      { ...SENT, answer: { on: '2026-11-10', outcome: 'refused' } },
      { ...SENT, complainedOn: '2026-11-21' },
      { ...SENT, closed: true },
    ];
    for (const objection of over) expect(due({ objection }, noon(12, 24))).toEqual([]);
    expect(due({ objection: SENT, country: 'US' }, noon(12, 24))).toEqual([]);
  });

  it.each([7, 30, 90] as const)('is to check again after %i days, once for each proof', (recheckDays) => {
    const proof = NOW - recheckDays * DAY;
    expect(due({ observations: [off(proof)], recheckDays })).toEqual([]);
    expect(due({ observations: [off(proof - 1)], recheckDays })).toEqual([
      { kind: 'recheck', about: String(proof - 1) },
    ]);
    // Seen off since, but not proven.
    expect(due({ observations: [off(proof - 1), offUnproven()], recheckDays })).toEqual([
      { kind: 'recheck', about: String(proof - 1) },
    ]);
    expect(due({ observations: [off(proof - DAY), off(proof - 1)], recheckDays })).toEqual([
      { kind: 'recheck', about: String(proof - 1) },
    ]);
    expect(due({ observations: [off(proof - DAY), off()], recheckDays })).toEqual([]);
  });

  it('is never to check again where the member wants no reminder, and all else still', () => {
    expect(due({ observations: [off(NOW - 999 * DAY)], recheckDays: null })).toEqual([]);
    const observations = [off(NOW - 9 * DAY), on()];
    expect(due({ observations, objection: SENT, recheckDays: null }, noon(11, 24)).map(({ kind }) => kind)).toEqual([
      'on-again',
      'overdue',
    ]);
  });

  it('is never to check again what was not off for certain', () => {
    for (const old of [on, offUnproven, switchedOff, () => listed('off', NOW - 99 * DAY)]) {
      expect(due({ observations: [old(NOW - 99 * DAY)] })).toEqual([]);
    }
  });

  it('begins with the loudest', () => {
    const again = [off(NOW - 9 * DAY), on(NOW - DAY)];
    expect(due({ observations: again, objection: SENT }).map(({ kind }) => kind)).toEqual(['on-again', 'overdue']);
    const stale = [off(NOW - 31 * DAY)];
    expect(due({ observations: stale, objection: SENT }).map(({ kind }) => kind)).toEqual(['overdue', 'recheck']);
  });

  it('has a title of its own for each kind', () => {
    const titles = Object.values(NOTIFICATION_TITLES).map((key) => messages[key as keyof typeof messages].message);
    expect(new Set(titles).size).toBe(3);
    expect(titles).not.toContain('');
  });
});

describe('the next time at which there is something new to say', () => {
  it.each<[string, Situation]>([
    ['nothing was read', {}],
    ['it is on', { observations: [on()] }],
    ['it is on again', { observations: [off(NOW - DAY), on()] }],
    ['it is off, but not confirmed', { observations: [offUnproven()] }],
    ['the answer is old already', { observations: [off(NOW - 31 * DAY)] }],
    ['reading failed', { observations: [failed('unstable')] }],
    ['the letter is not sent', { objection: { letters: { en: 'Dear LinkedIn' } } }],
    ['the answer is overdue already', { objection: SENT }],
    ['the objection was granted', { objection: { ...SENT, answer: { on: '2026-11-10', outcome: 'granted' } } }],
    ['no law sets a deadline', { objection: { sentOn: '2026-11-20' }, country: 'US' }],
  ])('is never where %s', (_, situation) => {
    expect(nextDue(overview(situation))).toBeNull();
  });

  it.each([7, 30, 90] as const)('is a moment after the last proof is %i days old', (recheckDays) => {
    const observations = [off(NOW - DAY)];
    expect(nextDue(overview({ observations, recheckDays }))).toBe(NOW - DAY + recheckDays * DAY + 1);
    // Not after it was last seen, which proves less.
    expect(nextDue(overview({ observations: [...observations, offUnproven()], recheckDays }))).toBe(
      NOW - DAY + recheckDays * DAY + 1,
    );
  });

  it('comes for the icon even where the member wants no reminder', () => {
    expect(nextDue(overview({ observations: [off()], recheckDays: null }))).toBe(NOW + 30 * DAY + 1);
  });

  it('is the midnight after the deadline, where the member is', () => {
    expect(nextDue(overview({ objection: SENT }, noon(11, 1)))).toBe(new Date(2026, 10, 21).getTime());
    // A period that would end on a Saturday.
    expect(nextDue(overview({ objection: { sentOn: '2026-10-21' } }, noon(11, 1)))).toBe(
      new Date(2026, 10, 24).getTime(),
    );
  });

  it('is the earliest of all', () => {
    const situation = { observations: [off(noon(11, 1))], objection: SENT };
    expect(nextDue(overview({ ...situation, recheckDays: 7 }, noon(11, 2)))).toBe(noon(11, 1) + 7 * DAY + 1);
    expect(nextDue(overview({ ...situation, recheckDays: 30 }, noon(11, 2)))).toBe(new Date(2026, 10, 21).getTime());
    // Once the first has passed, the other is next.
    const afterDeadline = overview({ ...situation, recheckDays: 30 }, noon(11, 21));
    expect(nextDue(afterDeadline)).toBe(noon(11, 1) + 30 * DAY + 1);
  });
});

describe('time alone changes what there is to say at that moment and at no other, whatever was seen before', () => {
  const anySituation = fc.record({
    observations: anyObservations.map((seen) => seen.filter(({ at }) => at <= NOW)),
    objection: fc.record({
      sentOn: fc.option(fc.integer({ min: 0, max: 100 }).map((days) => today(NOW - days * DAY))),
      extendedOn: fc.option(fc.constant(today(NOW))),
    }),
    recheckDays: fc.constantFrom(7, 30, 90, null),
    country: fc.constantFrom('DE', 'GB', 'CH', 'US', null),
  });

  /** All that is shown or told. */
  function said(situation: Situation, now: number) {
    const current = overview(situation, now);
    return { badge: badgeFor(current), due: remindersDue(current) };
  }

  it('it lies ahead', () => {
    fc.assert(
      fc.property(anySituation, (situation) => {
        expect(nextDue(overview(situation)) ?? Number.POSITIVE_INFINITY).toBeGreaterThan(NOW);
      }),
      { numRuns: 500 },
    );
  });

  it('until then nothing changes', () => {
    fc.assert(
      fc.property(anySituation, fc.double({ min: 0, max: 1, noNaN: true }), (situation, part) => {
        const end = (nextDue(overview(situation)) ?? NOW + 999 * DAY) - 1;
        expect(said(situation, end)).toEqual(said(situation, NOW));
        expect(said(situation, Math.floor(NOW + part * (end - NOW)))).toEqual(said(situation, NOW));
      }),
      { numRuns: 500 },
    );
  });

  it('from then on the state is another one', () => {
    fc.assert(
      fc.property(anySituation, (situation) => {
        const when = nextDue(overview(situation));
        if (when === null) return;
        const [before, after] = [when - 1, when].map((time) => overview(situation, time));
        const states = [before, after].map((one) => [one?.verdict.fresh, one?.objection.stage]);
        expect(states[1]).not.toEqual(states[0]);
        // It shows, but for a failure that had the icon ask before, where no reminder is wanted.
        if (before?.verdict.failure && situation.recheckDays === null) return;
        expect(said(situation, when)).not.toEqual(said(situation, when - 1));
      }),
      { numRuns: 500 },
    );
  });

  it('and it comes to an end: there are two such moments at most', () => {
    fc.assert(
      fc.property(anySituation, (situation) => {
        let moments = 0;
        for (let when = nextDue(overview(situation)); when !== null; when = nextDue(overview(situation, when))) {
          moments++;
          expect(moments).toBeLessThanOrEqual(2);
        }
      }),
      { numRuns: 300 },
    );
  });
});
