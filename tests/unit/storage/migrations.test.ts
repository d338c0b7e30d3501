import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { overviewOf } from '../../../src/guidance/overview.ts';
import { AUDIT, movedAudit } from '../../../src/storage/audit.ts';
import { ONES } from '../../../src/storage/keys.ts';
import { MIGRATIONS, type Migration, migrate } from '../../../src/storage/migrations.ts';
import { NO_OBJECTION } from '../../../src/storage/nothing.ts';
import { parseStored } from '../../../src/storage/parse.ts';
import type { SettingRecord } from '../../../src/storage/setting-record.ts';
import { Store, WHOLE } from '../../../src/storage/store.ts';
import { STORED, type Stored, type StoredKind } from '../../../src/storage/stored.ts';
import { remember } from '../../../src/verdict/history.ts';
import { verdictOf } from '../../../src/verdict/verdict.ts';
import { DAY, inLoad, off, offUnproven, on, recordOf, storedWith } from '../examples.ts';
import { MemoryArea } from './memory-area.ts';

const FROZEN = join(import.meta.dirname, 'frozen');
const KINDS = Object.keys(STORED) as StoredKind[];

/** What a build really had stored, kept as it was: one example for each version of each kind, telling the same story in each. */
const EXAMPLES = readdirSync(FROZEN)
  .map((file) => file.match(/^(.+)\.v(\d+)\.json$/))
  .filter((match) => match !== null)
  .map(([file, key, version]) => ({ key: key as StoredKind | 'audit', version: Number(version), value: read(file) }));

/** All that the build of commit 55a272b had stored, from before there was a guide. */
const OLD_BUILD = read('build-55a272b.json') as Record<string, unknown>;

function read(file: string): unknown {
  return JSON.parse(readFileSync(join(FROZEN, file), 'utf8'));
}

function examplesOf(key: StoredKind | 'audit') {
  return EXAMPLES.filter((example) => example.key === key).sort((a, b) => a.version - b.version);
}

function versionsOf(key: StoredKind): number[] {
  return Array.from({ length: STORED[key].empty.version }, (_, index) => index + 1);
}

/** What is read, by today's build, where this is stored. */
async function storedFrom(items: Record<string, unknown>): Promise<Stored> {
  const { stored, failures } = await new Store(new MemoryArea(items), () => LATER).readAll(null, WHOLE);
  expect([...failures]).toEqual([]);
  return stored;
}

function overview(stored: Stored) {
  return overviewOf(stored, { guess: null, managed: {}, era: 'era', version: '1', now: Date.UTC(2026, 9, 29) });
}

const LATER = Date.UTC(2026, 11, 1);

type Story = { settings: Record<string, { history: Record<string, unknown>[]; failure: object | null }> };

/** What an audit of any version tells of each setting: what was seen when, and when it was confirmed by whichever rules. */
function storyOf(audit: unknown) {
  const { settings } = audit as Story;
  return Object.entries(settings).map(([id, { history, failure }]) => ({
    id,
    failure: { ...failure, recognisable: undefined },
    history: history.map(({ confirmed, confirmedBefore, missing: _, recognisable: __, load: ___, ...sighting }) => ({
      ...sighting,
      confirmedAt: (confirmed as { at: number } | null)?.at ?? confirmedBefore,
    })),
  }));
}

describe.each(KINDS)('"%s"', (key) => {
  it('has a step from each version to the next', () => {
    expect(MIGRATIONS[key].length + 1).toBe(STORED[key].empty.version);
  });

  it('has a frozen example of each version there ever was', () => {
    expect(examplesOf(key).map(({ version }) => version)).toEqual(versionsOf(key));
    expect(examplesOf(key).map(({ value }) => (value as { version: number }).version)).toEqual(versionsOf(key));
  });

  it('is read the same from every version, and as it was kept from the last', () => {
    const latest = examplesOf(key).at(-1)?.value;
    for (const { value } of examplesOf(key)) expect(parseStored(key, value)).toEqual({ ok: true, value: latest });
  });

  it('has examples that say something', () => {
    for (const { value } of examplesOf(key)) expect(parseStored(key, value).value).not.toEqual(STORED[key].empty);
  });

  it('of a version to come is set aside, whatever is in it, and the problem says which', () => {
    const latest = STORED[key].empty.version;
    for (const version of [latest + 1, latest + 7]) {
      expect(parseStored(key, { ...STORED[key].empty, version, more: 1 })).toEqual({
        ok: false,
        value: STORED[key].empty,
        problem: `${key}.version: version ${version} is newer than ${latest}`,
      });
    }
  });

  it.each([0, -1, 1.5, '1', null])('of version %j, which never was, is set aside', (version) => {
    expect(parseStored(key, { ...STORED[key].empty, version })).toEqual({
      ok: false,
      value: STORED[key].empty,
      problem: `${key}.version: Invalid input`,
    });
  });
});

