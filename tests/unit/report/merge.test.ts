import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AI_TRAINING } from '../../../src/linkedin/ai-setting.ts';
import { mergeReport, preview } from '../../../src/report/merge.ts';
import { keyMeaning } from '../../../src/storage/keys.ts';
import { parseStored } from '../../../src/storage/parse.ts';
import type { SettingRecord, Sighting } from '../../../src/storage/setting-record.ts';
import type { Stored } from '../../../src/storage/stored.ts';
import type { Observation } from '../../../src/verdict/observation.ts';
import { verdictOf } from '../../../src/verdict/verdict.ts';
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
  recordAfter,
  recordOf,
  storedItems,
  switchedOff,
  switchedOn,
} from '../examples.ts';
import { anyObservation, anyObservations } from '../verdict/arbitrary.ts';
import { fileOf, objection, storedWith } from './examples.ts';

function storedOf(...observations: Observation[]): Stored {
  return storedWith({ settings: { [AI_TRAINING]: recordOf(...observations) } });
}

function recordIn(stored: Stored): SettingRecord {
  return stored.settings[AI_TRAINING] ?? recordOf();
}

/** What stands here after an import of what stands there. */
function merge(here: Stored, there: Stored): Stored {
  return mergeReport(here, fileOf(there));
}

function verdict(stored: Stored): string {
  return verdictOf(recordIn(stored), null, NOW).name;
}

function spans(stored: Stored): { state: string; at: number; lastSeen: number }[] {
  return recordIn(stored).history.map(({ state, at, lastSeen }) => ({ state, at, lastSeen }));
}

/** Readings as a clock that only goes forward gives them, each in one of two browsers or both. */
const twoBrowsers = fc
  .array(fc.tuple(anyObservation, fc.constantFrom('one', 'other', 'both')), { maxLength: 12 })
  .map((readings) =>
    readings.map(([reading, where], index) => {
      const at = NOW + index * DAY;
      const load = at - Math.min(reading.at - reading.load, DAY / 2);
      return { where, reading: { ...reading, at, load, switchedAt: reading.switchedAt === null ? null : at } };
    }),
  )
  .map((readings) => {
    const seenIn = (browser: string) =>
      storedOf(...readings.filter(({ where }) => where === browser || where === 'both').map(({ reading }) => reading));
    return { one: seenIn('one'), other: seenIn('other') };
  });

