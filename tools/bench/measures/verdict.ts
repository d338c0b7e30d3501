import { AI_TRAINING } from '../../../src/linkedin/ai-setting.ts';
import { settingKey } from '../../../src/storage/keys.ts';
import { AI_SETTING_URL } from '../../../tests/replica/replica.ts';
import { backgroundOf, type Contestant } from '../arena.ts';
import type { Figure } from '../figures.ts';

/** Longer than any reading took; one that takes longer fails the run. */
const STORED_WITHIN = 30_000;

/** As far as it is needed here. */
type StoredSetting = { history: { confirmed: unknown }[] };

declare const chrome: typeof import('wxt/browser').browser;

/** What is waited for: any verdict on a switch that is on or off, or that "off" is proven. */
const AWAITED = [
  { id: 'verdict.on', what: 'switch stands on to verdict stored', on: true, proven: false },
  { id: 'verdict.off', what: 'switch stands off to verdict stored', on: false, proven: false },
  { id: 'verdict.proven', what: 'switch stands off to "opted out" stored', on: false, proven: true },
];

/** From the moment the switch stands in the page to the moment its verdict is stored. */
export async function measureVerdicts(untrained: Contestant, loads: number): Promise<Figure[]> {
  const figures = AWAITED.map(
    ({ id, what }): Figure => ({ id, what, unit: 'ms', contestant: 'untrained', samples: [] }),
  );
  for (let load = 0; load < loads; load++) {
    for (const [index, { on, proven }] of AWAITED.entries()) {
      await (await backgroundOf(untrained)).evaluate(() => chrome.storage.local.clear());
      figures[index]?.samples.push(await verdictTime(untrained, on, proven));
    }
  }
  return figures;
}

/** How long one reading takes, with the background awake and whatever is stored; `proven`: until it is one that proves "off". */
export async function verdictTime(untrained: Contestant, on: boolean, proven = false): Promise<number> {
  const background = await backgroundOf(untrained);
  const storedAt = background.evaluate(
    ({ patience, proven, key }) =>
      new Promise<number | null>((resolve) => {
        const listen: Parameters<typeof chrome.storage.local.onChanged.addListener>[0] = (changes) => {
          // Not the clearing, which is told late.
          const stored = changes[key]?.newValue as StoredSetting | undefined;
          if (!stored || (proven && !stored.history.at(-1)?.confirmed)) return;
          chrome.storage.local.onChanged.removeListener(listen);
          resolve(Date.now());
        };
        chrome.storage.local.onChanged.addListener(listen);
        setTimeout(resolve, patience, null);
      }),
    { patience: STORED_WITHIN, proven, key: settingKey(AI_TRAINING) },
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
