import type { Installed } from '../../tools/launch.ts';
import { killBackground } from './background.ts';
import { expect, expectVerdict, test } from './untrained.ts';

/** Browsers end a background that was idle, at times just when it is asked something. */

declare const chrome: typeof import('wxt/browser').browser;

/** Keeps the background from coming to an end with anything. Returns whether it has been asked something since. */
async function holdUp({ worker }: Installed): Promise<() => Promise<boolean>> {
  await worker.evaluate(() => {
    const storage = chrome.storage.local as unknown as { get: () => Promise<never> };
    storage.get = () => {
      Object.assign(globalThis, { isAsked: true });
      return new Promise(() => {});
    };
  });
  return () => worker.evaluate(() => (globalThis as { isAsked?: boolean }).isAsked === true);
}

test('a popup whose background is ended before it answers asks again', async ({ installed, popup }) => {
  await expectVerdict(popup, 'not-checked');
  const isAsked = await holdUp(installed);
  await popup.reload();
  await expect.poll(isAsked).toBe(true);
  await killBackground(installed);
  await expectVerdict(popup, 'not-checked', { reason: '' });
});