it('no example is of a kind that nothing reads', () => {
  expect(EXAMPLES.filter(({ key }) => key !== AUDIT && !KINDS.includes(key))).toEqual([]);
});

describe('what was stored means today what it meant then', () => {
  it('in the first version of every key', async () => {
    const keys = [...ONES, AUDIT] as const;
    const first = Object.fromEntries(keys.map((key) => [key, examplesOf(key)[0]?.value]));
    const { verdict, region, objection, reminders, setAside } = overview(await storedFrom(first));
    // Confirmed by what was asked for then; today one more look is asked for.
    expect(verdict).toMatchObject({
      name: 'unconfirmed',
      confirmed: false,
      missing: 'whole',
      everOn: true,
      reason: 'no-control',
      sighting: { confirmed: null, confirmedBefore: 1790843460000, lastSeen: 1790929800000 },
    });
    expect(region).toMatchObject({ chosen: 'DE', rule: { kind: 'rule' } });
    expect(objection).toMatchObject({
      stage: 'sent',
      record: { letters: { en: 'I object.' }, sentOn: '2026-10-20', caseNumber: '261020-000007' },
      earlier: [{ caseNumber: '261001-004711', answer: { outcome: 'refused' }, complainedOn: '2026-10-10' }],
      // Extended, of three months.
      deadline: { day: '2027-01-20' },
    });
    expect(reminders).toEqual({ recheckDays: 7, notify: true });
    expect(setAside.map(({ key }) => key)).toEqual(['audit', 'region']);
  });

  it('in the build before the guide, which knew three keys', async () => {
    expect(Object.keys(OLD_BUILD)).toEqual(['audit', 'region', 'setAside']);
    const stored = await storedFrom(OLD_BUILD);
    const { audit, ...others } = OLD_BUILD;
    expect(stored).toEqual({ ...storedWith(), ...others, settings: stored.settings });
    expect(storyOf(stored)).toEqual(storyOf(audit));
    const { verdict, region, objection, reminders, setAside } = overview(stored);
    expect(verdict).toMatchObject({
      name: 'unconfirmed',
      confirmed: false,
      missing: 'whole',
      everOn: true,
      notSaved: false,
      reason: 'no-control',
      sighting: { confirmed: null, confirmedBefore: 1790843460000, lastSeen: 1790929800000 },
    });
    expect(region.chosen).toBe('DE');
    expect(objection).toMatchObject({ stage: 'not-begun', record: { ...NO_OBJECTION, id: 'era 0' }, earlier: [] });
    expect(reminders).toEqual({ recheckDays: 30, notify: false });
    expect(setAside).toMatchObject([{ key: 'audit', value: { version: 0, settings: 'of a trial' } }]);
  });
});

describe('an audit of an earlier version', () => {
  const [first, second] = examplesOf(AUDIT).map(({ value }) => value);

  it('has a frozen example of each version there ever was', () => {
    expect(examplesOf(AUDIT).map(({ version }) => version)).toEqual([1, 2]);
    expect([first, second].map((value) => (value as { version: number }).version)).toEqual([1, 2]);
  });

  it('is taken apart the same from both, and loses no reading: each keeps its state, times, words, and when it was confirmed', () => {
    expect(movedAudit(first)).toEqual(movedAudit(second));
    expect(storyOf(movedAudit(first))).toEqual(storyOf(first));
    expect(movedAudit(first).misfits).toEqual([]);
  });

  it('of the first version confirms nothing by itself, whatever was in it', () => {
    const { settings } = movedAudit(first);
    const sightings = Object.values(settings).flatMap(({ history }) => history);
    expect(sightings.length).toBeGreaterThan(2);
    expect(sightings.filter(({ confirmed }) => confirmed !== null)).toEqual([]);
    for (const record of Object.values(settings)) expect(verdictOf(record, null, LATER).name).not.toBe('opted-out');
  });

  it('is confirmed by one more look, and taken back by one that says on', () => {
    const record = movedAudit(first).settings['ai-training'] as SettingRecord;
    expect(verdictOf(remember(record, off(LATER)), null, LATER)).toMatchObject({ name: 'opted-out', missing: null });
    expect(remember(record, off(LATER)).history.at(-1)).not.toHaveProperty('confirmedBefore');
    expect(verdictOf(remember(record, on(LATER)), null, LATER)).toMatchObject({ name: 'opted-in', notSaved: false });
    // A look that proves less leaves what is known of the time before.
    expect(remember(record, offUnproven(LATER)).history.at(-1)?.confirmedBefore).toBe(1790843460000);
  });

  it('lets the load that spoke last take back what it has said, and no more', () => {
    const load = LATER - DAY;
    const known = recordOf(off(load - DAY), inLoad(load, on(load)));
    const { history } = known;
    const newest = { load, spokenAt: load, before: { entries: 1, last: history[0], failure: null } };
    const record = { history, failure: null, newest, details: null };
    const moved = movedAudit({ version: 2, settings: { one: record } }).settings.one as SettingRecord;
    const corrected = remember(moved, inLoad(load, off(load + 1)));
    expect(corrected.history).toEqual(remember(known, inLoad(load, off(load + 1))).history);
    expect(corrected.history).toHaveLength(1);
    const crowded = { ...record, newest: { ...newest, before: { ...newest.before, entries: 7 } } };
    expect(movedAudit({ version: 2, settings: { one: crowded } }).settings.one?.newest?.before).toBeNull();
  });

  it.each([null, 'x', { history: 'x', failure: null }, { history: [7] }, { history: [], failure: 'x', newest: null }])(
    'with one setting that is %j sets that one aside, as it was found, and no other',
    (damaged) => {
      for (const audit of [first, second] as { version: number; settings: object }[]) {
        const raw = { ...audit, settings: { ...audit.settings, damaged } };
        expect(movedAudit(raw)).toEqual({
          settings: movedAudit(audit).settings,
          misfits: [
            {
              problem: expect.stringMatching(/^audit\.settings\.damaged/),
              value: { version: audit.version, settings: { damaged } },
            },
          ],
        });
      }
    },
  );

  it.each([null, 'text', {}, { version: 7, settings: {} }, { version: 2, settings: 'x' }])(
    'that is %j is set aside as a whole',
    (raw) => {
      expect(movedAudit(raw)).toEqual({
        settings: {},
        misfits: [{ problem: expect.stringMatching(/^audit\./), value: raw }],
      });
    },
  );
});

