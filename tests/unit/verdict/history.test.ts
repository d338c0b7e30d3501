import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROOFS } from '../../../src/linkedin/interpret.ts';
import { REASONS, type Reason } from '../../../src/linkedin/reasons.ts';
import { NOTHING_KNOWN } from '../../../src/storage/nothing.ts';
import type { SettingRecord, Sighting } from '../../../src/storage/setting-record.ts';
import { type Kind, kindOf, remember, rememberAll } from '../../../src/verdict/history.ts';
import type { Observation } from '../../../src/verdict/observation.ts';
import { verdictOf } from '../../../src/verdict/verdict.ts';
import {
  DAY,
  failed,
  failedInList,
  inLoad,
  LABEL,
  listed,
  NOW,
  off,
  offUnproven,
  on,
  recordAfter,
  recordOf,
  switchedOff,
  switchedOn,
} from '../examples.ts';
import { anyObservation, anyObservations } from './arbitrary.ts';

const LATER = NOW + DAY;

const PAGE_REASONS = REASONS.filter((reason) => !['no-value', 'unknown-word', 'several-values'].includes(reason));

function statesOf({ history }: SettingRecord): string[] {
  return history.map(({ state }) => state);
}

function isCertain({ state }: Observation): boolean {
  return state !== 'unknown';
}

describe('a certain reading', () => {
  it('is kept with what the page said, with when it was first and last seen, and in which load', () => {
    expect(recordOf(inLoad(NOW - 7.4, off(NOW)))).toEqual({
      history: [
        {
          at: NOW,
          label: LABEL,
          language: 'en',
          via: 'page',
          wordsKnown: true,
          layoutDescribed: true,
          recognisable: false,
          state: 'off',
          missing: null,
          confirmed: { at: NOW - 7, load: NOW - 7.4 },
          load: NOW - 7.4,
          lastSeen: NOW,
        },
      ],
      failure: null,
      newest: { load: NOW - 7.4, spokenAt: NOW - 7.4, before: { added: 1, last: null, failure: null } },
      details: off().details,
      earlier: NOTHING_KNOWN.earlier,
    });
  });

  it.each([
    ['on', on(NOW), { at: NOW - 7, load: NOW - 7 }],
    ['off', off(NOW), { at: NOW - 7, load: NOW - 7 }],
    ['off, not proven', offUnproven(NOW), null],
    ['switched off', switchedOff(NOW), null],
    ['off in the list', listed('off', NOW), null],
  ])('"%s" keeps by which load it was confirmed, if it was, and the time is that of the load', (_, seen, confirmed) => {
    expect(recordOf(inLoad(NOW - 7, seen)).history).toEqual([expect.objectContaining({ confirmed })]);
  });

  it.each(PROOFS)('of "off" keeps that "%s" is the first proof that is not there', (missing) => {
    expect(recordOf(offUnproven(NOW, missing)).history).toMatchObject([{ missing, confirmed: null }]);
    expect(recordOf(off(NOW), offUnproven(LATER, missing)).history).toMatchObject([
      { missing, confirmed: { at: NOW } },
    ]);
  });

  it('of the same state only moves "last seen" and the confirmation', () => {
    expect(recordOf(off(NOW), off(LATER)).history).toMatchObject([
      { at: NOW, lastSeen: LATER, confirmed: { at: LATER } },
    ]);
  });

  it('of the same state keeps what the page calls the setting now', () => {
    const renamed = { label: 'Another name', language: 'de', wordsKnown: false, layoutDescribed: false };
    expect(recordOf(off(NOW), { ...off(LATER), ...renamed }).history).toMatchObject([{ at: NOW, ...renamed }]);
  });

  it.each<[string, Observation, Observation, { at: number; load: number } | null]>([
    ['proves "off" again is the confirmation', off(NOW), off(LATER), { at: LATER, load: LATER }],
    ['proves "on" again is the confirmation', on(NOW), on(LATER), { at: LATER, load: LATER }],
    ['proves "off" first is the confirmation', offUnproven(NOW), off(LATER), { at: LATER, load: LATER }],
    ['proves nothing leaves the earlier one as it is', off(NOW), offUnproven(LATER), { at: NOW, load: NOW }],
    ['is "on" after a click is the confirmation', on(NOW), switchedOn(LATER), { at: LATER, load: LATER }],
    ['stands in the list leaves the earlier one as it is', off(NOW), listed('off', LATER), { at: NOW, load: NOW }],
    ['proves nothing, as the one before, confirms nothing', offUnproven(NOW), offUnproven(LATER), null],
  ])('of the same state that %s', (_, earlier, later, confirmed) => {
    expect(recordOf(earlier, later).history).toEqual([
      expect.objectContaining({ at: NOW, lastSeen: LATER, confirmed }),
    ]);
  });

  it('confirms what was switched off in the page before', () => {
    expect(recordOf(switchedOff(NOW), off(LATER)).history).toMatchObject([
      { at: NOW, state: 'off', confirmed: { at: LATER }, lastSeen: LATER },
    ]);
  });

  it('of another state is a new entry, the newest last', () => {
    expect(statesOf(recordOf(on(NOW), off(NOW + 1), on(NOW + 2)))).toEqual(['on', 'off', 'on']);
  });

  it('of another state takes over no confirmation', () => {
    expect(recordOf(on(NOW), offUnproven(LATER)).history).toMatchObject([
      { confirmed: { at: NOW } },
      { confirmed: null },
    ]);
  });

  it('takes an earlier failure away', () => {
    expect(recordOf(failed('unstable', NOW), on(LATER)).failure).toBeNull();
    expect(recordOf(on(NOW), failed('unstable', NOW + 1), on(LATER)).failure).toBeNull();
    expect(recordOf(failed('unstable', NOW), inLoad(NOW, on(LATER))).failure).toBeNull();
  });

  it('brings the structure of the page along', () => {
    expect(recordOf(on()).details).toEqual(on().details);
    expect(recordOf(on(NOW), failed('unstable', LATER)).details).toEqual(failed('unstable').details);
  });
});

