import { expect, it } from 'vitest';
import { COUNTRIES } from '../../../src/regions/countries.ts';
import { guessCountry } from '../../../src/regions/guess.ts';
import zones from '../../../src/regions/time-zones.json' with { type: 'json' };
import { zonesByCountry } from '../../../tools/time-zones.ts';

it.each([
  ['Europe/Berlin', 'DE'],
  ['Europe/Paris', 'FR'],
  ['Europe/London', 'GB'],
  ['Europe/Zurich', 'CH'],
  ['America/New_York', 'US'],
  ['America/Toronto', 'CA'],
  ['Asia/Hong_Kong', 'HK'],
  ['Asia/Shanghai', 'CN'],
  ['Asia/Kolkata', 'IN'],
  // The same zone under its old name, which browsers still give.
  ['Asia/Calcutta', 'IN'],
])('the time zone %s suggests %s', (timeZone, country) => {
  expect(guessCountry(timeZone)).toBe(country);
});

it.each([
  ...['Etc/UTC', 'UTC', 'GMT', 'Etc/GMT+5', 'Mars/Olympus', 'europe', ''],
  // Names that every object has.
  ...['constructor', '__proto__', 'toString'],
])('the time zone "%s" suggests no country', (timeZone) => {
  expect(guessCountry(timeZone)).toBeNull();
});

it('every guess this browser engine can make is a country that a member can choose', () => {
  const guesses = Intl.supportedValuesOf('timeZone').map(guessCountry);
  expect(guesses).toContain('DE');
  expect(guesses.filter((guess) => guess !== null && !COUNTRIES.includes(guess))).toEqual([]);
});

it('the table is what the library says today', () => {
  expect(zones).toEqual(zonesByCountry());
});