describe('an import', () => {
  it('of this browser’s own export changes nothing, whatever was observed and however the clock went', () => {
    fc.assert(
      fc.property(anyObservations, (observations) => {
        const stored = storedOf(...observations);
        expect(merge(stored, stored)).toEqual(stored);
      }),
    );
  });

  it('of the same file again changes nothing', () => {
    fc.assert(
      fc.property(twoBrowsers, ({ one, other }) => {
        const once = merge(one, other);
        expect(merge(once, other)).toEqual(once);
        expect(merge(once, once)).toEqual(once);
      }),
      { numRuns: 500 },
    );
  });

  it('of the same file again changes nothing, where both browsers read at the same moment', () => {
    const one = storedOf(off(NOW - 6 * DAY), switchedOff(NOW - 5 * DAY), failed('no-control', NOW - DAY));
    const other = storedOf(
      off(NOW - 5 * DAY),
      off(NOW - 4 * DAY),
      listed('on', NOW - 3 * DAY),
      failedInList('no-value', NOW - 2 * DAY),
    );
    const once = merge(one, other);
    expect(merge(once, other)).toEqual(once);
  });

  it.each([
    [
      'at the last moment it was read',
      storedOf(listed('on', NOW - 5 * DAY), listed('on', NOW)),
      storedOf(
        on(NOW - 4 * DAY),
        switchedOn(NOW - 3 * DAY),
        listed('off', NOW - 2 * DAY),
        failed('no-control', NOW - DAY),
      ),
    ],
    [
      'before this browser read it as off',
      storedOf(on(NOW - 6 * DAY), switchedOn(NOW - 5 * DAY), off(NOW - 4 * DAY), on(NOW - DAY)),
      storedOf(
        on(NOW - 6 * DAY),
        switchedOn(NOW - 5 * DAY),
        listed('on', NOW - 3 * DAY),
        listed('off', NOW - 2 * DAY),
        failedInList('no-value', NOW),
      ),
    ],
  ])('of the same file again changes nothing, where a click stayed without effect %s', (_, one, other) => {
    const once = merge(one, other);
    expect(merge(once, other)).toEqual(once);
  });

  it('keeps that the switch was used and is on all the same', () => {
    const there = storedOf(on(NOW - 2 * DAY), switchedOn(NOW - DAY));
    const once = merge(storedWith(), there);
    expect(recordIn(once).history).toMatchObject([{ state: 'on', stayedOnAt: NOW - DAY }]);
    expect(merge(once, there)).toEqual(once);
  });

  it('gives the same states over time in whichever browser it is done', () => {
    fc.assert(
      fc.property(twoBrowsers, ({ one, other }) => {
        const states = (stored: Stored) => spans(stored).reduce<unknown[]>(joinSame, []);
        expect(states(merge(one, other))).toEqual(states(merge(other, one)));
      }),
      { numRuns: 500 },
    );
  });

  it('brings a new browser all that the other one had read', () => {
    fc.assert(
      fc.property(twoBrowsers, ({ one }) => {
        expect(spans(merge(storedWith(), one)).reduce<unknown[]>(joinSame, [])).toEqual(
          spans(one).reduce<unknown[]>(joinSame, []),
        );
        expect(recordIn(merge(storedWith(), one)).failure).toEqual(recordIn(one).failure);
      }),
    );
  });

  it('never loses a reading, of this browser or of the file, whatever was observed', () => {
    const isIn = (stored: Stored, state: Sighting['state'], at: number) =>
      spans(stored).some((span) => span.state === state && span.at <= at && at <= span.lastSeen);
    fc.assert(
      fc.property(twoBrowsers, ({ one, other }) => {
        const both = merge(one, other);
        for (const { state, at, lastSeen } of [...recordIn(one).history, ...recordIn(other).history]) {
          expect(isIn(both, state, at)).toBe(true);
          expect(isIn(both, state, lastSeen)).toBe(true);
        }
      }),
    );
  });

  it('never gives "opted out" that was not there before, whatever the file claims and however the clock went', () => {
    fc.assert(
      fc.property(anyObservations, anyObservations, (here, there) => {
        const before = storedOf(...here);
        if (verdict(before) !== 'opted-out') expect(verdict(merge(before, storedOf(...there)))).not.toBe('opted-out');
        expect(verdict(merge(storedWith(), storedOf(...there)))).not.toBe('opted-out');
      }),
      { numRuns: 2000 },
    );
  });

  it('never makes "opted out" rest on anything but this browser’s own confirmation', () => {
    fc.assert(
      fc.property(twoBrowsers, ({ one, other }) => {
        const both = merge(one, other);
        if (verdict(both) !== 'opted-out') return;
        const own = recordIn(one).history.map(({ confirmed }) => confirmed);
        expect(own).toContainEqual(recordIn(both).history.at(-1)?.confirmed);
      }),
      { numRuns: 500 },
    );
  });

  it('leaves what can be stored', () => {
    fc.assert(
      fc.property(anyObservations, anyObservations, (here, there) => {
        const both = merge(storedOf(...here), storedOf(...there));
        for (const [key, value] of Object.entries(storedItems(both.settings))) {
          const kind = keyMeaning(key)?.kind ?? 'setting';
          expect(parseStored(kind, JSON.parse(JSON.stringify(value)))).toMatchObject({ ok: true });
        }
      }),
    );
  });
});

/** Several entries of one state in a row are "off" that had to be confirmed again; what was seen when is the same. */
function joinSame(joined: unknown[], span: { state: string; at: number; lastSeen: number }): unknown[] {
  const last = joined.at(-1) as typeof span | undefined;
  if (last?.state !== span.state) return [...joined, span];
  return [...joined.slice(0, -1), { ...last, lastSeen: span.lastSeen }];
}

describe('the verdict after an import', () => {
  it('is "unconfirmed" where only the file says off, and "opted out" once this browser has read it', () => {
    const moved = merge(storedWith(), storedOf(on(NOW - 9 * DAY), off(NOW - DAY)));
    expect(verdict(moved)).toBe('unconfirmed');
    const read = {
      ...moved,
      settings: { [AI_TRAINING]: recordAfter(recordIn(moved), off(NOW)) },
    };
    expect(verdict(read)).toBe('opted-out');
  });

  it('stays "opted out" where this browser has confirmed it', () => {
    expect(verdict(merge(storedOf(off(NOW)), storedOf(on(NOW - DAY))))).toBe('opted-out');
    expect(verdict(merge(storedOf(off(NOW - DAY)), storedOf(off(NOW))))).toBe('opted-out');
  });

  it('is "opted in" where the file read "on" later', () => {
    expect(verdict(merge(storedOf(off(NOW - DAY)), storedOf(on(NOW))))).toBe('opted-in');
    expect(verdict(merge(storedOf(off(NOW - DAY)), storedOf(on(NOW - 2 * DAY), on(NOW))))).toBe('opted-in');
  });

  it('does not take a confirmation of the file for one of this browser’s own later reading', () => {
    expect(verdict(merge(storedOf(offUnproven(NOW)), storedOf(off(NOW - DAY))))).toBe('unconfirmed');
    expect(verdict(merge(storedOf(off(NOW - DAY), switchedOff(NOW)), storedOf(off(NOW))))).toBe('unconfirmed');
  });

  it('keeps confirmations of the file as history, before the last change', () => {
    const { history } = recordIn(merge(storedWith(), storedOf(off(NOW - 2 * DAY), on(NOW - DAY), off(NOW))));
    expect(history.map(({ confirmed }) => confirmed !== null)).toEqual([true, true, false]);
  });
});

