import { type Overview, overviewOf } from '../guidance/overview.ts';
import { guessCountry } from '../regions/guess.ts';
import type { Stored } from '../storage/stored.ts';
import { rememberAll } from '../verdict/history.ts';
import type { Base } from './base.ts';
import { policiesOf } from './policies.ts';

/** What is stored, and what the disk would not take. Rejects where the audit cannot be read. */
export async function everythingKnown({ store, unsaved, now }: Base): Promise<Stored> {
  const stored = await store.readAll();
  const settings = rememberAll(stored.audit.settings, await unsaved.all(), now());
  return { ...stored, audit: { ...stored.audit, settings } };
}

/** The overview of what is stored (by default of everything known) at this moment in this browser. */
export async function overviewNow(base: Base, stored?: Stored): Promise<Overview> {
  const { browser, now } = base;
  return overviewOf(stored ?? (await everythingKnown(base)), {
    guess: guessCountry(Intl.DateTimeFormat().resolvedOptions().timeZone),
    managed: await policiesOf(browser),
    version: browser.runtime.getManifest().version,
    now: now(),
  });
}