describe('"off" after a click', () => {
  it('has to be confirmed again, even if an earlier "off" was', () => {
    expect(recordOf(off(NOW), switchedOff(LATER)).history).toMatchObject([
      { at: NOW, state: 'off', confirmed: { at: NOW }, lastSeen: NOW },
      { at: LATER, state: 'off', confirmed: null },
    ]);
  });

  it('is one entry, however often it is told before it is confirmed', () => {
    const [first, again] = [switchedOff(NOW + 1), inLoad(NOW + 1, { ...switchedOff(LATER), switchedAt: NOW + 1 })];
    for (const retold of [again, switchedOff(LATER), offUnproven(LATER)]) {
      expect(recordOf(on(NOW), first, retold).history).toMatchObject([
        { state: 'on' },
        { at: NOW + 1, state: 'off', confirmed: null, lastSeen: LATER },
      ]);
    }
  });

  it('is in doubt only where it was used after the load that confirmed it', () => {
    const before = { ...switchedOff(LATER), switchedAt: NOW - 1 };
    expect(recordOf(off(NOW), before).history).toMatchObject([{ at: NOW, confirmed: { at: NOW }, lastSeen: LATER }]);
  });
});

it('"on" after a click is seen as "on" without another entry', () => {
  expect(recordOf(on(NOW), switchedOn(LATER)).history).toMatchObject([{ state: 'on', at: NOW, lastSeen: LATER }]);
});

describe('a failed attempt', () => {
  it('is kept with its reason', () => {
    expect(recordOf(failed('no-control', NOW))).toEqual({
      history: [],
      failure: {
        at: NOW,
        reason: 'no-control',
        label: '',
        language: 'en',
        via: 'page',
        word: '',
        wordsKnown: true,
        layoutDescribed: true,
        recognisable: false,
      },
      newest: { load: NOW, spokenAt: NOW, before: { added: 0, last: null, failure: null } },
      details: failed('no-control').details,
      earlier: NOTHING_KNOWN.earlier,
    });
  });

  it.each(REASONS)('leaves what was certain as it was when another load gives "%s"', (reason) => {
    const known = recordOf(on(NOW), off(NOW + 1));
    expect(remember(known, failed(reason, LATER))).toMatchObject({
      history: known.history,
      failure: { reason, at: LATER },
    });
  });

  it('takes the place of the failure before', () => {
    expect(recordOf(failed('unstable', NOW), failed('no-main', LATER)).failure).toMatchObject({
      reason: 'no-main',
      at: LATER,
    });
  });
});

