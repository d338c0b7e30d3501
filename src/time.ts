import { formatISO } from 'date-fns';

/** In milliseconds. */
export const DAY = 24 * 60 * 60 * 1000;

/** The calendar day of a time (milliseconds) where the member is, as "2025-11-03": the rule table's unit. */
export function today(now: number): string {
  return formatISO(now, { representation: 'date' });
}
