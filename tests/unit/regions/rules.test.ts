import { addDays, formatISO, isValid, parseISO } from 'date-fns';
import countries from 'i18n-iso-countries';
import { describe, expect, it } from 'vitest';
import { COUNTRIES } from '../../../src/regions/countries.ts';
import table from '../../../src/regions/regions.json';
import { periodBefore, type RuleAnswer, ruleFor, TABLE_DATE } from '../../../src/regions/rules.ts';
import { RegionTable } from '../../../src/regions/schema.ts';

const regions = RegionTable.parse(table);

/** What the table is about, in one word: the status of the period, or why there is none. */
function statusOf(answer: RuleAnswer): string {
  return answer.kind === 'rule' ? answer.period.status : answer.reason;
}

function ruleIdOf(answer: RuleAnswer): string {
  return answer.kind === 'rule' ? answer.rule : answer.reason;
}

function dayAfter(day: string): string {
  return formatISO(addDays(parseISO(day), 1), { representation: 'date' });
}

describe('the table', () => {
  it('fits its published shape', () => {
    expect(RegionTable.safeParse(table)).toMatchObject({ success: true });
  });

  it('writes only days that the calendar has', () => {
    const days = regions.rules.flatMap(({ periods }) =>
      periods.flatMap(({ from, until, checked }) => [from, until, checked]),
    );
    const wrong = [regions.asOf, regions.programmeSince, ...days].filter(
      (day) => day !== null && !isValid(parseISO(day)),
    );
    expect(wrong).toEqual([]);
  });

  describe.each(regions.rules)('the periods of "$id"', ({ periods }) => {
    it('follow each other day by day, with no gap and no overlap', () => {
      const starts = periods.slice(1).map(({ from }) => from);
      const daysAfterEnds = periods.slice(0, -1).map(({ until }) => until && dayAfter(until));
      expect(starts).toEqual(daysAfterEnds);
    });

    it('end no earlier than they begin', () => {
      const reversed = periods.filter(({ from, until }) => until !== null && until < from);
      expect(reversed).toEqual([]);
    });

    it('reach from the start of the programme or later into today', () => {
      expect(periods.filter(({ from }) => from < regions.programmeSince)).toEqual([]);
      expect(periods.at(-1)).toMatchObject({ until: null });
    });
  });

  it('counts no country as a member of two rules', () => {
    const members = regions.rules.flatMap((rule) => (rule.members === '*' ? [] : rule.members));
    expect(members).toHaveLength(new Set(members).size);
  });

  it('names only countries that a member can choose', () => {
    const named = regions.rules.flatMap(({ members, periods }) => [
      ...(members === '*' ? [] : members),
      ...periods.flatMap(({ confidenceByCountry = {} }) => Object.keys(confidenceByCountry)),
    ]);
    expect(named.filter((country) => !COUNTRIES.includes(country))).toEqual([]);
  });

  it('has exactly one rule for everywhere else, and it comes last', () => {
    expect(regions.rules.map(({ members }) => members === '*')).toEqual([
      ...regions.rules.slice(1).map(() => false),
      true,
    ]);
  });

  it.each(Object.entries(regions.territories))('maps %s to %s, and both can be chosen', (territory, country) => {
    expect(COUNTRIES).toContain(territory);
    expect(COUNTRIES).toContain(country);
    expect(territory).not.toBe(country);
    // One step only: the country whose law applies is not a territory itself.
    expect(regions.territories).not.toHaveProperty(country);
  });
});

describe('the countries', () => {
  const iso = Object.keys(countries.getAlpha2Codes());

  it('are those of ISO 3166-1, each once', () => {
    expect([...COUNTRIES].sort()).toEqual([...iso].sort());
  });

  it.each(iso)('%s has a rule in force on the day the table was checked', (country) => {
    expect(['included', 'no-evidence']).toContain(statusOf(ruleFor(country, TABLE_DATE)));
  });
});