describe('a failure in the load that was just believed', () => {
  const INNOCENT: Reason[] = ['signed-out', 'translated', 'page-stayed', 'half-loaded'];
  const [EARLIER, LOAD] = [NOW - DAY, NOW - 60_000];

  it.each(PAGE_REASONS.filter((reason) => !INNOCENT.includes(reason)))(
    'by "%s" takes back all that this load has said, and an older confirmation stands with the failure beside it',
    (reason) => {
      const known = recordOf(on(EARLIER - DAY), off(EARLIER));
      const record = recordAfter(known, inLoad(LOAD, off(NOW)), inLoad(LOAD, failed(reason, LATER)));
      expect(record.history).toEqual(known.history);
      expect(record.failure).toMatchObject({ reason, at: LATER });
      const first = recordOf(inLoad(LOAD, off(NOW)), inLoad(LOAD, failed(reason, LATER)));
      expect(first).toMatchObject({ history: [], failure: { reason } });
    },
  );

  it.each(INNOCENT)('by "%s" takes nothing back: it says nothing of the switch', (reason) => {
    const known = recordOf(inLoad(LOAD, off(NOW)));
    expect(remember(known, inLoad(LOAD, failed(reason, LATER)))).toMatchObject({
      history: known.history,
      failure: { reason, at: LATER },
    });
  });

  it('takes "on" back too, and the failure that was there before is shown again only if it is the better one', () => {
    const known = recordOf(off(EARLIER), failed('no-main', EARLIER + 1));
    const record = recordAfter(known, inLoad(LOAD, on(NOW)), inLoad(LOAD, failed('unstable', LATER)));
    expect(record).toMatchObject({ history: known.history, failure: { reason: 'unstable', at: LATER } });
  });

  it('leaves the confirmation of another load', () => {
    const record = recordOf(off(NOW), failed('several-controls', LATER));
    expect(record.history).toMatchObject([{ state: 'off', confirmed: { at: NOW } }]);
  });

  it('says nothing once a later load has spoken', () => {
    const known = recordOf(off(NOW), off(LATER));
    expect(remember(known, inLoad(NOW, failed('several-controls', LATER + 1)))).toBe(known);
  });

  it('can be followed by what the page says after all, with its proofs, in the same load', () => {
    const told = [off(NOW), failed('unstable', NOW + 1), off(NOW + 2)].map((seen) => inLoad(LOAD, seen));
    expect(recordOf(...told)).toMatchObject({ history: [{ at: NOW + 2, confirmed: { load: LOAD } }], failure: null });
  });

  it('does not keep what it took back: the proofs must be there again', () => {
    const told = [off(NOW), failed('unstable', NOW + 1), offUnproven(NOW + 2, 'whole')];
    const { history } = recordOf(...told.map((seen) => inLoad(LOAD, seen)));
    expect(history).toMatchObject([{ at: NOW + 2, missing: 'whole', confirmed: null }]);
  });

  it('does not undo what the member did in it', () => {
    const record = recordOf(
      on(EARLIER),
      inLoad(LOAD, on(NOW)),
      inLoad(LOAD, switchedOff(NOW + 1)),
      inLoad(LOAD, { ...failed('unstable', LATER), switchedAt: NOW + 1 }),
    );
    expect(record).toMatchObject({ history: [{ state: 'on' }, { state: 'off' }], failure: { reason: 'unstable' } });
  });
});

