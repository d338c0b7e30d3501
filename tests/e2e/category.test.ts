import type { Installed } from '../../tools/launch.ts';
import { AI_SETTING_URL, CATEGORY_URL, expect, expectVerdict, stored, test } from './untrained.ts';

type Known = { history: { state: string; via: string }[]; failure: { reason: string; word: string } | null };

/** What is stored of each setting, by its id. */
async function known(installed: Installed): Promise<Record<string, Known>> {
  const settings = Object.entries(await stored(installed)).filter(([key]) => key.startsWith('setting:'));
  return Object.fromEntries(settings.map(([key, value]) => [key.replace('setting:', ''), value as Known]));
}

test('"on" in the list is "opted in", said to be from the list', async ({ page, popup }) => {
  await page.goto(CATEGORY_URL);
  await expectVerdict(popup, 'opted-in', { confirmed: 'false' });
  await expect(popup.getByText(/was shown in LinkedIn's list/)).toBeVisible();
});

test('"off" in the list is "unconfirmed" until its own page was read', async ({ page, popup, replica }) => {
  replica.on = false;
  await page.goto(CATEGORY_URL);
  await expectVerdict(popup, 'unconfirmed', { confirmed: 'false' });
  await expect(popup.locator('.next')).toContainText("Open the setting's own page");
  await page.waitForTimeout(2500);
  await expectVerdict(popup, 'unconfirmed');
  await page.goto(AI_SETTING_URL);
  await expectVerdict(popup, 'opted-out');
  await expect(popup.getByText(/was shown in LinkedIn's list/)).toHaveCount(0);
});

test('every row goes to its own setting', async ({ page, popup, installed }) => {
  await page.goto(CATEGORY_URL);
  await expectVerdict(popup, 'opted-in');
  const settings = await known(installed);
  const states = Object.fromEntries(Object.entries(settings).map(([id, { history }]) => [id, history.at(-1)?.state]));
  expect(states).toEqual({
    'ai-training': 'on',
    research: 'off',
    messages: 'off',
    'research-invites': 'off',
    cookies: 'off',
  });
});

test('a value in unknown words is "unknown", quoting the word', async ({ page, popup, replica }) => {
  replica.listShape = 'v9f-unknown-word';
  await page.goto(CATEGORY_URL);
  await expectVerdict(popup, 'unknown', { reason: 'unknown-word' });
  await expect(popup.getByText("LinkedIn's list says:")).toBeVisible();
  await expect(popup.getByText('Sometimes')).toBeVisible();
});

test('an empty value is "unknown" once it is clear that none will come', async ({ page, popup, replica }) => {
  replica.listShape = 'v9c-value-empty';
  await page.goto(CATEGORY_URL);
  await expect(popup.locator('main')).toHaveAttribute('data-reason', 'no-value');
  await expectVerdict(popup, 'unknown');
});

test('the list does not outweigh what the setting’s own page said', async ({ page, popup, replica }) => {
  replica.on = false;
  await page.goto(AI_SETTING_URL);
  await expectVerdict(popup, 'opted-out');
  replica.listShape = 'v9f-unknown-word';
  await page.goto(CATEGORY_URL);
  await page.waitForTimeout(1500);
  await expectVerdict(popup, 'opted-out', { reason: '' });
});

test('other settings with a switch are read from their own pages by the same code', async ({
  page,
  popup,
  installed,
}) => {
  await page.goto('https://www.linkedin.com/mypreferences/d/settings/policy-and-academic-research');
  await expect
    .poll(async () => (await known(installed)).research?.history.at(-1))
    .toMatchObject({ state: 'off', via: 'page' });
  await expectVerdict(popup, 'not-checked');
});
