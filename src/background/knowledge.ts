import { type Overview, overviewOf } from '../guidance/overview.ts';
import { AI_TRAINING } from '../linkedin/ai-setting.ts';
import { guessCountry } from '../regions/guess.ts';
import { settingKey } from '../storage/keys.ts';
import type { Wanted } from '../storage/store.ts';
import type { Stored } from '../storage/stored.ts';
import { rememberAll } from '../verdict/history.ts';
import type { Base } from './base.ts';

/**
 * What is stored, of settings those of these ids (null for all there are) with as much of their histories as is wanted, and what the disk
 * would not take. Rejects where the AI setting is among them and cannot be read: without it there is no verdict that could be told.
 */
export async function everythingKnown(
  { store, unsaved, now }: Base,
  ids: readonly string[] | null = [AI_TRAINING],
  wanted?: Wanted,
): Promise<Stored> {
  const { stored, failures } = await store.readAll(ids, wanted);
  const key = settingKey(AI_TRAINING);
  if (failures.has(key)) throw failures.get(key);
  const waiting = (await unsaved.all()).filter(({ setting }) => !ids || ids.includes(setting));
  return { ...stored, settings: rememberAll(stored.settings, waiting, now()) };
}

/** The overview of what is stored (by default of what is known) at this moment in this browser. */
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
    era: await base.era.name(),
    version: browser.runtime.getManifest().version,
    now: now(),
  });
  return { overview, isCertain };
}
