import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOTHING_KNOWN, type Observation, remember, rememberAll } from '../../../src/audit/history.ts';
import type { SettingRecord, Sighting } from '../../../src/audit/observation.ts';
import { REASONS, type Reason } from '../../../src/linkedin/reasons.ts';
import { LABEL } from '../linkedin/example-reading.ts';
import { anyObservation, anyObservations } from './arbitrary.ts';
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
} from './examples.ts';

const LATER = NOW + DAY;

function statesOf({ history }: SettingRecord): string[] {
  return history.map(({ state }) => state);
}

function isCertain({ state }: Observation): boolean {
  return state !== 'unknown';
}

describe('a certain reading', () => {
  it('is kept with what the page said, and with when it was first and last seen', () => {
    expect(recordOf(inLoad(7, off(NOW)))).toEqual({
      history: [
        {
          at: NOW,
          label: LABEL,
          language: 'en',
          via: 'page',
          wordsKnown: true,
          layoutDescribed: true,
          state: 'off',
          confirmed: { at: NOW, load: 7 },
          lastSeen: NOW,
        },
      ],
      failure: null,
      details: off().details,
    });
  });

  it.each([
    ['on', on(NOW), { at: NOW, load: 7 }],
    ['off', off(NOW), { at: NOW, load: 7 }],
    ['off, not proven', offUnproven(NOW), null],
    ['switched off', switchedOff(NOW), null],
    ['off in the list', listed('off', NOW), null],
  ])('"%s" keeps when and by which load it was confirmed, if it was', (_, observation, confirmed) => {
    expect(recordOf(inLoad(7, observation)).history).toEqual([expect.objectContaining({ confirmed })]);
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
    ['proves "off" anew is the confirmation', off(NOW), off(LATER), { at: LATER, load: 8 }],
    ['proves "on" anew is the confirmation', on(NOW), on(LATER), { at: LATER, load: 8 }],
    ['proves "off" first is the confirmation', offUnproven(NOW), off(LATER), { at: LATER, load: 8 }],
    ['proves nothing leaves the earlier one as it is', off(NOW), offUnproven(LATER), { at: NOW, load: 7 }],
    ['is "on" after a click leaves the earlier one as it is', on(NOW), switchedOn(LATER), { at: NOW, load: 7 }],
    ['stands in the list leaves the earlier one as it is', off(NOW), listed('off', LATER), { at: NOW, load: 7 }],
    ['proves nothing, as the one before, confirms nothing', offUnproven(NOW), offUnproven(LATER), null],
  ])('of the same state that %s', (_, earlier, later, confirmed) => {
    expect(recordOf(inLoad(7, earlier), inLoad(8, later)).history).toEqual([
      expect.objectContaining({ at: NOW, lastSeen: LATER, confirmed }),
    ]);
  });

  it('confirms what was switched off in the page before', () => {
    expect(recordOf(switchedOff(NOW), off(LATER)).history).toMatchObject([
      { at: NOW, state: 'off', confirmed: { at: LATER }, lastSeen: LATER },
    ]);
  });

  it('of another state is a new entry, the newest last', () => {
    expect(statesOf(recordOf(on(), off(), on()))).toEqual(['on', 'off', 'on']);
  });

  it('of another state takes over no confirmation', () => {
    expect(recordOf(on(NOW), offUnproven(LATER)).history).toMatchObject([
      { confirmed: { at: NOW } },
      { confirmed: null },
    ]);
  });

  it('takes an earlier failure away', () => {
    expect(recordOf(failed('unstable'), on()).failure).toBeNull();
    expect(recordOf(on(), failed('unstable'), on()).failure).toBeNull();
  });

  it('brings the structure of the page along', () => {
    expect(recordOf(on()).details).toEqual(on().details);
    expect(recordOf(on(), failed('unstable')).details).toEqual(failed('unstable').details);
  });
});

