import type { Installed } from '../../tools/launch.ts';

/** Kills the background as the browser does when it has been idle. The next event wakes it. */
export async function killBackground({ context, origin }: Installed): Promise<void> {
  const own = await context.newPage();
  await own.goto(`${origin}/manifest.json`);
  const session = await context.newCDPSession(own);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await own.close();
}

/**
 * An expression, for a page of the extension, that makes everything stored older by a number of days, as if that time had passed. The
 * browser's clock itself cannot be moved.
 */
export function agedBy(days: number): string {
  return `(async () => {
    const DAY = 24 * 60 * 60 * 1000;
    const age = (value) => {
      if (typeof value === 'number') return value > 1e12 ? value - ${days} * DAY : value;
      if (typeof value === 'string' && /^\\d{4}-\\d{2}-\\d{2}$/.test(value))
        return new Date(Date.parse(value) - ${days} * DAY).toISOString().slice(0, 10);
      if (Array.isArray(value)) return value.map(age);
      if (value && typeof value === 'object')
        return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, age(one)]));
      return value;
    };
    await chrome.storage.local.set(age(await chrome.storage.local.get()));
  })()`;
}
