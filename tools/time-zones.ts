import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getAllTimezones } from 'countries-and-timezones';

/**
 * `npm run time-zones`: writes the country that each time zone belongs to first of all, from a kept library. The library itself brings
 * four times as much, of which the extension needs nothing.
 */

const TARGET = join(import.meta.dirname, '..', 'src', 'regions', 'time-zones.json');

/** Time zone names by country, each list as one text; old names too, which browsers still give. */
export function zonesByCountry(): Record<string, string> {
  const zones = Object.values(getAllTimezones({ deprecated: true })).flatMap(({ name, countries }) =>
    countries[0] ? [{ name, country: countries[0] }] : [],
  );
  const byCountry = Map.groupBy(zones, ({ country }) => country);
  return Object.fromEntries(
    [...byCountry]
      .map(
        ([country, its]) =>
          [
            country,
            its
              .map(({ name }) => name)
              .sort()
              .join(' '),
          ] as const,
      )
      .sort(),
  );
}

if (import.meta.main) writeFileSync(TARGET, `${JSON.stringify(zonesByCountry(), null, 2)}\n`);
