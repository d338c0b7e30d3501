import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page as ChromiumPage } from '@playwright/test';
import puppeteer, { type Page as FirefoxPage } from 'puppeteer-core';
import { firefoxPath } from '../../tools/browser.ts';
import { launch } from '../../tools/launch.ts';
import type { Site } from '../replica/https.ts';
import { openOwnPage, welcomed } from './firefox-pages.ts';
import { PATIENCE } from './patience.ts';

/** The extension's own API, as it is in its pages. Both browsers have it under this name, with promises. */
declare const chrome: typeof import('wxt/browser').browser;

const FIREFOX_BUILD = join(import.meta.dirname, '..', '..', '.output', 'firefox-mv3');
const EXTENSION = 'untrained@untrained.example';

/** What the popup says: its verdict, and the attributes that tell how far it is proven. */
export type Said = { verdict: string; confirmed: string; missing: string };

/** A tab on LinkedIn. */
export type Tab = {
  /** The browser's number for it. */
  id: number;
  /** Loads an address, with the tab in front. */
  go(url: string): Promise<void>;
  front(): Promise<void>;
  back(): Promise<void>;
  evaluate<Result>(expression: string): Promise<Result>;
  close(): Promise<void>;
};

/** A member with the built extension in a browser of their own, and its real popup and storage. */
export type Member = {
  openTab(): Promise<Tab>;
  /** What the popup says now. */
  said(): Promise<Said>;
  /** Every verdict that the popup has shown since nothing was stored. */
  seen(): Promise<string[]>;
  /** Deletes everything stored, and waits until the popup says so. */
  erase(): Promise<void>;
  /** Brings a tab to the front and has its reader look again, as the popup does when it opens. */
  look(tab: Tab): Promise<void>;
  reloadPastCaches(tab: Tab): Promise<void>;
  /** The tab once more, by the browser's own means. */
  duplicate(tab: Tab): Promise<void>;
  close(): Promise<void>;
};

/** The parts of a page that both drivers have. */
type Page = Pick<ChromiumPage & FirefoxPage, 'url'> & {
  goto(url: string): Promise<unknown>;
  bringToFront(): Promise<void>;
  evaluate<Result>(expression: string): Promise<Result>;
  close(): Promise<void>;
};

/** A page of the extension, in which its API can be called. */
type OwnPage = { evaluate<Result>(expression: string): Promise<Result> };

export const BROWSERS = {
  Chromium: async (site: Site): Promise<Member> => {
    const { context, origin, close } = await launch({ headless: true, args: site.chromiumArguments });
    const popup = await context.newPage();
    await popup.goto(`${origin}/popup.html`);
    return memberWith(popup as unknown as OwnPage, () => context.newPage() as unknown as Promise<Page>, close);
  },
  Firefox: async (site: Site): Promise<Member> => {
    const host = '9a4c1f0e-1b5d-4f83-9d0a-2f6f0c7e4b33';
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: firefoxPath(),
      headless: true,
      acceptInsecureCerts: true,
      args: ['--remote-allow-system-access'],
      extraPrefsFirefox: {
        ...site.firefoxPreferences,
        // Gives the extension's pages an address that is known beforehand.
        'extensions.webextensions.uuids': JSON.stringify({ [EXTENSION]: host }),
      },
    });
    await browser.installExtension(FIREFOX_BUILD);
    await welcomed(browser);
    const popup = await openOwnPage(browser, host, 'popup.html');
    return memberWith(
      popup as unknown as OwnPage,
      () => browser.newPage() as unknown as Promise<Page>,
      () => browser.close(),
    );
  },
};

async function memberWith(popup: OwnPage, newPage: () => Promise<Page>, close: () => Promise<void>): Promise<Member> {
  const call = <Result>(act: (argument: number) => unknown, argument = 0) =>
    popup.evaluate<Result>(`(${act})(${argument})`);
  const said = () =>
    call<Said>(() => {
      const { verdict = '', confirmed = '', missing = '' } = document.querySelector('main')?.dataset ?? {};
      return { verdict, confirmed, missing };
    });
  const tabIds = () => call<number[]>(async () => (await chrome.tabs.query({})).map(({ id }) => id));
  const watch = () =>
    call(() => {
      const seen: string[] = [];
      const watcher = new MutationObserver(() => seen.push(document.querySelector('main')?.dataset.verdict ?? ''));
      const before = globalThis as unknown as { watcher?: MutationObserver };
      before.watcher?.disconnect();
      Object.assign(globalThis, { seen, watcher });
      watcher.observe(document, { subtree: true, childList: true, attributes: true });
    });
  await holds(async () => (await said()).verdict === 'not-checked', 'the popup opened');
  await watch();
  return {
    said,
    close,
    seen: () => call<string[]>(() => (globalThis as unknown as { seen: string[] }).seen),
    async openTab() {
      // The browser tells no addresses of tabs, so that a new one is known by being new.
      const before = await tabIds();
      const page = await newPage();
      const id = (await tabIds()).find((one) => !before.includes(one)) ?? 0;
      return {
        id,
        async go(url) {
          await page.bringToFront();
          await page.goto(url);
        },
        front: () => page.bringToFront(),
        async back() {
          // A driver waits for a load that never comes where the page comes out of the history.
          await page.evaluate('setTimeout(() => history.back())');
        },
        evaluate: (expression) => page.evaluate(expression),
        close: () => page.close(),
      };
    },
    async erase() {
      await call(() => chrome.runtime.sendMessage({ type: 'erase' }));
      await holds(async () => (await said()).verdict === 'not-checked', 'everything was deleted');
      await watch();
    },
    async look(tab) {
      await tab.front();
      await call((id) => chrome.tabs.sendMessage(id, { type: 'look' }), tab.id);
    },
    async reloadPastCaches(tab) {
      await tab.front();
      await call((id) => chrome.tabs.reload(id, { bypassCache: true }), tab.id);
    },
    async duplicate(tab) {
      await call((id) => chrome.tabs.duplicate(id), tab.id);
    },
  };
}

/** Waits until something holds. */
export async function holds(isSo: () => Promise<boolean>, what: string): Promise<void> {
  const end = Date.now() + PATIENCE;
  while (!(await isSo().catch(() => false))) {
    if (Date.now() > end) throw new Error(`Never came: ${what}`);
    await sleep(250);
  }
}
