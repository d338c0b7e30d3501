import { AI_SETTING_URL, expect, expectVerdict, test } from './untrained.ts';

declare function lookBack(): string[];

test('a page that looks for extensions notices nothing while it is read', async ({
  installed,
  page,
  popup,
  replica,
}) => {
  replica.shape = 'v24-looks-for-extensions';
  await page.goto(AI_SETTING_URL);
  await expectVerdict(popup, 'opted-in');
  // Past the last look of the reader, and with a popup that asks it to look once more.
  await page.waitForTimeout(3000);
  await popup.reload();
  await expectVerdict(popup, 'opted-in');
  expect(await page.evaluate(() => lookBack())).toEqual([]);
  const files = ['reader.js', 'popup.html', 'manifest.json', '_locales/en/messages.json'];
  const answers = await page.evaluate(
    (urls) =>
      Promise.all(
        urls.map((url) =>
          fetch(url).then(
            () => 'answered',
            () => 'refused',
          ),
        ),
      ),
    files.map((file) => `${installed.origin}/${file}`),
  );
  expect(answers).toEqual(files.map(() => 'refused'));
});

test('asked to show the switch, the page sees the scroll and the focus, and nothing else', async ({
  installed,
  page,
  popup,
  replica,
}) => {
  replica.shape = 'v24-looks-for-extensions';
  await page.setViewportSize({ width: 900, height: 150 });
  await page.goto(AI_SETTING_URL);
  await expectVerdict(popup, 'opted-in');
  await popup.goto(`${installed.origin}/sidepanel.html`);
  await popup.locator('[data-action=show-switch]').click();
  await expect(popup.getByText('it has the focus')).toBeVisible();
  await expect(page.getByRole('switch')).toBeFocused();
  await page.waitForTimeout(1000);
  // The last says where the page stands now: scrolled, and with the focus.
  expect(new Set(await page.evaluate(() => lookBack()))).toEqual(new Set(['focusin', 'scroll', 'focus or scroll']));
});
