import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { addMonths, formatISO, parseISO, subDays } from 'date-fns';
import ICAL from 'ical.js';
import type { Installed } from '../../tools/launch.ts';
import { findings } from './axe.ts';
import { AI_SETTING_URL, expect, stored, test } from './untrained.ts';

/** The guide as a tab, as phones show it: everything in it that needs no panel. */

async function openGuide({ context, origin }: Installed): Promise<Page> {
  const guide = await context.newPage();
  await guide.goto(`${origin}/sidepanel.html`);
  await expect(guide.locator('[aria-current=step]')).toHaveCount(1);
  return guide;
}

const isoDay = (date: Date) => formatISO(date, { representation: 'date' });
const daysAgo = (days: number) => isoDay(subDays(new Date(), days));

const stage = (guide: Page) => guide.locator('.objection');

async function openObjection(guide: Page): Promise<void> {
  const details = guide.locator('.objection > details:not(.help)');
  if (!(await details.evaluate((element: HTMLDetailsElement) => element.open)))
    await details.locator('summary').first().click();
}

async function sendForm(guide: Page, on: string, caseNumber = ''): Promise<void> {
  await openObjection(guide);
  await guide.locator('[name=sent-on]').fill(on);
  await guide.locator('[name=case-number]').fill(caseNumber);
  await guide.getByRole('button', { name: 'Record as sent' }).click();
}

test('the deadline is one calendar month where the law is verified, and is saved as a calendar file', async ({
  installed,
}) => {
  const guide = await openGuide(installed);
  await guide.locator('select[name=country]').selectOption('DE');
  await sendForm(guide, '2026-10-31', 'A, B; "C"');
  // October has a 31st, November has not.
  await expect(guide.locator('[data-deadline]')).toHaveAttribute('data-deadline', '2026-11-30');
  const downloaded = guide.waitForEvent('download');
  await guide.getByRole('button', { name: 'Save the deadline to your calendar' }).click();
  const download = await downloaded;
  expect(download.suggestedFilename()).toBe('untrained-deadline.ics');
  const [event] = new ICAL.Component(ICAL.parse(readFileSync(await download.path(), 'utf8'))).getAllSubcomponents(
    'vevent',
  );
  const { startDate, summary } = new ICAL.Event(event);
  expect(startDate.toString()).toBe('2026-11-30');
  expect(summary).toBe("LinkedIn's answer to my objection is due");
});

test('what was sent goes by the law of the country chosen then, until the member says otherwise', async ({
  installed,
}) => {
  const guide = await openGuide(installed);
  await guide.locator('select[name=country]').selectOption('DE');
  await sendForm(guide, daysAgo(40));
  await expect(stage(guide)).toHaveAttribute('data-stage', 'overdue');
  await guide.locator('select[name=country]').selectOption('US');
  await expect(guide.locator('[data-sent-from]')).toHaveAttribute('data-sent-from', 'DE');
  await expect(stage(guide)).toHaveAttribute('data-stage', 'overdue');
  await guide.reload();
  await expect(stage(guide)).toHaveAttribute('data-stage', 'overdue');
  await guide.getByRole('button', { name: 'United States', exact: true }).click();
  await expect(stage(guide)).toHaveAttribute('data-stage', 'sent');
  await expect(guide.locator('[data-sent-from]')).toHaveCount(0);
});

test('elsewhere it says that no deadline is known', async ({ installed }) => {
  const guide = await openGuide(installed);
  for (const country of ['US', 'CH', 'BR', '']) {
    await guide.locator('select[name=country]').selectOption(country);
    if (country === 'US') await sendForm(guide, '2026-01-31');
    await expect(guide.locator('[data-deadline]')).toHaveAttribute('data-deadline', '');
    await expect(guide.getByText('No time limit for the answer is known to us')).toBeVisible();
    // A year may pass: nothing is overdue that has no limit.
    await expect(stage(guide)).toHaveAttribute('data-stage', 'sent');
  }
});

test('an extension of two months counts from the day it was sent', async ({ installed }) => {
  const guide = await openGuide(installed);
  await guide.locator('select[name=country]').selectOption('GB');
  const sentOn = daysAgo(40);
  await sendForm(guide, sentOn);
  await expect(stage(guide)).toHaveAttribute('data-stage', 'overdue');
  await guide.locator('[name=extended-on]').fill(daysAgo(20));
  await guide.getByRole('button', { name: 'Record the longer time' }).click();
  await expect(guide.locator('[data-deadline]')).toHaveAttribute(
    'data-deadline',
    isoDay(addMonths(parseISO(sentOn), 3)),
  );
  await expect(stage(guide)).toHaveAttribute('data-stage', 'sent');
});

test('dates that cannot be are refused with a sentence, and nothing is lost', async ({ installed }) => {
  const guide = await openGuide(installed);
  await sendForm(guide, '2099-01-01', 'X1');
  await expect(guide.getByRole('alert')).toHaveText('That day has not come yet. Choose today or a day before.');
  await expect(guide.locator('[name=case-number]')).toHaveValue('X1');
  await sendForm(guide, '2026-11-02', 'X1');
  await expect(stage(guide)).toHaveAttribute('data-stage', 'sent');
  await guide.locator('[name=answered-on]').fill('2026-11-01');
  await guide.getByRole('button', { name: 'Record the answer' }).click();
  await expect(guide.getByRole('alert')).toHaveText('That day is before the day you sent the form. Check both dates.');
  await expect(stage(guide)).toHaveAttribute('data-stage', 'sent');
});