describe('each country has the rule of its region', () => {
  it.each([
    ...['AT', 'BE', 'BG', 'HR', 'CY', 'CZ', 'DK', 'EE', 'FI', 'FR', 'DE', 'GR', 'HU', 'IE'],
    ...['IT', 'LV', 'LT', 'LU', 'MT', 'NL', 'PL', 'PT', 'RO', 'SK', 'SI', 'ES', 'SE'],
  ])('%s is in the European Union', (country) => {
    expect(ruleFor(country, '2026-11-24')).toMatchObject({ country, rule: 'eu-eea-ch', confidence: 'high' });
  });

  it.each(['IS', 'LI', 'NO', 'CH'])('%s goes with the European Union', (country) => {
    expect(ruleFor(country, '2026-11-24')).toMatchObject({ country, rule: 'eu-eea-ch', confidence: 'high' });
  });

  it.each([
    ['GB', 'uk'],
    ['CA', 'canada'],
    ['HK', 'hong-kong'],
    ['CN', 'mainland-china'],
    ['US', 'rest-of-world'],
    ['BR', 'rest-of-world'],
    ['MO', 'rest-of-world'],
    ['TW', 'rest-of-world'],
    ['XK', 'rest-of-world'],
  ])('%s has the rule "%s"', (country, rule) => {
    expect(ruleIdOf(ruleFor(country, '2026-11-24'))).toBe(rule);
  });

  it.each([
    ['AX', 'FI'],
    ['GP', 'FR'],
    ['MQ', 'FR'],
    ['GF', 'FR'],
    ['RE', 'FR'],
    ['YT', 'FR'],
    ['MF', 'FR'],
    ['SJ', 'NO'],
    ['GI', 'GB'],
    ['JE', 'GB'],
    ['GG', 'GB'],
    ['IM', 'GB'],
  ])('%s is treated like %s, whose law applies there', (territory, country) => {
    for (const day of ['2024-09-18', '2024-09-20', '2025-11-02', '2025-11-03', '2026-11-24']) {
      expect(ruleFor(territory, day)).toEqual({ ...ruleFor(country, day), country: territory });
    }
  });

  it.each(['GL', 'NC', 'PF', 'BM', 'PR'])('%s lies outside its mother country’s rule', (country) => {
    expect(ruleIdOf(ruleFor(country, '2026-11-24'))).toBe('rest-of-world');
  });
});

describe('rules change on the day they change', () => {
  const BEFORE = 'before-programme';
  const OUTSIDE = 'outside-table';
  const NONE = 'no-evidence';
  const days: [day: string, DE: string, GB: string, CA: string, HK: string, CN: string, US: string][] = [
    ['2024-09-17', BEFORE, BEFORE, BEFORE, BEFORE, BEFORE, BEFORE],
    ['2024-09-18', 'exempt', 'included', 'included', 'included', OUTSIDE, 'included'],
    ['2024-09-19', 'exempt', 'included', 'included', 'included', OUTSIDE, 'included'],
    ['2024-09-20', 'exempt', 'exempt', 'included', 'included', OUTSIDE, 'included'],
    ['2024-10-10', 'exempt', 'exempt', 'included', 'included', OUTSIDE, 'included'],
    ['2024-10-11', 'exempt', 'exempt', 'included', 'exempt', OUTSIDE, 'included'],
    ['2024-12-09', 'exempt', 'exempt', 'included', 'exempt', OUTSIDE, 'included'],
    ['2024-12-10', 'exempt', 'exempt', 'exempt', 'exempt', OUTSIDE, 'included'],
    ['2025-01-01', 'exempt', 'exempt', 'exempt', 'exempt', NONE, 'included'],
    ['2025-11-02', 'exempt', 'exempt', 'exempt', 'exempt', NONE, 'included'],
    ['2025-11-03', 'included', 'included', 'included', 'included', NONE, 'included'],
    ['2026-11-24', 'included', 'included', 'included', 'included', NONE, 'included'],
  ];

  it.each(days)('on %s: DE %s, GB %s, CA %s, HK %s, CN %s, US %s', (day, ...expected) => {
    const statuses = ['DE', 'GB', 'CA', 'HK', 'CN', 'US'].map((country) => statusOf(ruleFor(country, day)));
    expect(statuses).toEqual(expected);
  });

  it('the switch is on by default wherever members are included, and has no default elsewhere', () => {
    for (const { status, settingDefault } of regions.rules.flatMap(({ periods }) => periods)) {
      expect(settingDefault).toBe(status === 'included' ? 'on' : null);
    }
  });
});

