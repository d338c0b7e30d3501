import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { firefoxPath } from '../../tools/browser.ts';
import type { Site } from '../replica/https.ts';
import { AI_SETTING_URL, openReplicaSite, Replica } from '../replica/replica.ts';
import { openOwnPage, welcomed } from './firefox-pages.ts';

/** The main job in real Firefox. Playwright cannot load extensions there; WebDriver BiDi can. */

const BUILD = join(import.meta.dirname, '..', '..', '.output', 'firefox-mv3');
const EXTENSION = 'untrained@untrained.example';
const HOST = '5d0a9d1e-62a4-4b0e-9a5c-0c9f4f9f7a11';

let browser: Browser;
let replica: Replica;
let site: Site;

test.beforeEach(async () => {
  replica = new Replica();
  site = await openReplicaSite(replica);
  browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: firefoxPath(),
    headless: true,
    acceptInsecureCerts: true,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      ...site.firefoxPreferences,
      // Gives the extension's pages an address that is known beforehand.
      'extensions.webextensions.uuids': JSON.stringify({ [EXTENSION]: HOST }),
      'extensions.background.idle.timeout': 500,
    },
  });
  await browser.installExtension(BUILD);
  await welcomed(browser);
});

test.afterEach(async () => {
  await browser.close();
  await site.close();
  expect(site.strays, 'requests to elsewhere').toEqual([]);
});

test('the walk in Firefox: not checked, opted in, unconfirmed, opted out', async () => {
  const popup = await openOwnPage(browser, HOST, 'popup.html');
  await expectVerdict(popup, 'not-checked');
  const page = await browser.newPage();
  await page.goto(AI_SETTING_URL);
  await expectVerdict(popup, 'opted-in');
  await page.bringToFront();
  await page.click('[role=switch]');
  await expectVerdict(popup, 'unconfirmed');
  await expect.poll(() => replica.on).toBe(false);
  await page.reload();
  await expectVerdict(popup, 'opted-out');
});

test('a closed shadow root is read in Firefox too', async () => {
  const page = await browser.newPage();
  const popup = await openOwnPage(browser, HOST, 'popup.html');
  await page.goto(`${AI_SETTING_URL}?shape=v6-closed-shadow`);
  // A hidden page is not read.
  await page.bringToFront();
  await expectVerdict(popup, 'opted-in');
});

test('a page that was loaded behind another is read in Firefox when it comes to the front, however late', async () => {
  const page = await browser.newPage();
  const popup = await openOwnPage(browser, HOST, 'popup.html');
  await page.goto(AI_SETTING_URL);
  // Firefox draws frames of a page that is behind: findings/firefox-frames-in-hidden-tab.sh.
  await wait(5000);
  await expectVerdict(popup, 'not-checked');
  await page.bringToFront();
  await expectVerdict(popup, 'opted-in');
});

test('the whole way in Firefox, with a background that goes to sleep all the time', async () => {
  const page = await browser.newPage();
  // In a window of its own, which the page is not in: behind it the guide would follow nothing.
  const guide = await openOwnPage(browser, HOST, 'sidepanel.html', 'window');
  await expectStep(guide, 'open');
  await page.bringToFront();
  await page.goto(AI_SETTING_URL);
  await expectStep(guide, 'switch-off');
  await asleep();
  await page.bringToFront();
  await page.click('[role=switch]');
  await expectStep(guide, 'confirm');
  await asleep();
  await page.reload();
  await expectStep(guide, 'objection');
  await asleep();
  await guide.evaluate(() => document.querySelector<HTMLButtonElement>('[data-action=sent]')?.click());
  await expectStep(guide, 'done');
  // Else the page that stays open would be read again.
  await page.close();

  const report = await openOwnPage(browser, HOST, 'report.html');
  const outcome = () =>
    report.evaluate(() => document.querySelector<HTMLElement>('[data-setting=ai-training]')?.dataset.outcome);
  await expect.poll(outcome).toBe('as-recommended');
  const file = JSON.parse(await savedText(report));
  expect(file.schemaVersion).toBe(3);
  expect(file.evidence.settings['ai-training'].history.map(({ state }: { state: string }) => state)).toEqual([
    'on',
    'off',
  ]);
  expect(file.typed.objection.current.sentOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
});

test('site access that was taken back is said in the popup in Firefox', async () => {
  const popup = await openOwnPage(browser, HOST, 'popup.html');
  await expectVerdict(popup, 'not-checked');
  const notices = () => popup.evaluate(() => document.querySelectorAll('[data-access=missing]').length);
  expect(await notices()).toBe(0);
  await popup.evaluate(() =>
    (globalThis as unknown as { browser: typeof import('wxt/browser').browser }).browser.permissions.remove({
      origins: ['https://www.linkedin.com/mypreferences/*'],
    }),
  );
  await expect.poll(notices).toBe(1);
});

/** Until the background has gone to sleep: it does so after half a second here. */
function asleep(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1200));
}

/** The text that "Save as JSON" hands to the browser. Downloads themselves cannot be seen over BiDi yet. */
function savedText(report: Page): Promise<string> {
  return report.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const create = URL.createObjectURL;
        URL.createObjectURL = (blob: Blob) => {
          void blob.text().then(resolve);
          return create.call(URL, blob);
        };
        document.querySelector<HTMLButtonElement>('[data-export=json]')?.click();
      }),
  );
}

async function expectStep(guide: Page, step: string): Promise<void> {
  const current = () => guide.evaluate(() => document.querySelector<HTMLElement>('[aria-current=step]')?.dataset.step);
  await expect.poll(current).toBe(step);
}

async function expectVerdict(popup: Page, verdict: string): Promise<void> {
  await expect.poll(() => popup.evaluate(() => document.querySelector('main')?.dataset.verdict)).toBe(verdict);
}
