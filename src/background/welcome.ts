import type { Runtime } from 'webextension-polyfill';
import type { Base } from './base.ts';

const PAGE = '/welcome.html';

/** Where it is marked that the page is owed. No part of what the member has stored or exports. */
export const OWED_KEY = 'welcome';

/**
 * The page that opens after the installation, none after an update, and none where the organisation does not want it. The browser may take minutes to tell
 * what that wants, and the background or the browser may end before: until the page was opened or forbidden it is owed. Neither function rejects.
 */
export function welcomeOf({ browser, policies }: Base): {
  installed(reason: Runtime.OnInstalledReason): Promise<void>;
  /** Opens the page if an earlier life of the background owes it. */
  payOwed(): Promise<void>;
} {
  const { local } = browser.storage;
  let opening: Promise<void> | null = null;

  async function open(): Promise<void> {
    const { firstRun } = await policies.certain();
    try {
      if (firstRun !== false) await browser.tabs.create({ url: browser.runtime.getURL(PAGE) });
      await local.remove(OWED_KEY);
    } catch {
      // It stays owed.
    }
  }

  function openOnce(): Promise<void> {
    opening ??= open();
    return opening;
  }

  return {
    async installed(reason) {
      if (reason !== 'install') return;
      await local.set({ [OWED_KEY]: true }).catch(() => {});
      await openOnce();
    },
    async payOwed() {
      const stored = await local.get(OWED_KEY).catch(() => ({}));
      if (OWED_KEY in stored) await openOnce();
    },
  };
}