describe('the list of a category page says less than the setting’s own page', () => {
  it.each<[string, SettingRecord, 'on' | 'off']>([
    ['"on"', recordOf(on(NOW)), 'on'],
    ['"off"', recordOf(off(NOW)), 'off'],
    ['"off" that nothing proves', recordOf(offUnproven(NOW)), 'off'],
    ['"off" with a failure since', recordOf(on(NOW), off(NOW + 1), failed('signed-out', NOW + 2)), 'off'],
  ])('and where it agrees with %s, only moves "last seen" and leaves failure and details', (_, known, state) => {
    const history = known.history.with(-1, { ...(known.history.at(-1) as Sighting), lastSeen: LATER });
    expect(remember(known, listed(state, LATER))).toEqual({ ...known, history, newest: expect.anything() });
  });

  it('and where it agrees with an earlier list, tells what stands there now', () => {
    const known = recordOf(listed('off', NOW), failedInList('no-value', NOW + 1));
    expect(remember(known, { ...listed('off', LATER), label: 'Another name' })).toMatchObject({
      history: [{ at: NOW, lastSeen: LATER, via: 'list', label: 'Another name', confirmed: null }],
      failure: null,
    });
  });

  it('but where it differs, it is believed, and confirms nothing', () => {
    expect(recordOf(on(NOW), listed('off', LATER)).history).toMatchObject([
      { state: 'on', via: 'page' },
      { state: 'off', via: 'list', confirmed: null },
    ]);
    expect(statesOf(recordOf(off(NOW), listed('on', LATER)))).toEqual(['off', 'on']);
  });

  it('and gives way to the page', () => {
    expect(recordOf(listed('off', NOW), off(LATER)).history).toMatchObject([
      { at: NOW, via: 'page', label: LABEL, confirmed: { at: LATER } },
    ]);
  });

  it.each(['no-value', 'unknown-word', 'several-values'] as const)(
    'and its failure "%s" changes nothing known from the page',
    (reason) => {
      for (const known of [
        recordOf(off(NOW)),
        recordOf(failed('unstable', NOW)),
        recordOf(on(NOW), failed('no-main', NOW + 1)),
      ]) {
        expect(remember(known, failedInList(reason, LATER))).toEqual({ ...known, newest: expect.anything() });
      }
    },
  );

  it.each(['no-value', 'unknown-word', 'several-values'] as const)(
    'and its failure "%s" is kept where there is nothing better',
    (reason) => {
      expect(recordOf(failedInList(reason)).failure).toMatchObject({ reason, via: 'list' });
      expect(recordOf(listed('off', NOW), failedInList(reason, LATER))).toMatchObject({
        history: [{ state: 'off' }],
        failure: { reason },
      });
    },
  );

  it('and its unknown word is kept, to be quoted', () => {
    expect(recordOf(failedInList('unknown-word')).failure?.word).toBe('Perhaps');
  });
});

describe('observations of several settings', () => {
  it('are each added to what is known of that setting', () => {
    const settings = { one: recordOf(on(NOW)), two: recordOf(off(NOW)) };
    const all = rememberAll(settings, [
      { setting: 'one', observation: off(LATER) },
      { setting: 'three', observation: on(LATER) },
    ]);
    expect(all).toEqual({ one: recordOf(on(NOW), off(LATER)), two: recordOf(off(NOW)), three: recordOf(on(LATER)) });
    expect(settings).toEqual({ one: recordOf(on(NOW)), two: recordOf(off(NOW)) });
  });

  it('of the same setting are added in their order', () => {
    const all = rememberAll({}, [
      { setting: 'one', observation: on(NOW) },
      { setting: 'one', observation: off(LATER) },
    ]);
    expect(all).toEqual({ one: recordOf(on(NOW), off(LATER)) });
  });
});

