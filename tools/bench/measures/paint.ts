import { AI_SETTING_URL } from '../../../tests/replica/replica.ts';
import { OwnPage } from '../../own-page.ts';
import type { Contestant } from '../arena.ts';
import { EMPTY_PAGE, PAGES } from '../extension-pages.ts';
import type { Figure } from '../figures.ts';
import { sleep } from './background.ts';

/** The reader has told of "on", so that it does not wake the background while the popup opens. */
const AT_REST = 1000;

/** Milliseconds from the navigation to a paint, by the page's own clock: `first-contentful-paint`, or the largest one so far. */
const paintTime = (type: 'paint' | 'largest-contentful-paint') => `new Promise((resolve, reject) => {
  new PerformanceObserver((list) => {
    const paint = list.getEntries().findLast(({ name }) => name !== 'first-paint');
    if (paint) resolve(paint.startTime);
  }).observe({ type: '${type}', buffered: true });
  setTimeout(reject, 10_000, 'Nothing was painted within 10 seconds.');
})`;

/** Untrained's popup has its answer, and with it the largest text that it paints. */
const ANSWERED = "document.querySelector('main[data-verdict]') !== null";

/** When the extension's pages first show something, each in a tab; and the real popup behind the icon, with the background awake and asleep. */
export async function measurePaints(contestants: Contestant[], loads: number): Promise<Figure[]> {
  const figures: Figure[] = [];
  const add = async (
    id: string,
    what: string,
    of: Contestant[],
    paint: (contestant: Contestant) => Promise<number>,
  ) => {
    const own = of.map(({ name }): Figure => ({ id, what, unit: 'ms', contestant: name, samples: [] }));
    for (let load = 0; load < loads; load++) {
      for (const [index, contestant] of of.entries()) own[index]?.samples.push(await paint(contestant));
    }
    figures.push(...own);
  };
  const untrained = contestants.filter(({ name }) => name === 'untrained');
  for (const [id, what, before] of [
    ['popup', 'popup behind the icon', async () => {}],
    ['popup-asleep', 'popup, background asleep', sleep],
  ] as const) {
    await add(`paint.${id}`, `${what}: first paint`, contestants, (contestant) => popupPaint(contestant, before));
    await add(`paint.${id}-answer`, `${what}: answer painted`, untrained, (contestant) =>
      popupPaint(contestant, before, ANSWERED),
    );
  }
  const withPages = contestants.filter(({ name }) => name !== 'autoconsent');
  for (const page of PAGES) {
    await add(`paint.${page}`, `${page} in a tab: first paint`, withPages, (contestant) =>
      tabPaint(contestant, contestant.name === 'untrained' ? page : EMPTY_PAGE),
    );
  }
  return figures;
}

/** The first paint of an extension's page in a new tab. */
export async function tabPaint({ context, origin }: Contestant, path: string): Promise<number> {
  const page = await context.newPage();
  await page.goto(`${origin}/${path}`);
  const time = await page.evaluate<number>(paintTime('paint'));
  await page.close();
  return time;
}

/** The first paint of the real popup over a setting's page; or, where there is something to wait for, the largest one after that. */
async function popupPaint(
  contestant: Contestant,
  before: (contestant: Contestant) => Promise<void>,
  awaited?: string,
): Promise<number> {
  const page = await contestant.context.newPage();
  await page.goto(AI_SETTING_URL);
  // What the page asks of the background is over.
  await page.waitForTimeout(AT_REST);
  await before(contestant);
  const popup = await OwnPage.popup(contestant, page);
  if (awaited) await popup.until(awaited);
  const time = Number(await popup.evaluate(paintTime(awaited ? 'largest-contentful-paint' : 'paint')));
  await popup.close();
  await page.close();
  return time;
}
