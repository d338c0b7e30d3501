import { rmSync } from 'node:fs';
import { test } from '@playwright/test';
import { CHROME_BUILD, type Installed, launch } from '../../tools/launch.ts';
import { readFound } from '../replica/probed-page.ts';
import { AI_SETTING_URL } from '../replica/replica.ts';
import { buildExtension, type Contestant, DUMMY, EMPTY_PAGE, expectSilence, NOISY } from './measured.ts';

/** Silence by what a page can measure, in real Chromium: firefox-silence-measured.test.ts has the same in Firefox. */

const BACKGROUND = { background: { service_worker: 'background.js' } };

test('by no probe of its own a page tells the extension from one that does nothing', async () => {
  const folders = [DUMMY, NOISY].map((script) => buildExtension(script, BACKGROUND)) as [string, string];
  const [nothing] = folders;
  const browsers = await Promise.all([
    ...[...folders, nothing].map((folder) => launch({ headless: true, noWelcome: true }, folder)),
    launch({ headless: true }),
    launch({ headless: true, keepWelcome: true }, CHROME_BUILD),
  ]);
  const [dummy, noisy, dummyOpen, alone, open] = browsers as [Installed, Installed, Installed, Installed, Installed];
  try {
    // As many pages as the welcome page and the panel are.
    await openOwnPage(dummyOpen, EMPTY_PAGE);
    await openOwnPage(dummyOpen, EMPTY_PAGE);
    await openOwnPage(open, 'sidepanel.html');
    await expectSilence({
      pairs: {
        alone: { untrained: contestant(alone), dummy: contestant(dummy) },
        'with two pages of its own': { untrained: contestant(open), dummy: contestant(dummyOpen) },
      },
      noisy: contestant(noisy),
    });
  } finally {
    await Promise.all(browsers.map((installed) => installed.close()));
    for (const folder of folders) rmSync(folder, { recursive: true });
  }
});

async function openOwnPage({ context, origin }: Installed, path: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(`${origin}/${path}`);
}

function contestant({ context }: Installed): Contestant {
  return {
    async measure(html) {
      const page = await context.newPage();
      await page.route(/^https?:/, (route) =>
        route.request().url() === AI_SETTING_URL
          ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: html })
          : route.abort(),
      );
      const found = page.waitForEvent('console', {
        predicate: (message) => readFound(message.text()) !== undefined,
        timeout: 0,
      });
      // Not until it is loaded: the probes begin with the load and leave the page no time to say so.
      await page.goto(AI_SETTING_URL, { waitUntil: 'commit', timeout: 0 });
      const said = readFound((await found).text());
      await page.close();
      if (!said) throw new Error('The probes said nothing.');
      return said;
    },
  };
}
