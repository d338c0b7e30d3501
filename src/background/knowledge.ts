import { type Overview, overviewOf } from '../guidance/overview.ts';
import { guessCountry } from '../regions/guess.ts';
import type { Stored } from '../storage/stored.ts';
import { rememberAll } from '../verdict/history.ts';
import type { Base } from './base.ts';

/** What is stored, and what the disk would not take. Rejects where the audit cannot be read. */
export async function everythingKnown({ store, unsaved, now }: Base): Promise<Stored> {
  const stored = await store.readAll();
  const settings = rememberAll(stored.audit.settings, await unsaved.all(), now());
  return { ...stored, audit: { ...stored.audit, settings } };
}

/** The overview of what is stored (by default of everything known) at this moment in this browser. */
export async function overviewNow(base: Base, stored?: Stored): Promise<Overview> {
  return (await lookNow(base, stored)).overview;
}

/** The same, and whether the policies it goes by are the browser's own word. */
export async function lookNow(base: Base, known?: Stored): Promise<{ overview: Overview; isCertain: boolean }> {
  const { browser, now } = base;
  const stored = known ?? (await everythingKnown(base));
  // After what is stored, since the browser's word has mostly come by then.
  const { managed, isCertain } = await base.policies.known();
  const overview = overviewOf(stored, {
    guess: guessCountry(Intl.DateTimeFormat().resolvedOptions().timeZone),
    managed,
    version: browser.runtime.getManifest().version,
    now: now(),
  });
  return { overview, isCertain };
}
