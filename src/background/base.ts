import type { Browser } from 'webextension-polyfill';
import { Era } from '../storage/era.ts';
import { Store } from '../storage/store.ts';
import { Unsaved } from '../storage/unsaved.ts';
import type { Observation } from '../verdict/observation.ts';
import { Kept } from './kept.ts';
import { Policies } from './policies.ts';

/** What every part of the background works with. `now` gives the time in milliseconds. */
export type Base = {
  browser: Browser;
  store: Store;
  kept: Kept;
  policies: Policies;
  /** Readings that the disk would not take. */
  unsaved: Unsaved<{ setting: string; observation: Observation }>;
  era: Era;
  now(): number;
};

/**
 * The parts that all others share, made once each time the background starts. `policiesChanged` is called when what was shown rested on policies
 * that were others, or not certain yet.
 */
export function baseOf(browser: Browser, now: () => number, policiesChanged: () => void): Base {
  const kept = new Kept(browser.storage.local);
  return {
    browser,
    now,
    kept,
    store: new Store(kept.area, now),
    policies: new Policies(browser, policiesChanged),
    unsaved: new Unsaved(browser.storage.session),
    era: new Era(browser.storage.session),
  };
}
