import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { agedBy } from './background.ts';
import { AI_SETTING_URL, CATEGORY_URL, expect, expectVerdict, test } from './untrained.ts';

/** Where the pictures go; `npm run pictures` puts them into docs/, where the README shows them. */
const FOLDER = process.env.UNTRAINED_PICTURES ?? join(import.meta.dirname, '..', '..', '.output', 'pictures');

test('the popup, as the README shows it', async ({ popup, page, replica }) => {
  mkdirSync(FOLDER, { recursive: true });
  await popup.setViewportSize({ width: 360, height: 640 });
  await popup.locator('select[name=country]').selectOption('DE');
  const picture = async (name: string) => {
    await popup.bringToFront();
    await popup.evaluate(() => scrollTo(0, 0));
    await popup.screenshot({ path: join(FOLDER, `${name}.png`), fullPage: true });
  };
  await expectVerdict(popup, 'not-checked');
  await picture('not-checked');
  await page.goto(AI_SETTING_URL);
  await expectVerdict(popup, 'opted-in');
  await picture('opted-in');
  await page.bringToFront();
  await page.getByRole('switch').click();
  await expectVerdict(popup, 'unconfirmed');
  await picture('unconfirmed');
  await page.reload();
  await expectVerdict(popup, 'opted-out');
  await picture('opted-out');
  await popup.emulateMedia({ colorScheme: 'dark' });
  await picture('opted-out-dark');
  replica.shape = 'v20b-wording-inverted';
  await page.reload();
  await expect(popup.locator('main')).toHaveAttribute('data-reason', 'wording-changed');
  await picture('failed-later-dark');
});

test('the guide, as the README shows it', async ({ installed, page, replica }) => {
  mkdirSync(FOLDER, { recursive: true });
  const guide = await installed.context.newPage();
  await guide.setViewportSize({ width: 360, height: 640 });
  await guide.goto(`${installed.origin}/sidepanel.html`);
  await guide.locator('select[name=country]').selectOption('DE');
  const picture = async (name: string) => {
    await guide.bringToFront();
    await guide.evaluate(() => scrollTo(0, 0));
    await guide.screenshot({ path: join(FOLDER, `guide-${name}.png`), fullPage: true });
  };
  const current = guide.locator('[aria-current=step]');
  await page.goto(AI_SETTING_URL);
  await expect(current).toHaveAttribute('data-step', 'switch-off');
  await picture('switch-off');
  await page.goto(`${AI_SETTING_URL}?on=false`);
  await expect(current).toHaveAttribute('data-step', 'objection');
  await picture('objection');
  await guide.getByRole('button', { name: 'Record as sent' }).click();
  await expect(current).toHaveAttribute('data-step', 'done');
  await picture('done');
  await guide.evaluate(agedBy(40));
  await page.reload();
  await expect(current).toHaveAttribute('data-step', 'objection');
  await guide.getByText('Complain to the authority', { exact: true }).click();
  await picture('overdue');
  await guide.emulateMedia({ colorScheme: 'dark' });
  replica.on = true;
  await page.goto(AI_SETTING_URL);
  await expect(current).toHaveAttribute('data-problem', 'on-again');
  await picture('on-again-dark');
});

test('the report, as its documentation shows it', async ({ installed, page, replica }) => {
  mkdirSync(FOLDER, { recursive: true });
  replica.on = false;
  const report = await installed.context.newPage();
  await report.setViewportSize({ width: 1100, height: 1250 });
  await report.goto(`${installed.origin}/sidepanel.html`);
  await report.locator('select[name=country]').selectOption('DE');
  await report.goto(`${installed.origin}/report.html`);
  await page.goto(CATEGORY_URL);
  await expect(report.locator('[data-setting=research]')).toHaveAttribute('data-state', 'on');
  for (const [on, days] of [
    [false, 100],
    [true, 30],
    [false, 0],
  ] as const) {
    await page.goto(`${AI_SETTING_URL}?on=${on}`);
    await expectVerdict(report, on ? 'opted-in' : 'opted-out');
    await report.evaluate(agedBy(days));
  }
  await report.bringToFront();
  await report.reload();
  await expectVerdict(report, 'opted-out');
  await report.screenshot({ path: join(FOLDER, 'report.png') });
});
