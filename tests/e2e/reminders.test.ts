import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { CHROME_BUILD, launch } from '../../tools/launch.ts';
import { Replica, serve } from '../replica/replica.ts';
import { agedBy, killBackground } from './background.ts';
import { AI_SETTING_URL, expect, test } from './untrained.ts';

/** The extension's own API, as it is where the functions given to `evaluate` run. */
declare const chrome: typeof import('wxt/browser').browser;

const DAY = 24 * 60 * 60 * 1000;

const alarm = (own: Page) =>
  own.evaluate(async () => (await chrome.alarms.getAll()).map(({ name, scheduledTime }) => ({ name, scheduledTime })));
const badge = (own: Page) => own.evaluate(() => chrome.action.getBadgeText({}));
const ring = (own: Page) => own.evaluate(() => chrome.alarms.create('due', { when: Date.now() }));
/** The badge after the alarm. Rung for each look, since the background may just be planning its own. */
const badgeAfterAlarm = async (own: Page) => {
  await ring(own);
  return badge(own);
};

/** Waits until the background has done what it was woken for: what is told of an objection that there is not changes nothing, but is answered in turn. */
const done = (own: Page) =>
  own.evaluate(() => chrome.runtime.sendMessage({ type: 'change-objection', objection: 'none', changes: {} }));
/** Lets the alarm ring and waits for all that follows. The background is idle beforehand, or it could be planning the alarm away. */
const ringAndDone = async (own: Page) => {
  await done(own);
  await own.evaluate(() => {
    const heard = new Promise((resolve) => chrome.alarms.onAlarm.addListener(resolve));
    return chrome.alarms.create('due', { when: Date.now() }).then(() => heard.then(() => {}));
  });
  await done(own);
};

/** Chooses the interval and waits until it is kept: what is made older before would be written over, or would write over it. */
async function choose(guide: Page, days: number | null): Promise<void> {
  await guide.locator('[name=recheck]').selectOption(String(days));
  const kept = () => guide.evaluate(async () => (await chrome.storage.local.get('reminders')).reminders);
  await expect.poll(kept).toMatchObject({ recheckDays: days });
}

async function guideAfterOptOut(page: Page, own: Page): Promise<Page> {
  await page.goto(`${AI_SETTING_URL}?on=false`);
  await expect(own.locator('main')).toHaveAttribute('data-verdict', 'opted-out');
  await page.goto('https://www.linkedin.com/feed/');
  // The page's last reading may still be on its way, and would be written over what is made older.
  await done(own);
  return own;
}

test('the next look is planned by the interval that the member chose', async ({ installed, page }) => {
  const guide = await installed.context.newPage();
  await guide.goto(`${installed.origin}/sidepanel.html`);
  const before = Date.now();
  await guideAfterOptOut(page, guide);
  for (const days of [7, 90, 30]) {
    await choose(guide, days);
    const daysUntil = async () => Math.floor((((await alarm(guide))[0]?.scheduledTime ?? 0) - before) / DAY);
    await expect.poll(daysUntil).toBe(days);
  }
});

test('the alarm turns the icon when the time has come, even if the background was gone', async ({
  installed,
  page,
}) => {
  const guide = await installed.context.newPage();
  await guide.goto(`${installed.origin}/sidepanel.html`);
  await guideAfterOptOut(page, guide);
  await expect.poll(() => badge(guide)).toBe('✓');
  await choose(guide, 7);
  await guide.evaluate(agedBy(8));
  await killBackground(installed);
  await expect.poll(() => badgeAfterAlarm(guide)).toBe('✓?');
  // A longer interval makes it fresh again: the reading is eight days old.
  await choose(guide, 30);
  await expect.poll(() => badge(guide)).toBe('✓');
  await choose(guide, null);
  await guide.evaluate(agedBy(30));
  await expect.poll(() => badgeAfterAlarm(guide)).toBe('✓?');
  const title = () => guide.evaluate(() => chrome.action.getTitle({}));
  await expect.poll(title).toBe('Untrained: opted out when last checked, a while ago.');
});

test('notifications: each occasion once, and only where the member asked for them', async () => {
  // Only a person can answer the browser's question, so here the permission is given from the start.
  const build = mkdtempSync(join(tmpdir(), 'untrained-build-'));
  cpSync(CHROME_BUILD, build, { recursive: true });
  const manifestFile = join(build, 'manifest.json');
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));
  const permissions = [...manifest.permissions, ...manifest.optional_permissions];
  writeFileSync(manifestFile, JSON.stringify({ ...manifest, permissions, optional_permissions: [] }));
  const installed = await launch({ headless: true }, build);
  try {
    await serve(installed.context, new Replica());
    const page = await installed.context.newPage();
    const guide = await installed.context.newPage();
    await guide.goto(`${installed.origin}/sidepanel.html`);
    // The background answers nobody until the browser has read its policies, some seconds after its start.
    await done(guide);
    await guideAfterOptOut(page, guide);
    const shown = () => guide.evaluate(async () => Object.keys(await chrome.notifications.getAll()));
    await guide.evaluate(agedBy(31));
    await expect.poll(() => badgeAfterAlarm(guide)).toBe('✓?');
    expect(await shown()).toEqual([]);
    await guide.getByLabel('Also show a notification of the browser').click();
    await expect(guide.locator('[name=notify]')).toBeChecked();
    await expect.poll(shown).toEqual(['recheck']);
    await guide.evaluate(() => chrome.notifications.clear('recheck'));
    await ringAndDone(guide);
    expect(await shown()).toEqual([]);
    await page.goto(`${AI_SETTING_URL}?on=true`);
    await expect.poll(shown).toEqual(['on-again']);
    await expect(guide.getByRole('heading', { level: 1 })).toHaveText('It is on again');
  } finally {
    await installed.close();
    rmSync(build, { recursive: true, force: true });
  }
});