describe('whatever is observed', () => {
  it('the last entry tells the latest certain word, with the time it was last seen', () => {
    fc.assert(
      fc.property(anyObservations, anyObservation, (observations, next) => {
        const known = recordOf(...observations);
        const entry = remember(known, next).history.at(-1);
        if (kindOf(known, next) === 'outdated') expect(remember(known, next)).toBe(known);
        else if (isCertain(next)) expect(entry).toMatchObject({ state: next.state, lastSeen: next.at });
      }),
      { numRuns: 1000 },
    );
  });

  it('the failure shown is the latest attempt on the setting’s own page, if that one failed', () => {
    fc.assert(
      fc.property(anyObservations, anyObservation, (observations, next) => {
        const known = recordOf(...observations.filter(({ via }) => via === 'page'));
        fc.pre(next.via === 'page' && kindOf(known, next) !== 'outdated');
        const reason = next.state === 'unknown' ? next.reason : undefined;
        expect(remember(known, next).failure?.reason).toBe(reason);
      }),
    );
  });

  it('a confirmation is of a load that was told with every proof, and its time is that of the load', () => {
    fc.assert(
      fc.property(anyObservations, (observations) => {
        const given = observations.flatMap(({ load, ...seen }) =>
          seen.state !== 'unknown' && seen.missing === null ? [{ at: Math.round(load), load }] : [],
        );
        const kept = recordOf(...observations).history.flatMap(({ confirmed }) => confirmed ?? []);
        for (const confirmed of kept) expect(given).toContainEqual(confirmed);
      }),
    );
  });

  it('earlier entries are never changed, only added to, but for what the newest load takes back of its own', () => {
    fc.assert(
      fc.property(anyObservations, anyObservation, (observations, next) => {
        const known = recordOf(...observations);
        const history = remember(known, next).history;
        const isTakenBack = kindOf(known, next) === 'correction';
        const left = known.history.length - (isTakenBack ? (known.newest?.before?.added ?? 0) : 0);
        const earlier = known.history.slice(0, Math.max(0, left - 1));
        expect(history.slice(0, earlier.length)).toEqual(earlier);
      }),
    );
  });

  it('the latest word never goes back in time while the clock does not', () => {
    fc.assert(
      fc.property(anyObservations, anyObservation, (observations, next) => {
        const known = recordOf(...observations);
        fc.pre(known.newest !== null && known.newest.spokenAt <= next.at);
        expect(remember(known, next).newest?.spokenAt).toBeGreaterThanOrEqual(known.newest?.spokenAt ?? 0);
      }),
    );
  });

  it('what was known before is left as it was', () => {
    fc.assert(
      fc.property(anyObservations, anyObservation, (observations, next) => {
        const known = recordOf(...observations);
        const copy = structuredClone(known);
        const nothing = structuredClone(NOTHING_KNOWN);
        remember(known, next);
        remember(NOTHING_KNOWN, next);
        expect(known).toEqual(copy);
        expect(NOTHING_KNOWN).toEqual(nothing);
      }),
    );
  });
});

describe('what an observation is to what is known', () => {
  const L = NOW - 60_000;
  const onInL = inLoad(L, on(NOW));
  const offInL = inLoad(L, off(NOW));
  const turned = inLoad(L, switchedOff(NOW + 1));

  it.each<[Kind, string, Observation[], Observation]>([
    ['news', 'the first of all', [], offInL],
    ['news', 'of a later load', [onInL], inLoad(L + 1, off(LATER))],
    ['news', 'of a later load that fails', [onInL], inLoad(L + 1, failed('unstable', LATER))],
    ['news', 'of a later load of the list', [onInL], inLoad(L + 1, listed('off', LATER))],
    ['news', 'of a load that began after the switch was turned', [turned], off(LATER)],
    ['news', 'told with a clock that was set back', [onInL], off(L - DAY)],
    ['outdated', 'of an earlier load', [onInL], inLoad(L - 1, off(LATER))],
    ['outdated', 'of an earlier load that fails', [onInL], inLoad(L - 1, failed('unstable', LATER))],
    ['outdated', 'of an earlier load of the list', [onInL], inLoad(L - 1, listed('off', LATER))],
    ['outdated', 'of a load that began before the switch was turned elsewhere', [turned], inLoad(NOW, on(LATER))],
    ['outdated', 'of an earlier turn', [turned], { ...inLoad(L - 1, on(LATER)), switchedAt: NOW }],
    ['outdated', 'of the load in which the switch was turned, from before that', [turned], inLoad(L, on(LATER))],
    ['turn', 'of the switch in the same load', [onInL], turned],
    ['turn', 'of the switch in a later load', [onInL], { ...inLoad(L + 1, off(LATER)), switchedAt: NOW + 1 }],
    ['turn', 'of the switch in an earlier load', [onInL], { ...inLoad(L - 1, off(LATER)), switchedAt: NOW + 1 }],
    ['turn', 'of the switch that was turned before', [turned], { ...inLoad(L, on(LATER)), switchedAt: NOW + 2 }],
    ['again', 'of the same load that says the same', [offInL], inLoad(L, off(LATER))],
    ['again', 'of the same load with more proof', [inLoad(L, offUnproven(NOW))], inLoad(L, off(LATER))],
    ['again', 'of the same load with less', [offInL], inLoad(L, offUnproven(LATER))],
    [
      'again',
      'of the same load that cannot be read, for nothing to do with the switch',
      [offInL],
      inLoad(L, failed('signed-out', LATER)),
    ],
    ['again', 'of the same turn', [turned], { ...turned, at: LATER }],
    [
      'again',
      'of the load of the last turn that fails',
      [turned],
      { ...inLoad(L, failed('unstable', LATER)), switchedAt: NOW + 1 },
    ],
    ['again', 'of the same load, which had failed', [inLoad(L, failed('unstable', NOW))], offInL],
    ['correction', 'of the same load that says on', [offInL], inLoad(L, on(LATER))],
    ['correction', 'of the same load that says off', [onInL], inLoad(L, off(LATER))],
    ['correction', 'of the same load, told by the list', [offInL], inLoad(L, listed('on', LATER))],
    ['correction', 'of the same load that cannot be read any more', [offInL], inLoad(L, failed('no-control', LATER))],
  ])('"%s": %s', (kind, _, known, next) => {
    expect(kindOf(recordOf(...known), next)).toBe(kind);
  });
});

