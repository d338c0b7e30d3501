import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerDeadline, type Deadline, isOverdue } from '../../../src/objection/deadline.ts';
import { lawFor } from '../../../src/objection/laws.ts';

const GDPR = lawFor('DE');

function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

describe('one month after receipt', () => {
  it.each([
    ['2027-01-05', '2027-02-05'],
    // Common and leap year.
    ['2027-01-28', '2027-02-28'],
    ['2027-01-29', '2027-02-28'],
    ['2027-01-30', '2027-02-28'],
    ['2027-01-31', '2027-02-28'],
    ['2028-01-28', '2028-02-28'],
    ['2028-01-29', '2028-02-29'],
    ['2028-01-30', '2028-02-29'],
    ['2028-01-31', '2028-02-29'],
    // From short months, the same date and not the last.
    ['2027-02-28', '2027-03-28'],
    ['2028-02-29', '2028-03-29'],
    ['2027-04-30', '2027-05-30'],
    ['2027-03-31', '2027-04-30'],
    ['2027-08-31', '2027-09-30'],
    // Over the year.
    ['2026-12-01', '2027-01-01'],
    ['2026-12-31', '2027-01-31'],
    // What a century that is no leap year, and one that is, do to February.
    ['2100-01-31', '2100-02-28'],
    ['2000-01-31', '2000-02-29'],
  ])('%s: %s', (received, day) => {
    expect(answerDeadline(GDPR, received, false)?.day).toBe(day);
  });
});

describe('with the extension, three months after receipt', () => {
  it.each([
    ['2027-01-05', '2027-04-05'],
    // From the day of receipt, not from the shortened first limit of 28 February.
    ['2027-01-31', '2027-04-30'],
    ['2027-01-29', '2027-04-29'],
    ['2026-11-30', '2027-02-28'],
    ['2027-11-30', '2028-02-29'],
    ['2028-02-29', '2028-05-29'],
    ['2026-12-31', '2027-03-31'],
    ['2026-10-15', '2027-01-15'],
  ])('%s: %s', (received, day) => {
    expect(answerDeadline(GDPR, received, true)?.day).toBe(day);
  });
});

describe('a weekend at the end', () => {
  it.each([
    ['Friday', '2026-12-01', '2027-01-01', '2027-01-01'],
    ['Saturday', '2026-12-02', '2027-01-02', '2027-01-04'],
    ['Sunday', '2026-12-03', '2027-01-03', '2027-01-04'],
    ['Monday', '2026-12-04', '2027-01-04', '2027-01-04'],
    ['Saturday at the end of April', '2033-03-31', '2033-04-30', '2033-05-02'],
    ['Sunday at the end of February', '2027-01-31', '2027-02-28', '2027-03-01'],
    ['Saturday before a new year', '2028-11-30', '2028-12-30', '2029-01-01'],
  ])('%s: received on %s, %s, counts until %s', (_, received, day, countsUntil) => {
    expect(answerDeadline(GDPR, received, false)).toEqual({ day, countsUntil });
  });

  it('moves the extended limit alike', () => {
    expect(answerDeadline(GDPR, '2026-10-31', true)).toEqual({ day: '2027-01-31', countsUntil: '2027-02-01' });
  });
});

describe('where there is no deadline', () => {
  it.each(['CH', 'US', 'GI', null])('the law of %o has no verified limit', (country) => {
    expect(answerDeadline(lawFor(country), '2027-01-05', false)).toBeNull();
    expect(answerDeadline(lawFor(country), '2027-01-05', true)).toBeNull();
  });

  it.each([
    ...[
      '',
      'x',
      '5 January 2027',
      '2027-1-5',
      '2027-01',
      '20270105',
      '2027-01-05T00:00:00Z',
      ' 2027-01-05',
      '2027-01-05 ',
    ],
    // Written like days, but the calendar has none of them.
    ...['2027-02-29', '2027-02-30', '2027-13-01', '2027-00-10', '2027-01-00', '2027-04-31', '9999-99-99'],
  ])('"%s" is no day', (received) => {
    expect(answerDeadline(GDPR, received, false)).toBeNull();
  });

  it('a law without an extension is not extended', () => {
    expect(answerDeadline({ ...GDPR, extensionMonths: null }, '2027-01-05', true)?.day).toBe('2027-02-05');
  });
});

