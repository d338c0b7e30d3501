import * as z from 'zod/mini';
import type { Managed } from '../audit/managed.ts';
import { COUNTRIES } from '../regions/countries.ts';

/** The longest line an organisation can set, in characters. */
const CONTACT_LIMIT = 200;

/** Each value by itself, since Firefox hands over whatever the policy file says. The same as `public/managed-schema.json`. */
const VALUES = {
  country: z.enum(COUNTRIES),
  recheckDays: z.pipe(
    z.union([z.literal(0), z.literal(7), z.literal(30), z.literal(90)]),
    z.transform((days) => (days === 0 ? null : days)),
  ),
  showObjection: z.boolean(),
  contact: z.string().check(z.trim(), z.minLength(1), z.maxLength(CONTACT_LIMIT)),
  firstRun: z.boolean(),
};

/** What an organisation has set, as far as it can be understood: a value of another kind counts as not set. Never throws. */
export function managedFrom(raw: unknown): Managed {
  if (typeof raw !== 'object' || raw === null) return {};
  const values = Object.entries(VALUES).flatMap(([key, schema]) => {
    const parsed = schema.safeParse((raw as Record<string, unknown>)[key]);
    return Object.hasOwn(raw, key) && parsed.success ? [[key, parsed.data]] : [];
  });
  return Object.fromEntries(values);
}
