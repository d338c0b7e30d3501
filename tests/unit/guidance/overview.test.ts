import { describe, expect, it } from 'vitest';
import { type Overview, overviewOf } from '../../../src/guidance/overview.ts';
import { AI_TRAINING } from '../../../src/linkedin/ai-setting.ts';
import { REASON_NOTES } from '../../../src/linkedin/reasons.ts';
import { TABLE_DATE } from '../../../src/regions/rules.ts';
import { NO_OBJECTION } from '../../../src/storage/nothing.ts';
import type { ObjectionRecord } from '../../../src/storage/objection.ts';
import type { SettingRecord } from '../../../src/storage/setting-record.ts';
import type { Stored } from '../../../src/storage/stored.ts';
import { DAY, failed, NOW, off, on, recordOf, storedWith } from '../examples.ts';

/** A day on which Europe was exempt, and one on which it is included. At noon where the test runs, since days are the member's own. */
const EXEMPT_DAY = new Date(2025, 5, 1, 12).getTime();
const INCLUDED_DAY = new Date(2026, 10, 24, 12).getTime();

function stored({ country = null, record }: { country?: string | null; record?: SettingRecord } = {}): Stored {
  return storedWith({
    settings: record ? { [AI_TRAINING]: record } : {},
    region: { version: 1, country },
  });
}

function overview(from: Stored, guess: string | null, now: number): Overview {
  return overviewOf(from, { guess, managed: {}, era: 'era', version: '1.2.3', now });
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
    const other = { ...stored(), settings: { 'another-setting': recordOf(off()) } };
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

describe('the objection', () => {
  const SENT_ON = '2026-10-20';
  const sent: ObjectionRecord = { ...NO_OBJECTION, sentOn: SENT_ON };

  function objected(current: ObjectionRecord, country: string | null, earlier: ObjectionRecord[] = []): Stored {
    return { ...stored({ country }), objection: { version: 2, current, earlier } };
  }

  /** Noon of a day in November 2026 where the test runs. */
  function november(day: number): number {
    return new Date(2026, 10, day, 12).getTime();
  }

  it('is not begun before anything was stored, and has no deadline', () => {
    expect(overview(stored({ country: 'DE' }), null, NOW).objection).toMatchObject({
      record: { ...NO_OBJECTION, id: 'era 0' },
      earlier: [],
      stage: 'not-begun',
      deadline: null,
    });
  });

  it('has the law and the authorities of the chosen country', () => {
    expect(overview(objected(sent, 'DE'), null, november(1)).objection).toMatchObject({
      law: { id: 'gdpr' },
      authorities: { own: { country: 'DE' }, lead: { country: 'IE' } },
    });
    expect(overview(objected(sent, 'GB'), null, november(1)).objection.law.id).toBe('uk-gdpr');
  });

  it('keeps those of the country that was chosen when it was sent, and says which is chosen now', () => {
    const fromGermany = { ...sent, country: 'DE' };
    const { objection } = overview(objected(fromGermany, 'US'), null, november(30));
    expect(objection).toMatchObject({ law: { id: 'gdpr' }, stage: 'overdue', otherCountry: 'US' });
    expect(objection.authorities.own?.country).toBe('DE');
    expect(overview(objected(fromGermany, 'DE'), null, november(30)).objection.otherCountry).toBeNull();
    // What is not sent yet goes by the country chosen now.
    const unsent = { ...fromGermany, sentOn: null };
    expect(overview(objected(unsent, 'US'), null, NOW).objection).toMatchObject({
      law: { id: 'none' },
      otherCountry: null,
    });
  });

  it('has none of them by a guess, and no deadline either', () => {
    expect(overview(objected(sent, null), 'DE', november(30)).objection).toMatchObject({
      law: { id: 'none' },
      deadline: null,
      stage: 'sent',
      authorities: { own: null, lead: null },
    });
  });

  it('is overdue from the midnight after its deadline, where the member is', () => {
    const lastMoment = new Date(2026, 10, 20, 23, 59, 59, 999).getTime();
    const before = overview(objected(sent, 'DE'), null, lastMoment).objection;
    expect(before).toMatchObject({ stage: 'sent', deadline: { day: '2026-11-20', countsUntil: '2026-11-20' } });
    expect(overview(objected(sent, 'DE'), null, lastMoment + 1).objection.stage).toBe('overdue');
  });

  it('has a later deadline once LinkedIn said that it takes longer', () => {
    const extended = { ...sent, extendedOn: '2026-11-10' };
    expect(overview(objected(extended, 'DE'), null, november(30)).objection).toMatchObject({
      stage: 'sent',
      deadline: { day: '2027-01-20' },
    });
  });

  it('has no deadline where no law is known to set one', () => {
    expect(overview(objected(sent, 'US'), null, november(30)).objection).toMatchObject({
      stage: 'sent',
      deadline: null,
    });
  });

  it('comes with those before it, as they were kept', () => {
    const earlier = [{ ...sent, closed: true }];
    expect(overview(objected(NO_OBJECTION, 'DE', earlier), null, NOW).objection).toMatchObject({
      stage: 'not-begun',
      earlier,
    });
  });

  it('decides no verdict: none of its stages makes an answer', () => {
    const granted: ObjectionRecord = { ...sent, answer: { on: '2026-11-01', outcome: 'granted' } };
    expect(overview(objected(granted, 'DE'), null, NOW).verdict).toEqual(overview(stored(), null, NOW).verdict);
  });
});

describe('the reminders', () => {
  function reminded(recheckDays: Stored['reminders']['recheckDays'], age: number): Overview {
    const told = { recheck: { about: '1', at: NOW, isShown: true } };
    const reminders = { version: 2 as const, recheckDays, notify: true, chosenAt: 0, told };
    return overview({ ...stored({ record: recordOf(off(NOW - age)) }), reminders }, null, NOW);
  }

  it('are as the member chose them, without what was told', () => {
    expect(reminded(7, 0).reminders).toEqual({ recheckDays: 7, notify: true });
    expect(overview(stored(), null, NOW).reminders).toEqual({ recheckDays: 30, notify: false });
  });

  it.each([7, 30, 90] as const)('each %i days decide how long an answer is fresh', (days) => {
    expect(reminded(days, days * DAY).verdict).toMatchObject({ name: 'opted-out', fresh: true });
    expect(reminded(days, days * DAY + 1).verdict).toMatchObject({ name: 'opted-out', fresh: false });
  });

  it('that are switched off do not make an answer fresh for ever', () => {
    expect(reminded(null, 30 * DAY).verdict.fresh).toBe(true);
    expect(reminded(null, 30 * DAY + 1).verdict.fresh).toBe(false);
  });
});

it('today is the calendar day where the member is', () => {
  expect(overview(stored(), null, new Date(2026, 10, 24, 0, 0).getTime()).today).toBe('2026-11-24');
  expect(overview(stored(), null, new Date(2026, 10, 24, 23, 59, 59, 999).getTime()).today).toBe('2026-11-24');
});

it('the structure of the page last read is there for a bug report, with the extension’s version', () => {
  expect(overview(stored(), null, NOW)).toMatchObject({ details: null, version: '1.2.3' });
  expect(overview(stored({ record: recordOf(off()) }), null, NOW).details).toEqual(off().details);
});

it('what was set aside is shown', () => {
  const values = [{ key: 'audit', at: NOW, problem: 'audit.version: wrong', value: { version: 2 } }];
  expect(overview({ ...stored(), setAside: { version: 1, values } }, null, NOW).setAside).toEqual(values);
});
