import { isValid, parseISO } from 'date-fns';
import { COUNTRIES } from './countries.ts';
import table from './regions.json' with { type: 'json' };
import type { Confidence, Period, RegionTable, Rule } from './schema.ts';

const regions = table as unknown as RegionTable;
const known = new Set(COUNTRIES);

/** What the table says about a country on a day, or why it says nothing. */
export type RuleAnswer =
  | { kind: 'rule'; country: string; rule: Rule['id']; period: Period; confidence: Confidence }
  | {
      kind: 'no-rule';
      country: string;
      reason: 'unknown-country' | 'not-a-day' | 'before-programme' | 'outside-table';
    };

/** The day on which the rule table was last checked against its sources. */
export const TABLE_DATE: string = regions.asOf;

/**
 * The rule for members whose profile is in a country, on a calendar day ("2025-11-03"). Never throws: a country or day that the
 * table does not cover is an answer of its own. Source: `regions.json`, each period with its own.
 */
export function ruleFor(country: string, day: string): RuleAnswer {
  const none = (reason: Extract<RuleAnswer, { kind: 'no-rule' }>['reason']): RuleAnswer => ({
    kind: 'no-rule',
    country,
    reason,
  });
  if (!known.has(country)) return none('unknown-country');
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !isValid(parseISO(day))) return none('not-a-day');
  if (day < regions.programmeSince) return none('before-programme');
  const lawOf = regions.territories[country] ?? country;
  const rule = regions.rules.find(({ members }) => members === '*' || members.includes(lawOf));
  const period = rule?.periods.find(({ from, until }) => from <= day && (until === null || day <= until));
  if (!rule || !period) return none('outside-table');
  const confidence = period.confidenceByCountry?.[country] ?? period.confidence;
  return { kind: 'rule', country, rule: rule.id, period, confidence };
}

/** The period before the one in force, where the rule has changed: "was exempt until ..." is what members misremember. */
export function periodBefore(ruleId: Rule['id'], period: Period): Period | undefined {
  const periods = regions.rules.find(({ id }) => id === ruleId)?.periods ?? [];
  return periods[periods.findIndex(({ from }) => from === period.from) - 1];
}