describe('what the table does not say is an answer of its own', () => {
  it.each(['QQ', 'de', '', 'DEU', 'constructor', '__proto__'])(
    '"%s" is no country: "no rule", with the reason',
    (country) => {
      expect(ruleFor(country, '2026-11-24')).toEqual({ kind: 'no-rule', country, reason: 'unknown-country' });
    },
  );

  it.each([
    ...['2025-13', 'x', '', '3 November 2025', '2025-11-03T00:00:00Z', '+002025-11-03'],
    // Written like days, but the calendar has none of them.
    ...['2025-13-45', '2025-02-30', '2025-02-29', '2025-11-31', '2025-00-10', '2025-11-00', '1970-02-30', '9999-99-99'],
  ])('"%s" is no day: "no rule", with the reason', (day) => {
    expect(ruleFor('DE', day)).toEqual({ kind: 'no-rule', country: 'DE', reason: 'not-a-day' });
  });

  it.each(['2025-02-28', '2028-02-29', '2025-12-31'])('"%s" is a day, with a rule', (day) => {
    expect(ruleFor('DE', day).kind).toBe('rule');
  });

  it.each(['1970-01-01', '2023-12-31'])('a clock that says %s is before the programme', (day) => {
    expect(ruleFor('DE', day)).toEqual({ kind: 'no-rule', country: 'DE', reason: 'before-programme' });
  });

  it('a country whose rule begins later than the programme is outside the table until then', () => {
    expect(ruleFor('CN', '2024-12-31')).toEqual({ kind: 'no-rule', country: 'CN', reason: 'outside-table' });
  });
});

describe('how well a rule is evidenced', () => {
  it.each([
    ['US', 'high'],
    ['BR', 'high'],
    ['DE', 'high'],
    ['GB', 'high'],
    ['IN', 'medium'],
    ['AU', 'medium'],
    ['SG', 'medium'],
    ['KR', 'medium'],
    ['NG', 'low'],
    ['CN', 'low'],
  ])('for %s is told as %s', (country, confidence) => {
    expect(ruleFor(country, '2026-11-24')).toMatchObject({ kind: 'rule', confidence });
  });

  it('is told for the period, not for the country alone', () => {
    expect(ruleFor('GB', '2024-09-19')).toMatchObject({ confidence: 'medium' });
    expect(ruleFor('GB', '2024-09-20')).toMatchObject({ confidence: 'high' });
  });
});

describe('the period before', () => {
  function earlier(country: string, day: string) {
    const answer = ruleFor(country, day);
    return answer.kind === 'rule' ? periodBefore(answer.rule, answer.period) : undefined;
  }

  it.each(['DE', 'GB', 'CA', 'HK', 'GG'])('says that %s was exempt until 2 November 2025', (country) => {
    expect(earlier(country, '2026-11-24')).toMatchObject({ status: 'exempt', until: '2025-11-02' });
  });

  it('is the one just before, not the first', () => {
    expect(earlier('GB', '2025-01-01')).toMatchObject({ status: 'included', until: '2024-09-19' });
  });

  it.each([
    ['US', '2026-11-24'],
    ['DE', '2025-11-02'],
  ])('is none for %s on %s, whose rule had not changed by then', (country, day) => {
    expect(ruleFor(country, day).kind).toBe('rule');
    expect(earlier(country, day)).toBeUndefined();
  });
});
