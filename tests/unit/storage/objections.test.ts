import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseReport } from '../../../src/report/import.ts';
import { mergeReport, preview } from '../../../src/report/merge.ts';
import { OBJECTIONS } from '../../../src/storage/limits.ts';
import { NO_OBJECTION } from '../../../src/storage/nothing.ts';
import type { ObjectionChanges, ObjectionRecord } from '../../../src/storage/objection.ts';
import { arranged, currentIn, withChanges, withLetter } from '../../../src/storage/objections.ts';
import { parseStored } from '../../../src/storage/parse.ts';
import type { Stored } from '../../../src/storage/stored.ts';
import { NOW } from '../examples.ts';
import { fileOf, objection, storedWith } from '../report/examples.ts';

const DEVICES = 3;

type Act = { changes: ObjectionChanges } | { letter: string; to: string | null } | { from: number; backup: number };

/** What a member does on a device: tells something, edits a letter, exports, or brings in an export of another, the newest or an older one. */
const anyAct = fc.record({
  device: fc.nat(DEVICES - 1),
  act: fc.oneof<fc.Arbitrary<Act>[]>(
    fc.record({
      changes: fc.oneof(
        fc.record({ sentOn: fc.constantFrom('2026-10-01', '2026-11-02', null) }),
        fc.record({ caseNumber: fc.constantFrom('1', '') }),
        fc.record({ answer: fc.constantFrom({ on: '2026-11-03', outcome: 'refused' as const }, null) }),
        fc.record({ closed: fc.boolean() }),
        fc.record({ replaced: fc.constant(true) }),
      ),
    }),
    fc.record({ letter: fc.constantFrom('en', 'de'), to: fc.constantFrom('No.', 'Never.', null) }),
    fc.record({ from: fc.nat(DEVICES - 1), backup: fc.nat(9) }),
  ),
});

/** What each device has after these acts, one a minute, and every export that was ever made. */
function devicesAfter(acts: { device: number; act: Act }[]): { devices: Stored[]; files: string[][] } {
  const devices = Array.from({ length: DEVICES }, () => storedWith());
  const files = devices.map((stored) => [JSON.stringify(fileOf(stored))]);
  for (const [minute, { device, act }] of acts.entries()) {
    const stored = devices[device] as Stored;
    devices[device] = after(stored, act, files, device, NOW + minute * 60_000);
    files[device]?.push(JSON.stringify(fileOf(devices[device] as Stored)));
  }
  return { devices, files };
}

function after(stored: Stored, act: Act, files: string[][], device: number, now: number): Stored {
  const current = currentIn(stored.objection, `era ${device}`);
  if ('backup' in act) {
    const ofThat = files[act.from] as string[];
    return imported(stored, ofThat[Math.max(0, ofThat.length - 1 - act.backup)] as string);
  }
  const record =
    'changes' in act
      ? withChanges(current, act.changes, now)
      : withLetter(current, { language: act.letter, from: current.letters[act.letter] ?? null, to: act.to }, now);
  if (!record || record === current) return stored;
  return { ...stored, objection: { version: 2, ...arranged([record, ...stored.objection.earlier]) } };
}

function imported(stored: Stored, text: string): Stored {
  const parsed = parseReport(text, NOW);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
  return mergeReport(stored, parsed.file);
}

function all({ objection: { current, earlier } }: Stored): ObjectionRecord[] {
  return [current, ...earlier].filter(({ id }) => id !== '');
}

/** Lets every device bring in what every other has, until they cannot know any more. */
function exchanged(devices: Stored[]): Stored[] {
  const files = devices.map((stored) => JSON.stringify(fileOf(stored)));
  const once = devices.map((stored) => files.reduce(imported, stored));
  const again = once.map((stored) => JSON.stringify(fileOf(stored)));
  return once.map((stored) => again.reduceRight(imported, stored));
}

