import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { AI_SETTING_URL } from '../../src/linkedin/ai-setting.ts';
import { settingPage } from '../replica/certainty/markup.ts';
import { type Answer, type Asked, openSite, type Site } from '../replica/https.ts';
import { BROWSERS, holds, type Member, type Tab } from './member.ts';

/**
 * Whether the popup says what LinkedIn has stored when the page at hand is not the latest, or does not come from LinkedIn: other tabs,
 * caches, service workers, the history. Off a real server whose stored state changes.
 */

const FEED = 'https://www.linkedin.com/feed/';
/** The setting's page as caches and the history may keep it: asked for again when it is opened, but not when the member goes back. */
const KEPT_IN_HISTORY = `${AI_SETTING_URL}?cache=no-cache`;
const CACHED = `${AI_SETTING_URL}?cache=max-age%3D600`;

/** Longer, in milliseconds, than an answer takes. What has not been said by then is taken not to be said at all. */
const LONG_ENOUGH = 20_000;

/** LinkedIn has no service worker on its settings pages today; it may have any of these tomorrow. */
const WORKERS: Record<string, string> = {
  'keeps pages in a cache': `
    const cached = caches.open('pages');
    addEventListener('install', (event) => event.waitUntil(cached.then((cache) => cache.add('${AI_SETTING_URL}'))));
    answer(async () => (await cached).match('${AI_SETTING_URL}'));`,
  'makes pages itself': `
    answer(() => new Response(${JSON.stringify(settingPage(false))}, { headers: { 'content-type': 'text/html' } }));`,
  'answers again what it was answered': `
    let first;
    answer(async (request) => (await (first ??= fetch(request))).clone());`,
  'passes everything on': `
    addEventListener('fetch', (event) => event.respondWith(fetch(event.request)));`,
};
const EVERY_WORKER = `
  addEventListener('install', () => skipWaiting());
  addEventListener('activate', (event) => event.waitUntil(clients.claim()));
  const answer = (make) => addEventListener('fetch', (event) => {
    if (event.request.mode === 'navigate' && event.request.url.includes('/mypreferences/')) event.respondWith(make(event.request));
  });`;

/** What the server has stored. */
let on: boolean;
let site: Site;
let member: Member;

test.beforeEach(() => {
  on = false;
});

test.afterEach(async () => {
  await member?.close();
  await site?.close();
  expect(site?.strays, 'requests to elsewhere').toEqual([]);
});

for (const [browser, arrive] of Object.entries(BROWSERS)) {
  test.describe(browser, () => {
    test.beforeEach(async () => {
      site = await openSite(answerTo);
      member = await arrive(site);
    });

    test('a page from before does not undo "on"', async () => {
      const older = await open(AI_SETTING_URL);
      await says('opted-out');
      on = true;
      await open(AI_SETTING_URL);
      await says('opted-in');
      expect(await shownAfter(() => member.look(older))).toEqual(['opted-in']);
    });

    test('a page from before does not undo a confirmed "off"', async () => {
      on = true;
      const older = await open(AI_SETTING_URL);
      await says('opted-in');
      on = false;
      await open(AI_SETTING_URL);
      await says('opted-out');
      expect(await shownAfter(() => member.look(older))).toEqual(['opted-out']);
      expect(await member.said()).toMatchObject({ confirmed: 'true', missing: '' });
    });

    test('a page out of the cache confirms nothing', async () => {
      const tab = await open(CACHED);
      await says('opted-out');
      await tab.go('about:blank');
      await member.erase();
      on = true;
      const asked = pagesAsked();
      expect(await shownAfter(() => tab.go(CACHED))).not.toContain('opted-out');
      expect(pagesAsked(), 'it came out of the cache').toBe(asked);
    });

    for (const worker of ['keeps pages in a cache', 'makes pages itself', 'answers again what it was answered']) {
      test(`a page from a service worker that ${worker} confirms nothing`, async () => {
        const tab = await openWithWorker(worker);
        // The one that repeats an answer needs one to repeat.
        await tab.go(AI_SETTING_URL);
        await tab.go('about:blank');
        await member.erase();
        on = true;
        expect(await shownAfter(() => tab.go(AI_SETTING_URL))).not.toContain('opted-out');
        expect(await isDrawnOn(tab), 'it came from the worker').toBe(false);
      });
    }

    test('behind a service worker that passes everything on, a page loaded past all caches is "opted out"', async () => {
      const tab = await openWithWorker('passes everything on');
      await tab.go(AI_SETTING_URL);
      await holds(
        async () => ['unconfirmed', 'opted-out'].includes((await member.said()).verdict),
        'it was read as off',
      );
      await member.reloadPastCaches(tab);
      await says('opted-out');
    });

    test('a page that the member goes back to confirms nothing', async () => {
      const tab = await open(KEPT_IN_HISTORY);
      await says('opted-out');
      await tab.go(FEED);
      await member.erase();
      on = true;
      expect(await shownAfter(() => tab.back())).not.toContain('opted-out');
      expect(await isDrawnOn(tab), 'it came out of the history').toBe(false);
    });

    test('a page for guests confirms nothing', async () => {
      expect(await shownAfter(() => open(AI_SETTING_URL.replace('/d/', '/g/')))).not.toContain('opted-out');
    });
  });
}

