import { rmSync } from 'node:fs';
import { test } from '@playwright/test';
import { CHROME_BUILD, type Installed, launch } from '../../tools/launch.ts';
import { readFound } from '../replica/probed-page.ts';
import { AI_SETTING_URL } from '../replica/replica.ts';
import { buildExtension, type Contestant, DUMMY, expectSilence, NOISY } from './measured.ts';

/** Silence by what a page can measure, in real Chromium: firefox-silence-measured.test.ts has the same in Firefox. */

const BACKGROUND = { background: { service_worker: 'background.js' } };

test('by no probe of its own a page tells the extension from one that does nothing', async () => {
  const folders = [DUMMY, NOISY].map((script) => buildExtension(script, BACKGROUND)) as [string, string];
  const [dummy, noisy, alone, open] = await Promise.all([
    ...folders.map((folder) => launch({ headless: true, noWelcome: true }, folder)),
    launch({ headless: true }),
    launch({ headless: true, keepWelcome: true }, CHROME_BUILD),
  ] as [Promise<Installed>, Promise<Installed>, Promise<Installed>, Promise<Installed>]);
  try {
    const panel = await open.context.newPage();
    await panel.goto(`${open.origin}/sidepanel.html`);
    await expectSilence({
      dummy: contestant(dummy),
      noisy: contestant(noisy),
      untrained: { alone: contestant(alone), 'with welcome page and panel': contestant(open) },
    });
  } finally {
    await Promise.all([dummy, noisy, alone, open].map((installed) => installed.close()));
    for (const folder of folders) rmSync(folder, { recursive: true });
  }
});

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