describe('an old tab after an import', () => {
  const told = inLoad(NOW - 9000, off(NOW));
  const here = storedOf(inLoad(NOW - 9000, off(NOW - 2000)));

  it('says nothing over a later "on" of the file, in whatever order the readings came', () => {
    const both = merge(here, storedOf(on(NOW - 1000)));
    expect(verdict(both)).toBe('opted-in');
    expect(recordAfter(recordIn(both), told)).toBe(recordIn(both));
    expect(recordAfter(recordIn(both), inLoad(NOW - 9000, failed('unstable', NOW)))).toBe(recordIn(both));
  });

  it('neither confirms nor takes back what the file says of the same load', () => {
    const both = merge(storedWith(), here);
    expect(verdict(both)).toBe('unconfirmed');
    expect(recordAfter(recordIn(both), on(NOW + 1)).history.map(({ state }) => state)).toEqual(['off', 'on']);
  });

  it('never confirms over a load that the file dates into the next day, and a later load does', () => {
    const later = NOW + DAY / 2;
    const both = merge(here, storedOf(inLoad(later, on(later))));
    expect(verdict(both)).toBe('opted-in');
    const asked = recordAfter(recordIn(both), told);
    expect(verdictOf(asked, null, NOW).name).toBe('unconfirmed');
    expect(verdictOf(recordAfter(asked, off(NOW + 9000)), null, NOW + 9000).name).toBe('opted-out');
  });

  it('hides no newer "on" behind a crowd of changes', () => {
    const crowd = Array.from({ length: 160 }, (_, index) => (index % 2 ? on : off)(NOW - DAY / 2 + index * 60_000));
    for (let count = 1; count <= crowd.length; count++) {
      const there = storedOf(...crowd.slice(0, count));
      const both = merge(storedOf(off(NOW - DAY)), there);
      expect(recordIn(both).history.at(-1)?.state).toBe(count % 2 ? 'off' : 'on');
      if (count % 2 === 0) expect(verdict(both)).toBe('opted-in');
    }
  });
});

describe('what was read in two browsers', () => {
  it('is one reading where it is the same, from the first to the last of both', () => {
    const both = merge(
      storedOf(listed('on', NOW), listed('on', NOW + 3 * DAY)),
      storedOf(on(NOW + DAY), on(NOW + 5 * DAY)),
    );
    expect(spans(both)).toEqual([{ state: 'on', at: NOW, lastSeen: NOW + 5 * DAY }]);
  });

  it('shows what one saw while the other did not look', () => {
    const both = merge(storedOf(off(NOW + DAY)), storedOf(on(NOW), on(NOW + 2 * DAY)));
    expect(spans(both)).toEqual([
      { state: 'on', at: NOW, lastSeen: NOW },
      { state: 'off', at: NOW + DAY, lastSeen: NOW + DAY },
      { state: 'on', at: NOW + 2 * DAY, lastSeen: NOW + 2 * DAY },
    ]);
  });

  it('keeps this browser’s failure and page structure, and takes a later failure of the file', () => {
    const own = storedOf(on(NOW), failed('unstable', NOW + DAY));
    expect(recordIn(merge(own, storedOf(on(NOW - DAY))))).toMatchObject({
      failure: { reason: 'unstable' },
      details: recordIn(own).details,
    });
    expect(recordIn(merge(storedOf(on(NOW)), storedOf(failed('signed-out', NOW + DAY)))).failure?.reason).toBe(
      'signed-out',
    );
    expect(recordIn(merge(storedOf(on(NOW)), storedOf(failed('signed-out', NOW - DAY)))).failure).toBeNull();
  });

  it('is kept for settings that only one of them knows', () => {
    const here = storedWith({ settings: { research: recordOf(on()) } });
    const there = storedWith({ settings: { constructor: recordOf(off()), later: recordOf(off()) } });
    expect(Object.keys(merge(here, there).settings)).toEqual(['research', 'constructor', 'later']);
  });
});