test('everything told can be taken back, step by step, and an objection that is over makes room for another', async ({
  installed,
}) => {
  const guide = await openGuide(installed);
  await guide.locator('select[name=country]').selectOption('AT');
  await sendForm(guide, daysAgo(9), 'X1');
  await guide.locator('[name=outcome]').selectOption('granted');
  await guide.getByRole('button', { name: 'Record the answer' }).click();
  await expect(stage(guide)).toHaveAttribute('data-stage', 'granted');
  await guide.getByRole('button', { name: 'Undo' }).click();
  await expect(stage(guide)).toHaveAttribute('data-stage', 'sent');
  await guide.getByRole('button', { name: 'Undo' }).click();
  await expect(stage(guide)).toHaveAttribute('data-stage', 'not-begun');
  await sendForm(guide, daysAgo(8), 'X2');
  await guide.getByRole('button', { name: 'Record the answer' }).click();
  await guide.getByRole('button', { name: 'Begin another objection' }).click();
  await expect(stage(guide)).toHaveAttribute('data-stage', 'not-begun');
  await guide.getByText('1 earlier objection').click();
  await expect(guide.getByText('Case number: X2.')).toBeVisible();
});

test('the letter: in eight languages, by the law of the region, kept as edited, nothing stored before that', async ({
  installed,
}) => {
  const guide = await openGuide(installed);
  await openObjection(guide);
  const letter = guide.getByLabel('The letter, for you to change and copy');
  for (const [country, says] of [
    ['DE', 'GDPR'],
    ['GB', 'UK GDPR'],
    ['CH', 'Federal Act on Data Protection'],
  ] as const) {
    await guide.locator('select[name=country]').selectOption(country);
    await expect(letter).toHaveValue(new RegExp(says));
  }
  await guide.locator('select[name=country]').selectOption('US');
  await expect(letter).not.toHaveValue(/GDPR|Art\./);
  const languages = guide.locator('[name=letter-language]');
  expect(await languages.locator('option').allTextContents()).toEqual([
    'English',
    'Deutsch',
    'français',
    'español',
    'italiano',
    'Nederlands',
    'português',
    'polski',
  ]);
  await languages.selectOption('de');
  await expect(letter).toHaveValue(/Widerspruch/);
  expect((await stored(installed)).objection).toBeUndefined();
  await letter.fill('Mein eigener Brief.');
  await languages.selectOption('fr');
  await expect(letter).toHaveValue(/Objet/);
  await languages.selectOption('de');
  await expect(letter).toHaveValue('Mein eigener Brief.');
  await guide.reload();
  await openObjection(guide);
  await languages.selectOption('de');
  await expect(letter).toHaveValue('Mein eigener Brief.');
  await guide.getByRole('button', { name: 'Start from our draft again' }).click();
  await expect(letter).toHaveValue(/Widerspruch/);
});

test('the forms and authorities are links of their own, and none is opened without a click', async ({
  installed,
  replica,
}) => {
  const guide = await openGuide(installed);
  await openObjection(guide);
  for (const [name, url] of [
    ['Open the Data Processing Objection Form', 'https://www.linkedin.com/help/linkedin/ask/TS-DPRO'],
    ['Ask what LinkedIn holds about you', 'https://www.linkedin.com/help/linkedin/ask/TS-DCR'],
    ['Export your data', 'https://www.linkedin.com/mypreferences/d/download-my-data'],
  ] as const) {
    await expect(guide.getByRole('link', { name })).toHaveAttribute('href', url);
  }
  expect(replica.requests).toEqual([]);
});

for (const [country, own] of [
  ['AT', 'Österreichische Datenschutzbehörde'],
  ['CH', 'EDÖB'],
  ['US', null],
] as const) {
  test(`after a refusal in ${country} the guide names who can be complained to`, async ({ installed }) => {
    const guide = await openGuide(installed);
    await guide.locator('select[name=country]').selectOption(country);
    await sendForm(guide, '2026-11-02');
    await guide.locator('[name=outcome]').selectOption('refused');
    await guide.getByRole('button', { name: 'Record the answer' }).click();
    await guide.getByText('Complain to the authority', { exact: true }).click();
    if (own) {
      await expect(guide.getByRole('link', { name: new RegExp(own) })).toBeVisible();
      await expect(guide.locator('[data-authority=IE]')).toBeVisible();
    } else {
      await expect(guide.getByText('No authority is known to us')).toBeVisible();
    }
  });
}

test('in an exempt region there is nothing to switch off, and the objection remains', async ({ installed }) => {
  // No region is exempt by today's rules: the setting was seen off from the start, which is the other thing that is not needed.
  const page = await installed.context.newPage();
  await page.goto(`${AI_SETTING_URL}?on=false`);
  const guide = await openGuide(installed);
  await expect(guide.locator('[data-step=switch-off]')).toHaveAttribute('data-state', 'not-needed');
  await expect(guide.locator('[data-step=objection]')).toHaveAttribute('aria-current', 'step');
});

test('axe finds nothing in the guide, and nothing overflows at 280 pixels', async ({ installed }) => {
  const page = await installed.context.newPage();
  await page.goto(AI_SETTING_URL);
  const guide = await openGuide(installed);
  await guide.emulateMedia({ colorScheme: 'dark' });
  await guide.setViewportSize({ width: 280, height: 900 });
  await guide.locator('select[name=country]').selectOption('DE');
  await sendForm(guide, '2026-08-31', 'X1');
  await guide.getByText('Complain to the authority', { exact: true }).click();
  for (const step of ['overdue', 'answered']) {
    if (step === 'answered') await guide.getByRole('button', { name: 'Record the answer' }).click();
    expect(await findings(guide, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] })).toEqual(
      [],
    );
    expect(await guide.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(280);
  }
});
