import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { managedFrom } from '../../../src/background/policies.ts';
import { overviewOf } from '../../../src/guidance/overview.ts';
import { withManaged } from '../../../src/storage/managed.ts';
import { NOW, off, recordOf, storedWith } from '../examples.ts';

const SET = { country: 'DE', recheckDays: 7, showObjection: false, contact: 'privacy@example.org', firstRun: false };

describe('what an organisation has set', () => {
  it('is taken over as it is, but for 0 days, which is never', () => {
    expect(managedFrom(SET)).toEqual(SET);
    expect(managedFrom({ recheckDays: 0 })).toEqual({ recheckDays: null });
  });

  it.each([
    ['nothing', undefined],
    ['no object', 'DE'],
    ['null', null],
    ['values of another kind', { country: 'Germany', recheckDays: 8, showObjection: 'no', contact: 7, firstRun: null }],
    ['a country in small letters, an empty line', { country: 'de', contact: '  ' }],
    ['a line that is too long', { contact: 'x'.repeat(201) }],
    ['values that nobody knows', { verdict: 'opted-out', __proto__: { country: 'DE' } }],
  ])('counts as not set where it is %s', (_, raw) => {
    expect(managedFrom(raw)).toEqual({});
  });

  it('may be wrong in one value without losing the others', () => {
    expect(managedFrom({ ...SET, country: 'XX' })).toEqual({ ...SET, country: undefined });
  });

  it('knows the keys that the browsers are told of', () => {
    const schema = JSON.parse(readFileSync('public/managed-schema.json', 'utf8'));
    expect(Object.keys(schema.properties).sort()).toEqual(Object.keys(SET).sort());
  });

  it('stands in place of the member’s choice, which is kept', () => {
    const stored = storedWith({ region: { version: 1, country: 'FR' } });
    expect(withManaged(stored, managedFrom(SET))).toMatchObject({
      region: { country: 'DE' },
      reminders: { recheckDays: 7 },
    });
    expect(withManaged(stored, {})).toEqual(stored);
    expect(stored.region.country).toBe('FR');
  });

  it('never makes a verdict: only what was read does', () => {
    const circumstances = { guess: null, managed: managedFrom(SET), era: 'era', version: '1', now: NOW };
    expect(overviewOf(storedWith({}), circumstances).verdict.name).toBe('not-checked');
    const { stage } = overviewOf(storedWith({}), circumstances).objection;
    expect(stage).toBe('closed');
    const old = storedWith({ settings: { 'ai-training': recordOf(off(NOW - 8 * 864e5)) } });
    expect(overviewOf(old, circumstances).verdict).toMatchObject({ name: 'opted-out', fresh: false });
  });
});
