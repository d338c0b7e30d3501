import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Span, timelineOf } from '../../../src/report/timeline.ts';
import { NOTHING_KNOWN } from '../../../src/storage/nothing.ts';
import type { Sighting } from '../../../src/storage/setting-record.ts';
import { DAY, listed, NOW, off, offUnproven, on, recordOf } from '../examples.ts';
import { anyObservations, anyTime } from '../verdict/arbitrary.ts';

/** Midnight where the test runs. */
function midnight(year: number, month: number, dayOfMonth: number): number {
  return new Date(year, month - 1, dayOfMonth).getTime();
}

function timeline(record = NOTHING_KNOWN, country: string | null = 'DE', from = NOW, to = NOW + 10 * DAY) {
  return timelineOf(record.history, country, from, to);
}

describe('the switch over time', () => {
  it('is not known where nothing was read', () => {
    expect(timeline().switch).toEqual([{ from: NOW, to: NOW + 10 * DAY, state: 'not-known' }]);
  });

  it('is known only while the same state was seen, and not between two states', () => {
    const record = recordOf(on(NOW + DAY), on(NOW + 3 * DAY), off(NOW + 5 * DAY), off(NOW + 6 * DAY));
    expect(timeline(record).switch).toEqual([
      { from: NOW, to: NOW + DAY, state: 'not-known' },
      { from: NOW + DAY, to: NOW + 3 * DAY, state: 'on' },
      { from: NOW + 3 * DAY, to: NOW + 5 * DAY, state: 'not-known' },
      { from: NOW + 5 * DAY, to: NOW + 6 * DAY, state: 'off' },
      { from: NOW + 6 * DAY, to: NOW + 10 * DAY, state: 'not-known' },
    ]);
  });

  it('is off for certain only up to the last time that was confirmed', () => {
    const record = recordOf(off(NOW), listed('off', NOW + 2 * DAY));
    expect(timeline(record).switch.slice(0, 2)).toEqual([
      { from: NOW, to: NOW, state: 'off' },
      { from: NOW, to: NOW + 2 * DAY, state: 'off-unconfirmed' },
    ]);
    expect(timeline(recordOf(offUnproven(NOW + DAY))).switch[1]?.state).toBe('off-unconfirmed');
  });

  it('is off for certain though it was read some seconds after the load that proves it', () => {
    const [sighting] = recordOf(off(NOW + DAY)).history;
    const load = NOW + DAY - 7000;
    const history = [{ ...(sighting as Sighting), load, confirmed: { at: load, load } }];
    expect(timeline({ ...NOTHING_KNOWN, history }).switch.slice(1, 2)).toEqual([
      { from: NOW + DAY, to: NOW + DAY, state: 'off' },
    ]);
  });

  it('shows a single reading as a moment', () => {
    expect(timeline(recordOf(on(NOW + DAY))).switch[1]).toEqual({ from: NOW + DAY, to: NOW + DAY, state: 'on' });
  });

  it('leaves out what lies before and after', () => {
    const record = recordOf(on(NOW - 2 * DAY), off(NOW - DAY), off(NOW + DAY), on(NOW + 20 * DAY));
    expect(timeline(record).switch.map(({ state }) => state)).toEqual(['off', 'not-known']);
  });
});

describe('the rule over time', () => {
  it('changes at the beginning of the member’s own day', () => {
    expect(timeline(NOTHING_KNOWN, 'DE', midnight(2025, 10, 1), midnight(2025, 12, 1)).rule).toEqual([
      { from: midnight(2025, 10, 1), to: midnight(2025, 11, 3), state: 'exempt' },
      { from: midnight(2025, 11, 3), to: midnight(2025, 12, 1), state: 'included' },
    ]);
  });

  it('is none before the programme, and where no country is chosen', () => {
    const before = timeline(NOTHING_KNOWN, 'US', midnight(2024, 9, 1), midnight(2024, 10, 1));
    expect(before.rule.map(({ state }) => state)).toEqual(['no-rule', 'included']);
    expect(timeline(NOTHING_KNOWN, null).rule.map(({ state }) => state)).toEqual(['no-rule']);
  });
});

describe('a gap between the two', () => {
  it('is where the rule included the member while the switch was on, or nobody knows', () => {
    const record = recordOf(on(midnight(2025, 10, 20)), on(midnight(2025, 11, 10)), off(midnight(2025, 11, 20)));
    expect(timelineOf(record.history, 'DE', midnight(2025, 10, 1), midnight(2025, 11, 20)).gaps).toEqual([
      { from: midnight(2025, 11, 3), to: midnight(2025, 11, 10), state: 'on' },
      { from: midnight(2025, 11, 10), to: midnight(2025, 11, 20), state: 'not-known' },
    ]);
  });

  it('is none while it was exempt, confirmed off, or no rule is known', () => {
    const exempt = [midnight(2025, 1, 1), midnight(2025, 3, 1)] as const;
    expect(timelineOf(recordOf(on(exempt[0]), on(exempt[1])).history, 'DE', ...exempt).gaps).toEqual([]);
    expect(timelineOf(recordOf(off(NOW), off(NOW + DAY)).history, 'DE', NOW, NOW + DAY).gaps).toEqual([]);
    expect(timeline(recordOf(on()), null).gaps).toEqual([]);
  });
});

it('covers all of the time, in order and without overlap, whatever was seen and however the clock went', () => {
  const isSeamless = (spans: Span<string>[], from: number, to: number) => {
    expect(spans[0]?.from).toBe(from);
    expect(spans.at(-1)?.to).toBe(to);
    spans.forEach((span, index) => {
      expect(span.from).toBe(spans[index - 1]?.to ?? from);
      expect(span.to).toBeGreaterThanOrEqual(span.from);
    });
  };
  fc.assert(
    fc.property(anyObservations, anyTime, fc.integer({ min: 1, max: 90 * DAY }), (observations, from, length) => {
      const { switch: switches, rule } = timelineOf(recordOf(...observations).history, 'GB', from, from + length);
      isSeamless(switches, from, from + length);
      isSeamless(rule, from, from + length);
    }),
  );
});
