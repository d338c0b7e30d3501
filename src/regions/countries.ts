import countries from './countries.json' with { type: 'json' };

/** ISO 3166-1 alpha-2 codes that a member can choose, and XK for Kosovo, which has none of its own. */
export const COUNTRIES: readonly string[] = countries;