describe('what the member typed', () => {
  it('is the newer of two marks, and every mark that only one has', () => {
    const here = storedWith({ marks: { a: { at: 2, note: 'here' }, b: { at: 1, note: 'here' } } });
    const there = storedWith({
      marks: { a: { at: 1, note: 'there' }, b: { at: 2, note: 'there' }, c: { at: 1, note: 'x' } },
    });
    expect(merge(here, there).marks.marks).toEqual({
      a: { at: 2, note: 'here' },
      b: { at: 2, note: 'there' },
      c: { at: 1, note: 'x' },
    });
  });

  it('is the country chosen here, and the file’s where none is', () => {
    const german = storedWith({ country: 'DE' });
    expect(merge(german, storedWith({ country: 'US' })).region.country).toBe('DE');
    expect(merge(storedWith(), german).region.country).toBe('DE');
    expect(merge(german, storedWith()).region.country).toBe('DE');
  });

  it('is the interval that was chosen last in either, and never leave to notify', () => {
    const there = storedWith({ reminders: { recheckDays: 90, notify: true, chosenAt: NOW } });
    expect(merge(storedWith(), there).reminders).toMatchObject({ recheckDays: 90, notify: false, chosenAt: NOW });
    const newer = storedWith({ reminders: { recheckDays: 30, chosenAt: NOW + 1 } });
    expect(merge(newer, there).reminders).toEqual(newer.reminders);
    const never = storedWith({ reminders: { recheckDays: null, chosenAt: NOW - 1 } });
    expect(merge(there, never).reminders).toEqual(there.reminders);
  });

  it('is no mark that was removed since', () => {
    const marked = storedWith({ marks: { research: { at: NOW, note: 'mine' } } });
    const removed = storedWith({ marks: { research: { at: NOW + 1, note: null } } });
    expect(merge(removed, marked).marks).toEqual(removed.marks);
    expect(merge(marked, removed).marks).toEqual(removed.marks);
    expect(merge(storedWith({ marks: { research: { at: NOW + 2, note: 'again' } } }), removed).marks.marks).toEqual({
      research: { at: NOW + 2, note: 'again' },
    });
  });

  const LATER = Date.UTC(2026, 10, 20);
  const complained = objection({ complainedOn: '2026-11-20' });
  complained.changed.complainedOn = LATER;

  it.each<[string, Stored, Stored, Stored['objection']['current'], number]>([
    ['the file’s, before one was begun here', storedWith(), storedWith({ objection: objection() }), objection(), 0],
    ['the one here, before one was begun there', storedWith({ objection: objection() }), storedWith(), objection(), 0],
    [
      'the one begun last, the other kept as an earlier one',
      storedWith({ objection: objection() }),
      storedWith({ objection: objection({ sentOn: '2026-02-01' }) }),
      objection(),
      1,
    ],
    [
      'the one that was sent, where the other is only worded',
      storedWith({ objection: { ...objection({ sentOn: null, letters: { en: 'No.' } }), begunAt: NOW } }),
      storedWith({ objection: objection() }),
      objection(),
      1,
    ],
    ...[[objection(), complained] as const, [complained, objection()] as const].map(
      ([here, there]): [string, Stored, Stored, Stored['objection']['current'], number] => [
        'of the same the one with the newest words',
        storedWith({ objection: here }),
        storedWith({ objection: there }),
        complained,
        0,
      ],
    ),
    [
      'none, where the file has only ones that were replaced',
      storedWith(),
      storedWith({ earlier: [objection({ replaced: true })] }),
      storedWith().objection.current,
      1,
    ],
  ])('is, of two objections, %s', (_, here, there, current, earlier) => {
    const both = merge(here, there);
    expect(both.objection.current).toEqual(current);
    expect(both.objection.earlier).toHaveLength(earlier);
    expect(merge(both, there)).toEqual(both);
  });
});

describe('the preview', () => {
  const there = storedWith({
    settings: { [AI_TRAINING]: recordOf(on(NOW - DAY), off(NOW)) },
    country: 'DE',
    marks: { research: { at: NOW, note: '' } },
    objection: objection(),
  });

  it('counts what an import would add', () => {
    expect(preview(storedWith(), fileOf(there))).toEqual({
      sightings: { added: 2, known: 0 },
      marks: { added: 1, known: 0 },
      objections: 1,
      country: 'DE',
    });
  });

  it('says that an own export would add nothing', () => {
    // A file that was saved and read again shares no object with what is stored.
    expect(preview(there, structuredClone(fileOf(there)))).toEqual({
      sightings: { added: 0, known: 2 },
      marks: { added: 0, known: 1 },
      objections: 0,
      country: null,
    });
  });

  it('counts only what is new', () => {
    expect(preview(storedOf(on(NOW - DAY)), fileOf(there)).sightings).toEqual({ added: 1, known: 1 });
  });
});
