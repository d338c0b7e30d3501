import type { Reading } from '../../src/linkedin/reading.ts';
import type { Installed } from '../../tools/launch.ts';

declare const chrome: typeof import('wxt/browser').browser;
type Heard = { url: string; reading: Reading };

/** Puts a second listener beside the background's own: it hears what the real reader says of each tab. */
export async function listen({ worker }: Installed): Promise<void> {
  await worker.evaluate(() => {
    const heard: unknown[] = [];
    Object.assign(globalThis, { heard });
    chrome.runtime.onMessage.addListener((message, sender) => {
      heard.push({ url: sender.url, reading: (message as { reading: unknown }).reading });
    });
  });
}

/** All that the reader has said of the page at an address so far, in order. */
export async function heardOf({ worker }: Installed, url: string): Promise<Reading[]> {
  const heard = await worker.evaluate(
    (wanted) => (globalThis as unknown as { heard: Heard[] }).heard.filter((one) => one.url === wanted),
    url,
  );
  return heard.map(({ reading }) => reading);
}
