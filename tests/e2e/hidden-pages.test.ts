import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Browser, Page } from 'puppeteer-core';
import { CHROME_BUILD } from '../../tools/launch.ts';
import { startWith } from './first-tab.ts';

/** Pages of the extension that are tabs behind others. Not with Playwright, which has every tab believe that it is in front. */

declare const chrome: typeof import('wxt/browser').browser;

const PAGES = ['welcome.html', 'sidepanel.html', 'report.html'];

type Counting = { asked: Record<string, number> };

/** A page of the extension that counts, by page, what the others ask of the background. */
async function openCounter(browser: Browser, origin: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(`${origin}/manifest.json`);
  await page.evaluate(() => {
    const asked: Counting['asked'] = {};
    Object.assign(globalThis, { asked });
    chrome.runtime.onMessage.addListener((_, { url = '' }) => {
      const name = url.split('/').at(-1) ?? '';
      asked[name] = (asked[name] ?? 0) + 1;
    });
  });
  return page;
}

/** Takes what was counted since the last time. */
function taken(counter: Page): Promise<Counting['asked']> {
  return counter.evaluate(() => {
    const { asked } = globalThis as unknown as Counting;
    const before = { ...asked };
    for (const name of Object.keys(asked)) delete asked[name];
    return before;
  });
}

/** Has the background keep something, some times over, each time with an answer: whoever follows it has asked by then. */
async function change(counter: Page, ...messages: object[]): Promise<void> {
  for (const message of messages) {
    const answer = await counter.evaluate(async (asked) => {
      const told = new Promise((resolve) => chrome.storage.local.onChanged.addListener(resolve));
      const kept = await chrome.runtime.sendMessage(asked);
      await told;
      await chrome.runtime.sendMessage({ type: 'report' });
      return kept;
    }, message);
    expect(answer).toEqual({ ok: true });
  }
}

const countries = (...codes: string[]) => codes.map((country) => ({ type: 'choose-country', country }));
const marks = (...notes: string[]) => notes.map((note) => ({ type: 'mark', setting: 'ai-training', note }));

test('pages that are behind ask nothing until they are shown again, and then show what holds', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'untrained-profile-'));
  const { browser, close } = await startWith('blank', CHROME_BUILD, profile);
  try {
    const welcomeTarget = await browser.waitForTarget((target) => target.url().endsWith('/welcome.html'));
    const origin = welcomeTarget.url().split('/').slice(0, 3).join('/');
    const pages: Page[] = [];
    for (const name of PAGES) {
      const page = await browser.newPage();
      await page.goto(`${origin}/${name}`);
      await page.waitForSelector('h1');
      pages.push(page);
    }
    const counter = await openCounter(browser, origin);
    await change(counter, ...countries('DE', 'FR', 'NL'), ...marks('one', 'two'));
    expect(await taken(counter)).toEqual({});
    const [welcome, guide, report] = pages as [Page, Page, Page];
    for (const page of [guide, welcome]) {
      await page.bringToFront();
      await expect
        .poll(() => page.$eval('select[name=country]', (select) => (select as HTMLSelectElement).value))
        .toBe('NL');
    }
    await report.bringToFront();
    await expect.poll(() => report.$eval('body', (body) => (body.textContent ?? '').includes('two'))).toBe(true);
  } finally {
    await close();
    rmSync(profile, { recursive: true, force: true });
  }
});

test('a page that is shown follows only what it shows', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'untrained-profile-'));
  const { browser, close } = await startWith('blank', CHROME_BUILD, profile);
  try {
    const target = await browser.waitForTarget((one) => one.url().endsWith('/welcome.html'));
    const counter = await openCounter(browser, target.url().split('/').slice(0, 3).join('/'));
    const welcome = await target.page();
    await welcome?.bringToFront();
    await welcome?.waitForSelector('h1');
    await taken(counter);
    await change(counter, ...marks('one', 'two', 'three'));
    expect(await taken(counter)).toEqual({});
    await change(counter, ...countries('DE'));
    await expect.poll(() => counter.evaluate(() => (globalThis as unknown as Counting).asked['welcome.html'])).toBe(1);
  } finally {
    await close();
    rmSync(profile, { recursive: true, force: true });
  }
});
