import { getTimezone } from 'countries-and-timezones';

/**
 * The country that a time zone name ("Europe/Berlin") belongs to first of all, or null where it belongs to none. A guess: people
 * travel, and neighbours share zones.
 */
export function guessCountry(timeZone: string): string | null {
  return getTimezone(timeZone)?.countries?.[0] ?? null;
}
