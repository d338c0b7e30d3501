import type { Page } from '@playwright/test';
import { findings } from './axe.ts';
import { AI_SETTING_URL, expect, expectVerdict, main, store, stored, test } from './untrained.ts';

const region = (popup: Page) => popup.locator('[data-region]');
const country = (popup: Page) => popup.locator('select[name=country]');

test.describe('the region', () => {
  test('is guessed from the time zone, and marked as a guess until confirmed', async ({ popup, installed }) => {
    await expect(region(popup)).toHaveAttribute('data-region', 'DE');
    await expect(region(popup)).toHaveAttribute('data-region-guess', 'true');
    await expect(popup.locator('.guess')).toContainText('A guess from your time zone: Germany.');
    expect((await stored(installed)).region).toBeUndefined();
    await popup.getByRole('button', { name: 'Yes, Germany' }).click();
    await expect(region(popup)).toHaveAttribute('data-region-guess', 'false');
    await expect(country(popup)).toHaveValue('DE');
    await expect(popup.locator('.guess')).toHaveCount(0);
  });

  test('is chosen among all countries; the rule in force today comes with its date and sources', async ({
    popup,
    installed,
  }) => {
    await country(popup).selectOption('DE');
    await expect(region(popup)).toHaveAttribute('data-region', 'DE');
    await expect(region(popup)).toHaveAttribute('data-region-status', 'included');
    await expect(region(popup)).toHaveAttribute('data-region-since', '2025-11-03');
    await expect(region(popup)).toHaveAttribute('data-region-guess', 'false');
    await expect(region(popup)).toContainText(
      'Members in Germany are included in the training programme since November 3, 2025',
    );
    await expect(region(popup)).toContainText('Until November 2, 2025 they were not included. That is over.');
    await expect(region(popup)).toContainText('legitimate interest (Art. 6(1)(f) GDPR');
    await popup.getByText(/^Sources/).click();
    await expect(popup.getByRole('link', { name: 'www.linkedin.com/help/linkedin/answer/a8059228' })).toBeVisible();
    expect(await country(popup).locator('option').count()).toBeGreaterThanOrEqual(250);
    expect((await stored(installed)).region).toEqual({ version: 1, country: 'DE' });
  });

  test('every kind of rule is told as what it is: certain, reported, presumed, not known', async ({ popup }) => {
    for (const [code, status, since, says] of [
      ['GB', 'included', '2025-11-03', 'In the UK the same switch also covers sharing with Microsoft'],
      ['CA', 'included', '2025-11-03', 'We are not certain of the legal ground'],
      ['HK', 'included', '2025-11-03', 'Until November 2, 2025 they were not included'],
      ['CN', 'no-evidence', '2025-01-01', 'we cannot say what holds today'],
      ['US', 'included', '2024-09-18', 'LinkedIn names no legal ground'],
      ['IN', 'included', '2024-09-18', 'This is reported, with fewer sources'],
      ['NG', 'included', '2024-09-18', 'This is presumed'],
      ['AX', 'included', '2025-11-03', 'legitimate interest (Art. 6(1)(f) GDPR'],
    ] as const) {
      await country(popup).selectOption(code);
      await expect(region(popup)).toHaveAttribute('data-region', code);
      await expect(region(popup)).toHaveAttribute('data-region-status', status);
      await expect(region(popup)).toHaveAttribute('data-region-since', since);
      await expect(region(popup)).toContainText(says);
    }
  });

  test('outlives the popup and the background', async ({ popup }) => {
    await country(popup).selectOption('FR');
    await expect(region(popup)).toHaveAttribute('data-region', 'FR');
    await popup.reload();
    await expect(country(popup)).toHaveValue('FR');
  });
});

test('the facts that matter are said', async ({ popup }) => {
  for (const fact of [
    'Opting out stops future use. What was already used stays used.',
    'Private messages are not included. Messages in groups are',
    'The switch does not stop other machine learning',
    'LinkedIn goes by the location in your profile',
    'Not affiliated with LinkedIn.',
  ]) {
    await expect(main(popup)).toContainText(fact);
  }
  await expect(popup.getByRole('link', { name: 'Data Processing Objection Form' })).toHaveAttribute(
    'href',
    'https://www.linkedin.com/help/linkedin/ask/TS-DPRO',
  );
});

test('the details for a bug report hold structure in words of ours, nothing of the page', async ({
  installed,
  popup,
  page,
  replica,
}) => {
  replica.shape = 'v17a-second-switch';
  await page.goto(AI_SETTING_URL);
  await expectVerdict(popup, 'opted-in');
  await installed.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await popup.bringToFront();
  await popup.getByText('Details for a bug report', { exact: true }).click();
  await popup.getByRole('button', { name: 'Copy details for a bug report' }).click();
  await expect(popup.getByRole('status')).toHaveText('Copied.');
  const copied = await popup.evaluate(() => navigator.clipboard.readText());
  const { controls, label, ...rest } = JSON.parse(copied);
  expect(label).toBe('known');
  expect(controls).toMatchObject([
    { markup: 'input[switch]', state: 'off', inert: false, named: false },
    { markup: 'input[switch]', state: 'on', inert: false, named: true },
  ]);
  expect(rest).toMatchObject({
    verdict: 'opted-in',
    page: 'ai-training',
    language: 'en',
  });
  // A word of the other switch on the page, and one of the page around it.
  expect(copied).not.toMatch(/photo|content\?/);
});

