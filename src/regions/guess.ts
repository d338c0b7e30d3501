import zonesByCountry from './time-zones.json' with { type: 'json' };

const countryOf = new Map(
  Object.entries(zonesByCountry).flatMap(([country, zones]) =>
    zones.split(' ').map((zone) => [zone, country] as const),
  ),
);

/**
 * The country that a time zone name ("Europe/Berlin") belongs to first of all, or null where it belongs to none. A guess: people
 * travel, and neighbours share zones. Source: `time-zones.json`, made by `npm run time-zones`.
 */
export function guessCountry(timeZone: string): string | null {
  return countryOf.get(timeZone) ?? null;
}
