import table from './laws.json' with { type: 'json' };

/** A law that gives a member the right to object; `none` stands for everywhere that no such law was verified for. */
export type LawId = 'gdpr' | 'uk-gdpr' | 'swiss' | 'none';

/** What a law says about the answer to an objection. A time limit of null is one that was not verified. */
export type Law = {
  id: LawId;
  answerMonths: number | null;
  /** What LinkedIn may add, if it says so within the first limit. */
  extensionMonths: number | null;
  /** The country whose authority leads for LinkedIn; null where that is not settled by this law. */
  leadAuthority: string | null;
};

const laws = table as (Law & { members: string[] })[];

/** Not a row of the table: that nothing was verified has no source. */
const NONE: Law = { id: 'none', answerMonths: null, extensionMonths: null, leadAuthority: null };

/**
 * The law that a member in a country (ISO 3166-1 alpha-2, or null where none is chosen) objects under. Unlike the rules of
 * `regions.json`, it does not take Gibraltar, the Channel Islands, Man or Svalbard along: they have laws of their own, which were
 * not verified. Source: `laws.json`, each law with its own.
 */
export function lawFor(country: string | null): Law {
  return laws.find(({ members }) => country !== null && members.includes(country)) ?? NONE;
}
