import type { Browser } from 'webextension-polyfill';
import * as z from 'zod/mini';
import { COUNTRIES } from '../regions/countries.ts';
import { RECHECK_CHOICES } from '../storage/limits.ts';
import type { Managed } from '../storage/managed.ts';

/** The longest line an organisation can set, in characters. */
const CONTACT_LIMIT = 200;

/** How long to wait for the browser's policies, in milliseconds. */
const POLICY_PATIENCE = 5000;

/** Each value by itself, since Firefox hands over whatever the policy file says. The same as `public/managed-schema.json`. */
const VALUES = {
  country: z.enum(COUNTRIES),
  recheckDays: z.pipe(
    z.literal([0, ...RECHECK_CHOICES]),
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

/**
 * What the organisation has set. Firefox rejects where there is no policy for the extension; other browsers give nothing. Chromium answers
 * only once it has read its policies, some seconds after its start; if it has not answered after `patience` milliseconds, nothing is set.
 */
export async function policiesOf(browser: Browser, patience = POLICY_PATIENCE): Promise<Managed> {
  const nothing = new Promise<null>((resolve) => setTimeout(resolve, patience, null));
  return managedFrom(await Promise.race([browser.storage.managed?.get().catch(() => null), nothing]));
}