describe('"off" after a click', () => {
  it('has to be confirmed anew, even if an earlier "off" was', () => {
    expect(recordOf(off(NOW), switchedOff(LATER)).history).toMatchObject([
      { at: NOW, state: 'off', confirmed: { at: NOW }, lastSeen: NOW },
      { at: LATER, state: 'off', confirmed: null },
    ]);
  });

  it('is one entry, however often it is told before it is confirmed', () => {
    expect(recordOf(on(NOW), switchedOff(NOW), switchedOff(LATER)).history).toMatchObject([
      { state: 'on' },
      { at: NOW, state: 'off', confirmed: null, lastSeen: LATER },
    ]);
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
      },
      details: failed('no-control').details,
    });
  });

  it.each(REASONS)('leaves what was certain as it was when another load gives "%s"', (reason) => {
    const known = recordOf(on(NOW), off(NOW));
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

describe('a page that contradicts what the same load said before', () => {
  const CONTRADICTIONS: Reason[] = ['several-controls', 'contradicting-signals', 'wording-changed', 'page-stayed'];

  it.each(CONTRADICTIONS)('with "%s" takes the confirmation back', (reason) => {
    const record = recordOf(on(NOW), inLoad(7, off(NOW)), inLoad(7, failed(reason, LATER)));
    expect(record).toMatchObject({
      history: [
        { state: 'on', confirmed: { at: NOW } },
        { state: 'off', at: NOW, lastSeen: NOW, confirmed: null },
      ],
      failure: { reason },
    });
  });

  it.each(CONTRADICTIONS)('with "%s" says nothing against another load', (reason) => {
    const record = recordOf(inLoad(7, off(NOW)), inLoad(8, failed(reason, LATER)));
    expect(record.history).toMatchObject([{ state: 'off', confirmed: { at: NOW } }]);
  });

  it.each(REASONS.filter((reason) => !CONTRADICTIONS.includes(reason)))(
    'is not one that only cannot be read any more, with "%s"',
    (reason) => {
      const record = recordOf(inLoad(7, off(NOW)), inLoad(7, failed(reason, LATER)));
      expect(record.history).toMatchObject([{ state: 'off', confirmed: { at: NOW } }]);
    },
  );

  it.each(CONTRADICTIONS)('with "%s" takes it back after other loads that proved nothing', (reason) => {
    const others = [inLoad(8, offUnproven(LATER)), inLoad(9, listed('off', LATER)), inLoad(8, failed('unstable'))];
    const record = recordOf(inLoad(7, off(NOW)), ...others, inLoad(7, failed(reason, LATER)));
    expect(record).toMatchObject({ history: [{ state: 'off', at: NOW, confirmed: null }], failure: { reason } });
  });

  it.each(CONTRADICTIONS)('with "%s" leaves what another load has confirmed since', (reason) => {
    const record = recordOf(inLoad(7, off(NOW)), inLoad(8, off(LATER)), inLoad(7, failed(reason, LATER)));
    expect(record.history).toMatchObject([{ state: 'off', confirmed: { at: LATER, load: 8 } }]);
  });

  it.each(CONTRADICTIONS)('with "%s" in the load that read last leaves what an earlier one confirmed', (reason) => {
    const record = recordOf(inLoad(7, off(NOW)), inLoad(8, offUnproven(LATER)), inLoad(8, failed(reason, LATER)));
    expect(record.history).toMatchObject([{ state: 'off', confirmed: { at: NOW, load: 7 } }]);
  });

  it('takes back only the confirmation, nothing else that was seen', () => {
    const known = recordOf(inLoad(7, off(NOW)));
    const after = remember(known, inLoad(7, failed('wording-changed', LATER)));
    expect(after.history).toEqual(known.history.map((sighting) => ({ ...sighting, confirmed: null })));
  });

  it('can be confirmed anew by the next load', () => {
    const record = recordOf(inLoad(7, off(NOW)), inLoad(7, failed('wording-changed', NOW)), inLoad(8, off(LATER)));
    expect(record).toMatchObject({ history: [{ at: NOW, confirmed: { at: LATER } }], failure: null });
  });
});

describe('the list of a category page says less than the setting’s own page', () => {
  it.each<[string, SettingRecord, 'on' | 'off']>([
    ['"on"', recordOf(on(NOW)), 'on'],
    ['"off"', recordOf(off(NOW)), 'off'],
    ['"off" that nothing proves', recordOf(offUnproven(NOW)), 'off'],
    ['"off" with a failure since', recordOf(on(NOW), off(NOW), failed('signed-out', NOW)), 'off'],
  ])('and where it agrees with %s, only moves "last seen" and leaves failure and details', (_, known, state) => {
    const history = known.history.with(-1, { ...(known.history.at(-1) as Sighting), lastSeen: LATER });
    expect(remember(known, listed(state, LATER))).toEqual({ ...known, history });
  });

  it('and where it agrees with an earlier list, tells what stands there now', () => {
    const known = recordOf(listed('off', NOW), failedInList('no-value', NOW));
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

  it.each(['no-value', 'unknown-word'] as const)(
    'and its failure "%s" changes nothing known from the page',
    (reason) => {
      for (const known of [
        recordOf(off(NOW)),
        recordOf(failed('unstable', NOW)),
        recordOf(on(NOW), failed('no-main')),
      ]) {
        expect(remember(known, failedInList(reason, LATER))).toEqual(known);
      }
    },
  );

  it.each(['no-value', 'unknown-word'] as const)(
    'and its failure "%s" is kept where there is nothing better',
    (reason) => {
      expect(recordOf(failedInList(reason)).failure).toMatchObject({ reason, via: 'list' });
      expect(recordOf(listed('off'), failedInList(reason))).toMatchObject({
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
    const after = rememberAll(settings, [
      { setting: 'one', observation: off(LATER) },
      { setting: 'three', observation: on(LATER) },
    ]);
    expect(after).toEqual({ one: recordOf(on(NOW), off(LATER)), two: recordOf(off(NOW)), three: recordOf(on(LATER)) });
    expect(settings).toEqual({ one: recordOf(on(NOW)), two: recordOf(off(NOW)) });
  });

  it('of the same setting are added in their order', () => {
    const after = rememberAll({}, [
      { setting: 'one', observation: on(NOW) },
      { setting: 'one', observation: off(LATER) },
    ]);
    expect(after).toEqual({ one: recordOf(on(NOW), off(LATER)) });
  });
});

describe('whatever is observed', () => {
  it('the last entry tells the last certain state, with the time it was last seen', () => {
    fc.assert(
      fc.property(anyObservations, (observations) => {
        const last = observations.findLast(isCertain);
        const entry = recordOf(...observations).history.at(-1);
        expect(entry && [entry.state, entry.lastSeen]).toEqual(last && [last.state, last.at]);
      }),
    );
  });

  it('the failure shown is the last attempt on the setting’s own page, if that one failed', () => {
    fc.assert(
      fc.property(anyObservations, (observations) => {
        const onPage = observations.filter(({ via }) => via === 'page');
        const last = onPage.at(-1);
        const reason = last?.state === 'unknown' ? last.reason : undefined;
        expect(recordOf(...onPage).failure?.reason).toBe(reason);
      }),
    );
  });

  it('a confirmation is one that was observed, with its time and its load', () => {
    fc.assert(
      fc.property(anyObservations, (observations) => {
        const given = observations.flatMap(({ at, load, ...seen }) =>
          seen.state !== 'unknown' && seen.confirmed ? [{ at, load }] : [],
        );
        const kept = recordOf(...observations).history.flatMap(({ confirmed }) => confirmed ?? []);
        for (const confirmed of kept) expect(given).toContainEqual(confirmed);
      }),
    );
  });

  it('earlier entries are never changed, only added to', () => {
    fc.assert(
      fc.property(anyObservations, anyObservation, (observations, next) => {
        const known = recordOf(...observations);
        const earlier = known.history.slice(0, -1);
        expect(remember(known, next).history.slice(0, earlier.length)).toEqual(earlier);
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

describe('a switch that flickers', () => {
  const flips = (count: number, from: number) =>
    Array.from({ length: count }, (_, index) => (index % 2 ? switchedOn : switchedOff)(from + index * 500));

  it('fills no more than a little storage in a day, and is still known as it stands', () => {
    const record = recordOf(on(NOW - DAY), ...flips(2001, NOW));
    expect(JSON.stringify(record).length).toBeLessThan(50_000);
    expect(record.history.at(-1)).toMatchObject({ state: 'off', confirmed: null });
    expect(recordOf(on(NOW - DAY), ...flips(2000, NOW)).history.at(-1)?.state).toBe('on');
  });

  it('hides nothing that comes on later days', () => {
    const record = recordOf(...flips(2000, NOW), off(NOW + 2 * DAY), on(NOW + 3 * DAY));
    expect(record.history.slice(-2).map(({ state }) => state)).toEqual(['off', 'on']);
  });
});
