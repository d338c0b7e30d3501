import countries from 'i18n-iso-countries';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import table from '../../../src/objection/laws.json' with { type: 'json' };
import { lawFor } from '../../../src/objection/laws.ts';
import { COUNTRIES } from '../../../src/regions/countries.ts';
import regions from '../../../src/regions/regions.json' with { type: 'json' };

const UNION = [
  ...['AT', 'BE', 'BG', 'HR', 'CY', 'CZ', 'DK', 'EE', 'FI', 'FR', 'DE', 'GR', 'HU', 'IE'],
  ...['IT', 'LV', 'LT', 'LU', 'MT', 'NL', 'PL', 'PT', 'RO', 'SK', 'SI', 'ES', 'SE'],
];

describe('the table', () => {
  it('has a source and date for every law', () => {
    const Country = z.enum(COUNTRIES);
    const Law = z.strictObject({
      id: z.enum(['gdpr', 'uk-gdpr', 'swiss']),
      members: z.array(Country).check(z.minLength(1)),
      answerMonths: z.nullable(z.int().check(z.positive())),
      extensionMonths: z.nullable(z.int().check(z.positive())),
      leadAuthority: z.nullable(Country),
      confidence: z.enum(['high', 'medium', 'low']),
      sources: z.array(z.url({ protocol: /^https$/ })).check(z.minLength(1)),
      checked: z.iso.date(),
    });
    expect(z.array(Law).safeParse(table).error?.issues).toBeUndefined();
  });

  it('counts no country as a member of two laws', () => {
    const members = table.flatMap((law) => law.members);
    expect(members).toHaveLength(new Set(members).size);
  });
});

describe('each country has the law of its members', () => {
  it.each([...UNION, 'IS', 'LI', 'NO', 'AX', 'GP', 'MQ', 'GF', 'RE', 'YT', 'MF'])('%s has the GDPR', (country) => {
    expect(lawFor(country).id).toBe('gdpr');
  });

  it.each(['SJ', 'GI', 'JE', 'GG', 'IM'])('%s goes with a country in the rule table, but not in law', (country) => {
    expect(regions.territories).toHaveProperty(country);
    expect(lawFor(country).id).toBe('none');
  });

  it.each(['US', 'CA', 'HK', 'CN', 'BR', 'GL', 'FO', 'NC', 'PF', 'XK', 'TR', 'UA'])('%s has none', (country) => {
    expect(lawFor(country).id).toBe('none');
  });

  it('that is all: 27 in the Union, 3 in the Economic Area and 7 territories have the GDPR', () => {
    const withLaw = (id: string) => COUNTRIES.filter((country) => lawFor(country).id === id);
    expect(withLaw('gdpr')).toHaveLength(27 + 3 + 7);
    expect(withLaw('uk-gdpr')).toEqual(['GB']);
    expect(withLaw('swiss')).toEqual(['CH']);
    expect(withLaw('none')).toHaveLength(COUNTRIES.length - 39);
  });

  it.each(Object.keys(countries.getAlpha2Codes()))('%s resolves', (country) => {
    expect(['gdpr', 'uk-gdpr', 'swiss', 'none']).toContain(lawFor(country).id);
  });

  it('Europe in the rule table is who has the GDPR or Swiss law, bar territories', () => {
    const europe = regions.rules.find(({ id }) => id === 'eu-eea-ch')?.members as string[];
    expect(europe.filter((country) => !['gdpr', 'swiss'].includes(lawFor(country).id))).toEqual([]);
  });
});

describe('what a law says about the answer', () => {
  it.each([
    ['DE', { answerMonths: 1, extensionMonths: 2, leadAuthority: 'IE' }],
    ['GB', { answerMonths: 1, extensionMonths: 2, leadAuthority: null }],
    ['CH', { answerMonths: null, extensionMonths: null, leadAuthority: 'IE' }],
    ['US', { answerMonths: null, extensionMonths: null, leadAuthority: null }],
  ])('%s: %o', (country, law) => {
    expect(lawFor(country)).toMatchObject(law);
  });
});

it.each([null, '', 'de', 'QQ', 'constructor', '__proto__'])('%o is no country and has no law', (country) => {
  expect(lawFor(country)).toEqual({ id: 'none', answerMonths: null, extensionMonths: null, leadAuthority: null });
});
