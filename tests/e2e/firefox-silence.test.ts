import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { expect, test } from '@playwright/test';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { firefoxPath } from '../../tools/browser.ts';
import type { Site } from '../replica/https.ts';
import { addressedTo, type Listening } from '../replica/listening-page.ts';
import { AI_SETTING_URL, openReplicaSite, Replica } from '../replica/replica.ts';
import { openOwnPage, welcomed } from './firefox-pages.ts';

declare const listening: Listening;

/** The page that listens for everything, in real Firefox: tests/e2e/silence.test.ts has the same in Chromium. */

const BUILD = join(import.meta.dirname, '..', '..', '.output', 'firefox-mv3');
const EXTENSION = 'untrained@untrained.example';
const HOST = '3c1f7a52-0d0e-4c55-8f4b-6f0f5b0f9e21';
const NOISY = 'noisy@untrained.example';
const NOISY_HOST = '8b7de0a4-58f3-4d3c-9d53-1f0a6f2f6c02';

const SAVE_URL = 'https://www.linkedin.com/mysettings-api/settingsApiSettings/replicaSettingKey';
/** One load of the page: the document, and the page's own comparing of what was sent. */
const LOAD = [`GET ${AI_SETTING_URL}`, `GET ${AI_SETTING_URL}`];

/** An extension that gives itself away, once the page stands: on a busy machine that takes longer than any fixed time. */
const NOISY_FILES: Record<string, string> = {
  'manifest.json': JSON.stringify({
    manifest_version: 3,
    name: 'Noisy',
    version: '1',
    browser_specific_settings: { gecko: { id: NOISY } },
    content_scripts: [
      { matches: ['https://www.linkedin.com/*'], js: ['apart.js'], css: ['style.css'], run_at: 'document_start' },
    ],
    web_accessible_resources: [{ resources: ['open.js'], matches: ['https://www.linkedin.com/*'] }],
  }),
  'open.js': '',
  'style.css': 'main { outline: 1px solid red }',
  'apart.js': `document.documentElement.setAttribute('early', '');
window.wrappedJSObject.early = true;
addEventListener('load', () => setTimeout(() => {
  document.querySelector('main').setAttribute('late', '');
  document.body.append(document.createComment('moz-extension://'));
  window.wrappedJSObject.document.querySelector('main');
  postMessage({}, '*');
  document.dispatchEvent(new CustomEvent('${NOISY_HOST}'));
  localStorage.noisy = '1';
  document.cookie = 'noisy=1';
  performance.mark('noisy');
  document.querySelector('[role=switch]').focus();
  scrollTo(0, 40);
}, 300));`,
};

let browser: Browser;
let replica: Replica;
let site: Site;

test.beforeEach(async () => {
  replica = new Replica();
  replica.shape = 'v30-listens';
  site = await openReplicaSite(replica);
  browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: firefoxPath(),
    headless: true,
    acceptInsecureCerts: true,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      ...site.firefoxPreferences,
      // Gives the extensions' pages addresses that are known beforehand.
      'extensions.webextensions.uuids': JSON.stringify({ [EXTENSION]: HOST, [NOISY]: NOISY_HOST }),
    },
    defaultViewport: { width: 900, height: 200 },
  });
});

test.afterEach(async () => {
  await browser.close();
  await site.close();
  expect(site.strays, 'requests to elsewhere').toEqual([]);
});

test('in Firefox too, the page that listens for everything notices nothing but the scroll and the focus, which the member asked for', async () => {
  await browser.installExtension(BUILD);
  await welcomed(browser);
  const files = readdirSync(BUILD, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(BUILD, join(parentPath, name)));
  expect(files).toContain('reader.js');
  const page = await browser.newPage();
  await page.goto(addressedTo(AI_SETTING_URL, `moz-extension://${HOST}/`, files));
  // Each in a window of its own: what is behind another tab follows nothing.
  const guide = await openOwnPage(browser, HOST, 'sidepanel.html', 'window');
  // A page behind another is not read.
  await page.bringToFront();
  await expectStep(guide, 'switch-off');
  const popup = await openOwnPage(browser, HOST, 'popup.html', 'window');
  await expect.poll(() => popup.evaluate(() => document.querySelector('main')?.dataset.verdict)).toBe('opted-in');
  await page.bringToFront();
  expect(await lookBack(page), 'while it was read').toEqual([]);

  await page.evaluate(() => listening.member(true));
  await page.click('[role=switch]');
  await expectStep(guide, 'confirm');
  await page.evaluate(() => listening.member(false));
  expect(await lookBack(page), 'when the member switched off').toEqual([]);

  await page.reload();
  await expect.poll(() => guide.evaluate(() => document.querySelector('main')?.dataset.missing)).toBe('shown');
  await page.evaluate(() => listening.member(true));
  // Puppeteer evaluates as if the member had acted, which with the pointer over main would count as a use of the page.
  await page.mouse.move(0, 0);
  await page.mouse.wheel({ deltaY: 5000 });
  await expectStep(guide, 'objection');
  await page.evaluate(() => listening.member(false));
  expect(await lookBack(page), 'when it was confirmed').toEqual([]);
  await guide.evaluate(() => document.querySelector<HTMLButtonElement>('[data-action=sent]')?.click());
  await expectStep(guide, 'done');
  expect(await lookBack(page), 'when the objection was recorded').toEqual([]);

  replica.on = true;
  await page.reload();
  await expectStep(guide, 'switch-off');
  expect(await lookBack(page), 'when it was on again').toEqual([]);
  await guide.evaluate(() => document.querySelector<HTMLButtonElement>('[data-action=show-switch]')?.click());
  await expect.poll(() => guide.evaluate(() => document.body.textContent)).toContain('it has the focus');
  await expect
    .poll(async () => new Set(await lookBack(page)), { message: 'when the switch was shown' })
    .toEqual(new Set(['event focus', 'event focusin', 'focus', 'event scroll', 'event scrollend', 'scroll']));
  expect(replica.requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
    ...LOAD,
    `PUT ${SAVE_URL}`,
    ...LOAD,
    ...LOAD,
  ]);
});

test('a noisy extension is noticed by that page in Firefox', async () => {
  const build = mkdtempSync(join(tmpdir(), 'noisy-'));
  try {
    for (const [name, text] of Object.entries(NOISY_FILES)) writeFileSync(join(build, name), text);
    await browser.installExtension(build);
    const page = await browser.newPage();
    await page.goto(addressedTo(AI_SETTING_URL, `moz-extension://${NOISY_HOST}/`, Object.keys(NOISY_FILES)));
    for (const what of [
      'global early',
      'document is not as sent',
      'document changed',
      'mutation attributes late',
      'mutation childList BODY',
      'named by #comment',
      'call Document.querySelector',
      'event message',
      `event ${NOISY_HOST}`,
      'event focus',
      'event scroll',
      'focus',
      'scroll',
      'style of main',
      'storage',
      'cookie',
      'mark noisy',
      'file open.js by script',
    ])
      await expect.poll(() => lookBack(page)).toContain(what);
  } finally {
    rmSync(build, { recursive: true, force: true });
  }
});

const lookBack = (page: Page) => page.evaluate(() => listening.lookBack());

async function expectStep(guide: Page, step: string): Promise<void> {
  const current = () => guide.evaluate(() => document.querySelector<HTMLElement>('[aria-current=step]')?.dataset.step);
  await expect.poll(current).toBe(step);
}
