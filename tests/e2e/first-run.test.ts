import { launch } from '../../tools/launch.ts';
import { Replica, serve } from '../replica/replica.ts';
import { findings } from './axe.ts';
import { AI_SETTING_URL, expect, test } from './untrained.ts';

test('after the installation one page says what it does and never does, and leads to the setting', async () => {
  const installed = await launch({ headless: true, keepWelcome: true });
  const { context } = installed;
  try {
    await serve(context, new Replica());
    const welcome = context.pages().find((page) => page.url().endsWith('/welcome.html'));
    if (!welcome) throw new Error('No page opened.');
    await expect(welcome.getByRole('heading', { level: 1 })).toHaveText('Untrained is ready');
    await expect(welcome.getByText('Never sends anything to anyone.')).toBeVisible();
    await welcome.locator('select[name=country]').selectOption('NL');
    await expect(welcome.locator('[data-region=NL]')).toBeVisible();
    for (const width of [320, 1000]) {
      await welcome.setViewportSize({ width, height: 800 });
      expect(await welcome.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
    expect(await findings(welcome)).toEqual([]);
    const privacy = context.waitForEvent('page');
    await welcome.getByRole('link', { name: 'Privacy policy' }).click();
    await expect((await privacy).locator('body')).toContainText('Nothing that it reads');
    const opened = context.waitForEvent('page');
    await welcome.getByRole('link', { name: 'Open the setting' }).click();
    await expect.poll(async () => (await opened).url()).toBe(AI_SETTING_URL);
  } finally {
    await installed.close();
  }
});

test('access that was taken back is noticed when the popup opens, and said in one sentence with a button', async ({
  installed,
  popup,
}) => {
  const notice = popup.locator('[data-access=missing]');
  await expect(popup.locator('main')).toHaveAttribute('data-verdict', 'not-checked');
  await expect(notice).toHaveCount(0);
  const settings = await installed.context.newPage();
  await settings.goto('chrome://extensions');
  const setAccess = (hostAccess: string) =>
    settings.evaluate(
      ([extensionId, access]) =>
        // What the browser's own page does when a member chooses "On click".
        (
          globalThis as unknown as {
            chrome: { developerPrivate: { updateExtensionConfiguration(change: object): Promise<void> } };
          }
        ).chrome.developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess: access }),
      [installed.origin.split('//')[1], hostAccess],
    );
  await setAccess('ON_CLICK');
  await expect(notice).toContainText('Untrained may not see LinkedIn');
  await popup.reload();
  await expect(notice.getByRole('button', { name: 'Allow it on settings pages' })).toBeVisible();
  await setAccess('ON_ALL_SITES');
  await expect(notice).toHaveCount(0);
});
