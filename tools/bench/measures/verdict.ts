import { AI_SETTING_URL } from '../../../tests/replica/replica.ts';
import { backgroundOf, type Contestant } from '../arena.ts';
import type { Figure } from '../figures.ts';

/** Longer than any reading took; one that takes longer fails the run. */
const STORED_WITHIN = 10_000;

declare const chrome: typeof import('wxt/browser').browser;

/** From the moment the switch stands in the page to the moment its verdict is stored. */
export async function measureVerdicts(untrained: Contestant, loads: number): Promise<Figure[]> {
  const figures = [true, false].map(
    (on): Figure => ({
      id: `verdict.${on ? 'on' : 'off'}`,
      what: `switch stands ${on ? 'on' : 'off'} to verdict stored`,
      unit: 'ms',
      contestant: 'untrained',
      samples: [],
    }),
  );
  for (let load = 0; load < loads; load++) {
    for (const [index, on] of [true, false].entries()) {
      await (await backgroundOf(untrained)).evaluate(() => chrome.storage.local.clear());
      figures[index]?.samples.push(await verdictTime(untrained, on));
    }
  }
  return figures;
}

/** How long one reading takes, with the background awake and whatever is stored. */
export async function verdictTime(untrained: Contestant, on: boolean): Promise<number> {
  const background = await backgroundOf(untrained);
  const storedAt = background.evaluate(
    (patience) =>
      new Promise<number | null>((resolve) => {
        const listen: Parameters<typeof chrome.storage.local.onChanged.addListener>[0] = ({ audit }) => {
          // Not the clearing, which is told late.
          if (!audit?.newValue) return;
          chrome.storage.local.onChanged.removeListener(listen);
          resolve(Date.now());
        };
        chrome.storage.local.onChanged.addListener(listen);
        setTimeout(resolve, patience, null);
      }),
    STORED_WITHIN,
  );
  const page = await untrained.context.newPage();
  await page.addInitScript(() => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector('[role=switch]')) return;
      observer.disconnect();
      Object.assign(window, { stoodAt: Date.now() });
    });
    observer.observe(document, { subtree: true, childList: true });
  });
  await page.goto(`${AI_SETTING_URL}?shape=v13-after-300ms&on=${on}`);
  const stored = await storedAt;
  const stood = await page.evaluate(() => (window as { stoodAt?: number }).stoodAt);
  await page.close();
  if (stored === null || stood === undefined) throw new Error(`No verdict was stored within ${STORED_WITHIN} ms.`);
  return stored - stood;
}
