import type { Installed } from './launch.ts';

/** Whether a browser window can be seen here. */
export function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** The popup in a window of its own, since the one behind the icon closes at the first click elsewhere. */
export async function openPopupBeside({ context, worker }: Installed): Promise<void> {
  const opened = context.waitForEvent('page');
  await worker.evaluate(() => {
    const { windows, runtime } = (globalThis as unknown as { chrome: typeof import('wxt/browser').browser }).chrome;
    return windows.create({
      url: runtime.getURL('/popup.html'),
      type: 'popup',
      width: 400,
      height: 760,
      left: 1120,
      top: 40,
    });
  });
  await opened;
}