describe('a key with two steps behind it', () => {
  /** Once a flag, then a list, then a list with dates. */
  const Notes = z.strictObject({
    version: z.literal(3),
    notes: z.array(z.strictObject({ text: z.string(), at: z.nullable(z.number()) })),
  });
  const steps: Migration[] = [
    (old) => ({ version: 2, notes: [(old as { note: string }).note.trim()] }),
    (old) => ({ version: 3, notes: (old as { notes: string[] }).notes.map((text) => ({ text, at: null })) }),
  ];
  const today = { version: 3, notes: [{ text: 'mine', at: null }] };

  it('is read from each of its versions', () => {
    for (const value of [{ version: 1, note: ' mine ' }, { version: 2, notes: ['mine'] }, today]) {
      const migrated = migrate(steps, value);
      expect(migrated).toEqual({ ok: true, value: today });
      expect(Notes.safeParse(migrated.ok && migrated.value).success).toBe(true);
    }
  });

  it('is refused in a later version, with both numbers', () => {
    expect(migrate(steps, { version: 7, notes: [] })).toEqual({ ok: false, problem: 'version 7 is newer than 3' });
  });

  it('is refused where a step fails, with the numbers and why', () => {
    expect(migrate(steps, { version: 1 })).toEqual({
      ok: false,
      problem: expect.stringMatching(/^version 1 could not be made into 3: TypeError: .+/),
    });
  });

  it('is left to its schema where it has no version that ever was', () => {
    for (const value of [undefined, null, 'text', [], {}, { version: 0 }, { version: '1' }, { version: 1.5 }]) {
      expect(migrate(steps, value)).toEqual({ ok: true, value });
    }
  });

  it('stays as it was found even if a step writes into it and fails', () => {
    const value = { version: 1, notes: ['mine'] };
    const careless: Migration = (old) => {
      (old as typeof value).notes.length = 0;
      throw new Error('no');
    };
    expect(migrate([careless], value)).toMatchObject({ ok: false });
    expect(value).toEqual({ version: 1, notes: ['mine'] });
  });
});

describe('reading takes the steps of its key', () => {
  afterEach(() => {
    MIGRATIONS.region.length = STORED.region.empty.version - 1;
  });

  it('before it checks', () => {
    const raw = { version: MIGRATIONS.region.length + 1, land: 'DE' };
    MIGRATIONS.region.push((old) => ({ ...STORED.region.empty, country: (old as typeof raw).land }));
    expect(parseStored('region', raw)).toEqual({ ok: true, value: { ...STORED.region.empty, country: 'DE' } });
  });

  it('and sets aside what a step made wrong, and what a step failed on', () => {
    const raw = { version: MIGRATIONS.region.length + 1, land: 'DE' };
    MIGRATIONS.region.push(() => ({ ...STORED.region.empty, country: 'Germany' }));
    expect(parseStored('region', raw)).toMatchObject({ ok: false, problem: expect.stringContaining('region.country') });
    MIGRATIONS.region[MIGRATIONS.region.length - 1] = () => {
      throw new Error('no such land');
    };
    expect(parseStored('region', raw)).toMatchObject({
      ok: false,
      value: STORED.region.empty,
      problem: expect.stringContaining('no such land'),
    });
  });
});