test.describe('Chromium alone', () => {
  test.beforeEach(async () => {
    site = await openSite(answerTo);
    member = await BROWSERS.Chromium(site);
  });

  test('a tab that was duplicated confirms nothing', async () => {
    const tab = await open(KEPT_IN_HISTORY);
    await says('opted-out');
    on = true;
    await open(AI_SETTING_URL);
    await says('opted-in');
    const asked = pagesAsked();
    expect(await shownAfter(() => member.duplicate(tab))).not.toContain('opted-out');
    expect(pagesAsked(), 'it came out of the history').toBe(asked);
  });
});

async function open(url: string): Promise<Tab> {
  const tab = await member.openTab();
  await tab.go(url);
  return tab;
}

/** A tab on LinkedIn whose pages go through a service worker from now on. */
async function openWithWorker(name: string): Promise<Tab> {
  const tab = await open(FEED);
  await tab.evaluate(`(async () => {
    const { serviceWorker } = navigator;
    const isControlled = new Promise((resolve) => serviceWorker.addEventListener('controllerchange', resolve));
    await serviceWorker.register('/worker.js?name=${encodeURIComponent(name)}', { scope: '/' });
    await isControlled;
  })()`);
  return tab;
}

/** Waits until the popup says so. */
async function says(verdict: string): Promise<void> {
  await holds(async () => (await member.said()).verdict === verdict, `the popup says ${verdict}`);
}

/** What the popup shows from an act until long after it. */
async function shownAfter(act: () => Promise<unknown>): Promise<string[]> {
  const before = (await member.seen()).length;
  await act();
  await sleep(LONG_ENOUGH);
  return [...new Set([...(await member.seen()).slice(before), (await member.said()).verdict])];
}

function isDrawnOn(tab: Tab): Promise<boolean> {
  return tab.evaluate('document.querySelector("main input").checked');
}

/** How often the server was asked for the setting's page. */
function pagesAsked(): number {
  return site.asked.filter(({ url }) => url.pathname === new URL(AI_SETTING_URL).pathname).length;
}

/** A test says in the address how the page may be cached. */
function answerTo({ url }: Asked): Answer | null {
  if (url.pathname === '/worker.js')
    return { type: 'text/javascript', body: EVERY_WORKER + WORKERS[url.searchParams.get('name') ?? ''] };
  if (url.pathname.startsWith('/mypreferences/'))
    return { body: settingPage(on), cacheControl: url.searchParams.get('cache') ?? 'no-store' };
  if (url.pathname !== '/feed/') return null;
  return { body: `<!doctype html><title>LinkedIn</title><a href="${AI_SETTING_URL}">Setting</a>` };
}
