import regions from '../regions/regions.json' with { type: 'json' };
import table from './authorities.json' with { type: 'json' };
import { lawFor } from './laws.ts';

/** A data-protection authority that a member can complain to. */
export type Authority = {
  country: string;
  /** In its own language, with an English name where the source has one. */
  name: string;
  /** Its home page. */
  web: string;
  /** Its page for complaints. These move often; null where none is known that can be trusted. */
  complaint: string | null;
  /** Key of a sentence that the member has to know as well. */
  note: string | null;
};

const authorities = new Map(table.map((authority): [string, Authority] => [authority.country, authority]));
const territories: Record<string, string> = regions.territories;

/**
 * Whom a member in a country (ISO 3166-1 alpha-2, or null where none is chosen) can complain to: the authority of their own country,
 * and the one that leads for LinkedIn where that is another. A territory has the authority of the country whose law it follows, but
 * one with a law of its own does not. Source: `authorities.json` and `laws.json`, each row with its own.
 */
export function authoritiesFor(country: string | null): { own: Authority | null; lead: Authority | null } {
  if (country === null) return { own: null, lead: null };
  const law = lawFor(country);
  const seat = law.id === 'none' ? country : (territories[country] ?? country);
  const lead = law.leadAuthority === seat ? null : law.leadAuthority;
  return { own: authorities.get(seat) ?? null, lead: lead === null ? null : (authorities.get(lead) ?? null) };
}
