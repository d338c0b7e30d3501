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
