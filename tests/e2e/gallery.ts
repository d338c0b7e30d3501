import { type Browser, test as base, chromium, expect, type Frame, type Page } from '@playwright/test';
import { chromiumPath } from '../../tools/browser.ts';
import { GALLERY } from '../gallery/build.ts';

const ADDRESS = 'http://gallery.test';

type Fixtures = {
  /** The gallery, in a tab of a browser without the extension. */
  gallery: Page;
  /** The gallery in a frame of that tab instead: a frame takes another size at once, so that one drawing can be measured in several. */
  framed: Frame;
};

/** Playwright's test with the gallery: every page of the extension in every state, in every language, without starting a browser for each. */
export const test = base.extend<Fixtures, { plainBrowser: Browser }>({
  plainBrowser: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
    async ({}, use) => {
      const browser = await chromium.launch({
        executablePath: chromiumPath(),
        args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
      });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  gallery: async ({ plainBrowser }, use) => {
    const context = await plainBrowser.newContext({
      timezoneId: 'Europe/Berlin',
      viewport: { width: 360, height: 720 },
    });
    const page = await context.newPage();
    await page.route(`${ADDRESS}/**`, (route) => {
      const { pathname } = new URL(route.request().url());
      return route.fulfill({ path: `${GALLERY}${pathname === '/' ? '/index.html' : pathname}` });
    });
    await page.goto(`${ADDRESS}/?specimen=popup/loading`);
    await page.waitForFunction(() => window.gallery);
    await use(page);
    await context.close();
  },
  framed: async ({ gallery }, use) => {
    const framed = gallery.waitForEvent('frameattached');
    await gallery.evaluate(() => {
      const frame = document.createElement('iframe');
      frame.src = location.href;
      frame.style.border = 'none';
      document.documentElement.replaceChildren(frame);
    });
    const frame = await framed;
    await frame.waitForFunction(() => window.gallery);
    await use(frame);
  },
});

export type { Frame, Page };
export { expect };

/** The names of all specimens. */
export function specimens(gallery: Page): Promise<string[]> {
  return gallery.evaluate(() => window.gallery.names);
}

/** Shows one specimen in a language. */
export async function show(gallery: Page, name: string, locale = 'en'): Promise<void> {
  await gallery.evaluate(([one, language]) => window.gallery.show(one, language), [name, locale] as const);
}
