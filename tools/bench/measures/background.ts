import { AI_SETTING_URL } from '../../../tests/replica/replica.ts';
import type { Contestant } from '../arena.ts';
import type { Figure } from '../figures.ts';
import { type TraceEvent, traced, workersOf, workerTime } from '../trace.ts';

/** Untrained has told of "off", and that it held, by then. */
const UNTIL_TOLD = 2500;

/** What one reading asks of the background, which is asleep before: how often it is woken, and how long it is busy. */
export async function measureBackgrounds(contestants: Contestant[], loads: number): Promise<Figure[]> {
  const figures = contestants.flatMap(({ name: contestant }): [Figure, Figure] => [
    { id: 'background.wakes', what: 'background: woken per reading', unit: 'times', contestant, samples: [] },
    { id: 'background.time', what: 'background: busy per reading', unit: 'ms', contestant, samples: [] },
  ]);
  for (let load = 0; load < loads; load++) {
    for (const [index, contestant] of contestants.entries()) {
      const events = await readingFromSleep(contestant);
      figures[2 * index]?.samples.push(workersOf(events).size);
      figures[2 * index + 1]?.samples.push(workerTime(events));
    }
  }
  return figures;
}

/** The trace of one reading of "off" that finds the background asleep. */
export async function readingFromSleep(contestant: Contestant): Promise<TraceEvent[]> {
  await sleep(contestant);
  const page = await contestant.context.newPage();
  const events = await traced(contestant.browser, async () => {
    await page.goto(`${AI_SETTING_URL}?on=false`);
    await page.waitForTimeout(UNTIL_TOLD);
  });
  await page.close();
  return events;
}

/** Puts a contestant's background to sleep, as the browser does after half a minute without anything to do. */
export async function sleep({ context }: Contestant): Promise<void> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await page.close();
}
