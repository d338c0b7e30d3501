import { describe, expect, it } from 'vitest';
import type { SettingRecord } from '../../../src/audit/observation.ts';
import { type Overview, overviewOf } from '../../../src/audit/overview.ts';
import type { Stored } from '../../../src/audit/stored.ts';
import { REASON_NOTES } from '../../../src/linkedin/reasons.ts';
import { AI_TRAINING } from '../../../src/linkedin/settings.ts';
import { TABLE_DATE } from '../../../src/regions/rules.ts';
import { failed, NOW, off, on, recordOf } from './examples.ts';

/** A day on which Europe was exempt, and one on which it is included. At noon where the test runs, since days are the member's own. */
const EXEMPT_DAY = new Date(2025, 5, 1, 12).getTime();
const INCLUDED_DAY = new Date(2026, 10, 24, 12).getTime();

function stored({ country = null, record }: { country?: string | null; record?: SettingRecord } = {}): Stored {
  return {
    audit: { version: 1, settings: record ? { [AI_TRAINING]: record } : {} },
    region: { version: 1, country },
    setAside: { version: 1, values: [] },
  };
}

function overview(from: Stored, guess: string | null, now: number): Overview {
  return overviewOf(from, { guess, version: '1.2.3', now });
}

describe('the verdict', () => {
  it('is that of the AI setting', () => {
    expect(overview(stored({ record: recordOf(off()) }), null, NOW).verdict).toMatchObject({
      name: 'opted-out',
      fresh: true,
    });
  });

  it('is "not checked" before anything was stored', () => {
    expect(overview(stored(), null, NOW).verdict.name).toBe('not-checked');
  });

  it('is not decided by another setting', () => {
    const other = { ...stored(), audit: { version: 1 as const, settings: { 'another-setting': recordOf(off()) } } };
    expect(overview(other, null, NOW).verdict.name).toBe('not-checked');
  });

  it('is "exempt" for a chosen country that is exempt on that day', () => {
    expect(overview(stored({ country: 'DE' }), null, EXEMPT_DAY).verdict.name).toBe('exempt');
    expect(overview(stored({ country: 'DE' }), null, INCLUDED_DAY).verdict.name).toBe('not-checked');
  });

  it('is never "exempt" by a guess', () => {
    expect(overview(stored(), 'DE', EXEMPT_DAY)).toMatchObject({
      verdict: { name: 'not-checked' },
      region: { rule: { kind: 'rule', period: { status: 'exempt' } } },
    });
    expect(overview(stored({ record: recordOf(failed('no-control')) }), 'DE', EXEMPT_DAY).verdict.name).toBe('unknown');
  });

  it('is never "exempt" by a guess when the chosen country is included', () => {
    expect(overview(stored({ country: 'US' }), 'DE', EXEMPT_DAY).verdict.name).toBe('not-checked');
  });

  it('is what was seen, even in a chosen country that is exempt', () => {
    expect(overview(stored({ country: 'DE', record: recordOf(on()) }), null, EXEMPT_DAY).verdict.name).toBe('opted-in');
  });

  it('changes with the rule at midnight where the member is', () => {
    const lastMoment = new Date(2025, 10, 2, 23, 59, 59, 999).getTime();
    expect(overview(stored({ country: 'DE' }), null, lastMoment).verdict.name).toBe('exempt');
    expect(overview(stored({ country: 'DE' }), null, lastMoment + 1).verdict.name).toBe('not-checked');
  });
});

describe('the reason', () => {
  it('comes with what it means to a maintainer', () => {
    const { verdict, reasonNote } = overview(stored({ record: recordOf(failed('in-frame')) }), null, NOW);
    expect(verdict.reason).toBe('in-frame');
    expect(reasonNote).toBe(REASON_NOTES['in-frame']);
  });

  it('is not there where nothing failed', () => {
    expect(overview(stored({ record: recordOf(off()) }), null, NOW).reasonNote).toBeNull();
  });
});

describe('the region', () => {
  it('is the chosen one, whatever is guessed', () => {
    expect(overview(stored({ country: 'GB' }), 'DE', INCLUDED_DAY).region).toMatchObject({
      chosen: 'GB',
      guess: 'DE',
      rule: { kind: 'rule', country: 'GB', rule: 'uk' },
    });
  });

  it('is the guess where none is chosen', () => {
    expect(overview(stored(), 'DE', INCLUDED_DAY).region).toMatchObject({
      chosen: null,
      guess: 'DE',
      rule: { kind: 'rule', country: 'DE', rule: 'eu-eea-ch', period: { status: 'included', from: '2025-11-03' } },
    });
  });

  it('has no rule where there is neither choice nor guess', () => {
    expect(overview(stored(), null, INCLUDED_DAY).region).toEqual({
      chosen: null,
      guess: null,
      rule: null,
      before: null,
      tableDate: TABLE_DATE,
    });
  });

  it('tells the rule before, which members may remember', () => {
    expect(overview(stored({ country: 'DE' }), null, INCLUDED_DAY).region.before).toMatchObject({
      status: 'exempt',
      until: '2025-11-02',
    });
    expect(overview(stored({ country: 'US' }), null, INCLUDED_DAY).region.before).toBeNull();
  });

  it.each([
    ['an unknown country', 'QQ', INCLUDED_DAY, 'unknown-country'],
    ['a clock that was never set', 'DE', new Date(1970, 0, 1, 12).getTime(), 'before-programme'],
  ])('has "no rule" for %s, with the reason', (_, country, now, reason) => {
    const { region, verdict } = overview(stored({ country }), null, now);
    expect(region).toMatchObject({ chosen: country, rule: { kind: 'no-rule', reason }, before: null });
    expect(verdict.name).toBe('not-checked');
  });
});

it('the structure of the page last read is there for a bug report, with the extension’s version', () => {
  expect(overview(stored(), null, NOW)).toMatchObject({ details: null, version: '1.2.3' });
  expect(overview(stored({ record: recordOf(off()) }), null, NOW).details).toEqual(off().details);
});

it('what was set aside is shown', () => {
  const values = [{ key: 'audit', at: NOW, problem: 'audit.version: wrong', value: { version: 2 } }];
  expect(overview({ ...stored(), setAside: { version: 1, values } }, null, NOW).setAside).toEqual(values);
});