describe('every day', () => {
  const day = fc
    .date({ min: new Date('1900-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const deadlineOf = (received: string, extended: boolean) => answerDeadline(GDPR, received, extended) as Deadline;

  it.each([
    [false, 1],
    [true, 3],
  ])('extended %s: ends %i months on, on the same date or the last', (extended, months) => {
    fc.assert(
      fc.property(day, (received) => {
        const [year = 0, month = 0, date = 0] = received.split('-').map(Number);
        const [toYear = 0, toMonth = 0, toDate = 0] = deadlineOf(received, extended).day.split('-').map(Number);
        expect(toYear * 12 + toMonth).toBe(year * 12 + month + months);
        expect(toDate).toBe(Math.min(date, lastDay(toYear, toMonth)));
      }),
    );
  });

  it('counts until a weekday, at most two days later', () => {
    fc.assert(
      fc.property(day, fc.boolean(), (received, extended) => {
        const deadline = deadlineOf(received, extended);
        const moved = (Date.parse(deadline.countsUntil) - Date.parse(deadline.day)) / 86_400_000;
        const weekday = new Date(deadline.day).getUTCDay();
        expect(moved).toBe(weekday === 6 ? 2 : weekday === 0 ? 1 : 0);
      }),
    );
  });

  it('is overdue the day after it counts until, and not before', () => {
    fc.assert(
      fc.property(day, fc.boolean(), (received, extended) => {
        const deadline = deadlineOf(received, extended);
        const next = new Date(Date.parse(deadline.countsUntil) + 86_400_000).toISOString().slice(0, 10);
        expect(isOverdue(deadline, received)).toBe(false);
        expect(isOverdue(deadline, deadline.day)).toBe(false);
        expect(isOverdue(deadline, deadline.countsUntil)).toBe(false);
        expect(isOverdue(deadline, next)).toBe(true);
      }),
    );
  });
});

describe('the machine’s time zone does not matter', () => {
  const offsets = {
    UTC: 0,
    'Pacific/Kiritimati': -14 * 60,
    'Pacific/Apia': -13 * 60,
    'Pacific/Pago_Pago': 11 * 60,
    'America/Los_Angeles': 7 * 60,
    'Europe/Berlin': -2 * 60,
    // Clocks go forward at midnight: there are days that begin at one.
    'Africa/Cairo': -3 * 60,
    'America/Santiago': 4 * 60,
  };
  const first = Date.parse('2024-09-18');
  const days = Array.from({ length: 1600 }, (_, index) =>
    new Date(first + index * 86_400_000).toISOString().slice(0, 10),
  );
  const expected = days.map((received) => answerDeadline(GDPR, received, false));

  // In a process of its own: in the worker threads that some test runners use, setting the zone changes nothing.
  const script = `
    import { readFileSync } from 'node:fs';
    import { answerDeadline } from '${pathToFileURL(join(import.meta.dirname, '../../../src/objection/deadline.ts'))}';
    const { law, days, zones } = JSON.parse(readFileSync(0, 'utf8'));
    const results = zones.map((zone) => {
      process.env.TZ = zone;
      const offset = new Date('2027-07-01T00:00Z').getTimezoneOffset();
      return [zone, { offset, deadlines: days.map((day) => answerDeadline(law, day, false)) }];
    });
    console.log(JSON.stringify(Object.fromEntries(results)));`;
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, NODE_OPTIONS: '' },
    input: JSON.stringify({ law: GDPR, days, zones: Object.keys(offsets) }),
    encoding: 'utf8',
    maxBuffer: 2 ** 24,
  });
  const there: Record<string, { offset: number; deadlines: (Deadline | null)[] }> = JSON.parse(output);

  it.each(Object.entries(offsets))('%s, %i minutes behind UTC in July', (zone, offset) => {
    expect(there[zone]?.offset).toBe(offset);
    expect(there[zone]?.deadlines).toEqual(expected);
  });
});
