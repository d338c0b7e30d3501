import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from '@playwright/test';
import puppeteer, { type Browser } from 'puppeteer-core';
import { firefoxPath } from '../../tools/browser.ts';
import { type Found, readFound } from '../replica/probed-page.ts';
import { AI_SETTING_URL } from '../replica/replica.ts';
import { openOwnPage, welcomed } from './firefox-pages.ts';
import { buildExtension, type Contestant, DUMMY, EMPTY_PAGE, expectSilence, NOISY } from './measured.ts';

/** Silence by what a page can measure, in real Firefox: silence-measured.test.ts has the same in Chromium. */

const BUILD = join(import.meta.dirname, '..', '..', '.output', 'firefox-mv3');
const EXTENSION = 'untrained@untrained.example';
const HOST = '3c1f7a52-0d0e-4c55-8f4b-6f0f5b0f9e21';
const MEASURED = 'measured@untrained.example';
const GECKO = { browser_specific_settings: { gecko: { id: MEASURED } } };

test('in Firefox too, by no probe of its own a page tells the extension from one that does nothing', async () => {
  const folders = [DUMMY, NOISY].map((script) => buildExtension(script, GECKO));
  const [nothing] = folders as [string, string];
  const browsers = await Promise.all([...folders, nothing, BUILD, BUILD].map(launchWith));
  const [dummy, noisy, dummyOpen, alone, open] = browsers as [Browser, Browser, Browser, Browser, Browser];
  try {
    // As many pages as the welcome page and the panel are.
    await openOwnPage(dummyOpen, HOST, EMPTY_PAGE);
    await openOwnPage(dummyOpen, HOST, EMPTY_PAGE);
    await welcomed(alone);
    await welcomed(open, true);
    await openOwnPage(open, HOST, 'sidepanel.html');
    await expectSilence({
      pairs: {
        alone: { untrained: contestant(alone), dummy: contestant(dummy) },
        'with two pages of its own': { untrained: contestant(open), dummy: contestant(dummyOpen) },
      },
      noisy: contestant(noisy),
    });
  } finally {
    await Promise.all(browsers.map((browser) => browser.close()));
    for (const folder of folders) rmSync(folder, { recursive: true });
  }
});

async function launchWith(extension: string): Promise<Browser> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: firefoxPath(),
    headless: true,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      // Gives the extension's pages addresses that are known beforehand.
      'extensions.webextensions.uuids': JSON.stringify({ [EXTENSION]: HOST, [MEASURED]: HOST }),
      // A page has a clock of whole milliseconds, with which it only has to measure longer.
      'privacy.reduceTimerPrecision': false,
      // Clears memory soon after it is asked to.
      'javascript.options.gc_delay': 100,
      'javascript.options.gc_delay.first': 100,
    },
    defaultViewport: { width: 900, height: 700 },
  });
  await browser.installExtension(extension);
  return browser;
}

function contestant(browser: Browser): Contestant {
  return {
    async measure(html) {
      const page = await browser.newPage();
      await page.setRequestInterception(true);
      page.on('request', (request) =>
        request.url() === AI_SETTING_URL
          ? request.respond({ contentType: 'text/html; charset=utf-8', body: html })
          : request.abort(),
      );
      const found = new Promise<Found>((resolve) => {
        page.on('console', (message) => {
          const said = readFound(message.text());
          if (said) resolve(said);
        });
      });
      await page.bringToFront();
      // Nothing waits for the load: the probes begin with it and leave the page no time to say so.
      page.goto(AI_SETTING_URL, { timeout: 0 }).catch(() => {});
      const said = await found;
      await page.close();
      return said;
    },
  };
}
