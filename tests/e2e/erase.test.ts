import type { Page } from '@playwright/test';
import type { Installed } from '../../tools/launch.ts';
import { expect, stored, test } from './untrained.ts';

/** "Delete everything", with every page of the extension open that holds something a member typed. */

declare const chrome: typeof import('wxt/browser').browser;

async function open({ context, origin }: Installed, page: string): Promise<Page> {
  const opened = await context.newPage();
  await opened.goto(`${origin}/${page}.html`);
  await expect(opened.locator('main[data-verdict]')).toBeVisible();
  return opened;
}

async function typeLetter(guide: Page, text: string): Promise<void> {
  const details = guide.locator('.objection > details:not(.help)');
  if (!(await details.evaluate((element: HTMLDetailsElement) => element.open)))
    await details.locator('summary').first().click();
  await guide.locator('textarea[name=letter]').fill(text);
}

const letterIn = (guide: Page) => guide.locator('textarea[name=letter]');

async function erase(report: Page): Promise<void> {
  await report.bringToFront();
  await report.locator('[data-action=erase]').click();
  await report.locator('[data-action=erase-now]').click();
  await expect(report.locator('[data-erase=done]')).toBeVisible();
}

/** What a member does with the guide after that. */
const LEAVING: [string, (guide: Page) => Promise<unknown>][] = [
  ['is closed', (guide) => guide.close({ runBeforeUnload: true })],
  ['is loaded again', (guide) => guide.reload()],
  ['leads elsewhere', (guide) => guide.goto('about:blank')],
  ['is shown again', (guide) => guide.bringToFront()],
];

for (const wasKept of [true, false]) {
  for (const [how, leave] of LEAVING) {
    test(`a letter that was ${wasKept ? 'kept' : 'just typed'} stays deleted when the guide ${how}`, async ({
      installed,
    }) => {
      const report = await open(installed, 'report');
      const guide = await open(installed, 'sidepanel');
      await typeLetter(guide, 'A letter of before.');
      if (wasKept) await expect.poll(async () => (await stored(installed)).objection).toBeDefined();
      await erase(report);
      await leave(guide);
      // A message that came after what the guide may have said is answered after it.
      await report.evaluate(() => chrome.runtime.sendMessage({ type: 'overview' }));
      expect(await stored(installed)).toEqual({});
    });
  }
}

test('every page that is open shows nothing of before, and what is told afterwards is kept', async ({ installed }) => {
  const guide = await open(installed, 'sidepanel');
  await typeLetter(guide, 'A letter of before.');
  await guide.locator('[name=case-number]').fill('X-1');
  const report = await open(installed, 'report');
  const row = report.locator('[data-setting=research]');
  await row.getByText('I want it as it is').first().click();
  await row.locator('input').fill('A note of before.');
  await erase(report);
  await expect(row.locator('input')).toHaveValue('');
  await guide.bringToFront();
  await expect(letterIn(guide)).not.toHaveValue('A letter of before.');
  await typeLetter(guide, 'A new letter.');
  await expect(guide.locator('[name=case-number]')).toHaveValue('');
  const kept = async () => (await stored(installed)).objection;
  await expect.poll(kept).toMatchObject({ current: { letters: { en: 'A new letter.' } } });
});

test('of two guides the older one never takes the newer letter away, and shows it', async ({ installed }) => {
  const older = await open(installed, 'sidepanel');
  await typeLetter(older, 'Old.');
  const kept = async () =>
    ((await stored(installed)).objection as { current: { letters: object } } | undefined)?.current.letters;
  await expect.poll(kept).toEqual({ en: 'Old.' });
  const newer = await open(installed, 'sidepanel');
  await typeLetter(newer, 'New.');
  await expect.poll(kept).toEqual({ en: 'New.' });
  await older.bringToFront();
  await expect(letterIn(older)).toHaveValue('New.');
  await older.close({ runBeforeUnload: true });
  await newer.reload();
  expect(await kept()).toEqual({ en: 'New.' });
});

test('the letter of an objection that is over is not the next one’s', async ({ installed }) => {
  const guide = await open(installed, 'sidepanel');
  await typeLetter(guide, 'Of the first.');
  await guide.getByRole('button', { name: 'Record as sent' }).click();
  await guide.getByRole('button', { name: 'Record the answer' }).click();
  await guide.getByRole('button', { name: 'Begin another objection' }).click();
  await expect(guide.locator('.objection')).toHaveAttribute('data-stage', 'not-begun');
  await expect(letterIn(guide)).not.toHaveValue('Of the first.');
  await guide.reload();
  await expect(guide.locator('.objection')).toHaveAttribute('data-stage', 'not-begun');
});