describe('with a clock that was set back', () => {
  /** By a clock that is now behind, another tab was loaded later, and says on. */
  const known = recordOf(off(NOW - DAY), on(NOW));
  const now = NOW - 60_000;

  it('later loads count, and "off" is confirmed by the first that can be told to be later', () => {
    const first = recordAfter(known, inLoad(now - 6000, off(now)));
    expect(verdictOf(first, null, now)).toMatchObject({ name: 'unconfirmed', missing: 'newest' });
    expect(verdictOf(recordAfter(first, off(now + 9000)), null, now + 9000).name).toBe('opted-out');
    expect(verdictOf(recordAfter(first, on(now + 9000)), null, now + 9000).name).toBe('opted-in');
  });

  it('"on" is believed at once', () => {
    const record = recordAfter(recordOf(off(NOW)), inLoad(now - 6000, on(now)));
    expect(verdictOf(record, null, now)).toMatchObject({ name: 'opted-in', againAfter: NOW });
  });

  it('an old tab never confirms, however often it is asked', () => {
    const old = NOW - DAY / 2;
    const told = [0, 1, 2, 3].map((minutes) => inLoad(old, off(now + minutes * 60_000)));
    for (let count = 1; count <= told.length; count++) {
      const record = recordAfter(known, ...told.slice(0, count));
      expect(verdictOf(record, null, NOW + 9).name).toBe('unconfirmed');
    }
  });

  it('a page that only shows its value late still corrects itself', () => {
    const first = recordAfter(known, inLoad(now - 6000, off(now)));
    const record = recordAfter(first, inLoad(now - 6000, on(now + 1)));
    expect(verdictOf(record, null, now + 1).name).toBe('opted-in');
    expect(statesOf(record)).toEqual(['off', 'on']);
  });

  it('of two tabs from before, the one that is asked last is believed no more than the other', () => {
    const [one, other] = [inLoad(NOW - 5, off(now)), inLoad(NOW - 9, off(now + 1))];
    for (const told of [
      [one, other],
      [other, one],
    ]) {
      expect(verdictOf(recordAfter(known, ...told), null, now + 2).name).not.toBe('opted-out');
    }
  });
});

describe('a reading that could not be kept at once', () => {
  it('is heard in the order of the loads, although its own time lies before the latest word', () => {
    const known = { one: recordOf(off(NOW - DAY), on(NOW)) };
    const late = [{ setting: 'one', observation: off(NOW - 60_000) }];
    expect(rememberAll(known, late, LATER)).toEqual(known);
    const newer = [{ setting: 'one', observation: off(NOW + 1) }];
    expect(rememberAll(known, newer, LATER)).toEqual({
      one: recordAfter(recordOf(off(NOW - DAY), on(NOW)), off(NOW + 1)),
    });
  });

  it('may be heard twice', () => {
    const told = [inLoad(NOW, off(NOW + 1)), inLoad(NOW, on(NOW + 2)), switchedOff(NOW + 3)];
    const late = told.map((observation) => ({ setting: 'one', observation }));
    const once = rememberAll({}, late, LATER);
    expect(rememberAll(once, late, LATER)).toEqual(once);
  });
});

it('a switch that flickers within one load adds nothing: it has only just arrived each time', () => {
  const told = Array.from({ length: 101 }, (_, index) => inLoad(NOW, index % 2 ? on(NOW + index) : off(NOW + index)));
  expect(recordOf(on(NOW - DAY), ...told).history).toMatchObject([{ state: 'on' }, { state: 'off', at: NOW + 100 }]);
});