describe('objections on several devices', () => {
  it('are the same on all of them once all have exchanged what they have, in any order and whatever old backups came in between', () => {
    fc.assert(
      fc.property(fc.array(anyAct, { maxLength: 25 }), (acts) => {
        const [one, ...others] = exchanged(devicesAfter(acts).devices);
        for (const other of others) expect(other.objection).toEqual(one?.objection);
      }),
      { numRuns: 200 },
    );
  });

  it('have the newest word of each thing that was told', () => {
    fc.assert(
      fc.property(fc.array(anyAct, { maxLength: 25 }), (acts) => {
        const { devices, files } = devicesAfter(acts);
        const [stored] = exchanged(devices);
        const ever = files.flat().flatMap((text) => all(imported(storedWith(), text)));
        for (const record of all(stored as Stored)) {
          for (const [name, at] of Object.entries(record.changed)) {
            const times = ever.filter(({ id }) => id === record.id).map(({ changed }) => changed[name] ?? 0);
            expect(at).toBe(Math.max(...times));
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('take an own export, however old, and any export twice, without becoming more or others', () => {
    fc.assert(
      fc.property(fc.array(anyAct, { maxLength: 25 }), fc.nat(), (acts, which) => {
        const { devices, files } = devicesAfter(acts);
        const stored = devices[0] as Stored;
        const own = files[0] as string[];
        const backup = own[which % own.length] as string;
        expect(imported(stored, backup)).toEqual(stored);
        const other = imported(stored, files[1]?.at(-1) as string);
        expect(imported(other, files[1]?.at(-1) as string)).toEqual(other);
        const parsed = parseReport(JSON.stringify(fileOf(other)), NOW);
        expect(parsed.ok && preview(other, parsed.file).objections).toBe(0);
      }),
      { numRuns: 200 },
    );
  });

  it('that are more than are kept make room, the oldest first, and the export can still be brought in', () => {
    const many = Array.from({ length: OBJECTIONS + 5 }, (_, index) => ({
      ...objection({ id: `era ${index}`, replaced: true }),
      begunAt: NOW + index,
    }));
    const { earlier, current } = arranged([objection(), ...many]);
    expect(current).toEqual(objection());
    expect(earlier.map(({ id }) => id)).toEqual(many.slice(5).map(({ id }) => id));
    const stored = storedWith({ objection: current, earlier });
    expect(imported(stored, JSON.stringify(fileOf(stored)))).toEqual(stored);
  });
});

describe('a change', () => {
  it('counts after the one before it, whatever the clock says by then', () => {
    const record = withChanges(objection(), { closed: true }, NOW);
    const reopened = withChanges(record, { closed: false }, NOW - 1_000_000);
    expect(reopened.changed.closed).toBe(NOW + 1);
    expect(arranged([record, reopened]).current.closed).toBe(false);
  });

  it('of a letter is made only of the one that is there, and once', () => {
    const worded = withLetter(objection(), { language: 'en', from: null, to: 'No.' }, NOW) as ObjectionRecord;
    expect(worded.letters).toEqual({ en: 'No.' });
    expect(withLetter(worded, { language: 'en', from: null, to: 'No.' }, NOW + 1)).toBe(worded);
    expect(withLetter(worded, { language: 'en', from: null, to: 'Never.' }, NOW)).toBeNull();
    const removed = withLetter(worded, { language: 'en', from: 'No.', to: null }, NOW + 1) as ObjectionRecord;
    expect(removed.letters).toEqual({});
    expect(arranged([worded, removed]).current.letters).toEqual({});
  });
});

describe('the next objection', () => {
  it('has a name that none before it has had, and another after all was deleted', () => {
    const empty = { current: NO_OBJECTION, earlier: [] };
    expect(currentIn(empty, 'one').id).toBe('one 0');
    expect(currentIn(empty, 'two').id).toBe('two 0');
    expect(currentIn({ ...empty, earlier: [objection({ id: 'one 0' })] }, 'one').id).toBe('one 1');
    expect(currentIn({ ...empty, current: objection() }, 'one')).toEqual(objection());
  });
});

describe('objections of the first version', () => {
  const before = { ...objection() } as Record<string, unknown>;
  for (const name of ['id', 'begunAt', 'country', 'replaced', 'changed']) delete before[name];
  const nothing = { ...before, sentOn: null, caseNumber: '' };

  it('that were copied by each import are one again, and none is lost', () => {
    const copies = Array.from({ length: 105 }, (_, index) => ({ ...before, letters: { en: `Draft ${index % 7}` } }));
    const other = { ...before, sentOn: '2026-01-01' };
    const { ok, value } = parseStored('objection', { version: 1, current: before, earlier: [...copies, other] });
    expect(ok).toBe(true);
    expect(value.current).toMatchObject({ sentOn: '2026-10-01', caseNumber: 'TS-1', replaced: false });
    expect(value.earlier.map(({ sentOn }) => sentOn)).toEqual(['2026-01-01']);
  });

  it('not begun stays so', () => {
    expect(parseStored('objection', { version: 1, current: nothing, earlier: [] }).value).toEqual({
      version: 2,
      current: NO_OBJECTION,
      earlier: [],
    });
  });

  it('that do not fit are set aside', () => {
    expect(parseStored('objection', { version: 1, current: { ...before, sentOn: 7 }, earlier: [] })).toMatchObject({
      ok: false,
      problem: 'objection.current.sentOn: Invalid input',
    });
  });
});
