import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseStored, STORED, type StoredKey } from '../../../src/audit/stored.ts';
import { LIMITS } from '../../../src/linkedin/reading.ts';
import { AI_TRAINING } from '../../../src/linkedin/settings.ts';
import { anyObservations } from './arbitrary.ts';
import { failed, NOW, off, on, recordOf } from './examples.ts';

const KEYS = Object.keys(STORED) as StoredKey[];

function audit(record: unknown) {
  return { version: 1, settings: { [AI_TRAINING]: record } };
}

/** A record with one sighting, of which some properties are others. */
function sightingWith(changes: object) {
  const record = recordOf(off());
  return { ...record, history: record.history.map((sighting) => ({ ...sighting, ...changes })) };
}

function failureWith(changes: object) {
  const record = recordOf(failed('unstable'));
  return { ...record, failure: { ...record.failure, ...changes } };
}

describe.each(KEYS)('"%s"', (key) => {
  it('is empty before anything was written', () => {
    expect(parseStored(key, undefined)).toEqual({ ok: true, value: STORED[key].empty });
  });

  it('may be empty: what it is at first fits its own shape', () => {
    expect(parseStored(key, STORED[key].empty)).toEqual({ ok: true, value: STORED[key].empty });
  });

  it('of a version to come does not fit, and says so', () => {
    expect(parseStored(key, { ...STORED[key].empty, version: 2 })).toMatchObject({
      ok: false,
      value: STORED[key].empty,
      problem: expect.stringContaining(`${key}.version`),
    });
  });

  it('with anything added does not fit', () => {
    expect(parseStored(key, { ...STORED[key].empty, extra: 1 })).toMatchObject({ ok: false, value: STORED[key].empty });
  });

  it.each([null, 0, '', 'text', [], {}, true])('that is %j does not fit', (raw) => {
    expect(parseStored(key, raw)).toMatchObject({
      ok: false,
      value: STORED[key].empty,
      problem: expect.stringContaining(key),
    });
  });

  it('never throws, and never lets junk through, whatever is stored', () => {
    fc.assert(
      fc.property(fc.anything(), (raw) => {
        const parsed = parseStored(key, raw);
        expect(parsed.ok).toBe(raw === undefined);
        expect(parsed.value).toEqual(STORED[key].empty);
      }),
    );
  });
});

describe('the audit', () => {
  it('comes back as it was kept, whatever was observed', () => {
    fc.assert(
      fc.property(anyObservations, (observations) => {
        const kept = audit(recordOf(...observations));
        expect(parseStored('audit', JSON.parse(JSON.stringify(kept)))).toEqual({ ok: true, value: kept });
      }),
    );
  });

  it.each<[string, unknown]>([
    ['a state that is neither on nor off', sightingWith({ state: 'unknown' })],
    ['a time before 1970', sightingWith({ at: -1 })],
    ['a time that is no whole number', sightingWith({ lastSeen: 0.5 })],
    ['a time in words', sightingWith({ confirmed: { at: 'yesterday', load: 7 } })],
    ['a confirmation that is only a time', sightingWith({ confirmed: NOW })],
    ['a confirmation without its load', sightingWith({ confirmed: { at: NOW } })],
    ['a confirmation by a load before 1970', sightingWith({ confirmed: { at: NOW, load: -1 } })],
    ['a confirmation with more than time and load', sightingWith({ confirmed: { at: NOW, load: 7, extra: 1 } })],
    ['a sighting that keeps its load outside the confirmation', sightingWith({ load: 7 })],
    ['a failure that keeps its load', failureWith({ load: 7 })],
    ['a label longer than any that is kept', sightingWith({ label: 'x'.repeat(LIMITS.text + 1) })],
    ['a language longer than any that is kept', sightingWith({ language: 'x'.repeat(LIMITS.language + 1) })],
    ['something missing', sightingWith({ wordsKnown: undefined })],
    ['something added', sightingWith({ extra: 1 })],
    ['a source that is neither page nor list', sightingWith({ via: 'hearsay' })],
    ['a reason that is not on the list', failureWith({ reason: 'because' })],
    ['a word longer than any that is kept', failureWith({ word: 'x'.repeat(LIMITS.value + 1) })],
    ['no history', { ...recordOf(), history: undefined }],
  ])('with %s does not fit', (_, record) => {
    expect(parseStored('audit', audit(record))).toMatchObject({
      ok: false,
      value: { version: 1, settings: {} },
      problem: expect.stringContaining(`audit.settings.${AI_TRAINING}`),
    });
  });

  it('does not fit as a whole when one setting of several is damaged', () => {
    const raw = { version: 1, settings: { [AI_TRAINING]: recordOf(on()), other: 'damaged' } };
    expect(parseStored('audit', raw)).toMatchObject({ ok: false, value: { version: 1, settings: {} } });
  });
});

describe('the region', () => {
  it.each(['DE', 'GB', null])('%s comes back as it was kept', (country) => {
    expect(parseStored('region', { version: 1, country })).toEqual({ ok: true, value: { version: 1, country } });
  });

  it.each(['de', 'DEU', 'D', '', 7, undefined])('%j does not fit', (country) => {
    expect(parseStored('region', { version: 1, country })).toMatchObject({
      ok: false,
      value: { version: 1, country: null },
      problem: expect.stringContaining('region.country'),
    });
  });
});

describe('what was set aside', () => {
  it('comes back as it was found, whatever it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const kept = { version: 1, values: [{ key: 'audit', at: NOW, problem: 'audit.version: wrong', value }] };
        expect(parseStored('setAside', kept)).toEqual({ ok: true, value: kept });
      }),
    );
  });

  it.each([{ key: 'audit' }, 'text', { key: 1, at: NOW, problem: '', value: 1 }])('does not fit as %j', (entry) => {
    expect(parseStored('setAside', { version: 1, values: [entry] })).toMatchObject({ ok: false });
  });
});
