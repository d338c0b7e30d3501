import type { Contestant } from '../arena.ts';
import type { Name } from '../contestants.ts';
import type { Figure } from '../figures.ts';
import { BENCH_PAGES, type BenchPage } from '../pages.ts';
import { extensionTime, traced } from '../trace.ts';

const KILOBYTE = 1000;

type Load = { time: number; heap: number };

/** What a contestant costs a page: time of its main thread, bytes of script, memory. Contestants take turns, load by load. */
export async function measureLoads(contestants: Contestant[], loads: number): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const page of BENCH_PAGES) {
    const taken = new Map<Name, Load[]>(contestants.map(({ name }) => [name, []]));
    // The first load of each, which also warms up its browser, is for counting.
    const bytes = new Map<Name, number>();
    for (const contestant of contestants) bytes.set(contestant.name, await scriptBytes(contestant, page));
    for (let load = 0; load < loads; load++) {
      for (const contestant of contestants) taken.get(contestant.name)?.push(await loadOnce(contestant, page));
    }
    const heapWithout = taken.get('none')?.map(({ heap }) => heap) ?? [];
    for (const [contestant, own] of taken) {
      const { id, what, size } = page;
      const figure = (part: string, words: string, unit: Figure['unit'], samples: number[]): Figure => ({
        id: `${id}.${part}`,
        what: `${what}: ${words}`,
        unit,
        contestant,
        samples,
        ...(size ? { size } : {}),
      });
      figures.push(
        figure(
          'time',
          'main thread',
          'ms',
          own.map(({ time }) => time),
        ),
        figure('script', 'script', 'kB', [(bytes.get(contestant) ?? 0) / KILOBYTE]),
        // Load by load against the load without any extension just before.
        figure(
          'heap',
          'heap',
          'kB',
          own.map(({ heap }, load) => (heap - (heapWithout[load] ?? 0)) / KILOBYTE),
        ),
      );
    }
  }
  return figures;
}

/** In a tab of its own, so that no load finds anything warmed up by the one before. */
async function loadOnce({ context, browser }: Contestant, { url, watched }: BenchPage): Promise<Load> {
  const page = await context.newPage();
  const events = await traced(browser, async () => {
    await page.goto(url);
    await page.waitForTimeout(watched);
  });
  const session = await context.newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await page.close();
  return { time: extensionTime(events, url), heap: usedSize };
}

/** Characters of script that a page has to take in from an extension: its files, and functions that it injects, which have no address. */
async function scriptBytes({ context }: Contestant, { url, watched }: BenchPage): Promise<number> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  let total = 0;
  session.on('Debugger.scriptParsed', ({ url: source, length = 0 }) => {
    if (source === '' || source.startsWith('chrome-extension://')) total += length;
  });
  await session.send('Debugger.enable');
  await page.goto(url);
  await page.waitForTimeout(watched);
  await page.close();
  return total;
}
