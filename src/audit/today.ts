import { formatISO } from 'date-fns';

/** The calendar day of a time (milliseconds) where the member is, as "2025-11-03": the rule table's unit. */
export function today(now: number): string {
  return formatISO(now, { representation: 'date' });
}
