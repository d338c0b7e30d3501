import { backgroundOf, type Contestant } from '../arena.ts';
import type { Figure } from '../figures.ts';
import { historyOf } from '../history.ts';
import { workerTime } from '../trace.ts';
import { readingFromSleep } from './background.ts';
import { tabPaint } from './paint.ts';
import { verdictTime } from './verdict.ts';

const YEARS = [0, 2, 5, 10];

declare const chrome: typeof import('wxt/browser').browser;

/** What grows with the years: the popup, the report, and what a reading asks of the background. */
export async function measureHistory(untrained: Contestant, loads: number): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const years of YEARS) {
    await seed(untrained, years);
    const figure = (part: string, what: string): Figure => ({
      id: `history.${part}`,
      what,
      unit: 'ms',
      contestant: 'untrained',
      samples: [],
      size: { of: 'years', value: years },
    });
    const popup = figure('popup', 'popup.html in a tab: first paint');
    const report = figure('report', 'report.html: rows stand and the page is free');
    const background = figure('background', 'background: busy per reading');
    const verdict = figure('verdict', 'switch stands to verdict stored');
    for (let load = 0; load < loads; load++) {
      popup.samples.push(await tabPaint(untrained, 'popup.html'));
      report.samples.push(await reportTime(untrained));
    }
    // Apart, since readings change the history.
    for (let load = 0; load < loads; load++) {
      background.samples.push(workerTime(await readingFromSleep(untrained)));
      verdict.samples.push(await verdictTime(untrained, load % 2 === 0));
    }
    figures.push(popup, report, background, verdict);
  }
  return figures;
}

async function seed(untrained: Contestant, years: number): Promise<void> {
  // An extension's page is there to write even while the background sleeps.
  const page = await untrained.context.newPage();
  await page.goto(`${untrained.origin}/popup.html`);
  await page.evaluate(
    async (items) => {
      await chrome.storage.local.clear();
      await chrome.storage.local.set(items);
    },
    historyOf(years, Date.now()),
  );
  await page.close();
  // What is stored has been taken in, so that no load pays for that.
  await (await backgroundOf(untrained)).evaluate(() => chrome.storage.local.get());
}

/** Until every setting has its row and the main thread has had a turn after the frame that shows them. */
async function reportTime({ context, origin }: Contestant): Promise<number> {
  const page = await context.newPage();
  await page.addInitScript(() => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector('[data-setting]')) return;
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => Object.assign(window, { freeAt: performance.now() })));
    });
    observer.observe(document, { subtree: true, childList: true, attributes: true });
  });
  await page.goto(`${origin}/report.html`);
  await page
    .waitForFunction(() => 'freeAt' in window, undefined, { timeout: 10_000 })
    .catch(() => {
      throw new Error('report.html showed no row [data-setting] within 10 seconds.');
    });
  const time = await page.evaluate(() => (window as { freeAt?: number }).freeAt ?? Number.NaN);
  await page.close();
  return time;
}
