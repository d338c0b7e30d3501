import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import table from '../../../src/objection/authorities.json' with { type: 'json' };
import { authoritiesFor } from '../../../src/objection/authorities.ts';
import { lawFor } from '../../../src/objection/laws.ts';
import { COUNTRIES } from '../../../src/regions/countries.ts';

const https = z.url({ protocol: /^https$/ });

/** The countries of the authorities: their own, and the one that leads. */
function seatsFor(country: string | null): [own: string | undefined, lead: string | undefined] {
  const { own, lead } = authoritiesFor(country);
  return [own?.country, lead?.country];
}

describe('the table', () => {
  it('has a source and date for every authority', () => {
    const Authority = z.strictObject({
      country: z.enum(COUNTRIES),
      name: z.string().check(z.minLength(1), z.trim()),
      web: https,
      complaint: z.nullable(https),
      note: z.nullable(z.enum(['germany-states'])),
      confidence: z.enum(['high', 'medium', 'low']),
      sources: z.array(https).check(z.minLength(1)),
      checked: z.iso.date(),
    });
    expect(z.array(Authority).safeParse(table).error?.issues).toBeUndefined();
  });

  it('has one authority for a country', () => {
    expect(new Set(table.map(({ country }) => country)).size).toBe(table.length);
  });

  it('trusts no complaint page that is known from general knowledge alone', () => {
    expect(table.filter(({ confidence, complaint }) => confidence === 'low' && complaint !== null)).toEqual([]);
  });
});

describe('whom a member complains to', () => {
  it.each([
    ['DE', 'DE', 'IE'],
    ['FR', 'FR', 'IE'],
    ['NO', 'NO', 'IE'],
    ['CH', 'CH', 'IE'],
    // Theirs leads already.
    ['IE', 'IE', undefined],
    ['GB', 'GB', undefined],
    ['AU', 'AU', undefined],
    ['BR', 'BR', undefined],
  ])('%s: own %s, lead %s', (country, own, lead) => {
    expect(seatsFor(country)).toEqual([own, lead]);
  });

  it.each([
    ['AX', 'FI'],
    ['GP', 'FR'],
    ['MQ', 'FR'],
    ['GF', 'FR'],
    ['RE', 'FR'],
    ['YT', 'FR'],
    ['MF', 'FR'],
  ])('%s follows the law of %s and has its authority', (territory, country) => {
    expect(authoritiesFor(territory)).toEqual(authoritiesFor(country));
    expect(seatsFor(territory)).toEqual([country, 'IE']);
  });

  it.each(['GI', 'JE', 'GG', 'IM', 'SJ'])('%s has a law of its own: not the authority next door', (territory) => {
    expect(seatsFor(territory)).toEqual([undefined, undefined]);
  });

  it.each(['US', 'IN', 'XK', null, '', 'ie', 'constructor', '__proto__'])('none is known for %o', (country) => {
    expect(authoritiesFor(country)).toEqual({ own: null, lead: null });
  });

  it('there is one wherever a law gives the right to object', () => {
    const without = COUNTRIES.filter((country) => lawFor(country).id !== 'none' && !authoritiesFor(country).own);
    expect(without).toEqual([]);
  });
});

describe('what is told of an authority', () => {
  it('is its name and addresses', () => {
    expect(authoritiesFor('IE').own).toMatchObject({
      country: 'IE',
      name: 'Irish Data Protection Commission',
      web: 'https://www.dataprotection.ie',
      complaint: 'https://forms.dataprotection.ie/contact',
      note: null,
    });
  });

  it('in Germany, that the federal states have theirs', () => {
    expect(authoritiesFor('DE').own?.note).toBe('germany-states');
  });
});