test('every answer says that it is that of the account signed in at that time', async ({ popup, page }) => {
  await page.goto(AI_SETTING_URL);
  await expectVerdict(popup, 'opted-in');
  await expect(popup.locator('.evidence')).toContainText('Whoever was signed in then');
  await expect(main(popup)).toContainText('If several people use this browser, each has to look.');
});

test.describe('bad input', () => {
  test('a stored value that does not fit is set aside and shown, and the rest goes on', async ({
    installed,
    popup,
    page,
  }) => {
    await country(popup).selectOption('DE');
    await expect(region(popup)).toHaveAttribute('data-region', 'DE');
    await store(installed, { 'setting:ai-training': { version: 1, history: 'nonsense' } });
    await popup.reload();
    await expect(popup.getByRole('heading', { name: 'Something stored could not be read' })).toBeVisible();
    await expectVerdict(popup, 'not-checked');
    await expect(country(popup)).toHaveValue('DE');
    await popup.getByText('Show it').click();
    await expect(popup.locator('pre')).toContainText('nonsense');
    const { setAside } = (await stored(installed)) as { setAside: { values: { value: unknown }[] } };
    expect(setAside.values.map(({ value }) => value)).toEqual([{ version: 1, history: 'nonsense' }]);
    await page.goto(AI_SETTING_URL);
    await expectVerdict(popup, 'opted-in');
  });

  test('a stored country that does not exist gives "no rule", in words', async ({ installed, popup }) => {
    await store(installed, { region: { version: 1, country: 'QQ' } });
    await expect(region(popup)).toHaveAttribute('data-region-status', 'no-rule');
    await expect(region(popup)).toContainText('is not in our table. Choose yours from the list.');
  });

  test('a clock before the programme gives "no rule", and says to check it', async ({ installed, popup }) => {
    await installed.worker.evaluate(() => {
      Date.now = () => Date.UTC(2023, 5, 1);
    });
    await country(popup).selectOption('DE');
    await expect(region(popup)).toHaveAttribute('data-region-status', 'no-rule');
    await expect(region(popup)).toContainText('before the programme began (18 September 2024). Check its clock.');
  });

  test('a message from the page itself, or with a shape of its own, changes nothing', async ({
    installed,
    page,
    popup,
  }) => {
    await page.goto('https://www.linkedin.com/feed/');
    const heard = await page.evaluate(() => typeof (window as { chrome?: { runtime?: unknown } }).chrome?.runtime);
    expect(heard, 'the page has no way to speak to the extension').toBe('undefined');
    const answers = await popup.evaluate(async () => {
      const { runtime } = (window as unknown as { chrome: typeof import('wxt/browser').browser }).chrome;
      const messages = [
        null,
        7,
        {},
        { type: 'reading', reading: {} },
        { type: 'choose-country', country: 'de' },
        { type: 'erase', all: true },
      ];
      return Promise.all(messages.map((message) => runtime.sendMessage(message)));
    });
    expect(answers).toEqual(Array(6).fill({ ok: false, why: 'malformed' }));
    expect(await stored(installed)).toEqual({});
  });
});

test.describe('a member with a keyboard or a screen reader', () => {
  // Every state is in gallery-access.test.ts; these show that the real page is what the gallery shows.
  for (const [scheme, state] of [
    ['light', 'not-checked'],
    ['dark', 'unknown'],
  ] as const) {
    test(`axe finds nothing: ${state}, ${scheme}`, async ({ popup, page, replica }) => {
      await popup.emulateMedia({ colorScheme: scheme });
      await country(popup).selectOption('CA');
      if (state === 'unknown') {
        replica.shape = 'v20b-wording-inverted';
        await page.goto(AI_SETTING_URL);
      }
      await expect(main(popup)).toHaveAttribute('data-verdict', state);
      await expect(region(popup)).toBeVisible();
      await popup.getByText(/^Sources/).click();
      expect(await findings(popup)).toEqual([]);
      await expect(popup.locator('main')).toHaveCount(1);
      await expect(popup.locator('h1')).toHaveCount(1);
    });
  }

  test('every control is reached by Tab, in order, with a visible focus', async ({ popup }) => {
    await country(popup).selectOption('DE');
    await expect(region(popup)).toBeVisible();
    await popup.locator('body').click({ position: { x: 1, y: 1 } });
    const order: string[] = [];
    for (let presses = 0; presses < 7; presses++) {
      await popup.keyboard.press('Tab');
      const focus = popup.locator(':focus');
      order.push(await focus.evaluate((element) => element.localName));
      expect(await focus.evaluate((element) => getComputedStyle(element).outlineStyle)).not.toBe('none');
    }
    expect(order).toEqual(['a', 'button', 'select', 'summary', 'summary', 'summary', 'a']);
  });
});
